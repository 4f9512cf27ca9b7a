"""Which statistic, degrees of freedom and p belong to one test?

Those that stand in one expression (`t(28) = 2.20, p = .03`), with nothing between that could name another group or
test; and those that stand in one row of a table, each once, under heads that name them. Where words that speak of a
test name an adjustment for several, its p is taken as perhaps adjusted; comparisons of pairs (Tukey) say nothing of
the one F of several groups, nor of the one test of a paper. A t whose df are those of two groups of the size that its
own sentence prints for each (`n = 20 each`, t(38)) has these groups.

>>> from reread.reading.typed import read_lines
>>> page, tests = read_lines(["It rose, t(28) = 2.20, p = .03, but F(1, 20) = 3.1 in those with p = .04."])
>>> [(result.name, dict(result.parts)) for result in found(page, tests)]
[('t', {'t': 1, 'df': 0, 'p': 2})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from reread.reading.links.result import Result, between, says_nothing_else, sure
from reread.reading.phrases import of_kind
from reread.reading.printed_tests import TokensOfTest
from reread.reading.scope import Place, speaking, speaks
from reread.reading.skeleton import NUMBER, Skeleton
from reread.reading.tables import tables
from reread.words.reading import either, words

TESTS = {"chi2": "chi-squared", "Q": "Q"}  # whose symbol names the test behind it
NEEDS_DF = {"t": ("df",), "F": ("df1", "df2"), "chi2": ("df",), "Q": ("df",), "H": ("df",), "r": ("df",), "z": ()}
LOST_SYMBOL = re.compile(r"[BbCcvw]\s?\^?[2²]?")  # in place of χ
SPEARMAN = re.compile(r"(?i)spearman|(?<!\w)(?:r_?s|rho|ρ)(?!\w)")
INFINITY = re.compile(r"[-–−+]?(?:Inf(?:inity)?\b|∞)")
BEHIND, BRACKET = 30, 120  # characters behind a p that may say that it is one-sided, at once or in a bracket
EACH = re.compile(rf"(?<!\w)[nN]\s*=\s*(?P<n>{NUMBER})\s*,?\s*{either(words('each_group'))}(?!\w)")
STOP, SENTENCE = re.compile(r"[.;!?]\s|\n"), 300  # characters before a test in which its sentence begins
SIZES = ("d", "g", "eta2", "omega2", "r2")


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every test with what its p follows from."""
    taken: set[int] = set()
    several = sum(test.p is not None for test in tests) > 1
    for test in tests:
        parts = _parts(page, test)
        if parts:
            taken.update(parts.values())
            result = of_test(page, test.stat, parts, several)
            yield _with_groups(page, result) if test.stat == "t" else result
    for table in tables(page):
        for row in table.rows[1:]:
            cells = range(page.at(row[0][0]), page.at(row[-1][1])) if row else range(0)
            parts = {} if taken & set(cells) else _row(page, cells)
            if parts:
                yield of_test(page, next(iter(parts)), parts, True)


def of_test(page: Skeleton, stat: str, parts: dict[str, int], several: bool) -> Result:
    """A test with what its words say: an adjustment for several, the sides of its p."""
    about: dict[str, object] = {"test": TESTS[stat]} if stat in TESTS else {}
    if "n" in parts:
        about["test"] = "Spearman" if SPEARMAN.search(page.text, 0, page.places[parts[stat]]) else "Pearson"
    if _adjusted(page, stat, parts, several):
        about["adjusted"] = True
    sides = _sides(page, parts[stat], parts["p"])
    return Result(stat, parts, about | ({"sides": sides} if sides else {}))


def _adjusted(page: Skeleton, stat: str, parts: dict[str, int], several: bool) -> bool:
    """Do the words say that the p of a test was adjusted for several tests, or may have been?

    Of the only test, those of its paragraph or about p; of an omnibus F, those about p alone. Never pairwise ones.
    """
    place, names = Place(list(parts.values()), stat, {"p"}, alike=several), of_kind("adjusted_for_several")
    omnibus = "df1" in parts and page.tokens[parts["df1"]].value > 1
    if several and not omnibus:
        return next(speaking(page, names, place), None) is not None
    own = {page.lines[token] for token in (() if omnibus else parts.values())}
    near = (said for said in speaking(page, names, place, never="pairwise") if said.line in own)
    told = speaking(page, names, place, must="of_printed_p", never="pairwise")
    return any(not speaks(said.word, "pairwise") for said in chain(near, told))


def _with_groups(page: Skeleton, result: Result) -> Result:
    """With two groups of one size, where the sentence before the test prints it and the degrees of freedom show it."""
    t, df = page.places[result.parts["t"]], page.tokens[result.parts["df"]].value
    start = max(0, t - SENTENCE)
    said = STOP.split(page.text[start:t])[-1]
    sizes = [page.at(t - len(said) + match.start("n")) for match in EACH.finditer(said)]
    if len(sizes) != 1 or not page.tokens[sizes[0]].whole or 2 * page.tokens[sizes[0]].value - 2 != df:
        return result
    groups = {f"groups.{name}.n": sizes[0] for name in ("first", "second")}
    return replace(result, parts={**result.parts, **groups}, about={**result.about, "test": "independent t"})


def _sides(page: Skeleton, value: int, p: int) -> str:
    """What words between the statistic and its p, or behind it in the sentence, say: one-sided or two-sided.

    Right behind it, or in the bracket behind its interval and effect sizes: `p = .03, 95% CI [0.1, Inf] (one-tailed)`.
    """
    sentence = page.text[page.places[p] + 1 :][:BRACKET].split(". ")[0].split("\n")[0]
    behind = sentence[:BEHIND].split(NUMBER)[0].split(";")[0]
    beside, bracket, inside = INFINITY.sub(NUMBER, sentence).partition("(")
    if bracket and says_nothing_else(beside, "intervals", *SIZES):
        behind += " " + inside.partition(")")[0].split(NUMBER)[0]
    text = page.text[page.places[value] : page.places[p]] + behind
    said = [name for name in ("one", "two") if re.search(rf"(?<!\w){either(words(f'{name}_sided'))}(?!\w)", text)]
    return said[0] if len(said) == 1 else ""


def _parts(page: Skeleton, test: TokensOfTest) -> dict[str, int]:
    """The parts of a printed test; none where one is missing or unclear, or where p may belong to something else."""
    needs = NEEDS_DF.get(test.stat)
    if needs is None or test.p is None or LOST_SYMBOL.fullmatch(test.symbol):
        return {}
    if test.stat == "r" and not test.df:
        needs, df = ("n",), tuple(k for k in range(test.value + 1, test.p) if page.stats[k] == "n")
    else:
        df = test.df
    if len(df) != len(needs):
        return {}
    parts = {test.stat: test.value, **dict(zip(needs, df, strict=True)), "p": test.p}
    parts |= effects(page, test.p) | _r2_before(page, test)
    if not _plain(page, test.stat, parts) or not says_nothing_else(
        between(page, test.value, test.p), "p", "df", "n", "se", "mean_square_errors", "intervals", *SIZES
    ):
        return {}
    return parts


def _r2_before(page: Skeleton, test: TokensOfTest) -> dict[str, int]:
    """The R² right before its F: `R² = .20, F(2, 97) = 12.1`."""
    token = page.at(test.start) - 1
    r2 = test.stat == "F" and token >= 0 and page.stats[token] == "r2" and page.tokens[token].comparator == "="
    between = page.text[page.places[token] + 1 : test.start] if r2 else "-"
    return {"r2": token} if not between.strip(" ,;(") else {}


def effects(page: Skeleton, p: int) -> dict[str, int]:
    """Sizes of effect printed right behind a p, with nothing else between: `p = .03, d = 0.61, ηp² = .12`."""
    found: dict[str, int] = {}
    for token in range(p + 1, len(page.tokens)):
        stat, plain = page.stats[token], page.tokens[token].comparator == "=" and sure(page, [p, token])
        if (
            stat not in SIZES
            or stat in found
            or not plain
            or not says_nothing_else(between(page, token - 1, token), stat)
        ):
            break
        found[stat] = token
    return found


def _row(page: Skeleton, cells: range) -> dict[str, int]:
    """The parts of a table's row that prints one statistic, its degrees of freedom and one p, each once."""
    stats = [page.stats[token] for token in cells]
    names = [name for name in NEEDS_DF if name in stats]
    if len(names) != 1 or any(stats.count(part) != 1 for part in (names[0], *NEEDS_DF[names[0]], "p")):
        return {}
    parts = {part: cells[stats.index(part)] for part in (names[0], *NEEDS_DF[names[0]], "p")}
    return parts if _plain(page, names[0], parts) and len(cells) <= 12 else {}


def _plain(page: Skeleton, stat: str, parts: dict[str, int]) -> bool:
    tokens = list(parts.values())
    same = [page.tokens[token].comparator for part, token in parts.items() if part in (stat, "n", *NEEDS_DF[stat])]
    return sure(page, tokens) and set(same) == {"="}
