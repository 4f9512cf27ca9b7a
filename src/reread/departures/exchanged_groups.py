"""Are two groups of a test exchanged, for the means, the SDs, the counts, or for their sizes?

It would mean that two columns of a table stand in each other's place. Exchanging all of two groups changes only the
direction of their difference (see `direction`). Ask for the table as the program printed it.
"""

from collections.abc import Iterator
from itertools import combinations

from reread.departures import exchanged
from reread.study.values import Study

ALONE = True

BLOCKS = {
    "means": ("mean", "median"), "sds": ("sd", "se"), "means_sds": ("mean", "median", "sd", "se"),
    "counts": ("count", "percent"), "sizes": ("n",),
}  # fmt: skip


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """For each two groups of a test: one block of their numbers exchanged, where it differs."""
    for name, test in study.file.tests.items():
        for first, second in combinations(test.groups, 2):
            seen = []
            for what, parts in BLOCKS.items():
                stems = [f"tests.{name}.groups.{group}." for group in (first, second)]
                changed = exchanged(study, _pairs(study, stems, parts))
                if changed and changed not in seen:
                    seen.append(changed)
                    params = {"test": name, "groups": f"{first}, {second}", "cells": what}
                    yield params, study.with_values(changed)


def _pairs(study: Study, stems: list[str], parts: tuple[str, ...]) -> list[tuple[str, str]]:
    first, second = (
        {tail for role in study.values if role.startswith(stem) and _is(tail := role.removeprefix(stem), parts)}
        for stem in stems
    )
    return [(stems[0] + tail, stems[1] + tail) for tail in sorted(first | second)] if first and second else []


def _is(tail: str, parts: tuple[str, ...]) -> bool:
    return tail.partition(".")[0] in parts
