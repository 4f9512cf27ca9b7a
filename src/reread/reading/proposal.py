"""What would a study file say of this document, if a program alone had to write it?

Every result that a finder links becomes an entry under `tests`, called by its statistic and its order; design, control,
time and n are proposed where one cue alone suggests them. The file says `confirmed: false`: nothing of it counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reread.documents import Document
from reread.reading.links import finders
from reread.reading.links.cues import Cue, cues, proposed
from reread.reading.links.occasions import most_risen, outcomes
from reread.reading.links.result import Result, quoted
from reread.reading.methods import Mention, mentioned
from reread.reading.skeleton import Skeleton
from reread.reading.typed import read_lines
from reread.study.file import StudyFile
from reread.words.reading import trees

UNSURE, ONE_GROUP = "not stated", "one-group pretest-posttest"
RIVAL = "regression_to_the_mean"  # of any field, and needs no more than counts before and after
QUOTES = 30_000_000  # characters of all lines that are kept to be quoted
MOST = 2000  # results of one document; more is no paper
Span = tuple[int, int, int]  # number of the line (from 1), start and end in its normalised text


@dataclass(frozen=True)
class Proposal:
    """A study file as data, the span of every role in its document, and the cues that were found."""

    tree: dict[str, Any]
    spans: dict[str, tuple[str, Span]]  # role → the document's tag, and where
    cues: tuple[tuple[str, Cue], ...]  # the document's tag, and the cue
    mentions: tuple[tuple[str, Mention], ...] = ()  # the document's tag, and what it says of a method

    def file(self) -> StudyFile:
        """The study file. Its locators name the number alone; `locators` finds words that point at it."""
        return StudyFile.model_validate(self.tree, strict=False)


def proposal(documents: Sequence[Document], title: str) -> Proposal:
    """What the documents of one study suggest."""
    tree: dict[str, Any] = {"title": title, "confirmed": False}
    spans: dict[str, tuple[str, Span]] = {}
    told: list[tuple[str, Cue]] = []
    pages = {}
    for document in documents:
        lines = [line.text for line in document.lines]
        page, tests = read_lines(lines)
        pages[document.tag] = (document, page)
        results = _once(outcomes(page, (r for finder in finders().values() for r in finder.found(page, tests))))
        _add(tree, spans, document, page, sorted(results, key=lambda r: min(r.parts.values()))[:MOST])
        told += [(document.tag, cue) for cue in cues(page, lines)]
        tree.setdefault("language", language_of(lines))
    told_of = tuple(mentioned(documents))
    tree["methods"] = [each.method for _, each in told_of]
    _design(tree, spans, told, pages)
    if tree["design"]["kind"] != ONE_GROUP:
        tree.pop("rivals", None)
    return Proposal(tree, spans, tuple(told), told_of)


def language_of(lines: Iterable[str]) -> str:
    """The language whose common words a document has most of, `en` where it has none."""
    words = Counter(word for line in lines for word in line.lower().split())
    known = {name: sum(words[word] for word in tree["common"]) for name, tree in trees().items() if "common" in tree}
    best = max(known, key=lambda name: known[name])
    return best if known[best] else "en"


def _once(results: Iterable[Result]) -> list[Result]:
    """The results without those whose numbers all stand in a larger one: an outcome, the categories of a sample."""
    listed = list(results)
    larger = [
        (result.name, set(result.parts.values())) for result in listed if result.name in ("outcome", "categories")
    ]
    return [r for r in listed if not any(r.name != name and set(r.parts.values()) <= each for name, each in larger)]


def _add(
    tree: dict[str, Any], spans: dict[str, tuple[str, Span]], document: Document, page: Skeleton, found: list[Result]
) -> None:
    counted: Counter[str] = Counter()
    lines = [line.text for line in document.lines]
    room = QUOTES
    for result in found:
        room -= sum(len(lines[page.lines[token]]) for token in result.parts.values())
        if room < 0:
            break
        counted[result.name] += 1
        name = "-".join(filter(None, (document.tag, result.name, str(counted[result.name]))))
        entry: dict[str, Any] = {"label": quoted(page, lines, list(result.parts.values())), **result.about}
        for part, token in result.parts.items():
            _put(entry, part, page.tokens[token].text)
            role = f"{name}.{part}" if result.name == "outcome" else f"tests.{name}.{part}"
            spans[role] = (document.tag, _span(document, page, token))
        tree.setdefault("outcomes" if result.name == "outcome" else "tests", {})[name] = entry
        risen = most_risen(page, result) if result.name == "outcome" else None
        if risen and "rivals" not in tree:
            tree["rivals"] = {RIVAL: {"outcome": name, "category": risen}}


def _span(document: Document, page: Skeleton, token: int) -> Span:
    return document.lines[page.lines[token]].number, page.tokens[token].start, page.tokens[token].end


def _put(entry: dict[str, Any], part: str, printed: str) -> None:
    *path, last = part.split(".")
    for name in path:
        entry = entry.setdefault(name, {})
    entry[last] = f"{{{printed}}}"


def _design(
    tree: dict[str, Any],
    spans: dict[str, tuple[str, Span]],
    told: list[tuple[str, Cue]],
    pages: dict[str, tuple[Document, Skeleton]],
) -> None:
    """Design, control, time and n, where the cues of all documents suggest one thing."""
    all_cues = [cue for _, cue in told]
    kind, control = proposed(all_cues, "design"), proposed(all_cues, "control")
    tree["design"] = {"kind": kind.suggests if kind else UNSURE}
    if control:
        tree["design"]["control"] = control.suggests
    for part, place, role in (("first_measured", tree["design"], "design.first_measured"), ("n", tree, "n")):
        cue = proposed(all_cues, part)
        if cue is not None and cue.token is not None:
            tag = next(tag for tag, each in told if each is cue)
            document, page = pages[tag]
            place[part] = f"{{{page.tokens[cue.token].text}}}"
            spans[role] = (tag, _span(document, page, cue.token))
