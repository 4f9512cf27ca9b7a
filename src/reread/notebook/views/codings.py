"""Which coding of the printed counts gives the printed means and SDs?"""

from __future__ import annotations

from collections.abc import Iterator

from reread.datasets.histogram import Counts
from reread.datasets.of_study import from_counts
from reread.departures import other_codes
from reread.figures import codings
from reread.notebook.views import FigureView, as_printed
from reread.statistics.scores import moments, sd, sd_fits
from reread.study.file import OCCASIONS
from reread.study.samples import at_occasions
from reread.study.values import Study, Value
from reread.words import Words

KEY = "notebooks.reconstruction"


def view(study: Study, name: str, say: Words) -> FigureView | None:
    """Each coding as a row; a coding with the rows of means exchanged only where that fits."""
    prints = study.all(*(f"{name}.{occasion}.{stat}" for occasion in OCCASIONS for stat in ("mean", "sd")))
    n, outcome = study.n(name), study.outcome(name)
    if prints is None or n is None or not all(from_counts(sample) for sample in at_occasions(study, name)):
        return None
    rows = tuple(dict.fromkeys(_rows(study, name, prints, say)))
    fits = [f"{row.label}, {row.detail}" if row.detail else row.label for row in rows if row.agrees]
    key = "none" if not fits else "one" if len(fits) == 1 else "several"
    axis = say(f"{KEY}.axis", label=outcome.label, unit=outcome.unit, n=n.shown)
    before, sd_before, after, sd_after = map(as_printed, prints)
    data = codings.Codings((before, sd_before), (after, sd_after), rows, axis)
    return FigureView(codings, data, f"{KEY}.codings_{key}", {"reading": "; ".join(fits), "k": len(fits)})


def _rows(study: Study, name: str, prints: tuple[Value, ...], say: Words) -> Iterator[codings.CodingRow]:
    counted = {label for occasion in OCCASIONS for label in study.counts(name, occasion)}
    for params, other in [({}, study), *other_codes.variants(study)]:
        if params and params["outcome"] != name:
            continue
        sets = [scores for sample in at_occasions(other, name) if (scores := from_counts(sample))]
        codes = other.codes(name) or {}
        label = ", ".join(f"{say.own(category)} {code}" for category, code in codes.items() if category in counted)
        detail = "" if params else say(f"{KEY}.as_stated")
        if len(sets) < 2:
            continue
        before, after = _pair(sets[0]), _pair(sets[1])
        yield codings.CodingRow(label, detail, before, after, _fits(sets, prints))
        if _fits(sets[::-1], prints):
            # what the counts say of before is printed in the row of after
            yield codings.CodingRow(label, say(f"{KEY}.exchanged"), after, before, True)


def _pair(scores: Counts) -> tuple[float, float]:
    mean, squares = moments(dict(scores))
    return float(mean), sd(squares, scores.n)


def _fits(sets: list[Counts], prints: tuple[Value, ...]) -> bool:
    for scores, mean, spread in zip(sets, prints[::2], prints[1::2], strict=True):
        exact, squares = moments(dict(scores))
        if not (mean.interval.contains(exact) and sd_fits(spread.interval, squares, scores.n)):
            return False
    return True
