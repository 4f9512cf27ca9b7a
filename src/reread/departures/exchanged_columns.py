"""Do a mean and its SD, or counts and their percentages, stand in each other's column?

It would mean that the heads of two columns of a table are exchanged. Ask for the table as the program printed it.
"""

from collections.abc import Iterator

from reread.departures import exchanged
from reread.study.samples import by_owner
from reread.study.values import Study, Value

ALONE = True


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """For each outcome or test: means and SDs exchanged, counts and percentages exchanged, in every row."""
    for owner, found in by_owner(study):
        roles = [sample.role for sample in found]
        moments = [(f"{role}.mean", f"{role}.sd") for role in roles if study.all(f"{role}.mean", f"{role}.sd")]
        shares = [
            (f"{role}.count.{name}", f"{role}.percent.{name}")
            for role in roles
            for name in study.group(f"{role}.count")
            if study.get(f"{role}.percent.{name}")
        ]
        if all(_can_be_sd(study.values[mean]) for mean, _ in moments):
            yield from _variant(study, owner, "means_sds", moments)
        if all(study.values[percent].reported.decimals == 0 for _, percent in shares):
            yield from _variant(study, owner, "counts_percents", shares)


def _variant(
    study: Study, owner: str, what: str, pairs: list[tuple[str, str]]
) -> Iterator[tuple[dict[str, str], Study]]:
    changed = exchanged(study, pairs)
    if changed:
        yield {"outcome": owner, "columns": what}, study.with_values(changed)


def _can_be_sd(mean: Value) -> bool:
    return mean.reported.value >= 0
