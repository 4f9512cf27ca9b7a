"""What does a proposed study file look like, as text that a person corrects?

Every number is a locator that was tried on the document; entries whose numbers no words point at alone are left out and
told. What a cue word suggests stands with its quote; comments say what to look at.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reread.documents import Document
from reread.files.keyed import UNREADABLE
from reread.reading.links.locators import Pointer
from reread.reading.proposal import Proposal
from reread.study.file import StudyFile
from reread.study.parts import Measured, Outcome, ReportedTest

HEAD = """\
# Written by the program. Nothing in this file counts until a person has compared it with the document.
# 1. Look at every line marked “look”, and at each number's place. Correct or delete what is wrong.
# 2. Add what it could not link, outcomes and groups among it, and what the conclusion rests on (docs/study-file.md).
# 3. Then write `confirmed: true`.
"""
LOOK = {
    "title": "look: the study's title",
    "kind": "look: suggested by the words quoted at the end, or not stated",
    "control": "look: suggested by the words quoted at the end",
    "n": "look: is it everybody's?",
    "measure": "look: are the scores whole numbers, of one item?",
    "test": "look: does the document say that this test was used here?",
    "adjusted": "look: the document names an adjustment for several tests; is this p adjusted?",
    "complete": "look: is nobody missing from the total?",
    "pools": "look: are these the trials? with all of them, write complete: true",
    "category": "look: the category that the claimed cause should make larger",
    "label": "look: give it a name",
}


@dataclass(frozen=True)
class Written:
    """The text of a study file, its roles with their locators, and the entries that were left out."""

    text: str
    locators: Mapping[str, str]
    left_out: tuple[str, ...]


def written(found: Proposal, documents: Mapping[str, Document]) -> Written:
    """The study file of a proposal."""
    tagged = len(documents) > 1
    locators: dict[str, str] = {}
    lost: dict[str, str] = {}
    pointers = {tag: Pointer(document) for tag, document in documents.items()}
    for role, (tag, span) in found.spans.items():
        words = pointers[tag].at(span, behind=".codes." in role)
        if words is None:
            lost[_entry(role)] = _label(found.tree, role)
        else:
            locators[role] = f"{tag}: {words}" if tagged and tag else words
    kept = {role: words for role, words in locators.items() if _entry(role) not in lost}
    tree = _placed(found.tree, kept, set(lost))
    text = HEAD + "\n".join([*_lines(tree, 0), "", *_cues(found)]).rstrip() + "\n"
    return Written(text, kept, tuple(f"{name}: {label}" for name, label in lost.items()))


def _entry(role: str) -> str:
    """The test, outcome or single number that a role belongs to; a test or outcome stands or falls as a whole."""
    head, _, rest = role.partition(".")
    return (
        role
        if head in StudyFile.model_fields and head != "tests"
        else ".".join([head, *rest.split(".")[: head == "tests"]])
    )


def _label(tree: Mapping[str, Any], role: str) -> str:
    name = _entry(role).removeprefix("tests.")
    entries = {**tree.get("tests", {}), **tree.get("outcomes", {})}
    return str(entries[name]["label"]) if name in entries else role


def _placed(tree: Mapping[str, Any], locators: Mapping[str, str], lost: set[str]) -> dict[str, Any]:
    """The file as data, in the order of its keys, locators in place of numbers."""
    made: dict[str, Any] = {name: _copy(tree[name]) for name in StudyFile.model_fields if name in tree}
    for key, kind in (("outcomes", Outcome), ("tests", ReportedTest)):
        made |= {key: {name: _ordered(entry, kind) for name, entry in made[key].items()}} if key in made else {}
    for entry in lost:
        head, _, name = entry.partition(".")
        inside = made.get(head if name else "outcomes", {})
        (inside if (name or head) in inside else made).pop(name or head, None)
        if made.get("rivals") and not name:
            made["rivals"] = {k: v for k, v in made["rivals"].items() if v.get("outcome") != entry}
    for test in made.get("tests", {}).values():
        if not set(test.get("pools", ())) <= set(made["tests"]):
            del test["pools"]  # not all that it pools is in the file
    for role, words in locators.items():
        *path, last = ([] if role.partition(".")[0] in StudyFile.model_fields else ["outcomes"]) + role.split(".")
        place = made
        for name in path:
            place = place[name]
        place[last] = words
    return {name: value for name, value in made.items() if value != {}}


def _ordered(entry: dict[str, Any], kind: type[Outcome] | type[ReportedTest]) -> dict[str, Any]:
    """An entry in the order in which its keys are documented, what is measured first."""
    order = [*Measured.model_fields, *kind.model_fields]
    return {name: entry[name] for name in sorted(entry, key=order.index)}


def _copy(node: Any) -> Any:
    return {name: _copy(value) for name, value in node.items()} if isinstance(node, dict) else node


def _lines(node: Mapping[str, Any], depth: int) -> Iterator[str]:
    for name, value in node.items():
        look = f"  # {LOOK[name]}" if name in LOOK and (depth == 0 or name != "n") else ""
        pad = "  " * depth
        if isinstance(value, dict):
            yield f"{pad}{name}:"
            yield from _lines(value, depth + 1)
        else:
            yield f"{pad}{name}: {_scalar(value)}{look}"


def _scalar(value: Any) -> str:
    """A value as YAML: text in double quotes, without what no file can show, other characters unseen escaped."""
    if isinstance(value, bool):
        return str(value).lower()
    told = json.dumps(UNREADABLE.sub("", value) if isinstance(value, str) else value, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in told)


def _cues(found: Proposal) -> Iterator[str]:
    """The words that suggest design, control, time and n, as comments."""
    if found.cues:
        yield "# What the document's words suggest, each with its line:"
    for tag, cue in found.cues:
        where = f"{tag} line {cue.line + 1}".strip()
        yield f"#   {cue.part}: {cue.suggests} ({where}): “{' '.join(cue.quote.split())}”"
