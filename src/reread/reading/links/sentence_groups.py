"""Which two groups does a sentence print before its t-test: mean, SD and n of each?

The form says it: two brackets of mean, SD and n, then one t in the same sentence whose degrees of freedom are those of
two groups of these sizes, and no word that speaks of another analysis.

>>> from reread.reading.typed import read_lines
>>> text = "Women (M = 5.2, SD = 1.4, n = 20) and men (M = 4.2, SD = 1.5, n = 22) differed, t(40) = 2.23, p = .03."
>>> page, tests = read_lines([text])
>>> [(result.name, list(result.parts)[:4], result.about["test"]) for result in found(page, tests)]
[('groups', ['groups.first.mean', 'groups.first.sd', 'groups.first.n', 'groups.second.mean'], 'independent t')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reread.reading.links.group_tests import NEVER, adjusted
from reread.reading.links.result import Result, speaks_of, sure
from reread.reading.links.tests import effects
from reread.reading.printed_tests import TokensOfTest
from reread.reading.scope import Place
from reread.reading.sentences import at, sentences
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, labels

IS, APART = r"\s*[=:]?\s*", r"\s*[,;]\s*"
MEAN = rf"{either(labels()['mean'])}{IS}(?P<mean>{N})"
SD = rf"(?:{either(labels()['sd'])}{IS}|±\s*)(?P<sd>{N})"
SIZE = rf"[nN]\s*=\s*(?P<n>{N})"
SHAPES = [
    re.compile(rf"[(\[]\s*{shape}\s*[)\]]")
    for shape in (
        rf"{MEAN}(?:{APART}|\s*){SD}{APART}{SIZE}",
        rf"{SIZE}{APART}{MEAN}(?:{APART}|\s*){SD}",
    )
]
GROUPS = ("first", "second")
TYPES = {"mean": ("", "mean"), "sd": ("", "sd"), "n": ("n",)}


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every t-test with the two groups that its sentence prints before it."""
    spans = sentences(page.text)
    for test in tests:
        if test.stat != "t" or len(test.df) != 1:
            continue
        sentence = spans[at(spans, test.start)]
        inside = range(page.at(sentence.start), page.at(sentence.end))
        groups = _groups(page, sentence.start, test.start)
        alone = [page.stats[token] for token in inside]
        if len(groups) != 2 or alone.count("t") != 1 or alone.count("sd") > 2:
            continue
        named = {
            f"groups.{name}.{k}": token for name, each in zip(GROUPS, groups, strict=True) for k, token in each.items()
        }
        parts = {**named, "t": test.value, "df": test.df[0]}
        parts |= {"p": test.p, **_sizes(page, test.p)} if test.p is not None else {}
        if _plain(page, parts) and _of_sizes(page, groups, test.df[0]):
            place = Place(list(parts.values()))
            kept = next((said for kind in NEVER if (said := speaks_of(page, kind, place, "of_groups"))), None)
            about = {"test": "independent t", "complete": True} | adjusted(page, place)
            yield Result("groups", parts, {} if kept else about, kept=kept)


def _sizes(page: Skeleton, p: int) -> dict[str, int]:
    """d or g behind the p."""
    return {part: token for part, token in effects(page, p).items() if part in ("d", "g")}


def _groups(page: Skeleton, start: int, end: int) -> list[dict[str, int]]:
    matches = sorted((m for shape in SHAPES for m in shape.finditer(page.text, start, end)), key=lambda m: m.start())
    groups = [{name: page.index(match, name) for name in TYPES} for match in matches]
    typed = all(page.stats[token] in TYPES[name] for group in groups for name, token in group.items())
    return groups if typed else []


def _plain(page: Skeleton, parts: dict[str, int]) -> bool:
    tokens = list(parts.values())
    same = all(page.tokens[token].comparator == "=" for part, token in parts.items() if part != "p")
    percent = any("%" in page.tokens[token].text for token in tokens)
    return same and not percent and sure(page, tokens)


def _of_sizes(page: Skeleton, groups: list[dict[str, int]], df: int) -> bool:
    """Are the degrees of freedom those of an independent t-test of these groups?"""
    sizes = [page.tokens[group["n"]] for group in groups]
    whole = all(size.whole and size.value > 1 for size in sizes)
    return whole and page.tokens[df].whole and sum(size.value for size in sizes) - 2 == page.tokens[df].value
