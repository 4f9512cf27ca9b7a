"""What do the printed numbers of this study say about what its design leaves open?

The second answer is never a template alone: beside what a design of this kind can tell stands what this study prints of
it. At most two sentences, by kind of design, each with its numbers:

    two groups by chance     how many of those allocated are analysed, and arm sizes that blocks do not leave
    groups not by chance     how far apart the groups were before, in the row where it is most
    cross-sectional          how strongly a third thing, correlated with both, has to be, to print the correlation
    crossover                how large a carry-over prints the difference if the treatments do not differ
    one group twice          how large a change with time alone prints all of it (`time_alone`)

Which bias of which size prints the same (`reread.rivals.two_groups`) follows on the page, from the rivals' notebook.

Source: arithmetic. Crossover of two treatments in both orders, as many in each: a carry-over that differs by λ adds
λ / 2 to the difference (Freeman 1989, Statistics in Medicine 8:1421, is on why no test of it helps; DOI not looked up).
A third thing with r₁ r₂ = r leaves a partial correlation of 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from reread.appraisal.arms import rows as rows_of_arms
from reread.appraisal.time_alone import time_alone
from reread.numbers.show import number
from reread.statistics.two_means import sd_pooled
from reread.study.comparison import (
    BETWEEN_RANKS,
    CORRELATIONS,
    SAME_PEOPLE,
    TWO_GROUPS,
    Comparison,
    comparison_at,
    comparisons,
)
from reread.study.parts import ReportedTest
from reread.study.values import Study

TWO = 2
MOST = 2
BETWEEN_MEASURES = (*CORRELATIONS, "regression")
OF_GROUPS = (*TWO_GROUPS, *BETWEEN_RANKS, "one-way ANOVA", "ANOVA")
Point = tuple[str, dict[str, str]]
TWICE = "one-group pretest-posttest"
BY_CHANCE, NOT_BY_CHANCE = "two-group randomised", ("two-group non-randomised", "cross-sectional", "case-control")


def points(study: Study) -> list[Point]:
    """The key and the parameters of each sentence; none where the study prints nothing of it."""
    kind = study.file.design.kind
    found: list[Point] = []
    if kind == BY_CHANCE:
        found += _allocated(study)
    if kind == "cross-sectional":
        found += _third(study)
    if kind in NOT_BY_CHANCE:
        found += _apart(study)
    if kind == "crossover":
        found += _carried(study)
    if kind == TWICE:
        found += time_alone(study)
    return found[:MOST]


def _allocated(study: Study) -> Iterator[Point]:
    """Who is missing, or that nothing tells it; and sizes that the told blocks do not leave."""
    rows = {key: told for key, told, _ in rows_of_arms(study)}
    if told := rows.get("analysed"):
        lost = int(told["allocated"]) - int(told["analysed"])
        yield ("lost" if lost else "nobody_lost"), {**told, "lost": str(lost)}
    else:
        yield "lost_not_told", {}
    if told := rows.get("blocks_do_not_leave"):
        yield "blocks", told


def _apart(study: Study) -> Iterator[Point]:
    """The row of characteristics in which two groups lie farthest apart, in SDs."""
    found = []
    for name, test in study.file.tests.items():
        if test.occasion == "baseline" and _of_groups(test):
            apart = standardised(comparison_at(study, f"tests.{name}"))
            if apart is not None:
                found.append((apart, test.label))
    if found:
        most, label = max(found, key=lambda row: row[0])
        yield "apart", {"d": number(most), "label": label}
    elif any(_of_groups(test) for test in study.file.tests.values()):
        yield "apart_not_told", {}


def _of_groups(test: ReportedTest) -> bool:
    """Are its two groups people, and not the two measures of a correlation?"""
    return len(test.groups) == TWO and test.test not in BETWEEN_MEASURES


def compares_groups(study: Study) -> bool:
    """Does any test of the file compare groups of people? A correlation, and one of the same people twice, do not."""
    tests = study.file.tests.values()
    return any(
        test.test in OF_GROUPS or (len(test.groups) >= TWO and test.test not in (*BETWEEN_MEASURES, *SAME_PEOPLE))
        for test in tests
    )


def standardised(comparison: Comparison) -> float | None:
    """How many SDs two groups lie apart, by means and SDs, else by the shares of the first category."""
    summaries = comparison.summaries()
    if summaries is not None:
        (n, a, s), (m, b, r) = ((each.n, sum(each.mean.floats()) / 2, sum(each.sd.floats()) / 2) for each in summaries)
        spread = sd_pooled(s, r, n, m)
        return abs(b - a) / spread if spread else None
    sizes, counts = comparison.sizes, [sample.counts() for sample in comparison.samples]
    if len(sizes) != TWO or not counts[0] or set(counts[0]) != set(counts[1]):
        return None
    name = next(iter(counts[0]))
    shares = [row[name].integer / n for row, n in zip(counts, sizes, strict=True)]
    spread = sqrt(sum(share * (1 - share) for share in shares) / 2) if max(shares) <= 1 else 0.0
    return abs(shares[1] - shares[0]) / spread if spread else None


def _third(study: Study) -> Iterator[Point]:
    """Of a printed correlation, the correlation with both that a third thing needs to print it by itself."""
    for each in comparisons(study):
        r = each.get("r")
        if r is not None and each.test in (*CORRELATIONS, "not stated") and 0 < abs(r.reported.value) < 1:
            key = "third" if r.reported.value > 0 else "third_inverse"
            yield key, {"r": r.shown, "needed": number(sqrt(abs(float(r.reported.value))))}
            return


def _carried(study: Study) -> Iterator[Point]:
    """Of the first difference between the treatments of the same people: twice as much is the carry-over it needs."""
    for each in comparisons(study):
        apart = each.apart() if each.paired else None
        if apart is None or not apart.bounded:
            continue
        size, unit = sum(apart.floats()) / 2, study.measured(each.owner).unit
        if size:
            told = {"d": number(size), "twice": number(2 * size)}
            yield "carried", {**told, "unit": f" {unit}" if unit else ""}
            return
