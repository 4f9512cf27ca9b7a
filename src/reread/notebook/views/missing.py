"""Which measurements does each study not print that would let its cause be told from others?"""

from __future__ import annotations

from collections.abc import Sequence

from reread.notebook.views import TableView
from reread.report.side_by_side import Read
from reread.study.values import Study
from reread.words import Words

KEY = "synthesis.missing"
PARTS = ("comparison", "first_measured", "spread", "change", "negative_control")
COMPARED = ("two-group", "case-control", "crossover")  # designs that have a comparison, whatever it is called


def view(read: Sequence[Read], say: Words) -> TableView | None:
    """One row a study, one column for each thing to ask for; None where no study was read."""
    found = {say.own(one.title): printed(one.study) for one in read if one.is_study}
    rows = [[title, *(say(f"{KEY}.{'yes' if there else 'no'}") for there in each)] for title, each in found.items()]
    params = {"n": sum(not there for each in found.values() for there in each)}
    return TableView("missing", say.several(f"{KEY}.head"), rows, KEY, params) if rows else None


def printed(study: Study) -> tuple[bool, ...]:
    """Whether each of `PARTS` is printed: what the study file points at, outcomes and reported tests together."""
    design, roles = study.file.design, set(study.values)
    spread = any(role.endswith((".sd", ".se")) for role in roles)
    change = any(role.endswith(("change.sd", "change.t", "change.ci.low")) for role in roles)
    return (
        design.kind.startswith(COMPARED) or design.control not in (None, "none", "not stated"),
        design.first_measured is not None,
        spread,
        change,
        bool(design.negative_control),
    )
