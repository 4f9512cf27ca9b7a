"""The same paragraphs and tables in every format that is read, made without the libraries that read them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from html import escape
from textwrap import wrap

Part = str | list[list[str]]  # a paragraph, or a table's rows of cells
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def as_text(parts: Sequence[Part]) -> bytes:
    """Plain text, cells parted by tabs."""
    return "\n\n".join(p if isinstance(p, str) else "\n".join("\t".join(row) for row in p) for p in parts).encode()


def as_markdown(parts: Sequence[Part]) -> bytes:
    """Markdown, cells between pipes."""

    def table(rows: list[list[str]]) -> str:
        written = ["| " + " | ".join(row) + " |" for row in rows]
        return "\n".join([written[0], "|" + "---|" * len(rows[0]), *written[1:]])

    return "\n\n".join(part if isinstance(part, str) else table(part) for part in parts).encode()


def as_html(parts: Sequence[Part]) -> bytes:
    """HTML with a script that must not be read."""

    def table(rows: list[list[str]]) -> str:
        cells = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"

    body = "".join(f"<p>{escape(part)}</p>" if isinstance(part, str) else table(part) for part in parts)
    return f"<html><head><script>var t = 2.5; // p = .01</script></head><body>{body}</body></html>".encode()


def as_jats(parts: Sequence[Part]) -> bytes:
    """JATS XML."""
    body = as_html(parts).decode().partition("<body>")[2].partition("</body>")[0]
    return f'<?xml version="1.0"?><article><body><sec>{body}</sec></body></article>'.encode()


def as_docx(parts: Sequence[Part]) -> bytes:
    """A Word document of one part."""

    def paragraph(text: str) -> str:
        return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'

    def table(rows: list[list[str]]) -> str:
        cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
        return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"

    body = "".join(paragraph(part) if isinstance(part, str) else table(part) for part in parts)
    return package(f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode())


def package(document: bytes) -> bytes:
    """A .docx around a document part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", document)
    return stream.getvalue()


def as_pdf(parts: Sequence[Part], ruled: bool = False) -> bytes:
    """A PDF set in 10 point Courier: lines of 80 characters, columns of tables 105 points apart."""
    lines: list[list[tuple[float, str]]] = []
    boxes: list[tuple[int, int, int]] = []
    for part in parts:
        if isinstance(part, str):
            lines += [[(60.0, line)] for line in wrap(part, 80)]
        else:
            boxes.append((len(lines), len(part), len(part[0])))
            lines += [[(60.0 + 105 * k, cell) for k, cell in enumerate(row)] for row in part]
        lines.append([])
    pages = [lines[k : k + 40] for k in range(0, len(lines), 40)] or [[]]
    return pdf([_page(page, boxes if ruled and len(pages) == 1 else []) for page in pages])


def _page(lines: list[list[tuple[float, str]]], boxes: list[tuple[int, int, int]]) -> bytes:
    drawn = [
        f"{x:.1f} {780 - 18 * k:.1f} Td ({_quoted(text)}) Tj".join(("BT /F 10 Tf ", " ET"))
        for k, line in enumerate(lines)
        for x, text in line
    ]
    for first, rows, columns in boxes:
        top, right = 792 - 18 * first, 55 + 105 * columns
        drawn += [f"55 {top - 18 * k} m {right} {top - 18 * k} l S" for k in range(rows + 1)]
        drawn += [f"{55 + 105 * k} {top} m {55 + 105 * k} {top - 18 * rows} l S" for k in range(columns + 1)]
    return "\n".join(drawn).encode("cp1252")


def _quoted(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").replace("−", "–").replace("χ", "X")


def pdf(pages: Sequence[bytes], filters: str = "") -> bytes:
    """A PDF of pages with these contents, packed as `filters` says (`/Filter /FlateDecode`)."""
    kids = " ".join(f"{4 + 2 * k} 0 R" for k in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for k, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 800] /Contents {5 + 2 * k} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(content)} {filters} >>\nstream\n".encode() + content + b"\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    size = f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + tail.encode() + size.encode()


def locked(file: bytes) -> bytes:
    """The same PDF asking for a password that nobody has."""
    keys = b"/O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b">"
    lock = b" /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 " + keys + b" >> >>"
    return file.replace(b"/Root 1 0 R >>", b"/Root 1 0 R" + lock)


FORMATS: dict[str, Callable[[Sequence[Part]], bytes]] = {
    ".txt": as_text, ".md": as_markdown, ".html": as_html, ".xml": as_jats, ".docx": as_docx, ".pdf": as_pdf,
}  # fmt: skip
