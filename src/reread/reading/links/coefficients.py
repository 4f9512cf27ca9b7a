"""Which coefficient stands beside its standard error and its t or z in a sentence?

The form says it: `b = .50, SE = .10, t(98) = 5.00, p < .001`, with nothing else between. Where an interval behind shows
that the standard error is that of the coefficient, it is said to be of a regression; else which it is is not told: it
may be a standardised one beside the error of another.

>>> from reread.reading.typed import read_lines
>>> text = "Age told, b = 0.50, SE = 0.10, t(98) = 5.00, p < .001, 95% CI [0.30, 0.70]."
>>> page, tests = read_lines([text])
>>> [(result.name, list(result.parts), dict(result.about)) for result in found(page, tests)]
[('coefficient', ['estimate', 'se', 't', 'df'], {'test': 'regression'})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reread.reading.links.result import Result, sure
from reread.reading.printed_tests import TokensOfTest
from reread.reading.sentences import at, sentences
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, labels, words

NAMES = either([*words("coefficients"), "B", "b"])
SE = either([*labels()["se"], *words("errors")])
BEFORE = re.compile(
    rf"(?<![\w.]){NAMES}\s*[=:]\s*(?P<b>{N})\s*[,;(\[]\s*{SE}\s*[=:]?\s*(?P<se>{N})\s*[)\]]?\s*[,;]\s*$"
)
REACH = 80
CRITICAL = (Fraction(19, 10), Fraction(22, 10))  # of a 95 % interval of at least twenty


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every coefficient with its error and its t or z."""
    spans = sentences(page.text)
    for test in tests:
        if test.stat not in ("t", "z"):
            continue
        match = BEFORE.search(page.text, max(0, test.start - REACH), test.start)
        if not match:
            continue
        b, se = page.index(match, "b"), page.index(match, "se")
        parts = {"estimate": b, "se": se, test.stat: test.value} | ({"df": test.df[0]} if len(test.df) == 1 else {})
        plain = all(page.tokens[token].comparator == "=" for token in parts.values())
        if plain and page.tokens[se].value > 0 and sure(page, list(parts.values())):
            sentence = spans[at(spans, test.start)]
            shown = _shown_by_interval(page, b, se, range(test.value + 1, page.at(sentence.end)))
            yield Result("coefficient", parts, {"test": "regression"} if shown else {})


def _shown_by_interval(page: Skeleton, b: int, se: int, behind: range) -> bool:
    """Is the one interval behind it the coefficient and about two standard errors on either side?"""
    ends = [[token for token in behind if page.stats[token] == end] for end in ("ci_low", "ci_high")]
    if any(len(each) != 1 for each in ends):
        return False
    low, high = (page.tokens[each[0]] for each in ends)
    estimate, error = page.tokens[b], page.tokens[se]
    room = low.reported.unit + estimate.reported.unit
    half = (high.value - low.value) / 2
    centred = abs((high.value + low.value) / 2 - estimate.value) <= room
    least, most = (
        (error.value - error.reported.unit / 2) * CRITICAL[0],
        (error.value + error.reported.unit / 2) * CRITICAL[1],
    )
    return centred and least - room <= half <= most + room
