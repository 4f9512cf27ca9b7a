"""Which number of the document does a locator point at?

A locator is a few words of the document with the number in braces: `"{20} postpartum mothers"`. It is matched on the
normalised text of lines and table rows; where its words stand twice with different numbers, the number in the braces
chooses. Not found is an error that names file, key, words and the nearest place.

>>> Locator.parse("t = {–4.87}, p").words, Locator.parse("t = {–4.87}, p").span
('t = -4.87, p', (4, 9))
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from reread.documents import Document, Line
from reread.documents.normalise import normalise
from reread.files.problem import Problem
from reread.numbers.lexer import spans
from reread.numbers.number_words import read


@dataclass(frozen=True)
class Locator:
    """Normalised words and the span of the number within them."""

    words: str
    span: tuple[int, int]

    @property
    def alone(self) -> str:
        """The words without the number."""
        return self.words[: self.span[0]] + self.words[self.span[1] :]

    @classmethod
    def parse(cls, text: str) -> Locator:
        """Read `"words {number} words"`. Raises ValueError without exactly one pair of braces around one number."""
        if text.count("{") != 1 or text.count("}") != 1 or text.index("{") > text.index("}"):
            raise ValueError("not one pair of braces")
        plain = normalise(text)[0]
        start = plain.index("{")
        end = plain.index("}") - 1
        words = plain.replace("{", "").replace("}", "")
        read(words[start:end])
        return cls(words, (start, end))


@dataclass(frozen=True)
class Place:
    """Where a locator's number stands: the line and the span of the number in its normalised text."""

    line: Line
    start: int
    end: int

    @property
    def text(self) -> str:
        """The number in normalised writing."""
        return self.line.text[self.start : self.end]


def places(locator: Locator, document: Document) -> list[Place]:
    """Every place where the locator's words stand, not beginning or ending within a number."""
    found = []
    for line in document.lines:
        at = line.text.find(locator.words)
        while at >= 0:
            if not _cuts_digits(line.text, at) and not _cuts_digits(line.text, at + len(locator.words)):
                found.append(Place(line, at + locator.span[0], at + locator.span[1]))
            at = line.text.find(locator.words, at + 1)
    return found


def _cuts_digits(text: str, at: int) -> bool:
    """`4 | {20}` must not match inside 14 | 20."""
    return text[at - 1 : at].isdigit() and text[at : at + 1].isdigit()


def locate(text: str, document: Document, file: str, key: str) -> list[Place]:
    """The places of one locator in one document; Problem where there is none."""
    try:
        locator = Locator.parse(text)
    except ValueError as error:
        raise Problem(file, key, f"the locator “{text}”: {error}", _braced(text)) from error
    found_at = [place for place in places(locator, document) if not _inside_longer_number(place)]
    if not found_at:
        raise _not_there(text, locator, document, file, key)
    for place in found_at:
        whole = _printed(place)
        if whole != place.text:
            part = f"the braces of “{text}” around a part of “{whole}” in line {place.line.number} of {document.file}"
            raise Problem(file, key, part, f"{{{whole}}}, because sign and comparator belong to the number")
    if len(found_at) > 1 and not locator.alone.strip():
        lines = ", ".join(dict.fromkeys(str(place.line.number) for place in found_at))
        raise Problem(file, key, f"“{text}” in lines {lines} of {document.file}", "a few words around it")
    return found_at


def other_numbers(text: str, document: Document) -> list[Place]:
    """Where the words of a locator that is found stand with another number than the one in its braces."""
    locator = Locator.parse(text)
    chosen = {place.text for place in places(locator, document)}
    return [place for place in _same_words(locator, document) if chosen and place.text not in chosen]


def _braced(text: str) -> str:
    """What to write where the braces do not hold one number: the words with the only number that stands in them."""
    plain = normalise(text.replace("{", "").replace("}", ""))[0]
    numbers = list(spans(plain))
    if len(numbers) != 1:
        return "exactly one number in braces, like “{20} mothers”"
    start, end = numbers[0]
    few = "" if plain[:start].strip() or plain[end:].strip() else " with a few words around it"
    return f"“{plain[:start]}{{{plain[start:end]}}}{plain[end:]}”{few}"


def _not_there(text: str, locator: Locator, document: Document, file: str, key: str) -> Problem:
    """Where the words stand with another number, that; else the nearest stretch of the document."""
    other = next(_same_words(locator, document), None) if any(map(str.isalnum, locator.alone)) else None
    if other is not None:
        found = f"no “{text}” in {document.file}; line {other.line.number} has these words with {other.text}"
        return Problem(
            file, key, found, f"{{{other.text}}}, if that is meant, or the words as the document prints them"
        )
    found = f"no “{text}” in {document.file}; nearest is {nearest(locator, document)}"
    return Problem(file, key, found, "the words as the document prints them")


def _printed(place: Place) -> str:
    """The number with the comparator and sign that stand before the braces."""
    for start, end in spans(place.line.text):
        if start < place.start < end:
            return place.line.text[start : max(end, place.end)]
    return place.text


def _same_words(locator: Locator, document: Document) -> Iterator[Place]:
    """Every number that stands between the locator's words, whichever number it is."""
    before, after = locator.words[: locator.span[0]], locator.words[locator.span[1] :]
    for line in document.lines:
        for start, end in spans(line.text):
            starts = start - len(before)
            whole = starts >= 0 and not _cuts_digits(line.text, starts)
            if whole and line.text[starts:start] == before and line.text.startswith(after, end):
                yield Place(line, start, end)


def _inside_longer_number(place: Place) -> bool:
    """`{20}` must not match inside 120 or 20.5, nor `{two}` inside network or twenty-two."""
    before, after = place.line.text[: place.start][-1:], place.line.text[place.end :][:2]
    if place.text.isalpha():
        return before.isalpha() or before == "-" or after[:1].isalpha()
    return before.isdigit() or after[:1].isdigit() or (after[:1] == "." and after[1:].isdigit()) or before == "."


def nearest(locator: Locator, document: Document) -> str:
    """The stretch of the document that shares the longest run of characters with the locator, with its line."""
    best, where = 0, "nothing"
    for line in document.lines:
        match = SequenceMatcher(None, line.text, locator.words, autojunk=False).find_longest_match()
        if match.size > best:
            low, high = max(0, match.a - 25), match.a + match.size + 25
            best, where = match.size, f"“{line.text[low:high].strip()}” in line {line.number}"
    return where
