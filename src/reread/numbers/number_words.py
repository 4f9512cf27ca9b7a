"""Which number does a word name? "seven consecutive days" prints a number as much as "7 days" does.

The words stand in `languages/`; a word is exact and has no rounding interval.

>>> read("seven").value, read("dua").value, read("4.87").decimals
(Fraction(7, 1), Fraction(2, 1), 2)
>>> [(phrase, value) for _, _, phrase, value in phrases("three hundred twenty five students, tiga puluh dua ibu")]
[('three hundred twenty five', 325), ('tiga puluh dua', 32)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from reread.numbers import lexer
from reread.numbers.reported import Reported
from reread.words.reading import either, values, words

WORD = re.compile(r"\w+")
ELEVEN_TO_NINETEEN = "belas"


@cache
def number_words() -> dict[str, int]:
    """The plain number words of every language, in small letters."""
    return values("numbers")


def is_word(text: str) -> bool:
    """Is this a number word?"""
    return text.strip().lower() in number_words()


def read(text: str, mark: str = "") -> Reported:
    """A printed number or number word, of a document with this decimal mark. ValueError where the text is neither."""
    if is_word(text):
        return Reported(text.strip(), Fraction(number_words()[text.strip().lower()]), 0)
    for start, end, _, value in phrases(text):
        if not (text[:start] + text[end:]).strip():
            return Reported(text.strip(), Fraction(value), 0)
    if mark == ",":
        return lexer.read(text, mark)
    try:
        return Reported.read(text)
    except ValueError:
        return lexer.read(text, mark)


@cache
def _pattern() -> re.Pattern[str]:
    single = {**values("numbers"), **values("larger"), **values("powers")}
    one = either(sorted(single, key=lambda word: (-len(word), word)))
    joined = rf"(?:[\s-]+(?:{either(words('joiners'))}\s+)?{one}(?!\w))"
    return re.compile(rf"(?<![\w-])(?:{one}(?!\w){joined}{{0,15}}|{either(words('ordinals'))}(?!\w))")


@cache
def _first_words() -> frozenset[str]:
    named = (*values("numbers"), *values("larger"), *values("powers"), *words("ordinals"))
    return frozenset(word for name in named for word in WORD.findall(name.lower())[:1])


def phrases(text: str) -> Iterator[tuple[int, int, str, int]]:
    """Start, end, words and value of every number that is written in words, ordinals included."""
    if _first_words().isdisjoint(WORD.findall(text.lower())):
        return
    for match in _pattern().finditer(text):
        value = _value(re.split(r"[\s-]+", match.group().lower()))
        if value is not None:
            yield match.start(), match.end(), match.group(), value


def _value(parts: list[str]) -> int | None:
    """Words added and multiplied in their order; None where a power stands alone ("hundred")."""
    units = {**values("numbers"), **values("larger"), **values("ordinals")}
    powers = values("powers")
    total = current = 0
    for part in parts:
        if part in words("joiners"):
            continue
        if part == ELEVEN_TO_NINETEEN:
            current += 10
        elif part in powers:
            if not total + current:
                return None
            current = max(current, 1) * powers[part]
            if powers[part] >= 1000:
                total, current = total + current, 0
        elif part in units:
            current += units[part]
    return total + current
