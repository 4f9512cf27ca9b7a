"""How does a re-analysis stand in a result file? Numbers with six digits; what is infinite or unknown is null."""

from __future__ import annotations

from math import isfinite
from typing import Any

from reread.reanalysis.by_reading import UnderReading
from reread.reanalysis.survey import Concluded, Range, Survey


def record(each: UnderReading) -> dict[str, Any]:
    """One outcome or reported test under one reading, as in reconstruction.json."""
    survey = each.survey or Survey(0, None, (), (), (), "open")
    return {
        "of": each.of, "rank": each.read.rank, "reading": each.read.kind, "departures": list(each.read.departures),
        "datasets": {"count": survey.data_sets if each.survey else None, "ending": survey.ending},
        "narrowed": each.narrowed, "direction": survey.direction,
        "tests": [_concluded(test) for test in survey.tests],
        "effects": [_range("effect", size) for size in survey.effects],
        "intervals": [_range("interval", ends) for ends in survey.intervals],
    }  # fmt: skip


def _concluded(test: Concluded) -> dict[str, Any]:
    shares = {"of_data_sets": _number(test.of_data_sets), "of_samples": _number(test.of_samples)}
    return {**_range("test", test.p), "below": test.below, **shares}


def _range(kind: str, found: Range) -> dict[str, Any]:
    return {
        kind: found.name,
        "least": _number(found.least),
        "greatest": _number(found.greatest),
        "of_all": found.proven,
    }


def _number(value: float | None) -> float | None:
    return None if value is None or not isfinite(value) else float(f"{value:.6g}")
