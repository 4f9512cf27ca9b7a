"""Is a printed count among the counts that the printed means and SDs leave?

Every data set that prints a mean and an SD has so many participants at each code. A printed count of a category must be
one of these, at both occasions.

Source: exact enumeration (`reread.datasets`).
"""

from collections.abc import Iterator

from reread.datasets.of_study import compatible
from reread.study.file import OCCASIONS
from reread.study.finding import Finding, Short, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each category with a code and a count, over the occasions that print it."""
    for name in study.file.outcomes:
        codes = study.codes(name) or {}
        alone = {category: code for category, code in codes.items() if list(codes.values()).count(code) == 1}
        for category, code in alone.items():
            finding = _category(study, name, category, code)
            if finding is not None:
                yield finding


def _category(study: Study, name: str, category: str, code: int) -> Finding | None:
    printed, allowed, roles, agrees, listed = [], [], [], True, True
    for occasion in OCCASIONS:
        count = study.counts(name, occasion).get(category)
        found = compatible(study, name, occasion)
        if count is None or found is None or not found.data_sets:
            continue
        possible = sorted({data.get(code, 0) for data in found.data_sets})
        agrees &= count.integer in possible
        listed &= found.ending == "all listed" and study.complete(name, occasion)
        printed.append(count.shown)
        allowed.append(_some(possible))
        roles += [count.role, f"{name}.{occasion}.mean", f"{name}.{occasion}.sd"]
    if not printed:
        return None
    roles += about(study.get(f"{name}.codes.{category}"))
    verdict = meets(agrees, listed)
    params = {"category": category, "code": str(code), "printed": " → ".join(printed), "allowed": " → ".join(allowed)}
    params["data"] = _data(study, name)
    short = Short(category, params["printed"], params["allowed"])
    return Finding("counts_in_datasets", tuple(roles), params=params, short=short, **verdict)


def _some(possible: list[int]) -> str:
    return " or ".join(map(str, possible)) if len(possible) <= 3 else f"{possible[0]}–{possible[-1]}"


def _data(study: Study, name: str) -> str:
    """The data sets themselves where each occasion has one, else how many there are."""
    lines = []
    for occasion in OCCASIONS:
        found = compatible(study, name, occasion)
        if found is not None and found.data_sets:
            only = ", ".join(f"{k} × {score}" for score, k in found.data_sets[0].pairs)
            lines.append(only if len(found.data_sets) == 1 else str(len(found.data_sets)))
    return "; ".join(lines)
