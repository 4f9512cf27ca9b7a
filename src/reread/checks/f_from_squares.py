"""Do the mean squares and F of an analysis of variance follow from its sums of squares?

Mean square = sum of squares / degrees of freedom; F = mean square of the effect / mean square of the error; in a
one-way analysis the sums of squares make up the total. Elsewhere F may be held against another error term, and degrees
of freedom may be corrected for sphericity, so that what does not follow is left open.

Source: NIST/SEMATECH e-Handbook of Statistical Methods, section 7.4.2.4: 27.897 / 2 = 13.949.

>>> [round(end, 3) for end in quotient(Interval.of("27.8965", "27.8975"), Interval.point(2)).floats()]
[13.948, 13.949]
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.bounds import corners
from reread.study.comparison import Comparison, comparisons
from reread.study.finding import Finding, about, meets
from reread.study.values import Study, Value

ONE_WAY = "one-way ANOVA"
Rule = tuple[str, Value, str, Interval | None, tuple[Value | None, ...]]  # name, printed, how, allowed, from what


def check(study: Study) -> Iterator[Finding]:
    """One finding for each mean square, F and total that is printed with what it is made of."""
    for test in comparisons(study):
        for name, printed, how, allowed, sources in _rules(test):
            if allowed is None:
                continue
            agrees = printed.interval.meets(allowed)
            params = {"name": name, "value": printed.shown, "how": how, "allowed": span(*allowed.floats(), 4)}
            verdict = meets(agrees, test.test == ONE_WAY)
            yield Finding("f_from_squares", about(printed, *sources), params=params, **verdict)


def _rules(test: Comparison) -> Iterator[Rule]:
    ss, error, total, f = (test.get(part) for part in ("ss", "ss_error", "ss_total", "F"))
    for printed, squares, df in ((test.get("ms"), ss, test.get("df1")), (test.get("ms_error"), error, test.get("df2"))):
        if printed and squares and df:
            yield "MS", printed, f"{squares.shown} / {df.shown}", quotient(squares.interval, df.interval), (squares, df)
    if f is not None:
        yield from _of_f(test, f)
    if total and ss and error and test.test == ONE_WAY:
        yield "SS", total, f"{ss.shown} + {error.shown}", ss.interval + error.interval, (ss, error)


def _of_f(test: Comparison, f: Value) -> Iterator[Rule]:
    """F from the mean squares where both are printed, else from the sums of squares."""
    ms, ms_error = test.get("ms"), test.get("ms_error")
    parts = [test.get(part) for part in ("ss", "df1", "ss_error", "df2")]
    if ms and ms_error:
        yield "F", f, f"{ms.shown} / {ms_error.shown}", quotient(ms.interval, ms_error.interval), (ms, ms_error)
    elif all(parts):
        ss, df1, error, df2 = (part for part in parts if part)
        top, below = quotient(ss.interval, df1.interval), quotient(error.interval, df2.interval)
        how = f"({ss.shown} / {df1.shown}) / ({error.shown} / {df2.shown})"
        yield "F", f, how, quotient(top, below) if top and below else None, (ss, df1, error, df2)


def quotient(top: Interval, below: Interval) -> Interval | None:
    """Every quotient; None where what is below may be 0 or has no end."""
    positive, least = top.within(0, None), below.low
    if positive is None or least is None or least <= 0 or not positive.bounded or not below.bounded:
        return None
    return corners(lambda a, b: a / b, positive, below)
