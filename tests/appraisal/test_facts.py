"""Does what arithmetic can say stand beside the check or domain that asks for it, with places, and judge nothing?"""

from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np
import pytest
from honest_tests import direct
from scipy import stats

from reread import words
from reread.appraisal.facts import CHECKS, ITEMS, ROB, beside_items, stated
from reread.appraisal.files import Appraisal
from reread.appraisal.instruments import filled_in, instruments, rows
from reread.study.values import Study

SAY = words.load("en")
RANDOMISED = "two-group randomised"


def trial() -> Study:
    """Massage three times a day for five days, 40 women of four months at two places; pain and sleep after it."""
    prints: dict[str, list[str]] = {}
    for name, one, other, p in (("pain", "3.0", "5.0", "0.001"), ("sleep", "6.1", "6.0", "0.60")):
        for arm, mean in (("massage", one), ("control", other)):
            role = f"tests.{name}.groups.{arm}"
            prints |= {f"{role}.n": ["20"], f"{role}.mean": [mean], f"{role}.sd": ["2.0"]}
        prints[f"tests.{name}.p"] = [p]
    prints |= {f"arms.{arm}.allocated": ["20"] for arm in ("massage", "control")}
    prints |= {"flow.months": ["4"], "flow.sites": ["2"]}
    dose = {"times_a_day": "3", "days": "5", "minutes": "10", "minutes_to": "20"}
    prints |= {f"dose.{part}": [text] for part, text in dose.items()}
    study = direct(prints, {name: {"label": name, "test": "independent t"} for name in ("pain", "sleep")})
    return Study(study.id, study.file.model_copy(update={"rests_on": ("tests.pain.p",)}), study.values)


def beside(study: Study, findings: list[dict[str, Any]] | None = None) -> dict[str, dict[str, str]]:
    found = beside_items(study, findings or [], SAY)
    return {key: {item: " ".join(each["text"] for each in facts) for item, facts in items.items()}
            for key, items in found.items()}  # fmt: skip


def test_work_size_measurement_and_choice() -> None:
    found = beside(trial())
    assert "5.0 people a month and place (40 in 4 months at 2 places;" in found[CHECKS]["2.4"]
    assert "15 sessions for each who has it" in found[CHECKS]["2.5"]
    assert "massage 300, control 300; hours: massage 50 … 100, control 50 … 100" in found[CHECKS]["2.5"]
    assert "1.00 SD, pain (comparisons after the start: 2" in found[CHECKS]["4.7"]
    assert "2 with p, 1 below 0.05" in found[ROB]["reporting"]
    assert "rests on 1 of those" in found[ROB]["reporting"]
    t = 1.0 * np.sqrt(10)
    told = float(found[ROB]["measurement"].partition("a shift of ")[2].partition(" ")[0])
    assert stats.nct.sf(t, 38, told * np.sqrt(10)) == pytest.approx(0.05, abs=0.003)


def test_one_number_in_several_documents_is_beside_several_articles() -> None:
    made = {"check": "repeats", "status": "inconsistent", "printed": "n 20 (en) · 21 (id)", "title": "repeats"}
    for ids, item in ((["en:7.1", "id:9.2"], "4.11"), (["7.1", "9.2"], "4.4"), (["en:7.1", "en:9.2"], "4.4")):
        assert "Cannot agree: n 20 (en)" in beside(trial(), [{**made, "about": ids}])[CHECKS][item]


def test_registration_and_ethical_approval_are_quoted_or_said_to_be_absent() -> None:
    told = [{"kind": "registration", "quote": "NCT00066131", "document": "en", "line": 3, "place": ""}]
    found = beside_items(trial(), [], SAY, told)[CHECKS]
    assert found["2.2"][0]["text"].startswith("Printed: NCT00066131;")
    assert found["2.2"][0]["place"] == "line en:3"
    assert found["2.1"] == [{"text": "What was read has no words about ethical approval.", "place": ""}]
    assert "2.1" not in beside_items(trial(), [], SAY)[CHECKS]


def test_every_item_that_is_named_is_one_of_its_instrument() -> None:
    for key, items in ITEMS.items():
        assert set(items) <= set(instruments()[key].items)
    assert len(instruments()[CHECKS].items) == 21
    assert set(ITEMS[ROB]) == set(instruments()[ROB].items), "a fact for each domain of RoB 2"
    told = {key for key, _, _ in stated(trial())}
    assert {"sessions_hours", "farthest", "shift", "chosen"} <= told


def test_the_form_to_fill_in_has_a_row_for_each_check_and_answers_none() -> None:
    study = trial()
    made = filled_in(rows(Appraisal(), RANDOMISED, "en", facts=beside_items(study, [], SAY)))
    head, *checks = csv.reader(io.StringIO(made[CHECKS]))
    assert head[:4] == ["item", "question", "computed", "places"]
    assert len(checks) == 21
    assert {row[4] for row in checks} == {""}
    assert next(row for row in checks if row[0].startswith("4.7"))[3].startswith("lines ")
    assert len(list(csv.reader(io.StringIO(made[ROB])))) == 6
