"""What do the printed flow and the way of allocation of a study with arms leave open?

Facts with their numbers, of a study with two groups: how many of those allocated were analysed, by which method they
were allocated, and how far apart blocks could leave the arms. Whether that is plausible is for a person.

Source: INSPECT-SR guidance 1.1, checks 4.2, 4.5 and 4.6; CONSORT 2010, doi:10.1136/bmj.c332.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.numbers.show import number
from reread.study.comparison import comparisons
from reread.study.samples import plain_size
from reread.study.values import Study, Value

Row = tuple[str, dict[str, str], tuple[Value, ...]]  # words, their parameters, the printed numbers behind them


def rows(study: Study) -> Iterator[Row]:
    """The rows of a study with two groups, each with the key and the parameters of its words."""
    if not study.file.design.kind.startswith("two-group"):
        return
    allocated, analysed = total(study, "allocated"), total(study, "analysed")
    if allocated and analysed is not None and analysed <= allocated:
        lost = allocated - analysed
        told = {"allocated": str(allocated), "analysed": str(analysed), "percent": _percent(lost, allocated)}
        yield "analysed", told, (*behind(study, "allocated"), *behind(study, "analysed"))
    else:
        yield "analysed_not_told", {}, ()
    yield from _participants(study)
    if study.file.design.kind == "two-group randomised":
        method = study.file.allocation.method
        yield ("allocation_not_told" if method == "not stated" else f"allocation_{method}"), {}, ()
        yield from _sizes(study)


def total(study: Study, part: str) -> int | None:
    """Participants of all arms at one point of the flow: as printed of the study, else the sum of the arms."""
    whole = plain_size(study.get(f"flow.{part}"))
    if whole is not None:
        return whole.integer
    found = [plain_size(study.get(f"arms.{name}.{part}")) for name in study.file.arms]
    if part == "analysed" and not any(found):
        found = list(_of_conclusion(study))
    return sum(value.integer for value in found if value) if found and all(found) else None


def _of_conclusion(study: Study) -> tuple[Value | None, ...]:
    """The printed n of both arms in what the conclusion rests on, where that is of the same people."""
    arms, every = list(study.file.arms), dict[tuple[int, ...], tuple[Value | None, ...]]()
    for each in comparisons(study):
        rests = any(role.startswith(f"{each.role}.") or role == each.role for role in study.file.rests_on)
        if rests and sorted(sample.name for sample in each.samples) == sorted(arms):
            sizes = tuple(plain_size(study.get(f"{sample.role}.n")) for sample in each.samples)
            every[tuple(size.integer for size in sizes if size)] = sizes
    return next(iter(every.values())) if len(every) == 1 else ()


def behind(study: Study, part: str) -> tuple[Value, ...]:
    """The printed numbers of one point of the flow."""
    roles = [f"flow.{part}", *(f"arms.{name}.{part}" for name in study.file.arms)]
    found = tuple(value for role in roles if (value := study.get(role)))
    return found if found or part != "analysed" else tuple(filter(None, _of_conclusion(study)))


def _sizes(study: Study) -> Iterator[Row]:
    """The sizes of two arms beside the most that blocks can leave between them: half a block for each list."""
    sizes = [plain_size(study.get(f"arms.{name}.allocated")) for name in study.file.arms]
    block, strata = (plain_size(study.get(f"allocation.{part}")) for part in ("block", "strata"))
    if len(sizes) != 2 or not sizes[0] or not sizes[1] or block is None:
        return
    apart, lists = abs(sizes[0].integer - sizes[1].integer), strata.integer if strata else 1
    most = lists * (block.integer // 2)
    params = {
        "sizes": f"{sizes[0].shown} / {sizes[1].shown}",
        "block": block.shown,
        "lists": str(lists),
        "most": str(most),
    }
    values = tuple(value for value in (*sizes, block, strata) if value)
    yield ("blocks_leave" if apart <= most else "blocks_do_not_leave"), params, values


def _participants(study: Study) -> Iterator[Row]:
    """Every printed number of participants: of the plan, of each arm's flow, of each test's groups and of its df."""
    planned, whole = plain_size(study.get("flow.planned")), total(study, "allocated")
    if planned is not None and whole:
        yield "planned", {"planned": planned.shown, "allocated": str(whole)}, (planned, *behind(study, "allocated"))
    found: dict[str, dict[int, list[Value]]] = {}
    for name in dict.fromkeys(
        [*study.file.arms, *(group for test in study.file.tests.values() for group in test.groups)]
    ):
        roles = [f"arms.{name}.allocated", *(f"tests.{test}.groups.{name}.n" for test in study.file.tests)]
        for value in (plain_size(study.get(role)) for role in roles):
            if value is not None:
                found.setdefault(name, {}).setdefault(value.integer, []).append(value)
    values = tuple(value for sizes in found.values() for row in sizes.values() for value in row)
    if not any(len(row) > 1 or len(sizes) > 1 for sizes in found.values() for row in sizes.values()):
        return
    told = "; ".join(f"{name}: {', '.join(map(str, sorted(sizes, reverse=True)))}" for name, sizes in found.items())
    one = all(len(sizes) == 1 for sizes in found.values())
    more = whole is not None and any(_in_test(study, test) > whole for test in study.file.tests)
    key = "sizes_above" if more else "one_size" if one else "several_sizes"
    yield key, {"sizes": told, "allocated": str(whole or "")}, values


def _in_test(study: Study, test: str) -> int:
    """Participants of all groups of a test together; 0 where a size is not printed."""
    sizes = [plain_size(study.get(f"tests.{test}.groups.{name}.n")) for name in study.file.tests[test].groups]
    return sum(size.integer for size in sizes if size) if all(sizes) else 0


def _percent(part: int, whole: int) -> str:
    return number(100 * part / whole, 0)
