"""Which works does a list of references name: who, when, what?

The list begins at a line that is only its heading and ends at an appendix. One line is one entry; what cannot be taken
apart for certain (a group, an unusual form) is kept whole and says so.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from reread.documents import Document, Line
from reread.reading.not_statistics import AFTER, HEADING

CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
OF_NAMES = (
    r"[Vv]an|[Vv]on|[Dd]e[rnl]?|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Ll][ae]|[Tt]e[nr]|[Ee]l|[Aa]l|[Bb]in|[Ii]bn|[Ss]t\.?"
)
PARTICLES = rf"(?:(?:{OF_NAMES})[ -])*"
SURNAME = rf"{PARTICLES}[{CAPITAL}][\w'’´`-]+(?:[ -]{PARTICLES}[{CAPITAL}][\w'’´`-]+){{0,3}}"
INITIALS = rf"(?:[{CAPITAL}]\.?[ -]?){{1,4}}(?:,? (?:Jr|Sr|II|III)\b\.?)?"
BULLET = re.compile(r"^\s*(?:[-*•–]\s+)?(?:\[?(?P<label>\d{1,3})(?:[\].)]+\s*|\s+(?=[A-Z])))?")
YEAR_IN_BRACKETS = re.compile(r"\(\s*((?:18|19|20)\d\d)\s*([a-z])?\b[^()]{0,30}\)")
YEAR_OF_ISSUE = re.compile(r"(?<![\d/.-])((?:18|19|20)\d\d)([a-z])?(?: [A-Z][a-z]{2,8}(?: \d{1,2})?)?(?= ?[;:] ?\S)")
YEAR = re.compile(r"(?<![\d/.-])((?:18|19|20)\d\d)([a-z])?(?![\d/-])(?=[;:.,) ]|$)")
DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+", re.IGNORECASE)
COMMA_FIRST = re.compile(rf"({SURNAME})\s*,\s*{INITIALS}(?=[\s,;&.]|$)")
INITIALS_LAST = re.compile(rf"({SURNAME}) [{CAPITAL}]{{1,4}}(?=\s*(?:[,;.&(]|and\b|et\b|$))")
BETWEEN = re.compile(r"(?:[\s,;.&…]|\band\b|\bdan\b|\bet al\b|\bdkk\b|\(eds?\)|\beds?\b)*", re.IGNORECASE)
MORE = re.compile(r"\bet al\b|\bdkk\b|…|\.\.\.", re.IGNORECASE)
MOST_LINES = 4_000
SHORT = 80  # characters in which the names of an entry stand, where they could not be read


@dataclass(frozen=True)
class Entry:
    """One entry: its line, text and number; surnames, whether there are more of them, and whether all were read; year
    with its letter, all years that it prints, title and DOI, as far as they are there."""

    line: int
    text: str
    label: int | None
    names: tuple[str, ...]
    more: bool
    certain: bool
    year: str
    years: frozenset[str]
    title: str
    doi: str


def plain(name: str) -> str:
    """A name as it is compared: small letters without accents, hyphens and apostrophes as nothing.

    >>> plain("Sánchez-López"), plain("O’Neill")
    ('sanchezlopez', 'oneill')
    """
    letters = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o").replace("ł", "l").replace("ı", "i"))
    return "".join(letter for letter in letters if letter.isalnum() or letter == " ")


def listed(document: Document) -> tuple[list[Entry], list[Line]]:
    """The entries of the list, and the lines that are not of it."""
    lines = list(document.lines)
    heads = [k for k, line in enumerate(lines) if HEADING.fullmatch(line.text)]
    if not heads:
        return [], lines
    start = heads[-1] + 1
    end = next((k for k in range(start, len(lines)) if AFTER.fullmatch(lines[k].text)), len(lines))
    entries = [_entry(line) for line in lines[start:end][:MOST_LINES] if len(line.text.strip()) > 20]
    return [entry for entry in entries if entry.year or entry.doi or entry.label], lines[: start - 1] + lines[end:]


def _entry(line: Line) -> Entry:
    head = BULLET.match(line.text)
    label = int(head["label"]) if head and head["label"] else None
    text = line.text[head.end() if head else 0 :].replace("*", "").strip()
    year = YEAR_IN_BRACKETS.search(text) or YEAR_OF_ISSUE.search(text) or YEAR.search(text)
    names, certain, end = _names(text[: year.start()] if year else text)
    years = frozenset(match[1] for pattern in (YEAR_IN_BRACKETS, YEAR) for match in pattern.finditer(text))
    doi = DOI.search(text)
    return Entry(
        line.number, text, label, names, bool(MORE.search(text[: end or SHORT])), certain,
        f"{year[1]}{year[2] or ''}" if year else "", years, _title(text, year, end),
        doi[0].rstrip(".,;)").casefold() if doi else "",
    )  # fmt: skip


def _names(text: str) -> tuple[tuple[str, ...], bool, int]:
    """The surnames at the beginning of a text, whether all up to there (or to a full stop) is names, and their end."""
    for pattern in (COMMA_FIRST, INITIALS_LAST):
        names, at, stopped = list[str](), 0, False
        while not stopped and (match := pattern.match(text, at)) is not None:
            names.append(match[1])
            between = BETWEEN.match(text, match.end())
            at = between.end() if between else match.end()
            stopped = pattern is INITIALS_LAST and text[match.end() : match.end() + 1] == "."
        if names:
            return tuple(names), stopped or not text[at:].strip(" .,;:("), at
    group = re.split(r"[.(]", text, maxsplit=1)[0].strip(" ,;:")
    return ((group,) if group else ()), False, len(group)


def _title(text: str, year: re.Match[str] | None, end: int) -> str:
    """The words after the year where that follows the names, else after the names, to the first full stop."""
    begin = year.end() if year and year.start() - end < 12 else end
    rest = text[begin:].lstrip(" .,;:)(")
    stop = re.search(r"(?<=[^\W\d_])[.?!](?= |$)|(?<=[)”\"'?!\d])[.?!](?= [A-Z]|$)", rest)
    return rest[: stop.start() + (rest[stop.start()] in "?!")].strip() if stop else rest.strip()
