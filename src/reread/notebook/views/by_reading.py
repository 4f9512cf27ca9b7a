"""What do fitting tests conclude of every data set, under each reading of the paper?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from reread.figures import intervals
from reread.figures.canvas.palette import Role
from reread.notebook.views import FigureView, TableView
from reread.numbers.show import number, scientific
from reread.reanalysis.by_reading import UnderReading
from reread.reanalysis.survey import Concluded, Quantifier, Range, Survey
from reread.study.comparison import comparisons
from reread.study.values import Study
from reread.words import Words

KEY = "reanalysis"
MARKS: dict[Quantifier, str] = {"all": "●", "some": "◐", "none": "○", "open": "?"}
TICKS = ((1e-12, "10⁻¹²"), (1e-9, "10⁻⁹"), (1e-6, "10⁻⁶"), (1e-4, ".0001"), (1e-2, ".01"), (1.0, "1"))
LEAST = 1e-12


def figure(study: Study, of: str, every: Sequence[UnderReading], alpha: float, say: Words) -> FigureView | None:
    """The range of p of every test under every reading of one outcome or reported test."""
    mine = [each for each in every if each.of == of]
    if not any(each.data_sets for each in mine):
        return None
    rows = [row for each in mine for row in _rows(each, mine, every, say)]
    least = max(LEAST, min(c.p.least for each in mine for c in _tests(each)))
    ticks = tuple(tick for tick in TICKS if tick[0] >= min(0.1 * least, 1e-4))
    data = intervals.Intervals(
        tuple(rows), say(f"{KEY}.axis"), say(f"{KEY}.right_head"), alpha, f"p {number(alpha)}", ticks, log=True
    )
    params = {"label": _label(study, of), "alpha": number(alpha), "concluded": conclusion(mine, alpha, say)}
    return FigureView(intervals, data, f"{KEY}.figure", params, _name("tests_by_reading", of, every))


def table(study: Study, of: str, every: Sequence[UnderReading], say: Words) -> TableView | None:
    """Every test, size of effect and interval (down) under every reading that leaves data sets (across)."""
    mine = [each for each in every if each.of == of and each.data_sets]
    if not mine:
        return None
    rows = []
    for alike in _alike(mine):
        found = [_p_of(each, alike[0]) for each in mine]
        names = "; ".join(say(f"{KEY}.tests.{name}") for name in alike)
        rows.append([names, *(_concluded(test, say) if test else "–" for test in found)])
    for kind in ("effects", "intervals"):
        by_name = [{size.name: size for size in getattr(each.survey, kind)} for each in mine]
        for name in by_name[0]:
            rows.append([say(f"{KEY}.{kind}.{name}"), *(_seen(sizes[name], number, say) for sizes in by_name)])
    head = [say(f"{KEY}.head"), *(reading(each.read.kind, each, every, say) for each in mine)]
    return TableView(_name("under_each_reading", of, every), head, rows, f"{KEY}.table", {"label": _label(study, of)})


def notes(study: Study, every: Sequence[UnderReading], alpha: float, say: Words) -> Iterator[str]:
    """What survives every reading and every data set, where listing stopped, and that no test tells a cause."""
    for of, group in groupby(every, key=lambda each: each.of):
        mine = list(group)
        label = f"{say.own(_label(study, of))}: " if len({each.of for each in every}) > 1 else ""
        yield label + conclusion(mine, alpha, say)
        for each in mine:
            key = _note(each)
            if key:
                told = reading(each.read.kind, each, every, say)
                yield label + say(f"{KEY}.{key}", reading=told, k=each.data_sets)
        if not _everybody(study, of):
            yield label + say(f"{KEY}.everybody")
    if every:
        yield say(f"{KEY}.no_cause")


def _note(each: UnderReading) -> str:
    """Which limit of a reading is told, if any."""
    if each.survey is None:
        return "too_little"
    if each.survey.ending != "all listed":
        return "nothing" if each.survey.ending == "none exists" else "stopped"
    return "" if each.narrowed else "not_narrowed"


def conclusion(mine: Sequence[UnderReading], alpha: float, say: Words) -> str:
    """What holds of every data set under every reading that leaves one."""
    told = [each.survey for each in mine if each.survey and each.survey.tests]
    if not told:
        return say(f"{KEY}.concluded.no_data")
    every = [test for survey in told for test in survey.tests]
    kinds = {test.below for test in every}
    kind = kinds.pop() if len(kinds) == 1 else "mixed" if kinds - {"open"} else "open"
    listed = sum(survey.data_sets for survey in told)
    ways = {survey.direction for survey in told}
    way = ways.pop() if len(ways) == 1 else "mixed"
    group = "groups" if told[0].effects[0].name == "difference" else "pairs"
    params = {
        "alpha": number(alpha),
        "least": _p(min(t.p.least for t in every)),
        "k": listed,
        "greatest": _p(max(t.p.greatest for t in every)),
        "each": "; ".join(_each(told, say)),
    }
    return f"{say(f'{KEY}.concluded.{kind}', **params)} {say(f'{KEY}.direction.{group}.{way}')}"


def _each(told: Sequence[Survey], say: Words) -> Iterator[str]:
    """Every conclusion with the tests that come to it under all readings together."""
    held: dict[Quantifier, list[str]] = {}
    for name in dict.fromkeys(test.p.name for survey in told for test in survey.tests):
        kinds = {test.below for survey in told if (test := survey.p(name))}
        kind: Quantifier = kinds.pop() if len(kinds) == 1 else "open" if kinds <= {"all", "open"} else "some"
        held.setdefault(kind, []).append(name)
    for kind in MARKS:
        if kind in held:
            names = ", ".join(say(f"{KEY}.short.{name}") for name in held[kind])
            yield f"{say(f'{KEY}.below.{kind}')}: {names}"


def reading(kind: str, each: UnderReading, every: Sequence[UnderReading], say: Words) -> str:
    """The name of a reading; explanations are numbered as in their own table."""
    ranks = sorted({other.read.rank for other in every if other.read.kind == "reading"})
    return say(f"{KEY}.reading.{kind}", k=ranks.index(each.read.rank) + 1 if kind == "reading" else 0)


def _rows(
    each: UnderReading, mine: Sequence[UnderReading], every: Sequence[UnderReading], say: Words
) -> Iterator[intervals.IntervalRow]:
    key = (each.survey.ending if each.survey else None) or "too little"
    ending = say(f"{KEY}.endings.{key.replace(' ', '_')}", k=each.data_sets)
    yield intervals.IntervalRow(f"{reading(each.read.kind, each, every, say)}: {ending}", heading=True)
    for alike in _alike(mine):
        found = [test for name in alike if (test := _p_of(each, name))]
        if not found:
            continue
        p, names = found[0].p, say.joined("notebooks.and", [say(f"{KEY}.short.{name}") for name in alike])
        right = f"{MARKS[found[0].below]} {_said(found[0], say)}: {_span(p, _p, say)}"
        role: Role = "allow" if p.proven else "quiet"
        yield intervals.IntervalRow(names, max(p.least, LEAST), max(p.greatest, LEAST), right=right, role=role)


def _alike(mine: Sequence[UnderReading]) -> list[list[str]]:
    """Tests that come to the same range, conclusion and shares under every reading stand in one row."""
    groups: dict[tuple[object, ...], list[str]] = {}
    for name in dict.fromkeys(test.p.name for each in mine for test in _tests(each)):
        found = tuple(_p_of(each, name) for each in mine)
        key = tuple((t.p.least, t.p.greatest, t.below, t.of_data_sets, t.of_samples) if t else None for t in found)
        groups.setdefault(key, []).append(name)
    return list(groups.values())


def _tests(each: UnderReading) -> tuple[Concluded, ...]:
    return each.survey.tests if each.survey else ()


def _p_of(each: UnderReading, test: str) -> Concluded | None:
    return each.survey.p(test) if each.survey else None


def _said(test: Concluded, say: Words) -> str:
    return say(f"{KEY}.below.{test.below}")


def _concluded(test: Concluded, say: Words) -> str:
    """The conclusion, the range of p, and the two shares where they say more than the conclusion."""
    told = f"{MARKS[test.below]} {_said(test, say)}: {_seen(test.p, _p, say)}"
    if test.below != "some" or test.of_data_sets is None or test.of_samples is None:
        return told
    shares = (f"{number(100 * share, 1)} %" for share in (test.of_data_sets, test.of_samples))
    return f"{told} ({say(f'{KEY}.shares', data_sets=next(shares), samples=next(shares))})"


def _seen(found: Range, shown: Callable[[float], str], say: Words) -> str:
    """A range as text; where it is only that of the data sets seen it says so."""
    span = _span(found, shown, say)
    return span if found.proven else say(f"{KEY}.seen", span=span)


def _span(found: Range, shown: Callable[[float], str], say: Words) -> str:
    low, high = shown(found.least), shown(found.greatest)
    return low if low == high else say(f"{KEY}.from_to", low=low, high=high)


def _p(value: float) -> str:
    """A p with two digits or more, however small."""
    if value >= 0.001 or value == 0:
        return number(value, 4)
    return f"{value:.2g}" if value >= 0.0001 else scientific(value)


def _everybody(study: Study, of: str) -> bool:
    """Is everybody known to be measured?"""
    return next(each.complete for each in comparisons(study) if each.name == of)


def _label(study: Study, of: str) -> str:
    return study.file.outcomes[of].label if of in study.file.outcomes else study.file.tests[of].label


def _name(name: str, of: str, every: Sequence[UnderReading]) -> str:
    """The file's name; with that of the outcome where there are several."""
    return name if len({each.of for each in every}) < 2 else f"{name}-{of}".replace(" ", "-")
