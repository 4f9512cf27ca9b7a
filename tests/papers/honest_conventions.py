"""Honest studies under the conventions of `docs/study-file.md`, "How numbers were obtained". For tests only.

`random_conventions_study(seed)` is one study with one to three tests, each under a convention of its own, told in one
of three ways: the entry says it, its parts say it, or only `methods` of the study. One in five has a plain test beside.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import Any

import honest_study
from honest_exact import EXACT
from honest_models import MODELS
from honest_norms import NORMS
from honest_print import Prints
from honest_resampled import RESAMPLED
from honest_scores import MEASURED
from honest_surveys import SURVEYS
from honest_tests import tree
from honest_told import ToldPress

from reread.study.file import StudyFile
from reread.study.values import Study, study_of

CONVENTIONS: dict[str, Callable[[ToldPress], None]] = RESAMPLED | EXACT | MODELS | SURVEYS | NORMS
PLAIN = "no convention"
ABOUT_CHANGE = ("test", "sides", "adjusted", "obtained", "ci", "d_is", "higher")


@dataclass(frozen=True)
class Convened:
    """A study, and the convention and the way of telling of each of its entries."""

    presses: tuple[ToldPress, ...]

    @property
    def conventions(self) -> tuple[str, ...]:
        """What each entry is drawn for."""
        return tuple(press.convention for press in self.presses)

    def study(self, told: bool = True) -> Study:
        """The study as honest authors tell it; `told` False: nothing is said of how numbers were obtained."""
        abouts, printed, methods = {}, Prints(), []
        for press in self.presses:
            abouts[press.name] = press.about | (press.told() if told else press.mistold)
            methods += press.methods if told else ()
            printed |= {r: texts for r, texts in press.prints.items() if told or not r.endswith(".against")}
        return direct(printed, abouts, methods, [press.name for press in self.presses if press.as_outcome])


def convened(seed: int) -> Convened:
    """The presses of one study, by its seed."""
    random = Random(f"conventions {seed}")
    names = [random.choice(list(CONVENTIONS)) for _ in range(random.choice([1, 1, 2, 3]))]
    presses = [pressed(random, f"test {k + 1}", name) for k, name in enumerate(names)]
    if random.random() < 0.2:
        presses.append(pressed(random, "another", PLAIN))
    return Convened(tuple(presses))


def pressed(random: Random, name: str, convention: str) -> ToldPress:
    """One printed test under a convention."""
    press = ToldPress(random, name, convention=convention)
    (CONVENTIONS.get(convention) or random.choice(MEASURED))(press)
    return press


def random_conventions_study(seed: int) -> Study:
    """An honest study under conventions, by its seed."""
    return convened(seed).study()


def of_convention(convention: str, seed: int) -> Convened:
    """A study with one test, under this convention."""
    return Convened((pressed(Random(f"{convention} {seed}"), "test 1", convention),))


def direct(printed: Prints, abouts: dict[str, dict[str, Any]], methods: list[str], outcomes: list[str]) -> Study:
    """The study without a document; some of its entries are outcomes, not tests."""
    for name in outcomes:
        printed = {_of_outcome(role, name): texts for role, texts in printed.items()}
    tests = {name: about for name, about in abouts.items() if name not in outcomes}
    found = tree({role: texts for role, texts in printed.items() if role.partition(".")[0] not in outcomes},
                 deepcopy(tests))  # fmt: skip
    for name in outcomes:
        found.setdefault("outcomes", {})[name] = _outcome(name, abouts[name], printed)
    found["methods"] = methods
    rows = [honest_study.row(line, role, text) for line, (role, text) in enumerate(_placed(printed), 1)]
    return study_of("honest conventions", StudyFile.model_validate(found, strict=False), rows)


def _placed(printed: Prints) -> list[tuple[str, str]]:
    return [(role, text) for role, texts in printed.items() for text in texts]


def _of_outcome(role: str, name: str) -> str:
    """Where an outcome prints what a test of the occasions prints."""
    if not role.startswith(f"tests.{name}."):
        return role
    rest = role.removeprefix(f"tests.{name}.")
    if rest.startswith("groups."):
        return f"{name}.{rest.removeprefix('groups.')}"
    return f"{name}.change.{'mean' if rest == 'estimate' else rest}"


def _outcome(name: str, about: dict[str, Any], printed: Prints) -> dict[str, Any]:
    """An outcome of the study file as a tree."""
    own = {role: texts for role, texts in printed.items() if role.startswith(f"{name}.")}
    found: dict[str, Any] = {key: value for key, value in about.items() if key not in ABOUT_CHANGE}
    found["change"] = {key: deepcopy(value) for key, value in about.items() if key in ABOUT_CHANGE}
    for role, texts in own.items():
        *path, last = role.split(".")[1:]
        place = found
        for part in path:
            place = place.setdefault(part, {})
        place[last] = [f"{role} {k} {{{text}}}" for k, text in enumerate(texts)]
    return found
