"""How is a rival explanation shown, and what may be changed of it?

A view of its own is the module `views` in the rival's folder, or of a rival of the package the module of its name here.
A rival of two groups is shown by `two_groups`, any other without a view by `two_readings`.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from reread.files import own
from reread.notebook.views import Elsewhere, RivalView, two_groups, two_readings
from reread.notebook.views.groups import group_of
from reread.rivals import OneGroup, between, rival
from reread.rivals.evidence import Parameter, parameters
from reread.rivals.once import once
from reread.rivals.settings import Changeable
from reread.study.values import Study
from reread.words import Words


def rival_view(study: Study, name: str, seed: int, evidence: Path, settings: Changeable, say: Words) -> RivalView:
    """What one rival shows of a study."""
    if name in between():
        return two_groups.rival_view(study, name, settings, say)
    door = _door(name)
    if door is not None:
        shown: RivalView = door.rival_view(study, seed, evidence, settings, say)
        return shown
    known = parameters(evidence) if rival(name).USES else {}
    draws = _simulated(name, group_of(study, name), seed, settings, known)
    return two_readings.rival_view(study, name, draws, vars(settings), say)


@once
def _simulated(name: str, group: OneGroup, seed: int, settings: Changeable, known: Mapping[str, Parameter]) -> Any:
    return rival(name).simulate(group, seed, settings, known)


def elsewhere(name: str, evidence: Path, say: Words) -> list[Elsewhere]:
    """Changes of other people's untreated groups that a rival knows; none for most."""
    found = getattr(_door(name), "elsewhere", None)
    return list(found(evidence, say)) if found else []


def design(name: str) -> ModuleType | None:
    """Of a rival that can simulate the study that would answer: what has its settings (`Design`) and it (`design`)."""
    door = _door(name)
    return door if hasattr(door, "design") else None


def _door(name: str) -> ModuleType | None:
    """The view of a rival, if it has one of its own."""
    module = rival(name)
    whole = f"{module.__name__}.views" if name in own.modules("rivals") else f"{__package__}.{name}"
    there = hasattr(module, "__path__") or name not in own.modules("rivals")
    return importlib.import_module(whole) if there and find_spec(whole) else None
