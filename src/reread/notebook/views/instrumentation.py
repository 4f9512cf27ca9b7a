"""What does the rival `instrumentation` show: the shares before and after by how alike the items are?"""

from __future__ import annotations

from pathlib import Path

from reread.notebook.views import RivalView, two_readings
from reread.notebook.views.groups import group_of
from reread.rivals import instrumentation
from reread.study.values import Study
from reread.words import Words

KEY = "instrumentation"


def rival_view(study: Study, seed: int, evidence: Path, settings: instrumentation.Settings, say: Words) -> RivalView:
    """Its rows as a figure and bars; the norms stand in the caption with their source."""
    asked = instrumentation.checklist(group_of(study, KEY), study.file.rivals[KEY])
    return two_readings.rival_view(study, KEY, instrumentation.simulate(asked, seed, settings, {}), vars(settings), say)
