"""Is a printed count among the counts that the printed means and SDs leave?

Every data set that prints a mean and an SD has so many participants at each code. A printed count of a category must be
one of these, at both occasions.

Source: exact enumeration (`reread.datasets`).
"""

from collections.abc import Iterator

from reread.datasets.of_study import compatible
from reread.numbers.show import number
from reread.study.comparison import Comparison, comparisons
from reread.study.finding import Finding, Param, Several, Short, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each category with a code and a count, over the occasions that print it."""
    for each in comparisons(study):
        codes = study.codes(each.owner) or {}
        alone = {category: code for category, code in codes.items() if list(codes.values()).count(code) == 1}
        for category, code in alone.items():
            finding = _category(each, category, code)
            if finding is not None:
                yield finding


def _category(comparison: Comparison, category: str, code: int) -> Finding | None:
    printed, allowed, agrees, listed = [], [], True, True
    roles: list[str] = []
    for sample in comparison.samples:
        count = sample.counts().get(category)
        found = compatible(sample)
        if count is None or found is None or not found.data_sets:
            continue
        possible = sorted({data.get(code, 0) for data in found.data_sets})
        agrees &= count.integer in possible
        listed &= found.ending == "all listed" and sample.complete
        printed.append(count.shown)
        allowed.append(_some(possible))
        roles += [count.role, f"{sample.role}.mean", f"{sample.role}.sd"]
    if not printed:
        return None
    roles += about(comparison.study.get(f"{comparison.owner}.codes.{category}"))
    verdict = meets(agrees, listed)
    shown, possible_counts = " → ".join(printed), Several(tuple(allowed), "→")
    params: dict[str, Param] = {
        "category": category, "code": str(code), "printed": shown, "allowed": possible_counts,
        "data": _data(comparison), **_sums(comparison),
    }  # fmt: skip
    sizes = {sample.n.shown for sample in comparison.samples if sample.n}
    short = Short(category, shown, possible_counts, sizes.pop() if len(sizes) == 1 else "")
    return Finding("counts_in_datasets", tuple(roles), params=params, short=short, **verdict)


def _some(possible: list[int]) -> Param:
    few = len(possible) <= 3
    return Several(tuple(map(str, possible)), "or") if few else f"{possible[0]}–{possible[-1]}"


def _sums(comparison: Comparison) -> dict[str, str]:
    """The mean of each data set as a sum, where each occasion has one."""
    lists = [compatible(sample) for sample in comparison.samples]
    if any(found is None or len(found.data_sets) != 1 for found in lists):
        return {}
    only = [found.data_sets[0] for found in lists if found]
    sums = (
        f"({' + '.join(f'{k} × {score}' for score, k in data.pairs)}) / {data.n} = {number(data.moments.sum / data.n)}"
        for data in only
    )
    return {"sums": "; ".join(sums)}


def _data(comparison: Comparison) -> str:
    """The data sets themselves where each occasion has one, else how many there are."""
    lines = []
    for sample in comparison.samples:
        found = compatible(sample)
        if found is not None and found.data_sets:
            only = ", ".join(f"{k} × {score}" for score, k in found.data_sets[0].pairs)
            lines.append(only if len(found.data_sets) == 1 else str(len(found.data_sets)))
    return "; ".join(lines)
