"""Are two groups of a test exchanged, for the means, the SDs, the counts, or for their sizes; in one row or in all?

It would mean that two columns of a table stand in each other's place. Exchanging all of two groups changes only the
direction of their difference (see `direction`), so it is asked only where the text calls one of them higher. Ask for
the table as the program printed it.
"""

from collections.abc import Iterator
from itertools import combinations

from reread.departures import exchanged, pairs_of
from reread.study.comparison import Comparison, comparisons
from reread.study.values import Study, Value

ALONE = True

BLOCKS = {
    "means": ("mean", "median"), "sds": ("sd", "se"), "means_sds": ("mean", "median", "sd", "se"),
    "counts": ("count", "percent"), "sizes": ("n",),
}  # fmt: skip
HEADS = ("mean", "median", "sd", "se", "minimum", "maximum", "count", "percent", "n")


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """For each two groups of a test: one block of their numbers exchanged, where it differs; then in all tests."""
    rows: dict[tuple[str, str], list[Comparison]] = {}
    for each in comparisons(study):
        for first, second in combinations(() if each.paired else each.samples, 2):
            rows.setdefault((first.name, second.name), []).append(each)
            seen = []
            for what, parts in BLOCKS.items():
                changed = exchanged(study, pairs_of(study, [f"{first.role}.", f"{second.role}."], parts))
                if changed and changed not in seen:
                    seen.append(changed)
                    params = {"test": each.name, "groups": f"{first.name}, {second.name}", "cells": what}
                    yield params, study.with_values(changed)
    for groups, found in rows.items():
        yield from _columns(study, groups, found)


def _columns(study: Study, groups: tuple[str, str], rows: list[Comparison]) -> Iterator[tuple[dict[str, str], Study]]:
    """Means and SDs of every row exchanged; where the text calls one of them higher, also all that is printed."""
    params = {"test": ", ".join(each.name for each in rows), "groups": ", ".join(groups)}
    cells = _in_every(study, groups, rows, BLOCKS["means_sds"]) if len(rows) > 1 else {}
    heads = _in_every(study, groups, rows, HEADS) if any(each.about.higher in groups for each in rows) else {}
    if cells:
        yield {**params, "cells": "rows"}, study.with_values(cells)
    if heads and heads != cells:
        yield {**params, "cells": "heads"}, study.with_values(heads)


def _in_every(
    study: Study, groups: tuple[str, str], rows: list[Comparison], parts: tuple[str, ...]
) -> dict[str, Value | None]:
    stems = ([f"{sample.role}." for sample in each.samples if sample.name in groups] for each in rows)
    return exchanged(study, [pair for each in stems for pair in pairs_of(study, each, parts)])
