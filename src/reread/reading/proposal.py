"""What would a study file say of this document, if a program alone had to write it?

Every result that a finder links becomes an entry under `tests`, called by its statistic and its order; design, control,
time and n are proposed where one cue alone suggests them. The file says `confirmed: false`: nothing of it counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reread.documents import Document
from reread.documents.about import About
from reread.reading.details import label_of, of_arms, of_change, of_outcome, of_study
from reread.reading.links import finders
from reread.reading.links.cues import Cue, cues, proposed
from reread.reading.links.occasions import most_risen, outcomes
from reread.reading.links.result import Result, quoted, speaks_of
from reread.reading.links.tests import NEEDS_DF
from reread.reading.methods import Mention, mentioned, of_result
from reread.reading.planned import planned
from reread.reading.scope import Place, Said
from reread.reading.skeleton import Skeleton
from reread.reading.typed import read_lines
from reread.study.file import StudyFile
from reread.words.reading import trees

SEVERAL_TESTS = "adjusted for several tests"  # beside the methods
UNSURE, ONE_GROUP = "not stated", "one-group pretest-posttest"
RIVAL = "regression_to_the_mean"  # of any field, and needs no more than counts before and after
QUOTES = 30_000_000  # characters of all lines that are kept to be quoted
LARGER = ("outcome", "categories", "answered", "heterogeneity", "trial", "pooled")
MOST = 2000  # results of one document; more is no paper
Span = tuple[int, int, int]  # number of the line (from 1), start and end in its normalised text


@dataclass(frozen=True)
class Proposal:
    """A study file as data, the span of every role in its document, and the cues that were found."""

    tree: dict[str, Any]
    spans: dict[str, tuple[str, Span]]  # role → the document's tag, and where
    cues: tuple[tuple[str, Cue], ...]  # the document's tag, and the cue
    mentions: tuple[tuple[str, Mention], ...] = ()  # the document's tag, and what it says of a method
    speaking: Mapping[str, Mapping[str, Said]] = field(default_factory=dict)  # entry → method → the words
    kept: tuple[tuple[str, Said], ...] = ()  # the document's tag, and the words for which a row was not compared

    def file(self) -> StudyFile:
        """The study file. Its locators name the number alone; `locators` finds words that point at it."""
        return StudyFile.model_validate(self.tree, strict=False)


def proposal(documents: Sequence[Document], title: str, details: bool = False) -> Proposal:
    """What the documents of one study suggest; with `details` also what only a person's look makes certain."""
    about = next((each.about for each in documents if each.about.title), About())
    tree: dict[str, Any] = {"title": about.title or title, "confirmed": False}
    tree |= {"cite": about.cite} if about.cite else {}
    spans: dict[str, tuple[str, Span]] = {}
    told: list[tuple[str, Cue]] = []
    told_of = tuple(mentioned(documents))
    speaking: dict[str, Mapping[str, Said]] = {}
    kept: list[tuple[str, Said]] = []
    pages = {}
    for document in documents:
        lines = [line.text for line in document.lines]
        page, tests = read_lines(lines)
        pages[document.tag] = (document, page)
        linked = [result for finder in finders().values() for result in finder.found(page, tests)]
        kept += [(document.tag, result.kept) for result in linked if result.kept]
        results = _once(outcomes(page, (result for result in linked if not result.kept)))
        if details:  # a person who confirms looks at a number once
            results = [r for r in results if not any(r.parts.items() < other.parts.items() for other in results)]
        named = _add(tree, spans, document, page, sorted(results, key=lambda r: min(r.parts.values()))[:MOST])
        if told_of:
            speaking |= {entry: of_result(page, place_of(page, result)) for entry, result in named.items()}
        for entry, result in named.items():
            several = _several(page, result)
            speaking[entry] = {**speaking.get(entry, {}), **({SEVERAL_TESTS: several} if several else {})}
        if "planning" not in tree:
            _put_all(tree, spans, document, page, planned(page))
        if details:
            _more(tree, spans, document, page, named)
        told += [(document.tag, cue) for cue in cues(page, lines)]
        tree.setdefault("language", language_of(lines))
    tree["methods"] = [each.method for _, each in told_of]
    for entry, said in speaking.items():
        if told_of:
            _entry(tree, entry)["methods"] = [method for method in said if method != SEVERAL_TESTS]
    _design(tree, spans, told, pages)
    if tree["design"]["kind"] != ONE_GROUP:
        tree.pop("rivals", None)
    return Proposal(tree, spans, tuple(told), told_of, speaking, tuple(kept))


def _several(page: Skeleton, result: Result) -> Said | None:
    """The words for which the p of a result is taken as perhaps adjusted."""
    place = replace(place_of(page, result), alike=True)
    return speaks_of(page, "adjusted_for_several", place) if result.about.get("adjusted") else None


def place_of(page: Skeleton, result: Result) -> Place:
    """Where the numbers of a result stand, and what they are, for the words that speak of them."""
    kinds = {"p": "p", "low": "ci", "high": "ci"}
    numbers = {"percent" if ".percent" in part else kinds.get(part.rpartition(".")[2], "") for part in result.parts}
    stat = next((stat for stat in NEEDS_DF if stat in result.parts), "")
    return Place(list(result.parts.values()), stat, numbers - {""})


def _entry(tree: dict[str, Any], name: str) -> dict[str, Any]:
    """The entry of a result in a study file's tree."""
    short = name.removeprefix("tests.")
    entry: dict[str, Any] = tree["outcomes" if short == name else "tests"].get(short, {})
    return entry


def language_of(lines: Iterable[str]) -> str:
    """The language whose common words a document has most of, `en` where it has none."""
    words = Counter(word for line in lines for word in line.lower().split())
    known = {name: sum(words[word] for word in tree["common"]) for name, tree in trees().items() if "common" in tree}
    best = max(known, key=lambda name: known[name])
    return best if known[best] else "en"


def _once(results: Iterable[Result]) -> list[Result]:
    """The results without those whose numbers all stand in a larger one: an outcome, the categories of a sample."""
    listed = list(results)
    larger = [(result.name, set(result.parts.values())) for result in listed if result.name in LARGER]
    return [r for r in listed if not any(r.name != name and set(r.parts.values()) <= each for name, each in larger)]


def _add(
    tree: dict[str, Any], spans: dict[str, tuple[str, Span]], document: Document, page: Skeleton, found: list[Result]
) -> dict[str, Result]:
    """Every result becomes an entry; the results by their entries."""
    named: dict[str, Result] = {}
    counted: Counter[str] = Counter()
    lines = [line.text for line in document.lines]
    room = QUOTES
    for result in found:
        room -= sum(len(lines[page.lines[token]]) for token in result.parts.values())
        if room < 0:
            break
        counted[result.name] += 1
        name = "-".join(filter(None, (document.tag, result.name, str(counted[result.name]))))
        tokens = list(result.parts.values())
        entry: dict[str, Any] = {
            "label": label_of(quoted(page, lines, tokens), page.lines[tokens[0]], lines), **result.about
        }  # fmt: skip
        for part, token in result.parts.items():
            _put(entry, part, page.tokens[token].text)
            role = f"{name}.{part}" if result.name == "outcome" else f"tests.{name}.{part}"
            spans[role] = (document.tag, _span(document, page, token))
        tree.setdefault("outcomes" if result.name == "outcome" else "tests", {})[name] = entry
        risen = most_risen(page, result) if result.name == "outcome" else None
        if risen and "rivals" not in tree:
            tree["rivals"] = {RIVAL: {"outcome": name, "category": risen}}
        named[name if result.name == "outcome" else f"tests.{name}"] = result
    _pool(tree, named)
    return named


def _pool(tree: dict[str, Any], named: Mapping[str, Result]) -> None:
    """What each pooled result pools, by name, and the Q of the same."""
    owners = {token: name.removeprefix("tests.") for name, result in named.items() for token in result.parts.values()}
    for name, result in named.items():
        pools = [owners[token] for token in result.pools if token in owners]
        if len(pools) == len(result.pools) > 0:
            same = [name, *(other for other, each in named.items() if each.parts.get("Q") == result.heterogeneity)]
            for each in same if result.heterogeneity is not None else same[:1]:
                _entry(tree, each)["pools"] = pools


def _more(
    tree: dict[str, Any],
    spans: dict[str, tuple[str, Span]],
    document: Document,
    page: Skeleton,
    named: Mapping[str, Result],
) -> None:
    """What one place alone tells of the outcomes and groups of a document, and of the study."""
    lines = [line.text for line in document.lines]
    for name, result in named.items():
        of_arms(_entry(tree, name), page.lines[max(result.parts.values())], lines)
    found = [] if {"alpha", "other"} & set(tree) else list(of_study(page))
    for name, entry in tree.get("outcomes", {}).items():
        if any(span[0] == document.tag for role, span in spans.items() if role.startswith(f"{name}.")):
            found += of_outcome(name, entry, page, lines)
            said = of_change(name, entry, tree.get("tests", {}))
            if said:
                entry["change"]["mean"] = tree["tests"].pop(said)["estimate"]
                spans[f"{name}.change.mean"] = spans[f"tests.{said}.estimate"]
                for role in [role for role in spans if role.startswith(f"tests.{said}.")]:
                    del spans[role]
    _put_all(tree, spans, document, page, found)


def _put_all(
    tree: dict[str, Any],
    spans: dict[str, tuple[str, Span]],
    document: Document,
    page: Skeleton,
    found: Iterable[tuple[str, int]],
) -> None:
    """Numbers with their roles, each at its place in the file."""
    for role, token in found:
        *path, last = ([] if role.partition(".")[0] in StudyFile.model_fields else ["outcomes"]) + role.split(".")
        node = tree
        for key in path:
            node = node.setdefault(key, {})
        node[last] = f"{{{page.tokens[token].text}}}"
        spans[role] = (document.tag, _span(document, page, token))


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
    tree["design"] |= {"paired": True} if tree["design"]["kind"] == ONE_GROUP else {}
    if control:
        tree["design"]["control"] = control.suggests
    for part, place, role in (("first_measured", tree["design"], "design.first_measured"), ("n", tree, "n")):
        cue = proposed(all_cues, part)
        if cue is not None and cue.token is not None:
            tag = next(tag for tag, each in told if each is cue)
            document, page = pages[tag]
            place[part] = f"{{{page.tokens[cue.token].text}}}"
            spans[role] = (tag, _span(document, page, cue.token))
