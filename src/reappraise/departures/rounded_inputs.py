"""Were the statistics computed by hand, from means and SDs that were rounded before?

It moves t, d and the interval by a little. Ask for the program's own output.
"""

from collections.abc import Iterator

from reappraise.study import Study

USUAL = (1, 2, 3)


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Means and SDs of the change taken to one, two or three decimals before anything was computed from them."""
    if any(role.rpartition(".")[2] in ("t", "d", "low") for role in study.values):
        for places in USUAL:
            yield {"decimals": str(places)}, study.read_as(rounded_to=places)
