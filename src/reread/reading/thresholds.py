"""Is a printed p a result, or the level it is held against?

`p < 0.05` beside "considered significant", the second of `p = 0.000, < 0.05`, and a gloss in a bracket after the word
p-value (`p-value (less than 0.05)`) are levels (alpha); all else is a result.

>>> page = Skeleton.of(["p = 0.000, <0.05. A p-value ≤ 0.05 was considered significant. We found p < 0.01."], ".")
>>> from reread.reading.labelled import label_numbers
>>> label_numbers(page, ("p",)); tell_thresholds(page); page.stats
['p', 'alpha', 'alpha', 'p']
"""

from __future__ import annotations

import re
from fractions import Fraction

from reread.reading.labelled import OVER, UNDER
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, labels, words

CUE = re.compile(either(words("thresholds")))
AGAIN = re.compile(rf"\s*[,;(/]?\s*(?:(?:[pP]|α)\s*)?(?P<words>(?:\w+\s)?(?:{OVER}|{UNDER})\s*)?(?P<value>{N})")
LEVEL_SAID = re.compile(rf"(?P<value>{N})\s*{either(labels()['alpha'])}(?!\w)")
BRACKET = re.compile(rf"\((?:{OVER}|{UNDER})")
GLOSS = re.compile(rf"{either(labels()['p'])}\s*\((?:{OVER}|{UNDER})\s*(?P<value>{N})\s*\)")
ENDS = re.compile(r"\.\s|;|\n\n")
REACH = 60
LEVELS = {Fraction(level) for level in ("0.05", "0.01", "0.001", "0.1", "0.025", "0.005", "5", "1", "10")}


def tell_thresholds(page: Skeleton) -> None:
    """Retype as alpha every p that is a level."""
    for token, stat in enumerate(page.stats):
        if stat == "p" and page.tokens[token].comparator == "=":
            _second(page, token)
    glosses = [match.start() for match in BRACKET.finditer(page.text)]
    for match in [*page.find(GLOSS, glosses), *page.find(LEVEL_SAID)]:
        token = page.index(match, "value")
        page.stats[token] = "alpha" if page.tokens[token].readable else page.stats[token]
    for token, stat in enumerate(page.stats):
        if stat == "p" and page.tokens[token].comparator != "=" and _level(page, token) and _beside_cue(page, token):
            page.stats[token] = "alpha"


def _beside_cue(page: Skeleton, token: int) -> bool:
    """Does a word for a threshold stand within six words or so in the sentence, and no other p?"""
    place = page.places[token]
    start = max(
        (m.end() for m in ENDS.finditer(page.text, max(0, place - REACH), place)), default=max(0, place - REACH)
    )
    stop = ENDS.search(page.text, place, place + REACH)
    end = stop.start() if stop else place + REACH
    others = [k for k in range(page.at(start), page.at(end)) if page.stats[k] == "p" and k != token]
    return not others and bool(CUE.search(page.text, start, end))


def _level(page: Skeleton, token: int) -> bool:
    return page.tokens[token].value in LEVELS


def _second(page: Skeleton, token: int) -> None:
    behind = AGAIN.match(page.text, page.places[token] + 1)
    if behind is None:
        return
    other = page.index(behind, "value")
    if (
        (behind["words"] or page.tokens[other].comparator != "=")
        and _level(page, other)
        and page.stats[other] in ("", "p")
    ):
        page.stats[other] = "alpha"
