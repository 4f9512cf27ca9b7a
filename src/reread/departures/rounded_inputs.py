"""Were the statistics computed by hand, from means and SDs that were rounded before?

It moves t, d and the interval by a little. Ask for the program's own output.
"""

from collections.abc import Iterator

from reread.study.values import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Means and SDs of the change taken to the decimals that means or SDs are printed with."""
    decimals = {v.reported.decimals for role, v in study.values.items() if role.rpartition(".")[2] in ("mean", "sd")}
    if any(role.rpartition(".")[2] in ("t", "d", "low") for role in study.values):
        for places in sorted(decimals - {0}):
            yield {"decimals": str(places)}, study.read_as(rounded_to=places)
