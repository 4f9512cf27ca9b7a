"""Was the p adjusted for several tests, without the paper saying so?

A Bonferroni-adjusted p is the plain one times the number of tests, at most 1. Ask how many tests were made.
"""

from collections.abc import Iterator
from fractions import Fraction

from reread.numbers.interval import Interval
from reread.study.values import Study, Value, shifted

TESTS = (2, 3, 4, 5, 6, 8, 10, 12, 15, 20)


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Every p of a test read as so many times the plain one."""
    values = {role: value for role, value in study.values.items() if role.rpartition(".")[2] == "p"}
    for tests in TESTS if values else ():
        yield {"tests": str(tests)}, study.with_values({role: _plain(value, tests) for role, value in values.items()})


def _plain(value: Value, tests: int) -> Value:
    """A p printed as 1 may stand for anything above."""
    plain = value.interval.scaled(Fraction(1, tests))
    clipped = plain.high is None or plain.high * tests >= 1
    return shifted(value, Interval(plain.low, None) if clipped else plain)
