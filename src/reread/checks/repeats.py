"""Does a number that is printed in several places say the same each time?

Each print stands for an interval (p = 0.000 and p < 0.001 agree); two prints that share no value cannot both hold. The
sign of t, d, a mean change and its interval says which occasion was subtracted, and may differ from place to place.

Source: Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2 (statcheck reads every mention).
"""

from collections.abc import Iterator
from itertools import combinations

from reread.numbers.interval import Interval
from reread.statistics.conventions import p_interval
from reread.study.comparison import comparisons
from reread.study.finding import Finding, meets
from reread.study.ledger import allowed, stat_of
from reread.study.values import Study, Value

SIGNLESS = ("difference", "percent", "t", "z", "r", "d", "g", "ci.low", "ci.high")  # parts of a comparison
OTHER_END = {"low": "high", "high": "low"}


def check(study: Study) -> Iterator[Finding]:
    """One finding for each part that is printed more than once."""
    signless = frozenset(each.role_of(part) for each in comparisons(study) for part in SIGNLESS)
    for value in study.values.values():
        if len(value.repeats) < 2:
            continue
        turned = _other_ends(study, value.role, signless)
        pairs = combinations(_intervals(value, signless), 2)
        agrees = all(a.meets(b) or a.meets_any(turned) or b.meets_any(turned) for a, b in pairs)
        params = {"prints": prints(value), "times": str(len(value.repeats))}
        yield Finding("repeats", (value.role,), params=params, **meets(agrees))


def prints(value: Value) -> str:
    """Every different print; where several documents print it (two languages, say) with its name and their tags."""
    documents = [number.rpartition(":")[0] for number in value.ids]
    if len(set(documents)) < 2:
        return " · ".join(dict.fromkeys(reported.shown for reported in value.repeats))
    places: dict[str, list[str]] = {}
    for reported, document in zip(value.repeats, documents, strict=False):
        places.setdefault(reported.shown, []).append(document)
    tags = {shown: ", ".join(dict.fromkeys(filter(None, found))) for shown, found in places.items()}
    told = " · ".join(f"{shown} ({tag})" if tag else shown for shown, tag in tags.items())
    return f"{value.role.rpartition('.')[2].replace('_', ' ')} {told}"


def _intervals(value: Value, signless: frozenset[str]) -> list[Interval]:
    stat = stat_of(value.role)
    if stat == "p":
        return [p_interval(reported, allowed(reported, stat)) for reported in value.repeats]
    if stat in ("df", "df1", "df2") and any(
        reported.decimals for reported in value.repeats
    ):  # Welch's, rounded in another place
        return [reported.interval for reported in value.repeats]
    found = [allowed(reported, stat) for reported in value.repeats]
    return [interval.absolute() for interval in found] if value.role in signless else found


def _other_ends(study: Study, role: str, signless: frozenset[str]) -> list[Interval]:
    """The prints of a confidence interval's other end, without sign: with it turned, low and high change places."""
    stem, _, end = role.rpartition(".")
    other = study.get(f"{stem}.{OTHER_END[end]}") if stem.endswith(".ci") and end in OTHER_END else None
    return _intervals(other, signless) if other else []
