"""What does an HTML page print? Scripts, styles and what a browser hides are left out; nothing is fetched."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from reread.documents.about import About, doi_in, title_of, year_in
from reread.documents.encoding import decoded
from reread.documents.jats import refuse_many
from reread.documents.markup import lines_of, words_of
from reread.documents.plain import refuse_long
from reread.documents.printed import PrintedLine
from reread.files.problem import Problem

SUFFIXES = (".html", ".htm", ".xhtml")
CHARSET = re.compile(rb"(?i)(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)")
HEAD = 2048  # bytes in which a page names its charset


def encoding_of(path: Path) -> str:
    """The name of the page's encoding where this is not UTF-8."""
    return _decoded(path.read_bytes())[1]


def about(path: Path) -> About:
    """What the page's head says, else its one heading of the first rank."""
    root = _root(path)
    if root is None:
        return About()
    told: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        told.setdefault((meta.get("name") or meta.get("property") or "").lower(), []).append(meta.get("content") or "")

    def first(*names: str) -> str:
        return next((text for name in names for text in told.get(name, []) if text.strip()), "")

    heads = [words_of(each) for each in root.iter("h1")]
    named = first("citation_title", "dc.title", "og:title") or (heads[0] if len(heads) == 1 else "")
    authors = tuple(
        " ".join(reversed(a.split(", ", 1))) for a in told.get("citation_author", told.get("dc.creator", []))
    )
    year = year_in(told.get("citation_publication_date", []) + told.get("citation_date", []) + told.get("dc.date", []))
    doi = doi_in(first("citation_doi", "dc.identifier"))
    title = title_of(named) or title_of(root.findtext(".//title") or "")
    return About(title, tuple(filter(None, authors)), year, first("citation_journal_title"), doi)


def _decoded(data: bytes) -> tuple[str, str]:
    named = CHARSET.search(data[:HEAD])
    try:
        name = codecs.lookup(named[1].decode("ascii", "replace")).name if named else "utf-8"
        return (data.decode(name), "" if name == "utf-8" else name) if name != "utf-8" else decoded(data)
    except (LookupError, UnicodeDecodeError):
        return decoded(data)


def lines(path: Path) -> Iterator[PrintedLine]:
    """The lines of the page. Its own charset is used where it names one that fits, else what its bytes tell."""
    root = _root(path)
    if root is not None:
        yield from lines_of(root)


def _root(path: Path) -> Any:
    """The page's tree; None where there is nothing in it. Raises Problem."""
    refuse_long(path)
    data = path.read_bytes()
    refuse_many(data, str(path))
    text, _ = _decoded(data)
    if not text.strip():
        return None
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Problem(str(path), "", f"no readable HTML ({error})", "a page saved from a browser") from error
