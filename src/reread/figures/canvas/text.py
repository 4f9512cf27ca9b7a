"""How wide is a text in a figure, where does it break, and how is a number written?

>>> fixed(-0.7, 2)
'−0.70'
>>> p_text(1.84e-8)
'1.8 × 10⁻⁸'
>>> wrapped("mean rows exchanged", 90, 12)
['mean rows', 'exchanged']
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

FAMILY = "DejaVu Sans"  # comes with matplotlib, so that every machine measures alike
MINUS = "−"
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@cache
def font(size: float, bold: bool = False) -> FontProperties:
    """The font that texts are measured with."""
    return FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")


@cache
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width in page pixels, with what a renderer adds by setting letters on whole pixels."""
    return 1.02 * float(text_to_path.get_text_width_height_descent(text, font(size, bold), False)[0])


def wrapped(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """The lines of a text no wider than `width`, broken at spaces; a single word is never broken."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and text_width(f"{lines[-1]} {word}", size, bold) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@dataclass(frozen=True)
class PrintedNumber:
    """A number of a paper: its place on an axis, its decimals, and how it is written (a comparator before it)."""

    value: float
    decimals: int
    shown: str


def fixed(value: float, decimals: int) -> str:
    """A number with fixed decimals and a typographic minus."""
    if not math.isfinite(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    return f"{value:.{decimals}f}".replace("-", MINUS)


def power(exponent: int) -> str:
    """A power of ten, as ticks write it."""
    return "1" if exponent == 0 else f"10{str(exponent).translate(_RAISED)}"


def p_text(p: float) -> str:
    """A p-value for reading: two digits, as a power of ten below .0001."""
    if p <= 0:
        return "0"
    if p >= 0.0001:
        return f"{p:.{max(2, 1 - math.floor(math.log10(p)))}f}".lstrip("0")
    digits, exponent = f"{p:.1e}".split("e")
    return f"{digits} × {power(int(exponent))}"
