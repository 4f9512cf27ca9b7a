"""What do a document's words suggest about design, control, time of the first measurement and number of people?

A cue is a phrase of `extract/languages/`; what it suggests is proposed with its place and never taken as stated. Where
cues of one part suggest different things nothing is proposed, and all of them are shown.

>>> lines = ["A one-group pretest-posttest design; future work should be a randomised controlled trial."]
>>> [(cue.part, cue.suggests) for cue in cues(Skeleton.of(lines, "."), lines)]
[('design', 'one-group pretest-posttest')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reread.reading.phrases import Phrases
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, trees, words

CHOSEN = ("design", "control")  # a cue names one of several kinds
POINTED = ("first_measured", "n")  # a cue stands before a number
NOT = re.compile(r"(?i)\b(?:not|non|no|tidak|bukan|tanpa)[\s-]*(?:(?:a|an|the|any|sebuah|suatu)\s+)?$")
ELSEWHERE = re.compile(rf"(?<!\w){either(words('other_studies'))}(?!\w)[^.;]{{0,80}}$")
SHOWN = 70  # characters around a cue
APART = "\x00"  # between lines: no phrase goes on over it


@dataclass(frozen=True)
class Cue:
    """One phrase: which part it is about, what it suggests (or the token of the number), the line, and the words."""

    part: str
    suggests: str
    line: int
    quote: str
    token: int | None = None


def cues(page: Skeleton, lines: Sequence[str]) -> list[Cue]:
    """Every cue of a document in its order, each suggestion at its first place only."""
    found = [*_chosen(lines), *_pointed(page, lines)]
    first: dict[tuple[str, str], Cue] = {}
    for cue in sorted(found, key=lambda cue: cue.line):
        first.setdefault((cue.part, cue.suggests), cue)
    return list(first.values())


def proposed(found: Sequence[Cue], part: str) -> Cue | None:
    """The only suggestion about a part, if there is only one."""
    about = [cue for cue in found if cue.part == part]
    return about[0] if len(about) == 1 else None


@cache
def _phrases(part: str) -> list[tuple[str, Phrases]]:
    kinds: dict[str, list[str]] = {}
    for tree in trees().values():
        for kind, listed in (tree.get("cues") or {}).get(part, {}).items() if part in CHOSEN else ():
            kinds.setdefault(kind, []).extend(listed)
    return [(kind, Phrases(tuple(listed))) for kind, listed in kinds.items()]


@cache
def _before_numbers(part: str) -> re.Pattern[str]:
    listed = [phrase for tree in trees().values() for phrase in (tree.get("cues") or {}).get(part, ())]
    return re.compile(rf"(?<!\w){either(listed)}[\s-]*(?:[^\W\d_]+\s+){{0,2}}?(?P<value>{N})")


def _chosen(lines: Sequence[str]) -> Iterator[Cue]:
    text = APART.join(lines)
    for part in CHOSEN:
        for kind, phrases in _phrases(part):
            for start, phrase in phrases.found(text):
                number, begin = text.count(APART, 0, start), text.rfind(APART, 0, start) + 1
                if _of_this_study(text[begin:start]):
                    yield Cue(part, kind, number, around(lines[number], start - begin, start - begin + len(phrase)))
                    break


def _of_this_study(before: str) -> bool:
    return not NOT.search(before) and not ELSEWHERE.search(before)


def _pointed(page: Skeleton, lines: Sequence[str]) -> Iterator[Cue]:
    for part in POINTED:
        for match in page.find(_before_numbers(part)):
            token = page.index(match, "value")
            printed, number = page.tokens[token], page.lines[token]
            plain = printed.whole and printed.comparator == "=" and not printed.text.endswith("%")
            if plain and not printed.unsure and (part != "n" or page.stats[token] == "n"):
                quote = around(lines[number], max(0, printed.start - SHOWN // 2), printed.end)
                yield Cue(part, str(printed.value), number, quote, token)


def around(line: str, start: int, end: int) -> str:
    """The words of a line around a stretch of it."""
    low = line.rfind(" ", 0, max(0, start - SHOWN)) + 1 if start > SHOWN else 0
    high = line.find(" ", min(len(line), end + SHOWN))
    return line[low : high if high >= 0 else len(line)].strip()
