"""Are two groups of a test exchanged, for the means, the SDs, the counts, or for their sizes?

It would mean that two columns of a table stand in each other's place. Exchanging all of two groups changes only the
direction of their difference (see `direction`). Ask for the table as the program printed it.
"""

from collections.abc import Iterator
from itertools import combinations

from reread.departures import exchanged, pairs_of
from reread.study.comparison import comparisons
from reread.study.values import Study

ALONE = True

BLOCKS = {
    "means": ("mean", "median"), "sds": ("sd", "se"), "means_sds": ("mean", "median", "sd", "se"),
    "counts": ("count", "percent"), "sizes": ("n",),
}  # fmt: skip


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """For each two groups of a test: one block of their numbers exchanged, where it differs."""
    for each in comparisons(study):
        for first, second in combinations(() if each.paired else each.samples, 2):
            seen = []
            for what, parts in BLOCKS.items():
                changed = exchanged(study, pairs_of(study, [f"{first.role}.", f"{second.role}."], parts))
                if changed and changed not in seen:
                    seen.append(changed)
                    params = {"test": each.name, "groups": f"{first.name}, {second.name}", "cells": what}
                    yield params, study.with_values(changed)
