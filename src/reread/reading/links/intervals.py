"""Which estimate does a printed confidence interval belong to?

The one right before it, with nothing but the words and level of the interval between them: `OR = 2.1 (95% CI 1.2 to
3.7)`, `mean difference 1.4, 95% CI [0.3, 2.5]`; the p right behind it, if there is one, is of both.

>>> from reread.reading.typed import read_lines
>>> page, _ = read_lines(["OR = 2.10 (95% CI 1.20 to 3.70), p = .01; in men the risk fell (95% CI 0.2 to 0.9)"])
>>> [(result.name, dict(result.parts)) for result in found(page, [])]
[('OR', {'OR': 0, 'ci.low': 2, 'ci.high': 3, 'ci.level': 1, 'p': 4})]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reread.reading.links.result import Result, between, says_nothing_else, sure
from reread.reading.printed_tests import TokensOfTest
from reread.reading.skeleton import Skeleton

PARTS = {
    "OR": "OR",
    "RR": "RR",
    "HR": "HR",
    "md": "estimate",
    "mean": "estimate",
    "beta": "estimate",
    "d": "d",
    "g": "g",
}


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every interval with its estimate."""
    for low in range(1, len(page.tokens) - 1):
        if (page.stats[low], page.stats[low + 1]) != ("ci_low", "ci_high"):
            continue
        level = low - 1 if page.stats[low - 1] == "ci_level" else None
        estimate = low - 1 if level is None else low - 2
        if estimate < 0 or page.stats[estimate] not in PARTS:
            continue
        parts = {PARTS[page.stats[estimate]]: estimate, "ci.low": low, "ci.high": low + 1}
        parts |= {} if level is None else {"ci.level": level}
        if _plain(page, parts) and says_nothing_else(
            between(page, estimate, low).replace("%", ""), "intervals", "units"
        ):
            yield Result("interval" if "estimate" in parts else page.stats[estimate], parts | _p(page, low + 1))


def _plain(page: Skeleton, parts: dict[str, int]) -> bool:
    tokens = [page.tokens[token] for name, token in parts.items() if name != "ci.level"]
    same = all(token.comparator == "=" and not token.text.endswith("%") for token in tokens)
    return same and sure(page, list(parts.values()))


def _p(page: Skeleton, high: int) -> dict[str, int]:
    """The p right behind an interval."""
    p = high + 1
    if p >= len(page.tokens) or page.stats[p] != "p" or not sure(page, [high, p]):
        return {}
    return {"p": p} if says_nothing_else(between(page, high, p), "p") else {}
