"""What did a notebook draw and tabulate for the page?

Drawings are put into the page as they are, so that they take its colours (`var(--ink)` …) in light, dark and print.
Each is read as a tree, and what stands in the page is written from that tree: only elements and attributes that draw,
nothing that would load something from elsewhere, or run. A drawing with anything else is left out and said so; the
words in it may be any.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from lxml import etree
from markupsafe import Markup

from reread.report import layout
from reread.report.results import Results
from reread.words import Words

SVG = "{http://www.w3.org/2000/svg}"
DRAWS = frozenset(
    (
        "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image",
        "text", "tspan", "textPath", "clipPath", "mask", "pattern", "marker", "filter",
        "linearGradient", "radialGradient", "stop",
    )
)  # fmt: skip
INSIDE = re.compile(r"#|data:image/(?!svg)", re.I)
LOADS = re.compile(r"url\(\s*[\"']?(?!#)|@import|\\", re.I)  # a backslash spells letters in CSS
DROPPED = "metadata"


def section(results: Results, notebook: str, words: Words) -> dict[str, Any]:
    """Figures, tables and notes of one notebook; `lost` says why there are none."""
    if not results.ok(notebook):
        lost = "" if results.missing(notebook) else results.lost(notebook, words)
        return {"figures": [], "tables": [], "notes": [], "asides": [], "lost": lost, "run": ""}
    stage = results[notebook]
    figures = [_figure(results.folder, figure, words) for figure in stage.get("figures") or []]
    empty = {"title": "", "caption": "", "data": "", "folded": False}
    tables = [{**empty, **_cells(table)} for table in stage.get("tables") or []]
    said = {kind: list(stage.get(kind) or []) for kind in ("notes", "asides")}
    run = f"notebooks/{notebook}.html"
    there = run if (results.folder / run).is_file() else ""
    return {"figures": figures, "tables": tables, **said, "lost": "", "run": there}


def _figure(folder: Path, figure: dict[str, Any], words: Words) -> dict[str, Any]:
    wide = _drawing(folder, figure.get("wide"), figure.get("alt", ""))
    slim = _drawing(folder, figure.get("slim"), figure.get("alt", "")) or wide
    problem = words("page.figure.missing") if wide is None else words("page.figure.remote") if not wide else ""
    both = {"wide": wide, "slim": slim, "problem": problem}
    return {"say": "", "caption": "", "data": "", "folded": False, **_cells(figure), **both}


def _cells(table: dict[str, Any]) -> dict[str, Any]:
    """A table as it is laid out."""
    rows = [[str(cell) for cell in row] for row in table.get("rows") or []]
    return {**table, **layout.cells([str(name) for name in table.get("head") or []], rows)}


def _drawing(folder: Path, name: str | None, alt: str) -> Markup | None:
    """The SVG element with its text alternative; None where there is no file, empty where it may not be shown."""
    path = folder / name if name else None
    if path is None or not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        return None
    return inlined(path.read_bytes(), alt)


def inlined(drawing: bytes, alt: str) -> Markup:
    """An SVG drawing as an element of a page, with its text alternative; empty where it may not be shown."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(drawing, parser)
    except etree.XMLSyntaxError:
        return Markup("")
    for node in list(root.iter()):
        if node.tag == f"{SVG}{DROPPED}" and node is not root:
            node.getparent().remove(node)
    if _local(root) != "svg" or not all(_only_draws(node) for node in root.iter()):
        return Markup("")
    if "role" not in root.attrib:
        root.attrib.update({"role": "img", "aria-label": alt})
    return Markup(etree.tostring(root, encoding="unicode", with_tail=False))  # nosec - of a tree that only draws


def _local(node: Any) -> str:
    """The name of an element of SVG, or of none; empty for entities and elements of other kinds."""
    name = node.tag if isinstance(node.tag, str) else "{"
    return name.removeprefix(SVG) if name.startswith(SVG) or "{" not in name else ""


def _only_draws(node: Any) -> bool:
    """Does an element draw, and nothing else?"""
    attributes = {name.rpartition("}")[2].lower(): value for name, value in node.attrib.items()}
    said = [value for name, value in attributes.items() if not name.startswith("aria-")]
    links = [value for name, value in attributes.items() if name in ("href", "src")]
    said += [node.text or ""] if _local(node) == "style" else []
    return (
        _local(node) in DRAWS
        and not any(name.startswith("on") for name in attributes)
        and all(INSIDE.match(value.strip()) for value in links)
        and not any(LOADS.search(value) for value in said)
    )
