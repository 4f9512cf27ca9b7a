"""How is a number of a study quoted to somebody who has the document, and where do they find it?

A row of a table stands as printed in every document, prose only in the document itself: of a transcript the words of
the locators are what is printed, so that nothing of ours is quoted as the document's.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.documents import Document
from reread.files.problem import Problem
from reread.reading.headed import ROW, headed
from reread.reading.ledger import tagged
from reread.reading.locators import Locator, locate
from reread.reading.study_folder import Extracted

Spot = tuple[str, int, int]  # document, line and raw offset of a number


def quoted(extracted: Extracted) -> dict[str, dict[str, str]]:
    """For the `id` of each number with a role: `heading` above it, and `words`: what to quote in place of its line."""
    headings = {document.tag: headed(document) for document in extracted.documents}
    words = dict(_words(extracted))
    found = {}
    for row in extracted.numbers:
        if row.role:
            quote = words.get((row.document, row.line, row.start), "")
            found[row.id] = {"heading": headings[row.document].get(row.line, ""), "words": quote}
    return found


def _words(extracted: Extracted) -> Iterator[tuple[Spot, str]]:
    """Of transcripts, the words of each locator in prose, the longest ones last."""
    told = {document.tag: document for document in extracted.documents if document.kind == "transcript"}
    tags = frozenset(document.tag for document in extracted.documents if document.tag)
    listed = [tagged(text, tags) for _, locators in extracted.file.locators() for text in locators.root]
    for tag, text in sorted(listed, key=lambda each: len(each[1])):
        if tag in told:
            yield from _at(text, told[tag])


def _at(text: str, document: Document) -> Iterator[tuple[Spot, str]]:
    try:
        places, locator = locate(text, document, document.file, ""), Locator.parse(text)
    except Problem:  # told where the ledger is made
        return
    for place in places:
        if not ROW.search(place.line.text):
            yield (document.tag, place.line.number, place.line.raw_span(place.start, place.end)[0]), locator.words
