"""In which sentence stands the mean of everybody beside those of the parts, each with its n?

One mean of everybody, whom a word names (overall, all of them), comes first or last; each mean stands beside an n in
brackets, the parts' n make up that of everybody, and no other number with as many decimals stands in the sentence.
Words that speak of weights or of a model, and medians, leave it alone.

>>> from reread.reading.typed import read_lines
>>> text = "Overall the mean was 7.3 (n = 41); in those under 65 (n = 30) it was 6.2 and in the others (n = 11) 7.4."
>>> page, tests = read_lines([text])
>>> [dict(result.parts) for result in found(page, tests)]
[{'whole.n': 1, 'whole.mean': 0, 'groups.part 1.n': 3, 'groups.part 1.mean': 4, 'groups.part 2.n': 5, \
'groups.part 2.mean': 6}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reread.reading.links.group_tests import NEVER
from reread.reading.links.result import Result, speaks_of, sure
from reread.reading.printed_tests import TokensOfTest
from reread.reading.scope import Place
from reread.reading.sentences import Sentence, sentences
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, labels, words

SIZE = re.compile(rf"[(\[]\s*[nN]\s*=\s*(?P<n>{N})\s*[)\]]")
EVERYONE = re.compile(rf"(?<!\w)(?i:{either(words('everyone'))})(?!\w)")
MEAN = re.compile(rf"(?<!\w)(?i:{either(labels()['mean'])})(?!\w)")
OTHERWISE = re.compile(rf"(?<!\w)(?i:{either([*labels()['median'], *labels()['se']])})(?!\w)")
FEWEST = 3  # means: of everybody and of two parts
Pair = tuple[int, int]  # n and mean, by token


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """The means of each such sentence."""
    for sentence in sentences(page.text):
        text = page.text[sentence.start : sentence.end]
        if sentence.row or sentence.apart or not MEAN.search(text) or OTHERWISE.search(text):
            continue
        pairs = _pairs(page, sentence)
        whole = _whole(page, sentence, pairs)
        if whole is None:
            continue
        parts = [pair for pair in pairs if pair != whole]
        named = {"whole": whole} | {f"groups.part {k}": pair for k, pair in enumerate(parts, 1)}
        tokens = {
            f"{name}.{part}": t for name, pair in named.items() for part, t in zip(("n", "mean"), pair, strict=True)
        }
        if not any(speaks_of(page, kind, Place(list(tokens.values())), "of_means") for kind in NEVER):
            yield Result("parts", tokens, {"complete": True})


def _pairs(page: Skeleton, sentence: Sentence) -> list[Pair]:
    """Each n in brackets with the number beside it that has as many decimals as all the others; none where unclear."""
    text = page.text[sentence.start : sentence.end]
    sizes = [page.at(sentence.start + m.start("n")) for m in SIZE.finditer(text)]
    inside = range(page.at(sentence.start), page.at(sentence.end))
    means = [token for token in inside if page.tokens[token].decimals > 0]
    tokens = sorted([*sizes, *means])
    plain = all(page.tokens[token].comparator == "=" for token in tokens) and sure(page, tokens)
    typed = all(page.stats[token] in ("", "mean") for token in means) and all(page.tokens[n].whole for n in sizes)
    alike = len({page.tokens[token].decimals for token in means}) == 1
    if not (plain and typed and alike and len(sizes) == len(means) >= FEWEST):
        return []
    pairs = list(zip(tokens[::2], tokens[1::2], strict=True))
    return (
        [(a, b) if a in sizes else (b, a) for a, b in pairs]
        if all((a in sizes) != (b in sizes) for a, b in pairs)
        else []
    )


def _whole(page: Skeleton, sentence: Sentence, pairs: list[Pair]) -> Pair | None:
    """The pair of everybody: the first or the last, behind the word that names them, whose n the others make up."""
    for k in (0, len(pairs) - 1) if pairs else ():
        rest = [page.tokens[n].value for at, (n, _) in enumerate(pairs) if at != k]
        start = page.places[max(pairs[k - 1])] if k else sentence.start
        said = EVERYONE.search(page.text, start, page.places[min(pairs[k])])
        if said and page.tokens[pairs[k][0]].value == sum(rest) and all(n > 0 for n in rest):
            return pairs[k]
    return None
