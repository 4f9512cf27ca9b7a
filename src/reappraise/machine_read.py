"""What do the numbers of a document say of each other, when nobody has told which part each plays?

The links that the print alone makes (`extract.linked`) become the tests of a study without roles, and the usual checks
run on it: p from t, F, χ², z and r, an interval around its estimate, k of n in percent, whole scores with their mean.
Nobody has read the paper, so a number *cannot agree* only if no other reading makes it hold: a one-sided p is tried for
every test; words for adjusted, exact or resampled p-values anywhere in the document, or for weighted shares, leave what
they may explain undecided. Whether scores are whole numbers is never told, so that a mean is at most undecided.

IN: a document. OUT: a `Study` whose values carry the ids of the ledger, and findings. MAY NOT: decide what the print
leaves open. All of it is the machine's reading, to confirm by a person.

Source: Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2 (statcheck). Example of its manual: t(28) = 2.20, p = .036.

>>> from reappraise.documents import from_text
>>> document = from_text("One: t(28) = 2.20, p = .036. Two: t(28) = 2.20, p = .36. Three: t(28) = 2.20, p = .018.")
>>> [(finding.roles[0], finding.status) for finding in findings(study(document)) if finding.check == "p_statistic"]
[('tests.t 1.p', 'consistent'), ('tests.t 2.p', 'inconsistent'), ('tests.t 3.p', 'undecided')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reappraise import checks
from reappraise.documents import Document
from reappraise.extract.languages import either, words
from reappraise.extract.ledger import Number
from reappraise.extract.linked import WORD, Link, links
from reappraise.extract.skeleton import Skeleton
from reappraise.extract.typed import read_lines
from reappraise.extract.whole_document import numbers
from reappraise.finding import Finding
from reappraise.study import Study, study_of
from reappraise.study_file import StudyFile

DECIDED = ("OR", "RR", "HR", "md")  # an interval around another estimate may be that of something else
WHOLE = ("counts_total", "percents_total", "repeated_sds")  # ask for all categories, or for samples named apart
MANY = 100_000  # participants: the check would try each smaller number that may have answered
SCORES = re.compile(either(words("whole_scores")))


def study(document: Document, rows: Sequence[Number] | None = None) -> Study:
    """The linked numbers of a document as a study; `rows` is its ledger, where that is at hand."""
    page, tests = read_lines([line.text for line in document.lines])
    at = {(row.line, row.start): row for row in (numbers(document, page) if rows is None else rows)}
    cues = {kind for kind in ("adjusting", "resampled", "ranked", "weighted") if _said(kind, page.text)}
    entries: dict[str, dict[str, Any]] = {}
    found: dict[str, Number] = {}
    for link in links(page, tests):
        placed = {part: at.get(_place(document, page.lines[k], page.tokens[k].start)) for part, k in link.parts.items()}
        about = _about(link, cues, page)
        if about is None or not all(placed.values()):
            continue
        name = f"{link.stat} {sum(key.startswith(f'{link.stat} ') for key in entries) + 1}"
        entries[name] = {"label": _label(document, [row for row in placed.values() if row]), **about}
        for part, row in placed.items():
            if row:
                path = _path(link, part)
                _put(entries[name], path, f"{{{row.text}}}")
                found[row.id] = replace(row, role=f"tests.{name}.{path}")
    tree = {"title": document.file, "design": {"kind": "text without a study"}, "tests": entries}
    return study_of(document.file, StudyFile.model_validate(tree, strict=False), found.values())


def findings(read: Study) -> list[Finding]:
    """What the checks find in it; undecided where a one-sided test would make it hold."""
    one = {name: test.model_copy(update={"sides": "one"}) for name, test in read.file.tests.items()}
    other = replace(read, file=read.file.model_copy(update={"tests": one}))
    found: list[Finding] = []
    for name, check in checks.found().items():
        if name in WHOLE:
            continue
        told = list(check(read))
        if any(finding.status == "inconsistent" for finding in told):
            still = {finding.id for finding in check(other) if finding.status == "inconsistent"}
            told = [finding if _stays(finding, still) else _open(finding) for finding in told]
        found += told
    return found


def _stays(finding: Finding, still: set[str]) -> bool:
    return finding.status != "inconsistent" or finding.id in still


def _open(finding: Finding) -> Finding:
    return replace(finding, status="undecided", kind="", decision_error=False)


def _said(kind: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){either(words(kind))}", text))


def _about(link: Link, cues: set[str], page: Skeleton) -> dict[str, Any] | None:
    """Which test the form names; None where the document says that its p may rest on something else."""
    adjusted, around = {"adjusted": "adjusting" in cues}, page.text[_around(page.places, link)]
    if link.kind == "share":
        of, percent = (page.places[link.parts[part]] for part in ("n", "percent"))
        certain = not WORD.search(page.text, of, percent)
        many = page.tokens[link.parts["n"]].value > MANY
        return None if "weighted" in cues or (many and not certain) else {"complete": certain}
    if link.kind == "sample":
        return {"measure": "integer score"} if SCORES.search(around) else None
    if "resampled" in cues:
        return None
    if link.kind == "interval":
        own = link.stat in DECIDED and "median" not in around.lower()
        return {"test": "regression" if own else "not stated", **adjusted}
    ranked = "ranked" in cues
    named = {"chi2": "chi-squared", "Q": "not stated" if ranked else "Q", "z": "not stated" if ranked else "z"}
    return {"test": named.get(link.stat, "not stated" if ranked or link.stat != "r" else "Pearson"), **adjusted}


def _path(link: Link, part: str) -> str:
    """The role of a part below its test."""
    if link.kind == "share":
        return {"n": "groups.all.n"}.get(part, f"groups.all.{part}.these")
    if link.kind == "sample":
        return f"groups.all.{part}"
    return "estimate" if part in ("md", "mean", "beta", "percent") else part


def _put(tree: dict[str, Any], path: str, text: str) -> None:
    *folders, last = path.split(".")
    for folder in folders:
        tree = tree.setdefault(folder, {})
    tree[last] = [text]


def _place(document: Document, index: int, start: int) -> tuple[int, int]:
    line = document.lines[index]
    return line.number, line.offsets[start]


def _around(places: Sequence[int], link: Link) -> slice:
    first, last = min(link.parts.values()), max(link.parts.values())
    return slice(max(0, places[first] - 120), places[last] + 80)


def _label(document: Document, rows: Sequence[Number]) -> str:
    """The stretch that prints all of it."""
    return re.sub(r"\s+", " ", document.raw[min(row.start for row in rows) : max(row.end for row in rows)])
