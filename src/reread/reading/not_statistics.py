"""Which numbers are no statistics, whatever stands beside them: references, labels of places, codes of a scale?

The list of references begins at a line that is only its heading and ends at an appendix. "Table 1", "type 2" and "day
3" name a place; "0 = low, 1 = moderate" names the codes of a scale.

>>> page = Skeleton.of(["Score: 0 = low, 1 = high; Table 2", "References", "Lee (2021). t = 2, p = .04"], ".")
>>> set_aside(page); page.stats
['code', 'code', 'none', 'none', 'none', 'none']
"""

from __future__ import annotations

import re
from functools import lru_cache

from reread.reading.grouped import OF_TOTAL
from reread.reading.skeleton import NONE, Skeleton
from reread.reading.skeleton import NUMBER as N
from reread.words.reading import either, words

HEADING = re.compile(rf"^[#* ]*(?:\d+\.?\s*)?{either(words('references'))}[*: ]*$", re.MULTILINE)
AFTER = re.compile(rf"^[#* ]*{either(words('after_references'))}\b[^\n]{{0,60}}$", re.MULTILINE)
PLACE = re.compile(rf"(?<!\w){either(words('labels_of_places'))}\.?\s*-?(?P<first>{N})(?:\s*(?:,|-|and|dan|&)\s*{N})*")
# "in the control group 12 of 20 (60%)" counts people, and "group 12" names none
SHARE = re.compile(rf"\s*{OF_TOTAL}\s*{N}[^.;\n{N}()]{{0,40}}[(\[]\s*{N}\s*%?\s*[)\]]")
CODE = re.compile(rf"(?P<code>{N})\s*=\s*(?=[^\W\d_{N}]{{3}})")
CODES_SAID = re.compile(rf"(?<!\w){either(words('codes'))}")

AHEAD = 400  # characters before a code in which its scale may be named
CLOSE = 60  # characters between two codes of one scale


def references(page: Skeleton) -> tuple[int, int]:
    """The lines (from 0) between which the list of references stands: the first, and the one behind the last."""
    start, end = reference_list(page.text)
    return page.text.count("\n", 0, start), page.text.count("\n", 0, end) + (start < end == len(page.text))


@lru_cache(maxsize=4)
def reference_list(text: str) -> tuple[int, int]:
    """Where the list of references begins and ends in the text; at its end where there is none."""
    headings = list(HEADING.finditer(text))
    if not headings:
        return len(text), len(text)
    start = headings[-1].end()  # a table of contents names it, too
    end = AFTER.search(text, start)
    return start, end.start() if end else len(text)


def set_aside(page: Skeleton) -> None:
    """Mark these numbers, so that nothing else types them."""
    start, end = reference_list(page.text)
    for token in range(page.at(start), page.at(end)):
        page.give(token, NONE)
    for match in page.starting(PLACE, words("labels_of_places")):
        for token in page.numbers(match):
            if page.tokens[token].whole and not SHARE.match(page.text, page.places[token] + 1):
                page.give(token, NONE)
    codes = list(page.find(CODE))
    for k, match in enumerate(codes):
        ahead = max(page.text.rfind("\n", 0, match.start()) + 1, match.start() - AHEAD)
        token = page.index(match, "code")
        others = [*codes[max(0, k - 1) : k], *codes[k + 1 : k + 2]]
        beside = any(abs(other.start() - match.start()) < CLOSE for other in others)
        if page.tokens[token].whole and (CODES_SAID.search(page.text, ahead, match.start()) or beside):
            page.give(token, "code")
