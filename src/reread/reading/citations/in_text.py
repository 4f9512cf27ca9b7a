"""Which works does a text cite, and where: by author and year, or by a number of the list?

A citation is words before a year, in brackets or with the year in brackets ("Lee et al., 2020", "Ito and Abe (2019)"),
or a number in square brackets or raised. Which style a document keeps is what most of its citations are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reread.documents import Line
from reread.reading.citations.listed import CAPITAL, PARTICLES, Entry
from reread.words.reading import either, words

WORD = rf"{PARTICLES}[{CAPITAL}][\w'’´`-]+"
LINKS = r"(?:of|for|on|the|and|in) "
NAME = rf"{WORD}(?: (?:{LINKS})?{WORD}){{0,6}}"
AND = r"(?:,? ?& ?|,? and |,? dan )"
AL = r"(?:,? et\.? al\b\.?|,? dkk\b\.?)"
WHO = rf"(?P<who>{NAME}(?:(?:, {WORD}(?: {WORD}){{0,2}})*{AND}{WORD}(?: {WORD}){{0,2}})?)(?P<al>{AL})?(?:['’]s?)?"
YEAR = r"(?:18|19|20)\d\d[a-z]?"
YEARS = rf"(?P<years>{YEAR}(?:, ?(?:{YEAR}|[a-z]\b))*)"
INSIDE = re.compile(rf"{WHO},? ?\(?{YEARS}(?![\d-])")
BEFORE = re.compile(rf"{WHO},? [(\[]{YEARS}(?=[)\],;:])")
BRACKETS = re.compile(r"[(\[]([^()\[\]]{4,600})[)\]]")
NUMBERS = r"\d{1,3}(?: ?[,;-] ?\d{1,3})*"
SQUARE = re.compile(rf"\[({NUMBERS})\](?: ?- ?\[(\d{{1,3}})\])?")
RAISED = re.compile(rf"(?<=[a-z][a-z][a-z.,;)\"'])\^\(?({NUMBERS})(?![\d.%])")
LOST = re.compile(r"(?<=[a-z)]) (\d{1,2}(?: \d{1,2}){0,4})(?= \.| \||$)")  # raised once, and now like words
ENOUGH = 3  # citations that make a style
SOME = 5  # of those that only look like citations
NO_NAME = re.compile(
    rf"^(?:{either(words('labels_of_places'))}|{either(words('months'))}|In|On|Since|During|Until|By|From|Between|Version|"
    r"Windows|Release|Copyright|Spring|Summer|Autumn|Fall|Winter|Volume|Issue|Accessed|Available)$"
)
OPENER = re.compile(rf"^(?:{either(words('openers'))},? )+(?=\S)")


@dataclass(frozen=True)
class Mark:
    """One citation: its words, line and sentence; who (surnames as cited), and others, in which year; or the number."""

    text: str
    line: int
    place: str
    sentence: str
    who: tuple[str, ...] = ()
    al: bool = False
    year: str = ""
    number: int = 0


@dataclass(frozen=True)
class Found:
    """The style of a document, its citations, and whether the numbers are only what is left of raised ones."""

    style: str
    marks: tuple[Mark, ...]
    lost: bool = False


def in_text(body: Sequence[Line], entries: Sequence[Entry]) -> Found:
    """The citations in the text of a document."""
    named = [mark for line in body for mark in _named(line)]
    square = [mark for line in body for mark in _numbered(line, SQUARE)]
    labels = any(entry.label is not None for entry in entries)
    if len(square) >= ENOUGH and len(square) > len(named) and (labels or not entries):
        return Found("numbers", tuple(square))
    if len(named) >= ENOUGH or (named and entries and not labels):
        return Found("author and year", tuple(named))
    raised = [mark for line in body for mark in _numbered(line, RAISED)]
    if labels and len(raised) >= SOME:
        return Found("raised numbers", tuple(raised))
    lost = [mark for line in body for mark in _numbered(line, LOST)]
    if not entries and len(lost) >= SOME and sum(" ." in line.text for line in body) >= SOME:
        return Found("numbers", tuple(lost), lost=True)
    return Found("", ())


def _named(line: Line) -> Iterator[Mark]:
    taken: list[tuple[int, int]] = []
    for bracket in BRACKETS.finditer(line.text):
        for match in INSIDE.finditer(line.text, bracket.start(1), bracket.end(1)):
            taken.append(match.span())
            yield from _marks(match, line)
    for match in BEFORE.finditer(line.text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield from _marks(match, line)


def _marks(match: re.Match[str], line: Line) -> Iterator[Mark]:
    told = OPENER.sub("", match["who"])
    who = tuple(name.strip() for name in re.split(rf"{AND}|, ", told) if name.strip())
    if not who or NO_NAME.match(who[-1].split(" ")[-1]):
        return
    years = re.findall(rf"{YEAR}|(?<=, )[a-z]\b|(?<=,)[a-z]\b", match["years"])
    last = ""
    for year in years:
        last = year if len(year) > 1 else last[:4] + year
        text = f"{told}{match['al'] or ''}, {last}"
        sentence = _sentence(line.text, match.start(), match.end())
        yield Mark(text, line.number, line.place, sentence, who, bool(match["al"]), last)


def _numbered(line: Line, pattern: re.Pattern[str]) -> Iterator[Mark]:
    for match in pattern.finditer(line.text):
        numbers = [int(each) for each in re.findall(r"\d+", match[1])]
        if 0 in numbers:  # an interval, or a vector
            continue
        for low, high in re.findall(r"(\d{1,3}) ?- ?(\d{1,3})", match[1]):
            numbers += range(int(low) + 1, min(int(high), int(low) + 100))
        if pattern is SQUARE and match[2]:
            numbers += range(numbers[-1] + 1, min(int(match[2]), numbers[-1] + 100) + 1)
        for number in numbers:
            sentence = _sentence(line.text, match.start(), match.end())
            yield Mark(match[0].strip(), line.number, line.place, sentence, number=number)


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a stretch; a full stop after an initial or "al" ends none."""
    stops = [
        m.end()
        for m in re.finditer(r"(?<![A-Z])(?<!\bal)(?<!\bvs)(?<!e\.g)(?<!i\.e)[.!?][\"')\]]*(?= [A-Z(\[]|$)", text)
    ]
    low = max((stop for stop in stops if stop <= start), default=0)
    high = min((stop for stop in stops if stop >= end), default=len(text))
    return text[low:high].strip()
