"""An honest study as a `Study`: built directly (fast), or written to a folder and read through the door. For tests only."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import honest
from honest import Data
from honest_print import Prints, label, prints
from ruamel.yaml import YAML

from reappraise.extract.ledger import Number, allowed, decimal, stat_of
from reappraise.extract.study_folder import extract
from reappraise.reported import Reported
from reappraise.study import Study, study_of
from reappraise.study_file import StudyFile


def study(random: Random) -> Study:
    """A new honest study."""
    data = honest.drawn(random)
    return direct(prints(random, data), described(random, data))


def described(random: Random, data: Data) -> dict[str, Any]:
    """What a study file says of the outcome beside its numbers."""
    kind = "continuous" if data.items == 0 else random.choice(["ordinal score", "integer score"])
    return {
        "label": "Score", "measure": kind, "items": max(1, data.items), "normality_test": "Shapiro-Wilk",
        "complete": not data.missing and random.random() < 0.7,
        "codes": {label(code): code for code in data.codes if random.random() < 2} if random.random() < 0.7 else {},
        "test": random.choice(["paired t", "paired t", "paired t", "not stated"]),
    }  # fmt: skip


def direct(printed: Prints, about: dict[str, Any]) -> Study:
    """The study without a document: numbers as the extractor would hand them on."""
    printed = {**printed, **{f"score.codes.{name}": [str(code)] for name, code in about["codes"].items()}}
    locators = {role: [f"{role} {k} {{{text}}}" for k, text in enumerate(texts)] for role, texts in printed.items()}
    rows = [row(f"{i}.{k}", i, role, text) for i, (role, texts) in enumerate(printed.items(), 1) for k, text in enumerate(texts)]
    return study_of("honest", StudyFile.model_validate(file(locators, about), strict=False), rows)


def row(name: str, line: int, role: str, text: str) -> Number:
    """One number of the ledger."""
    reported, stat = Reported.read(text), stat_of(role)
    interval = allowed(reported, stat)
    ends = ("" if end is None else decimal(end) for end in (interval.low, interval.high))
    return Number(name, "", line, 0, len(text), text, stat, decimal(reported.value), reported.decimals, reported.comparator, *ends, role)


def file(locators: dict[str, list[str]], about: dict[str, Any]) -> dict[str, Any]:
    """The study file as a tree."""
    outcome = {key: value for key, value in about.items() if key not in ("test", "codes")}
    tree: dict[str, Any] = {
        "title": "An honest study", "design": {"kind": "one-group pretest-posttest", "paired": True, "control": "none"},
        "outcomes": {"score": {**outcome, "change": {"test": about["test"]}}},
    }  # fmt: skip
    for role, texts in locators.items():
        place = tree["outcomes"] if role.startswith("score.") else tree
        *path, name = role.split(".")
        for part in path:
            place = place.setdefault(part, {})
        place[name] = texts
    ci = tree["outcomes"]["score"]["change"].get("ci", {})
    assert not ci or {"low", "high"} <= set(ci)
    return tree


def folder(at: Path, printed: Prints, about: dict[str, Any], random: Random) -> Path:
    """A study's folder: every number in a line of its own words, in prose or between pipes."""
    printed = {**printed, **{f"score.codes.{name}": [str(code)] for name, code in about["codes"].items()}}
    lines, locators = ["# An honest study", ""], {}
    for role, texts in printed.items():
        for k, text in enumerate(texts):
            before, after = random.choice([("| ", " | rest |"), ("it is ", " here."), ("(", ")"), ("$= ", "$, as said")])
            words = f"{role.replace('.', ' ')}, place {chr(97 + k)}: "
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
