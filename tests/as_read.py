"""What do the checks say of a document that no person has described? The door of `reappraise read`, no page."""

from __future__ import annotations

from reappraise.as_read import findings_as_read
from reappraise.documents import Document
from reappraise.draft.folder import of_documents
from reappraise.finding import Finding
from reappraise.study import Study, study_of


def checked(document: Document) -> tuple[Study, list[Finding]]:
    """The study that the program proposes, and its findings; no check may break."""
    extracted = of_documents([document], "a").extracted
    study = study_of("a", extracted.file, extracted.numbers)
    findings, broken = findings_as_read(study)
    assert not broken, broken
    return study, findings
