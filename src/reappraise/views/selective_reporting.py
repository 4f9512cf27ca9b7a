"""What does the rival `selective_reporting` show: the share after by number of measures?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reappraise.rivals import chosen
from reappraise.rivals import selective_reporting as rival
from reappraise.study import Study
from reappraise.views import RivalView, two_readings
from reappraise.views.groups import group_of
from reappraise.words import Words

KEY = "selective_reporting"


def rival_view(
    study: Study, seed: int, evidence: Path, settings: Mapping[str, Any], bars: tuple[float, ...], say: Words
) -> RivalView:
    """Its rows as a figure and bars."""
    known = chosen(KEY, settings)
    draws = rival.simulate(group_of(study, KEY), seed, known, {})
    return two_readings.rival_view(study, KEY, draws, vars(known), say)
