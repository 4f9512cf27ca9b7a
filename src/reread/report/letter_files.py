"""How is a letter written down: as Markdown, and as a Word file that a person edits and sends?

The same letter gives the same bytes: a Word file is a zip, and its parts get one date and no times of their own.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from reread.report.letter import Block

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first date that a zip can hold
SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
STYLES = {"title": "Title", "heading": "Heading 1", "point": "Heading 2", "quote": "Quote", "bullet": "List Bullet"}
DATES = ("dcterms:created", "dcterms:modified")
PRINTED = (*STYLES.values(), "Normal")


def markdown(blocks: Sequence[Block]) -> str:
    """The letter as Markdown."""
    before = {"title": "# ", "heading": "## ", "point": "### ", "quote": "> ", "sum": "    ", "bullet": "- "}
    lines: list[str] = []
    for k, block in enumerate(blocks):
        if k and not (block.kind == blocks[k - 1].kind and block.kind in ("sum", "bullet")):
            lines.append("")
        plain = block.kind in ("sum", "title", "heading", "point")
        text = block.text if block.kind == "sum" else "".join(_marked(*piece, plain) for piece in block.pieces)
        lines.append(before.get(block.kind, "") + (f"*{text}*" if block.kind == "small" else text))
    return "\n".join(lines) + "\n"


def _marked(words: str, apart: bool, plain: bool) -> str:
    escaped = SPECIAL.sub(r"\\\1", words)
    return f"**{escaped}**" if apart and not plain and words.strip() == words and words else escaped


def word_file(blocks: Sequence[Block], language: str, author: str) -> bytes:
    """The letter as the bytes of a .docx."""
    document = Document()
    _set_up(document, blocks[0].text, language, author)
    for block in blocks:
        paragraph = document.add_paragraph(style=STYLES.get(block.kind, "Normal"))
        for words, apart in block.pieces:
            run = paragraph.add_run(words)
            run.bold = True if apart else None
            run.italic = True if block.kind == "small" else None
        if block.kind == "sum":
            paragraph.paragraph_format.left_indent = Cm(1)
            paragraph.paragraph_format.space_after = Pt(2)
        if block.kind == "small":
            paragraph.paragraph_format.space_before = Pt(18)
    return _without_times(document)


def _set_up(document: WordDocument, title: str, language: str, author: str) -> None:
    """Page, type, language of the words, title; black, so that it prints as a letter does."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    for name in PRINTED:
        style = document.styles[name]
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.name = "Cambria"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
        style.font.size = Pt({"Title": 18, "Heading 1": 13, "Heading 2": 11.5}.get(name, 11))
    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    for node in document.styles.element.iter(qn("w:lang")):
        node.set(qn("w:val"), language)
    core = document.core_properties
    core.title, core.author, core.comments, core.language, core.last_modified_by = title, author, "", language, ""


def _without_times(document: WordDocument) -> bytes:
    made, out = io.BytesIO(), io.BytesIO()
    core = document.core_properties._element
    for node in [node for name in DATES for node in core.findall(qn(name))]:
        core.remove(node)
    document.save(made)
    with zipfile.ZipFile(made) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for part in sorted(
            package.infolist(), key=lambda each: (each.filename != "[Content_Types].xml", each.filename)
        ):
            info = zipfile.ZipInfo(part.filename, LONG_AGO)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            written.writestr(info, package.read(part))
    return out.getvalue()
