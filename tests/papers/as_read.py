"""What do the checks say of a document that no person has described? The door of `reread read`, no page."""

from __future__ import annotations

from reread.documents import Document
from reread.explain.as_read import findings_as_read
from reread.reading.study_folder import Extracted
from reread.reading.undescribed import of_documents
from reread.study.finding import Finding
from reread.study.values import Study, study_of


def read_and_checked(document: Document) -> tuple[Extracted, Study, list[Finding]]:
    """What is read, the study that the program proposes, and its findings; no check may break."""
    extracted = of_documents([document], "a").extracted
    study = study_of("a", extracted.file, extracted.numbers)
    findings, broken = findings_as_read(study)
    assert not broken, broken
    return extracted, study, findings


def checked(document: Document) -> tuple[Study, list[Finding]]:
    """The study that the program proposes, and its findings."""
    _, study, findings = read_and_checked(document)
    return study, findings
