"""What does each trial elsewhere compare, print and report, and where was that read?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reread.appraisal.trials import Trial
from reread.notebook.views import TableView
from reread.notebook.views.landscape import TELLS, tells
from reread.report.side_by_side import Read
from reread.words import Words

KEY = "synthesis.trials"


def view(read: Sequence[Read], trials: Iterable[Trial], say: Words) -> TableView | None:
    """One row a comparison, of the causes that the studies name; by what the design can tell, then by year."""
    causes = {one.study.file.cause for one in read if one.is_study}
    shown = [trial for trial in trials if trial.cause in causes]
    shown.sort(key=lambda trial: (TELLS.index(tells(trial, say)), trial.year or "9999", trial.label))
    rows = [_row(trial, say) for trial in shown]
    return TableView("trials", say.several(f"{KEY}.head"), rows, KEY, {"n": len(rows)}) if rows else None


def _row(trial: Trial, say: Words) -> list[str]:
    p = say(f"{KEY}.p", p=trial.p) if trial.p else ""
    source = say(f"{KEY}.{'where' if trial.known == 'retrieved' else 'second'}", source=trial.source, where=trial.where)
    return [
        say(f"{KEY}.name", label=trial.label, n=trial.n),
        say(f"synthesis.landscape.columns.{tells(trial, say)}.detail"),
        say(f"{KEY}.compared", compared=trial.compared, outcome=trial.outcome),
        "; ".join(filter(None, (trial.result, p))),
        say(f"synthesis.landscape.directions.{trial.direction}"),
        source,
    ]
