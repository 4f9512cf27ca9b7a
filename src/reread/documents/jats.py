"""What does an article in JATS XML print? Entities from outside, networks and deep nests are refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from reread.documents.markup import lines_of
from reread.documents.plain import refuse_long
from reread.documents.printed import PrintedLine
from reread.files.problem import Problem

SUFFIXES = (".xml", ".jats", ".nxml")


def parse(data: bytes, file: str) -> etree._Element:
    """The tree of an XML file. Raises Problem where it is no well-formed XML, or defines entities of its own."""
    if b"<!ENTITY" in data:
        raise Problem(file, "", "XML that defines entities of its own", "the article's XML without a DOCTYPE subset")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        place = f"line {error.lineno}" if isinstance(error, etree.XMLSyntaxError) and error.lineno else ""
        raise Problem(file, place, f"XML that is broken ({error})", "the whole file, downloaded again") from error


def lines(path: Path) -> Iterator[PrintedLine]:
    """The lines of the article."""
    refuse_long(path)
    data = path.read_bytes()
    if data.strip():
        yield from lines_of(parse(data, str(path)))
