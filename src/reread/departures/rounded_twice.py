"""Were numbers rounded twice, first to one decimal more?

0.6048 becomes 0.605, and that 0.61. Ask for one more decimal.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from reread.numbers.interval import Interval
from reread.study.values import Study, Value, shifted

BESIDE = Fraction(1, 20)  # of a unit of the last place: half a unit of the next one


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Every printed decimal number read as rounded twice."""
    roles = [role for role, value in study.values.items() if value.reported.decimals and value.interval.bounded]
    if roles:
        yield {}, study.with_values({role: _wider(study.values[role]) for role in roles})


def _wider(value: Value) -> Value:
    return shifted(value, _beside(value.interval, value.reported.decimals))


@lru_cache(maxsize=5_000)
def _beside(interval: Interval, decimals: int) -> Interval:
    unit = Fraction(10) ** -decimals
    return interval + Interval(-unit * BESIDE, unit * BESIDE)
