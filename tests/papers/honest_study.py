"""An honest study as a `Study`: built directly (fast), or written to a folder and read through the door. For tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import honest
import pytest
from honest import Data
from honest_print import Prints, label, prints
from ruamel.yaml import YAML

from reread.datasets import changes, of_study
from reread.reading.study_folder import extract
from reread.study.file import StudyFile
from reread.study.ledger import Number, allowed, decimal, read_as, stat_of
from reread.study.values import Study, study_of

AROUND = [("| ", " | rest |"), ("it is ", " here."), ("(", ")"), ("$= ", "$, as said"), ("± ", "\tnext cell")]


@contextmanager
def short_lists() -> Iterator[None]:
    """Shorter lists of data sets than in earnest: the same verdicts or "undecided", in a tenth of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(of_study, "CAP", 40)
        patch.setattr(of_study, "MOST_PAIRS", 4)
        patch.setattr(changes, "MOST_STEPS", 2_000)
        _forget()
        yield
    _forget()


def _forget() -> None:
    for function in (of_study._listed, of_study._paired):
        function.cache_clear()


def study(random: Random) -> Study:
    """A new honest study."""
    data = honest.drawn(random)
    return direct(prints(random, data), described(random, data))


def described(random: Random, data: Data) -> dict[str, Any]:
    """What a study file says of the outcome beside its numbers."""
    kinds = ["ordinal score", "integer score", *(["binary"] if len(data.codes) == 2 else [])]
    kind = "continuous" if data.items == 0 else random.choice(kinds)
    return {
        "label": "Score", "measure": kind, "items": max(1, data.items), "normality_test": "Shapiro-Wilk",
        "complete": not data.missing and random.random() < 0.7,
        "codes": {label(code): code for code in data.codes} if random.random() < 0.7 else {},
        "test": random.choice(["paired t", "paired t", "paired t", "not stated"]),
    }  # fmt: skip


def direct(printed: Prints, about: dict[str, Any]) -> Study:
    """The study without a document: numbers as the extractor would hand them on."""
    printed = {**printed, **{f"score.codes.{name}": [str(code)] for name, code in about["codes"].items()}}
    locators = {role: [f"{role} {k} {{{text}}}" for k, text in enumerate(texts)] for role, texts in printed.items()}
    placed = [(role, text) for role, texts in printed.items() for text in texts]
    rows = [row(line, role, text) for line, (role, text) in enumerate(placed, 1)]
    return study_of("honest", StudyFile.model_validate(file(locators, about), strict=False), rows)


def row(line: int, role: str, text: str) -> Number:
    """One number of the ledger, alone in its line."""
    stat = stat_of(role)
    reported = read_as(text, stat)
    interval = allowed(reported, stat)
    low, high = ("" if end is None else decimal(end) for end in (interval.low, interval.high))
    value, places, comparator = decimal(reported.value), reported.decimals, reported.comparator
    return Number(f"{line}.1", "", line, 0, len(text), text, stat, value, places, comparator, low, high, role)


def file(locators: dict[str, list[str]], about: dict[str, Any]) -> dict[str, Any]:
    """The study file as a tree."""
    change = {key: about[key] for key in ("test", "higher") if key in about}
    outcome = {key: value for key, value in about.items() if key not in (*change, "tests", "codes")}
    tree: dict[str, Any] = {
        "title": "An honest study", "design": {"kind": "one-group pretest-posttest", "paired": True, "control": "none"},
        "outcomes": {"score": {**outcome, "change": change}},
        "tests": {name: dict(test) for name, test in about.get("tests", {}).items()},
    }  # fmt: skip
    for role, texts in locators.items():
        place = tree["outcomes"] if role.startswith("score.") else tree
        *path, name = role.split(".")
        for part in path:
            place = place.setdefault(part, {})
        place[name] = texts
    return tree


def folder(at: Path, printed: Prints, about: dict[str, Any], random: Random) -> Path:
    """A study's folder: every number in a line of its own words, in prose or between pipes."""
    printed = {**printed, **{f"score.codes.{name}": [str(code)] for name, code in about["codes"].items()}}
    lines, locators = ["# An honest study", ""], {}
    for role, texts in printed.items():
        for text in texts:
            before, after = random.choice(AROUND)
            words = f"line {len(lines)}, {role.replace('.', ' ')}: "
            lines.append(f"{words}{before}{text}{after}")
            locators.setdefault(role, []).append(f"{words}{before}{{{text}}}")
    at.mkdir(parents=True, exist_ok=True)
    (at / "transcript.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with (at / "study.yaml").open("w", encoding="utf-8") as stream:
        YAML(typ="safe").dump(file(locators, about), stream)
    return at


def through_the_door(at: Path) -> Study:
    """The study that the extract stage reads from a folder."""
    found = extract(at)
    return study_of(at.name, found.file, found.numbers)
