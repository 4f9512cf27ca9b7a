"""Which number does a word name? "seven consecutive days" prints a number as much as "7 days" does.

The words of each language stand in number_words.yaml; a word is exact and has no rounding interval.

>>> read("seven").value, read("dua").value, read("4.87").decimals
(Fraction(7, 1), Fraction(2, 1), 2)
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

from reappraise.reported import Reported


@cache
def number_words() -> dict[str, int]:
    """The words of every language, in small letters."""
    tree = YAML(typ="safe").load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return {str(word): int(value) for words in tree.values() for word, value in words.items()}


def is_word(text: str) -> bool:
    """Is this a number word?"""
    return text.strip().lower() in number_words()


def read(text: str) -> Reported:
    """A printed number or number word. Raises ValueError where the text is neither."""
    if is_word(text):
        return Reported(text.strip(), Fraction(number_words()[text.strip().lower()]), 0)
    return Reported.read(text)
