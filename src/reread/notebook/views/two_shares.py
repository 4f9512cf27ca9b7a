"""How far apart are two groups in the share with an outcome, by every usual measure, and what could undo it?

The first category that the study file names is the event; differences and ratios are the second group's against the
first's. A confounder is asked for where the groups were not formed by chance, the lost where the file tells how many
were allocated. Of cases and controls the shares are those exposed, of which only the odds ratio says anything.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.notebook.views import TableView
from reread.numbers.show import number, span
from reread.statistics.confounding import e_value, e_value_of_interval
from reread.statistics.ratios import corrected, katz, odds_ratio, risk_ratio, woolf
from reread.statistics.tables import fisher_p
from reread.statistics.two_shares import Arm, difference, extremes, tipping
from reread.study.comparison import Comparison, comparisons
from reread.study.counted import counts_of, two_by_two
from reread.study.samples import Sample, plain_size
from reread.study.values import Study
from reread.words import Words

KEY = "notebooks.reconstruction.two_shares"
FOUR = 4
CASES = "case-control"
EXACT = {"fisher": "by probability", "mid_p": "mid-p"}


def views(study: Study, alpha: float, level: float, say: Words) -> Iterator[TableView]:
    """One table for each test of two groups and two categories, whose counts hold all participants."""
    for test in comparisons(study):
        printed = counts_of(test) if not test.paired and len(test.samples) == 2 else None
        if printed is None or not printed.whole or not two_by_two(printed.table):
            continue
        (a, b), (c, d) = printed.table
        kind = study.file.design.kind
        rows = list(_rows((c, d, a, b), level, say, kind == CASES))
        if kind != "two-group randomised" and min(a, b, c, d) > 0:
            rows += _confounder((c, d, a, b), level, say, kind == CASES)
        rows += _lost(test, (a, b, c, d), alpha, say)
        names, event = [sample.name for sample in test.samples], next(iter(test.samples[0].counts()))
        params = {"label": study.measured(test.owner).label, "event": event, "first": names[0], "second": names[1],
                  "level": f"{100 * level:g}"}  # fmt: skip
        name = f"two-shares-{test.name}".replace(" ", "-")
        yield TableView(name, say.several(f"{KEY}.head"), rows, f"{KEY}.table", params)


def _rows(table: tuple[int, int, int, int], level: float, say: Words, cases: bool) -> Iterator[list[str]]:
    """Risk difference, ratios and exact p; a half is added to each count of a ratio where one is 0."""
    a, b, c, d = table
    used = table if min(table) else corrected(table)
    half = "" if min(table) else say(f"{KEY}.half")
    if not cases:
        apart, ends = difference(a, a + b, c, c + d, level)
        yield [say(f"{KEY}.rows.difference"), number(apart, 3), span(*ends, 3)]
        yield [say(f"{KEY}.rows.rr") + half, number(risk_ratio(used)), span(*katz(used, level))]
    yield [say(f"{KEY}.rows.or") + half, number(odds_ratio(used)), span(*woolf(used, level))]
    exact = fisher_p(a, b, c, d)
    for name, form in EXACT.items():
        if form in exact:
            yield [say(f"{KEY}.rows.{name}"), number(exact[form], FOUR), ""]


def _confounder(table: tuple[int, int, int, int], level: float, say: Words, cases: bool) -> Iterator[list[str]]:
    """The E-value of the risk ratio and of its interval; of cases, who are rare among all, that of the odds ratio."""
    ratio, ends = (odds_ratio(table), woolf(table, level)) if cases else (risk_ratio(table), katz(table, level))
    yield [say(f"{KEY}.rows.{'e_value_odds' if cases else 'e_value'}"), number(e_value(ratio)), ""]
    yield [say(f"{KEY}.rows.e_value_interval"), number(e_value_of_interval(*ends)), ""]


def _lost(test: Comparison, table: tuple[int, int, int, int], alpha: float, say: Words) -> Iterator[list[str]]:
    """The risks of everybody allocated, whatever the lost had; and the share of the second arm's lost that tips it."""
    a, b, c, d = table
    known = (a + b, c + d)
    allocated = [n for sample in test.samples if (n := _allocated(sample)) is not None]
    if len(allocated) < len(known) or any(n < k for n, k in zip(allocated, known, strict=True)):
        return
    first, second = Arm(a, known[0], allocated[0]), Arm(c, known[1], allocated[1])
    if not first.lost + second.lost:
        return
    low, high = extremes(first, second)
    yield [say(f"{KEY}.rows.worst_best"), "", span(low, high, 3)]
    share = tipping(first, second, alpha)
    if share:
        yield [say(f"{KEY}.rows.tipping"), f"{100 * share:.0f} %", ""]
    elif share is None:
        yield [say(f"{KEY}.rows.tipping"), say(f"{KEY}.none"), ""]


def _allocated(sample: Sample) -> int | None:
    n = plain_size(sample.study.get(f"arms.{sample.name}.allocated"))
    return n.integer if n else None
