"""What does the rival `practice_and_observation` show: the share after by gain?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reread.notebook.views import RivalView, two_readings
from reread.notebook.views.groups import group_of
from reread.rivals import chosen
from reread.rivals import practice_and_observation as rival
from reread.study.values import Study
from reread.words import Words

KEY = "practice_and_observation"


def rival_view(
    study: Study, seed: int, evidence: Path, settings: Mapping[str, Any], bars: tuple[float, ...], say: Words
) -> RivalView:
    """Its rows as a figure and bars."""
    known = chosen(KEY, settings)
    draws = rival.simulate(group_of(study, KEY), seed, known, {})
    return two_readings.rival_view(study, KEY, draws, vars(known), say)
