"""How is a computed number written for a reader? Typographic minus, fixed decimals, never in exponent form.

>>> number(-4.7652), number(1.8e-8), many([1.066, 1.233])
('−4.77', '< 0.0001', '1.07, 1.23')
"""

from collections.abc import Iterable
from fractions import Fraction

TINY = 4


def number(value: float | Fraction, decimals: int = 2) -> str:
    """A number rounded for reading; what would print as zero but is not is written as a bound."""
    value = float(value)
    if value != 0 and abs(value) < 0.5 * 10**-decimals:
        return f"< {10**-TINY:.{TINY}f}" if abs(value) < 10**-TINY else f"{value:.{TINY}f}".replace("-", "−")
    return f"{value:.{decimals}f}".replace("-", "−")


def scientific(value: float) -> str:
    """A very small number as a product with a power of ten.

    >>> scientific(2.9e-7)
    '2.9 × 10⁻⁷'
    """
    digits, power = f"{value:.1e}".split("e")
    return f"{digits} × 10{str(int(power)).translate(str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


def many(values: Iterable[float | Fraction], decimals: int = 2, most: int = 6, between: str = ", ") -> str:
    """Several numbers, smallest first, each once; beyond `most` the least and the greatest."""
    shown = list(dict.fromkeys(number(value, decimals) for value in sorted(values)))
    return between.join(shown) if len(shown) <= most else f"{shown[0]} … {shown[-1]} ({len(shown)})"


def span(low: float | Fraction, high: float | Fraction, decimals: int = 2) -> str:
    """Two ends of a range in words that need no translation."""
    low_shown, high_shown = number(low, decimals), number(high, decimals)
    return low_shown if low_shown == high_shown else f"{low_shown} … {high_shown}"
