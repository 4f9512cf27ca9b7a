"""Are the rows of before and after exchanged, for the means and SDs or for the counts?

It would mean that a table was copied with two of its rows or columns in each other's place. Ask for the raw scores.
"""

from collections.abc import Iterator

from reappraise.study import Study


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """Means and SDs exchanged; counts and percentages exchanged."""
    for name in study.file.outcomes:
        for what, parts in (("means_sds", (".mean", ".sd")), ("counts", (".count.", ".percent."))):
            changed = {}
            for role, value in study.values.items():
                twin = _twin(role, name)
                if twin and any(part in role for part in parts) and study.get(twin):
                    changed[twin] = value
            if changed:
                # each value keeps the role (and so the place) where it is printed
                yield {"outcome": name, "what": what}, study.with_values(dict(changed))


def _twin(role: str, name: str) -> str:
    before, after = f"{name}.before.", f"{name}.after."
    if role.startswith(before):
        return after + role.removeprefix(before)
    return before + role.removeprefix(after) if role.startswith(after) else ""
