"""How does a document look when every number in it is one sign?

Patterns of statistics are short once a number is one character: `t(N) = N, p N`. A `Skeleton` is the normalised text of
a document with each number replaced by `N` (a private character), and the way back from each to its token and line. No
pattern reaches over the end of a table's row: what stands last in one says nothing of the label of the next.

>>> page = Skeleton.of(["t(28) = 2.20,", "p = .03"], ".")
>>> page.text.replace(NUMBER, "N"), [token.text for token in page.tokens], page.lines
('t(N) = N,\\np = N', ['28', '2.20', '.03'], [0, 0, 1])
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache, cached_property

from reread.numbers.lexer import Token, tokens
from reread.reading.glyphs import mend

NUMBER = "\ue000"
NONE = "none"  # the type of what is no statistic, whatever stands beside it
BEFORE, BEHIND = 120, 80  # around a number: near
AHEAD, AFTER = 60, 200  # around such a place: longer than any match
WORD = re.compile(r"\w+")
ROW = re.compile(r"^.*\|.*$", re.MULTILINE)


@dataclass
class Skeleton:
    """Text with numbers as signs; tokens, the line and the place in the text of each; the type given to each so far."""

    text: str
    tokens: list[Token]
    lines: list[int]
    places: list[int]
    stats: list[str]
    near: list[tuple[int, int]]  # stretches of the text around numbers, none over the end of a row
    printing: dict[tuple[Fraction, int], set[int]] = field(default_factory=dict)  # by `scope`, once

    @classmethod
    def of(cls, lines: Sequence[str], mark: str) -> Skeleton:
        """The skeleton of normalised lines of a document with this decimal mark."""
        pieces, found, of_line, places, length = [], [], [], [], 0
        for number, line in enumerate(lines):
            plain, mended = mend(line.replace(NUMBER, " "))
            goes_on = plain.endswith(".") and lines[number + 1 : number + 2] and lines[number + 1][:1].isdigit()
            at = 0
            for token in tokens(plain, mark):
                pieces.append(plain[at : token.start] + NUMBER)
                length += token.start - at + 1
                places.append(length - 1)
                cut = goes_on and token.decimals == 0 and token.end == len(plain) - 1
                found.append(_as_printed(replace(token, unsure="spacing") if cut else token, line, mended))
                of_line.append(number)
                at = token.end
            pieces.append(plain[at:] + "\n")
            length += len(plain) - at + 1
        stats = ["" if token.readable else NONE for token in found]
        text = "".join(pieces)[:-1]
        return cls(text, found, of_line, places, stats, list(_parted(_near(places), text)))

    def find(self, pattern: re.Pattern[str], around: Sequence[int] | None = None) -> Iterator[re.Match[str]]:
        """Matches of a pattern that has a number in it: only the text near numbers is searched.

        `around`: the places from which no match is far (of a sign, or of a word within it), where they are known.
        """
        for start, end in self.near if around is None else self._within_near(around):
            yield from pattern.finditer(self.text, start, end)

    def starting(self, pattern: str | re.Pattern[str], names: Sequence[str]) -> Iterator[re.Match[str]]:
        """Matches of a pattern that begins with one of these names: only there it is tried, and compiled."""
        ends = [end for _, end in self.near]
        at = 0
        for place in self.begins(names):
            end = ends[bisect_left(ends, place)]
            match = _compiled(pattern).match(self.text, place, end) if place >= at else None
            if match:
                yield match
                at = match.end()

    def begins(self, names: Sequence[str]) -> list[int]:
        """Where a word stands that one of these names begins with, or its plural."""
        return sorted({place for word in _first_words(tuple(names)) for place in self.words.get(word, ())})

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Every word near numbers, in small letters, and where it stands."""
        found: dict[str, list[int]] = {}
        for start, end in self.near:
            for match in WORD.finditer(self.text, start, end):
                found.setdefault(match.group().lower(), []).append(match.start())
        return found

    @cached_property
    def printed(self) -> str:
        """The text with its numbers as printed."""
        pieces = self.text.split(NUMBER)
        printed = zip(pieces[1:], self.tokens, strict=True)
        return pieces[0] + "".join(token.text + piece for piece, token in printed)

    def place_of(self, printed: int) -> int:
        """Where in the text a place of the printed text is; within a number, its sign."""
        k = bisect_left(self._starts, printed + 1) - 1
        if k < 0:
            return printed
        return self.places[k] + max(0, printed - self._starts[k] - len(self.tokens[k].text) + 1)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each number begins in the printed text."""
        found, longer = [], 0
        for place, token in zip(self.places, self.tokens, strict=True):
            found.append(place + longer)
            longer += len(token.text) - 1
        return found

    def _within_near(self, around: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Stretches around these places, joined where they meet, no farther than `near`."""
        ends = [end for _, end in self.near]
        low = high = -1
        for place in around:
            k = bisect_left(ends, place)
            if k == len(self.near) or place + AFTER < self.near[k][0]:
                continue
            start, end = max(place - AHEAD, self.near[k][0]), min(place + AFTER, self.near[k][1])
            if start > high:
                if high >= 0:
                    yield low, high
                low = start
            high = max(high, end)
        if high >= 0:
            yield low, high

    def index(self, match: re.Match[str], group: str | int) -> int:
        """Which token stands at the end of a group of a match (a group that ends with a number)."""
        return self.at(match.end(group) - 1)

    def at(self, place: int) -> int:
        """Which token stands at a place of the text."""
        return bisect_left(self.places, place)

    def give(self, token: int, stat: str) -> None:
        """Type a token, unless it has a type already."""
        self.stats[token] = self.stats[token] or stat

    def numbers(self, match: re.Match[str]) -> list[int]:
        """The tokens within a match."""
        first = self.at(match.start())
        return list(range(first, first + match.group().count(NUMBER)))


@cache
def _compiled(pattern: str | re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _first_words(names: tuple[str, ...]) -> frozenset[str]:
    first = {match.group().lower() for name in names if (match := WORD.match(name))}
    return frozenset(first | {f"{word}s" for word in first})


def _near(places: list[int]) -> Iterator[tuple[int, int]]:
    """From BEFORE ahead of a number to BEHIND after it, joined where they meet."""
    start = end = -1
    for place in places:
        if place - BEFORE > end:
            if end >= 0:
                yield start, end
            start = max(0, place - BEFORE)
        end = place + BEHIND
    if end >= 0:
        yield start, end


def _parted(stretches: Iterable[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """The stretches, parted where a row begins or ends."""
    ends = sorted({place for row in ROW.finditer(text) for place in row.span()})
    for start, end in stretches:
        for place in ends[bisect_left(ends, start) : bisect_left(ends, end)]:
            if start < place:
                yield start, place
            start = place
        yield start, end


def _as_printed(token: Token, line: str, mended: dict[int, str]) -> Token:
    """The token with the text that the line really prints, and what was mended in it or just before it."""
    printed = line[token.start : token.end]
    if not mended and printed == token.text:
        return token
    near = {mended[place] for place in range(max(0, token.start - 3), token.end) if place in mended}
    unsure = " ".join(filter(None, [token.unsure, *sorted(near)]))
    return replace(token, text=printed, unsure=unsure)
