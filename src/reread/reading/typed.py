"""What does each number of a document print, as far as the document itself tells?

Numbers are typed by the form in which they stand (`printed_tests`, `grouped`), by words before them (`labelled`) and,
in tables, by heads and row labels (`tables`); references, labels and codes are set aside first. What nothing names
keeps an empty type: a number that is not understood is no statistic.

>>> page, tests = read_lines(["The change was large, t(19) = -4.87, p < .001, in 20 women in 2024."])
>>> [(token.text, stat) for token, stat in zip(page.tokens, page.stats)]
[('19', 'df'), ('-4.87', 't'), ('< .001', 'p'), ('20', 'n'), ('2024', '')]
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reread.numbers.decimal_mark import mark_of
from reread.reading.grouped import group_numbers
from reread.reading.labelled import estimates_before_intervals, label_numbers, label_values_of
from reread.reading.not_statistics import set_aside
from reread.reading.printed_tests import TokensOfTest, tests_in
from reread.reading.skeleton import NONE, Skeleton
from reread.reading.tables import type_tables
from reread.reading.thresholds import tell_thresholds


def read_lines(lines: Sequence[str]) -> tuple[Skeleton, list[TokensOfTest]]:
    """The numbers of normalised lines, each with its type, and the tests that they print.

    What was read last is kept, because a document without a study file is asked for twice; nobody changes it.
    """
    return _read(tuple(lines))


@lru_cache(maxsize=1)
def _read(lines: tuple[str, ...]) -> tuple[Skeleton, list[TokensOfTest]]:
    page = Skeleton.of(lines, mark_of("\n".join(lines)))
    set_aside(page)
    label_numbers(page, ("cronbach", "p", "I2"))
    tests = tests_in(page)
    for test in tests:
        _type(page, test)
    group_numbers(page)
    tell_thresholds(page)
    type_tables(page)
    estimates_before_intervals(page)
    label_numbers(page)
    label_values_of(page)
    page.stats = ["" if stat == NONE else stat for stat in page.stats]
    return page, tests


def _type(page: Skeleton, test: TokensOfTest) -> None:
    page.give(test.value, test.stat)
    names = ("df1", "df2") if len(test.df) == 2 and test.stat == "F" else ("df", "n")
    for token, name in zip(test.df, names, strict=False):
        page.give(token, name)
    if test.n is not None:
        page.give(test.n, "n")
