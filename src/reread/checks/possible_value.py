"""Is each printed number one that its kind can be at all?

A p lies between 0 and 1, a correlation between −1 and 1, an SD at 0 or above, I² between 0 and 100 %, a level above 0
and below 100 %. ω², R² and η² may be below 0 where they are corrected for bias, and they and α may be printed in
percent without its sign: that is asked about, not called impossible. Ends of an interval in reverse order are told, and
read both ways. A number out of its range silences no other check: SDs, χ² and the like are then read without their
sign.

Example: “r(58) = 1.30”.

Source: Wasserstein & Lazar 2016, doi:10.1080/00031305.2016.1154108 (p); Neyman 1937, doi:10.1098/rsta.1937.0005
(level); Okada 2013, doi:10.2333/bhmk.40.129 (η², ω², ε²).
"""

from collections.abc import Iterator
from fractions import Fraction

from reread.study.comparison import comparisons
from reread.study.finding import Ends, Finding, Param, Term
from reread.study.intervals import is_level
from reread.study.ledger import RATIOS, stat_of
from reread.study.obtained import kind_of
from reread.study.roles import is_p, owner
from reread.study.values import Study, Value

AT_LEAST_0 = ("sd", "se", "F", "chi2", "Q", "U", "H", *RATIOS)
SHARES = ("eta2", "omega2", "r2")
IN_PERCENT = 2  # from here on: 1.20 is hardly 1.20 %
ASKED = {"negative share": "negative", "perhaps percent": "in_percent"}
FREEDOM = ("df", "df1", "df2")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed p, and for each other number that is out of its range."""
    for role, value in study.values.items():
        broken = _range_broken_by(study, role, value)
        shown = value.reported.in_percent if stat_of(role) == "I2" else value.shown
        params: dict[str, Param] = {
            "name": Term("stat", stat_of(role)), "value": shown, "range": Term("range", broken),
        }  # fmt: skip
        if broken in ASKED:
            yield Finding("possible_value", (role,), "undecided", params, say=ASKED[broken], kind="implausible")
        elif broken:
            yield Finding("possible_value", (role,), "inconsistent", params, kind="impossible")
        elif is_p(role):
            params["range"] = Term("range", "0 to 1")
            yield Finding("possible_value", (role,), "consistent", params)
    yield from _reversed(study)


def _reversed(study: Study) -> Iterator[Finding]:
    """One finding for each interval whose first end is the larger one."""
    for each in comparisons(study):
        low, high = each.get("ci.low"), each.get("ci.high")
        if low and high and low.reported.value > high.reported.value and not low.interval.meets(high.interval):
            params: dict[str, Param] = {
                "name": Term("stat", "ci"), "value": Ends(low.shown, high.shown), "range": Term("range", "order"),
            }  # fmt: skip
            roles = (low.role, high.role)
            yield Finding("possible_value", roles, "consistent", params, say="reversed", kind="cosmetic")


def _range_broken_by(study: Study, role: str, value: Value) -> str:
    """The range that a number lies outside of; empty where it lies inside, or has none."""
    stat, printed = stat_of(role), value.reported.interval
    if is_p(role):
        return "" if printed.within(0, 1) else "0 to 1"
    if stat == "r":
        return "" if printed.within(-1, 1) else "−1 to 1"
    if stat in (*SHARES, "alpha") and IN_PERCENT <= value.reported.value <= 100:
        return "perhaps percent"
    if stat in SHARES and printed.low is not None and printed.low > 1:
        return "0 to 1"
    if stat in SHARES and printed.high is not None and printed.high < 0:
        return "negative share"
    if stat in AT_LEAST_0 or (stat == "count" and kind_of(role) == "count"):
        return "" if printed.within(0, None) else "0 or above"
    if stat == "percent" and kind_of(role) == "percent":
        events = study.measured(owner(role)).counted == "events" or "events" in study.methods(owner(role))
        return "" if printed.within(0, None if events else 100) else "0 to 100 %"
    if stat == "I2":
        return "" if printed.within(0, 1 if value.reported.text.endswith("%") else 100) else "0 to 100 %"
    if stat in FREEDOM:
        return "above 0" if printed.high is not None and value.reported.value <= 0 else ""
    if stat == "ci_level":
        return "" if is_level(value) else "level"
    if stat == "alpha":
        return "" if printed.within(0, 1) and 0 < value.reported.value < Fraction(1) else "alpha"
    return ""
