"""Where in a text do these words stand, each by itself?

Of hundreds of words a text has few. So only those are looked for all of whose parts are words of the text.

>>> Phrases(("bootstrap", "random shuffles", "log10")).found("By random  shuffles, not bootstrapped.")
((3, 'random  shuffles'),)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reread.words.reading import either, words

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Phrases:
    """Words and phrases, those that are tried first in front."""

    names: tuple[str, ...]

    def found(self, text: str) -> tuple[tuple[int, str], ...]:
        """Start and text of each, in their order."""
        return _found(text, self)

    def stand_in(self, text: str) -> bool:
        """Does one of them stand there?"""
        return bool(_found(text, self))


@cache
def of_kind(kind: str) -> Phrases:
    """The words of a kind, in all languages."""
    return Phrases(words(kind))


@lru_cache(maxsize=512)
def _found(text: str, phrases: Phrases) -> tuple[tuple[int, str], ...]:
    there = _words_of(text)
    able = tuple(name for name, parts in _parts(phrases) if parts <= there)
    return tuple((match.start(), match.group()) for match in _pattern(able).finditer(text)) if able else ()


@lru_cache(maxsize=8)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower()))


@cache
def _parts(phrases: Phrases) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((name, frozenset(WORD.findall(name.lower()))) for name in phrases.names)


@lru_cache(maxsize=4096)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){either(names)}(?!\w)")
