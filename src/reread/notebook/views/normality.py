"""Where do the printed normality p-values lie among the W and p of the data sets that fit?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reread.datasets.of_study import compatible, from_counts
from reread.figures import normality
from reread.notebook.views import FigureView, as_printed
from reread.statistics.scores import shapiro
from reread.study.samples import at_occasions
from reread.study.values import Study, Value
from reread.words import Words

KEY = "notebooks.consistency"
MOST = 3  # data sets of one occasion that are drawn


def view(study: Study, name: str, findings: list[dict[str, Any]], say: Words) -> FigureView | None:
    """The figure for one outcome, with the finding that its check came to."""
    found = next((f for f in findings if f["check"] == "normality_p" and f["roles"][0].startswith(f"{name}.")), None)
    rows = list(_rows(study, name, say))
    if found is None or not rows:
        return None
    as_statistic = "statistic_for_p" in [benign["departure"] for benign in found["benign_readings"]]
    key = "none" if as_statistic else "apart" if found["status"] == "inconsistent" else "possible"
    params = {
        "printed": say.joined("notebooks.and", dict.fromkeys(row.printed.shown for row, _ in rows)),
        "fits": say.joined(
            "notebooks.and", [row.source for row, p in rows if p.interval.absolute().contains_float(row.w)]
        ),
    }
    return FigureView(normality, normality.Normality(tuple(row for row, _ in rows)), f"{KEY}.normality_{key}", params)


def _rows(study: Study, name: str, say: Words) -> Iterator[tuple[normality.NormalityRow, Value]]:
    for sample in at_occasions(study, name):
        p, listing = sample.get("normality_p"), compatible(sample)
        if p is None or listing is None:
            continue
        counted = from_counts(sample)
        sets = dict.fromkeys(listing.data_sets[:MOST], "means") | ({counted: "counts"} if counted else {})
        for scores, origin in sets.items():
            if len(scores) > 1:
                w, p_value = shapiro(scores.pairs)
                split = " : ".join(str(k) for _, k in scores.pairs)
                source = say(f"{KEY}.from_{origin}", split=split)
                yield normality.NormalityRow(say(f"figures.{sample.name}"), as_printed(p), w, p_value, source), p
