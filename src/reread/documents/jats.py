"""What does an article in JATS XML print? Entities from outside, networks and deep nests are refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from reread.documents.about import About, doi_in, title_of, year_in
from reread.documents.markup import lines_of, words_of
from reread.documents.plain import refuse_long
from reread.documents.printed import PrintedLine
from reread.files.problem import Problem

SUFFIXES = (".xml", ".jats", ".nxml")
ELEMENTS = 400_000  # marks of markup in one file: ten times those of a long article; a tree of each costs 200 bytes


def parse(data: bytes, file: str) -> etree._Element:
    """The tree of an XML file. Raises Problem where it is no well-formed XML, or defines entities of its own."""
    if b"<!ENTITY" in data:
        raise Problem(file, "", "XML that defines entities of its own", "the article's XML without a DOCTYPE subset")
    refuse_many(data, file)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        place = f"line {error.lineno}" if isinstance(error, etree.XMLSyntaxError) and error.lineno else ""
        raise Problem(file, place, f"XML that is broken ({error})", "the whole file, downloaded again") from error


def about(path: Path) -> About:
    """What the front matter says."""
    front = parse(path.read_bytes(), str(path)).find(".//{*}front")
    if front is None:
        return About()

    def text(name: str) -> str:
        found = front.find(f".//{{*}}{name}")
        return "" if found is None else words_of(found)

    people = [each for each in front.iter("{*}contrib") if each.get("contrib-type") == "author"]
    named = [[each.findtext(f".//{{*}}{part}") or "" for part in ("given-names", "surname")] for each in people]
    doi = front.find(".//{*}article-id[@pub-id-type='doi']")
    year = year_in(each.findtext("{*}year") or "" for each in front.iter("{*}pub-date"))
    authors = tuple(" ".join(filter(None, names)) for names in named if names[1])
    return About(
        title_of(text("article-title")),
        authors,
        year,
        text("journal-title"),
        doi_in(doi.text or "") if doi is not None else "",
    )


def refuse_many(data: bytes, file: str) -> None:
    """Refuse markup with more elements than an article has, before a tree is made of it. Raises Problem."""
    count = data.count(b"<")
    if count > ELEMENTS:
        found = f"{count:,} marks of markup, more than the {ELEMENTS:,} that are read"
        raise Problem(file, "", found, "the article alone, without appendices and data")


def lines(path: Path) -> Iterator[PrintedLine]:
    """The lines of the article."""
    refuse_long(path)
    data = path.read_bytes()
    if data.strip():
        yield from lines_of(parse(data, str(path)))
