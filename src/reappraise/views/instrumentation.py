"""What does the rival `instrumentation` show: the shares before and after by how alike the items are?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reappraise.rivals import chosen, instrumentation
from reappraise.study import Study
from reappraise.views import RivalView, two_readings
from reappraise.views.groups import group_of
from reappraise.words import Words

KEY = "instrumentation"


def rival_view(
    study: Study, seed: int, evidence: Path, settings: Mapping[str, Any], bars: tuple[float, ...], say: Words
) -> RivalView:
    """Its rows as a figure and bars; the norms stand in the caption with their source."""
    known = chosen(KEY, settings)
    asked = instrumentation.checklist(group_of(study, KEY), study.file.rivals[KEY])
    return two_readings.rival_view(study, KEY, instrumentation.simulate(asked, seed, known, {}), vars(known), say)
