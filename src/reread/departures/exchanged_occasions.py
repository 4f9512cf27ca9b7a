"""Are the rows of before and after exchanged, for the means and SDs, for the counts, or for the whole block?

It would mean that a table was copied with two of its rows or columns in each other's place. Ask for the raw scores.
"""

from collections.abc import Iterator

from reread.departures import exchanged
from reread.study.values import Study

BLOCKS = {"means_sds": ("mean", "sd"), "counts": ("count", "percent")}


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Means and SDs exchanged; counts and percentages exchanged; all of them."""
    for name in study.file.outcomes:
        found = {what: exchanged(study, _pairs(study, name, parts)) for what, parts in BLOCKS.items()}
        if all(found.values()):
            found["block"] = {role: value for changed in found.values() for role, value in changed.items()}
        for what, changed in found.items():
            if changed:
                yield {"outcome": name, "what": what}, study.with_values(changed)


def _pairs(study: Study, name: str, parts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every role of these parts before, with its twin after; none where one occasion prints nothing of them."""
    before, after = (
        {role.removeprefix(stem) for role in study.values if role.startswith(stem) and _part(role, stem) in parts}
        for stem in (f"{name}.before.", f"{name}.after.")
    )
    return [(f"{name}.before.{tail}", f"{name}.after.{tail}") for tail in sorted(before | after) if before and after]


def _part(role: str, stem: str) -> str:
    return role.removeprefix(stem).partition(".")[0]
