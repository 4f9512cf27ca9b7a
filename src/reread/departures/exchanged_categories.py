"""Are two categories exchanged in a table of counts?

It would mean that two rows of the table, or their names, stand in each other's place. Ask for the answers of everybody.
"""

from collections.abc import Iterator
from itertools import combinations

from reread.departures import exchanged
from reread.study.samples import by_owner
from reread.study.values import Study

ALONE = True


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Each two categories exchanged, in one sample or in every sample of the outcome or test."""
    for owner, found in by_owner(study):
        roles = [sample.role for sample in found]
        names = {role: _categories(study, role) for role in roles}
        for first, second in combinations(sorted({name for role in roles for name in names[role]}), 2):
            places = []
            for role in roles:
                parts = [(f"{role}.{part}.{first}", f"{role}.{part}.{second}") for part in ("count", "percent")]
                if changed := exchanged(study, parts):
                    places.append(changed)
                    where = role.rpartition(".")[2]
                    params = {"outcome": owner, "categories": f"{first}, {second}", "where": where}
                    yield params, study.with_values(changed)
            if len(places) > 1:
                every = {role: value for changed in places for role, value in changed.items()}
                params = {"outcome": owner, "categories": f"{first}, {second}", "where": "every"}
                yield params, study.with_values(every)


def _categories(study: Study, role: str) -> set[str]:
    return {*study.group(f"{role}.count"), *study.group(f"{role}.percent")}
