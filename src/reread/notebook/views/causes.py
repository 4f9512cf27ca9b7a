"""Which causes lead to the printed change of a one-group study, and what would have told them apart?"""

from __future__ import annotations

from collections.abc import Sequence

from reread.figures import causes
from reread.notebook.views import FigureView
from reread.study.values import Study
from reread.words import Words

KEY = "identification.causes"


def view(study: Study, rivals: Sequence[str], say: Words) -> FigureView | None:
    """The claimed cause, the rivals that the study file names, the outcome; None of another design, or without both."""
    design, cause = study.file.design, study.file.cause
    named = tuple(dict.fromkeys(name for rival in rivals if (name := say.get(f"{rival}.cause", ""))))
    outcome = _outcome(study, rivals, say)
    if not (cause and named and outcome and design.kind.startswith(("one-group", "single"))):
        return None
    missing = say(f"{KEY}.{'case' if design.kind == 'single case' else 'missing'}", cause=cause)
    data = causes.Causes(say(f"{KEY}.claimed", cause=cause), named, outcome, missing)
    return FigureView(causes, data, KEY, {"cause": cause, "k": say.spelled(len(named) + 1).capitalize()})


def _outcome(study: Study, rivals: Sequence[str], say: Words) -> tuple[str, ...]:
    """What was measured, and how it is printed: the counts that a rival is about, else the means."""
    for rival in rivals:
        told = study.file.rivals[rival]
        name, category = told.get("outcome"), told.get("category", "mean")
        if name not in study.file.outcomes:
            continue
        n, label = study.n(name), study.outcome(name).label
        part = f"count.{category}" if category != "mean" else "mean"
        before, after = study.get(f"{name}.before.{part}"), study.get(f"{name}.after.{part}")
        if n is None or before is None or after is None:
            continue
        key = "counts" if category != "mean" else "means"
        params = {"before": before.shown, "after": after.shown, "n": n.shown, "category": category}
        return say.own(label), say(f"{KEY}.{key}", **params)
    return ()
