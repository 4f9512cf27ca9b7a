"""Of which results does a word of a document speak, by where it stands?

A word speaks of a result in its own sentence or its own table (caption, heads, rows, notes), and where its numbers are
printed again. Elsewhere it speaks of the results that its sentence is about: not of others than the numbers or tests
that the sentence names, of none where it is about another analysis (an indirect effect, say) or about one that was done
besides, and of no other test where it prints one of its own, but of those of its kind in the same paragraph.
References, titles, running headers and sections that report no methods never count.

>>> lines = ["It rose, t(38) = 1.02, p = .003. The indirect effect was by bootstrap.", "P came by shuffling."]
>>> page = Skeleton.of(lines, ".")
>>> def spoken(word): return [said.word for said in speaking(page, Phrases((word,)), Place([1, 2], "t", {"p"}))]
>>> spoken("bootstrap"), spoken("shuffling")
([], ['shuffling'])
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

from reread.reading.links.cues import around
from reread.reading.not_statistics import reference_list
from reread.reading.phrases import Phrases
from reread.reading.sentences import CAPTION, ENDS, ENTRY, Sentence, at, sentences, split, table_with_words
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, words

AGAIN = 2  # decimal numbers of a result that a sentence prints again
STATISTICS = frozenset(("t", "F", "chi2", "z", "r", "Q", "U", "W", "H", "ci_low", "OR", "RR", "HR"))
NUMBERS = {"p": "of_p", "ci": "of_intervals", "percent": "of_percentages"}
TESTS = {"t": "of_means", "F": "of_variance", "chi2": "of_frequencies", "r": "of_correlations", "ranks": "of_ranks"}
ALIKE = {"t": ("t", "F"), "F": ("t", "F"), "z": ("ranks", "chi2"), "U": ("ranks",), "W": ("ranks",), "H": ("ranks",),
         "r": ("ranks",), "chi2": ("ranks",), "Q": ("chi2",)}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A word of a document, the line (from 0) on which it stands, and the words around it."""

    word: str
    line: int
    quote: str


@dataclass(frozen=True)
class Place:
    """A result: its numbers by token, its statistic, and the kinds of numbers that it prints."""

    tokens: Sequence[int]
    stat: str = ""
    numbers: Collection[str] = ()
    alike: bool = False  # sentences that print other tests may speak of it, too


def speaking(page: Skeleton, phrases: Phrases, about: Place, must: str = "", never: str = "") -> Iterator[Said]:
    """Every word of a kind that speaks of a result.

    `must`: from elsewhere it speaks of it only where its sentence has a word of this kind, too; `never`: nor then,
    where it has one of this kind.
    """
    spans, own = sentences(page.text), _own(page, about)
    tables = {table_with_words(page.text, k) for k in own if spans[k].row}
    for place, word in _found(page, phrases):
        k = at(spans, place)
        beside = k in own or any(a <= place < b for a, b in tables)
        if beside or (not spans[k].apart and _tells(page, spans[k], about, (must, never))):
            yield _said(page, place, word)


def anywhere(page: Skeleton, phrases: Phrases) -> Iterator[Said]:
    """Every word of a kind but those in the list of references."""
    first, last = reference_list(page.text)
    for place, word in _found(page, phrases):
        if not first <= place < last and not ENTRY.match(page.text, page.text.rfind("\n", 0, place) + 1):
            yield _said(page, place, word)


def telling(text: str, must: str) -> str:
    """Lines around a table without the sentences that are about something else: those without a word of this kind."""
    kept = [line[a:b] for line in text.split("\n") for a, b in split(line)]
    return "\n".join(each for each in kept if not ENDS.search(each) or CAPTION.match(each) or _of(each, must))


def _found(page: Skeleton, phrases: Phrases) -> Iterator[tuple[int, str]]:
    """Where in the text each word stands. Some words have digits ("log10")."""
    for start, word in phrases.found(page.printed):
        yield page.place_of(start), word


def _own(page: Skeleton, about: Place) -> set[int]:
    """The sentences and rows that print a result: its own, and those with two of its decimal numbers."""
    spans = sentences(page.text)
    own = {at(spans, page.places[token]) for token in about.tokens}
    known = {key for token in about.tokens if (key := _key(page, token))}
    again = Counter(k for key in known for k in _printing(page)[key])
    return own | {k for k, often in again.items() if often >= AGAIN}


def _key(page: Skeleton, token: int) -> tuple[Fraction, int] | None:
    printed = page.tokens[token]
    return (abs(printed.value), printed.decimals) if printed.decimals else None


def _printing(page: Skeleton) -> dict[tuple[Fraction, int], set[int]]:
    """The sentences that print each decimal number."""
    if not page.printing:
        spans = sentences(page.text)
        for token, place in enumerate(page.places):
            if key := _key(page, token):
                page.printing.setdefault(key, set()).add(at(spans, place))
    return page.printing


def _tells(page: Skeleton, sentence: Sentence, about: Place, kinds: tuple[str, str]) -> bool:
    """Is a sentence elsewhere about such results?"""
    said = _of(page.text[sentence.start : sentence.end], *kinds)
    printed = page.stats[page.at(sentence.start) : page.at(sentence.end)]
    if said is None or any(stat in STATISTICS for stat in printed):
        alike = about.alike or (about.stat in printed and _one_paragraph(page, sentence, about))
        return said is not None and (alike or "percent" in about.numbers)
    numbers, tests = said
    if numbers and about.numbers and not numbers & set(about.numbers):
        return False
    return not (tests and about.stat) or bool(tests & {about.stat, *ALIKE.get(about.stat, ())})


def _one_paragraph(page: Skeleton, sentence: Sentence, about: Place) -> bool:
    line = page.text.count("\n", 0, sentence.start)
    return any(page.lines[token] == line for token in about.tokens)


@lru_cache(maxsize=2048)
def _of(text: str, must: str, never: str = "") -> tuple[frozenset[str], frozenset[str]] | None:
    """Which numbers and which tests a sentence names; None where it is about something else than usual results."""
    if speaks(text, "other_analyses") or (speaks(text, "done_besides") and not speaks(text, "of_printed_p")):
        return None
    if (must and not speaks(text, must)) or (never and speaks(text, never)):
        return None
    numbers, tests = (
        frozenset(name for name, kind in kinds.items() if speaks(text, kind)) for kinds in (NUMBERS, TESTS)
    )
    return numbers, frozenset() if speaks(text, "of_all") else tests


def speaks(text: str, kind: str) -> bool:
    """Does a word of this kind stand in a stretch of text?"""
    return bool(_pattern(kind).search(text))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(words(kind))}(?!\w)")


def _said(page: Skeleton, place: int, word: str) -> Said:
    start = page.text.rfind("\n", 0, place) + 1
    stop = page.text.find("\n", place)
    text = page.text[start : len(page.text) if stop < 0 else stop]
    quote = around(text, place - start, place - start + len(word))
    return Said(word, page.text.count("\n", 0, start), _filled(page, start + text.find(quote), quote))


def _filled(page: Skeleton, start: int, text: str) -> str:
    """A stretch of the text with its numbers as printed."""
    digits = iter(page.tokens[page.at(start) :])
    return "".join(next(digits).text if character == N else character for character in text)
