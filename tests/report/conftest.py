"""The page of the invented study, parsed, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import fixture
import pytest
from parsed import Page

from reread.report.page import study_page
from reread.words import load


@pytest.fixture
def page(tmp_path: Path) -> Callable[..., Page]:
    """The page of the invented study, or of a variant of it."""

    def made(stages: fixture.Made | None = None, roles: bool = True, **context: Any) -> Page:
        fixture.write(tmp_path, stages, roles=roles)
        return Page(study_page(tmp_path, fixture.STUDY, load("en"), {**fixture.CONTEXT, **context}))

    return made
