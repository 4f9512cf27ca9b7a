"""Are the rows of before and after exchanged, for the means and SDs, for the counts, or for the whole block?

It would mean that a table was copied with two of its rows or columns in each other's place. Ask for the raw scores.
"""

from collections.abc import Iterator

from reread.departures import exchanged, pairs_of
from reread.study.comparison import comparisons
from reread.study.values import Study

BLOCKS = {"means_sds": ("mean", "sd"), "counts": ("count", "percent")}


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Means and SDs exchanged; counts and percentages exchanged; all of them."""
    for each in comparisons(study):
        if not each.paired or len(each.samples) != 2:
            continue
        stems = [f"{sample.role}." for sample in each.samples]
        found = {what: exchanged(study, pairs_of(study, stems, parts)) for what, parts in BLOCKS.items()}
        if all(found.values()):
            found["block"] = {role: value for changed in found.values() for role, value in changed.items()}
        for what, changed in found.items():
            if changed:
                yield {"outcome": each.name, "what": what}, study.with_values(changed)
