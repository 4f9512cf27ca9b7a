"""Do views hand printed numbers on as numbers: with a comparator, without a sign, with the interval turned?"""

from __future__ import annotations

import plain_study
import pytest

from reread import checks, words
from reread.figures import canvas
from reread.notebook.views import FigureView, attainable, critical, implied_correlation, normality, size_of
from reread.reanalysis.reanalysed import reanalysed
from reread.reanalysis.tables import by_means
from reread.study.values import Study

SAY = words.load("en")
TURNED = {"change.t": "-4.87", "change.ci.low": "-1.01", "change.ci.high": "0.20", "change.d": "-1.09"}


def rows_of(view: FigureView | None) -> list[list[str]]:
    """The numbers of a drawing; that it can be drawn, too."""
    assert view is not None
    for wide in (True, False):
        view.figure.draw(view.data, wide, SAY.branch("figures"))
    rows: list[list[str]] = view.figure.table(view.data, SAY.branch("figures"))[1]
    return rows


@pytest.mark.parametrize(("text", "shown", "value"), [
    ("4.87", "4.87", 4.87), ("-4.870", "4.870", 4.87), ("< -4.87", "> 4.87", 4.87), (">= 2", "≥ 2", 2.0),
    ("-0.00", "0.00", 0.0),
])  # fmt: skip
def test_the_size_of_a_number_keeps_its_decimals_and_turns_its_comparator(text: str, shown: str, value: float) -> None:
    t = plain_study.study({"change.t": text}).get("score.change.t")
    assert t is not None
    assert size_of(t) == canvas.PrintedNumber(value, len(text.partition(".")[2]), shown)


def test_ends_are_shown_turned_where_their_middle_is_negative() -> None:
    study = plain_study.study(TURNED)
    found = by_means(study, "score")
    assert found is not None
    again = [reanalysed(table) for table in found.tables]
    view = attainable.view(study, "score", again, [], SAY)
    assert rows_of(view)[-1][1:] == ["4.87", "1.09", "−0.20", "1.01"]
    table = critical.view(study, "score", SAY)
    assert table is not None
    assert list(table.rows[-1])[2:] == ["−0.20", "1.01"]


def test_the_printed_t_is_drawn_without_its_sign() -> None:
    rows = rows_of(implied_correlation.view(plain_study.study(TURNED), "score", SAY))
    assert rows[-1][2] == "4.87"


@pytest.mark.parametrize("printed", ["< 0.001", "> 0.05", "0.001"])
def test_a_p_with_a_comparator_is_drawn(printed: str) -> None:
    study: Study = plain_study.study({"before.normality_p": printed})
    findings = [
        {"check": one.check, "roles": one.roles, "status": one.status, "benign_readings": []}
        for one in checks.findings(study)
    ]
    rows = rows_of(normality.view(study, "score", findings, SAY))
    assert rows[0][2] == printed
