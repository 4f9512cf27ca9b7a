"""What does an HTML page print? Scripts, styles and what a browser hides are left out; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from reread.documents.markup import lines_of
from reread.documents.plain import refuse_long
from reread.documents.printed import PrintedLine
from reread.files.problem import Problem

SUFFIXES = (".html", ".htm", ".xhtml")


def lines(path: Path) -> Iterator[PrintedLine]:
    """The lines of the page. Its own charset is used where it names one, else UTF-8."""
    refuse_long(path)
    data = path.read_bytes()
    if not data.strip():
        return
    declared = b"charset" in data[:2048].lower()
    if not declared:
        data.decode("utf-8-sig")
    try:
        root = lxml_html.document_fromstring(
            data, parser=lxml_html.HTMLParser(encoding=None if declared else "utf-8", no_network=True, huge_tree=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Problem(str(path), "", f"no readable HTML ({error})", "a page saved from a browser") from error
    yield from lines_of(root)
