"""What does a document or a study print, what do the checks find, and what would make its numbers agree?

>>> paper = read_text("It rose, t(28) = 2.20, p = .063.")
>>> [(each["status"], each["allowed"], each["quote"]) for each in paper.results[:1]]
[('inconsistent', 't(28) = 2.20 gives p = 0.036 … 0.037', 'It rose, t(28) = 2.20, p = .063.')]
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reread import words
from reread.documents import Document, from_text
from reread.documents import read as read_document
from reread.explain import explain
from reread.explain.as_read import findings_as_read
from reread.explain.benign import findings_with_readings
from reread.files.config import Config
from reread.files.problem import Problem
from reread.public import results as rows
from reread.public.answer import Answer, told_of
from reread.reading.blocked import words_of
from reread.reading.study_folder import Extracted, extract
from reread.reading.undescribed import Drafted, drafted, is_undescribed, of_documents
from reread.report.blocked import blocked
from reread.report.told import rendered, told
from reread.study.finding import Finding, ordered
from reread.study.values import Study, study_of

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False, repr=False)
class Paper:
    """A document, or the documents of a study, as they were read.

    `confirmed`: has a person said which number plays which part? If not, everything here is the program's own reading.
    """

    name: str
    confirmed: bool
    study: Study
    documents: tuple[dict[str, Any], ...]
    language: str
    _extracted: Extracted
    _found: tuple[Finding, ...]
    _say: words.Words
    _words: tuple[dict[str, Any], ...] = ()

    @cached_property
    def results(self) -> list[dict[str, Any]]:
        """One entry for each finding, as `reread read --json` prints them (docs/output-files.md)."""
        ledger = {row.id: row for row in self._extracted.numbers}
        texts = {document.tag: document.raw for document in self._extracted.documents}
        return [rows.result(finding, self.study, ledger, texts, self._say) for finding in self._found]

    @cached_property
    def blocked(self) -> list[dict[str, Any]]:
        """What words of the document keep from a check or leave open: one entry for each reason."""
        found = [rendered(finding, self.study, self._say) for finding in self._found if finding.unless]
        return list(blocked(self._words, found))

    @cached_property
    def numbers(self) -> pd.DataFrame:
        """Every number that is printed, as a data frame."""
        return rows.numbers_frame(self._extracted.numbers)

    @cached_property
    def findings(self) -> pd.DataFrame:
        """Every finding, as a data frame: what cannot agree first."""
        return rows.findings_frame(self.results)

    @property
    def read(self) -> int:
        """How many numbers were read."""
        return len(self._extracted.numbers)

    @property
    def typed(self) -> int:
        """Of how many the document itself says, or the study file, which statistic they are."""
        return sum(bool(number.stat) for number in self._extracted.numbers)

    def as_dict(self) -> dict[str, Any]:
        """What `reread read --json` prints of one document."""
        return {
            "document": self.documents[0],
            "numbers": self.read,
            "typed": self.typed,
            "results": self.results,
            "blocked": self.blocked,
        }

    def __repr__(self) -> str:
        say = self._say
        lines = [say("answer.read", name=self.name, numbers=self.read, typed=self.typed)]
        lines += [] if self.confirmed else [say("answer.unconfirmed")]
        found = Counter(finding.status for finding in self._found)
        return "\n".join([*lines, *(say("answer.found", status=status, n=n) for status, n in found.items())])


def read(path: str | PathLike[str], language: str = "en") -> Paper:
    """Read one paper (PDF, Word, HTML, JATS XML, text, Markdown) and put what it prints to checks. Raises Problem."""
    file = Path(path)
    document = read_document(file)
    return _as_read(document, hashlib.sha256(file.read_bytes()).hexdigest(), file.stem, language)


def read_text(text: str, language: str = "en") -> Paper:
    """Read the text of a paper and put what it prints to checks. Raises Problem."""
    return _as_read(from_text(text), hashlib.sha256(text.encode()).hexdigest(), "text", language)


def load_study(folder: str | PathLike[str], language: str = "en") -> Paper:
    """Read a study's folder (docs/study-file.md) and put its numbers to checks. Raises Problem."""
    at = Path(folder)
    if not at.is_dir():
        raise Problem(str(at), "", "no folder", "a study's folder, or reread.read(…) for one document")
    own = drafted(at) if is_undescribed(at) else None
    extracted = own.extracted if own else extract(at)
    # the hash is that of the text, as in extract.json
    documents = tuple(rows.document(each, each.sha256) for each in extracted.documents)
    return _paper(at.name, extracted, documents, words.of_study(at, language), own)


def json_line(path: Path, language: str = "en") -> str:
    """What `reread read FILE --json` prints: one object on one line, plain ASCII, the same bytes every time."""
    return json.dumps(read(path, language).as_dict(), allow_nan=False)


def explanations(
    of: Paper | Answer, seed: int = Config.model_fields["seed"].default, language: str = "en"
) -> list[dict[str, Any]]:
    """Which fewest departures from what is said make the printed numbers agree, best first (explanations.json)."""
    if isinstance(of, Paper) and not of.confirmed:
        found = "a reading that no person has confirmed"
        raise Problem(of.name, "", found, "a study file (reread draft), confirmed, and reread.load_study of its folder")
    say = words.load(language)
    return [told(each, rank, say) for rank, each in enumerate(explain(of.study, seed), 1)]


def _as_read(document: Document, sha256: str, name: str, language: str) -> Paper:
    own = of_documents([document], name)
    return _paper(name, own.extracted, (rows.document(document, sha256),), words.load(language), own)


def _paper(
    name: str, extracted: Extracted, documents: tuple[dict[str, Any], ...], say: words.Words, own: Drafted | None
) -> Paper:
    study = study_of(name, extracted.file, extracted.numbers)
    confirmed = extracted.file.confirmed
    found, broken = findings_with_readings(study) if confirmed else findings_as_read(study)
    told_of(broken)
    listed = tuple(ordered(found, study) if confirmed else found)
    said = words_of(own.proposal, {each.tag: each for each in extracted.documents}) if own else []
    return Paper(name, confirmed, study, documents, say.language, extracted, listed, say, tuple(said))
