"""Which data sets print each mean and SD?"""

from __future__ import annotations

from reread.datasets.of_study import compatible
from reread.notebook.views import TableView
from reread.numbers.show import number
from reread.statistics.scores import shapiro
from reread.study.samples import at_occasions
from reread.study.values import Study
from reread.words import Words

KEY = "notebooks.reconstruction.sets"
SHOWN = 6


def view(study: Study, name: str, say: Words) -> TableView | None:
    """The first data sets of each occasion, how many there are, and how the search ended."""
    rows, endings = [], []
    for sample in at_occasions(study, name):
        found = compatible(sample)
        if found is None:
            continue
        endings.append(found.ending)
        for scores in found.data_sets[:SHOWN]:
            shown = ", ".join(f"{k} × {score}" for score, k in scores.pairs)
            w = number(shapiro(scores.pairs)[0], 3) if len(scores) > 1 and scores.n > 2 else "–"
            rows.append([say(f"figures.{sample.name}"), shown, w, len(found.data_sets)])
    if not rows:
        return None
    told = [say(f"notebooks.reconstruction.endings.{ending.replace(' ', '_')}") for ending in dict.fromkeys(endings)]
    return TableView("sets", say.several(f"{KEY}.head"), rows, KEY, {"ending": ", ".join(told)})
