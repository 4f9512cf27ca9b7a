"""How does a matplotlib figure become a drawing that belongs to the page it stands in?

Markers of roles become CSS variables, fonts are left to the page, ids are prefixed so that many drawings can share a
page, and all that differs between two runs or two machines (dates, ids, trailing digits) is dropped or fixed.
"""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree

import matplotlib
from matplotlib.figure import Figure

from reread.figures.canvas.palette import in_page

NAMESPACE = "http://www.w3.org/2000/svg"
_GEOMETRY = {"d", "x", "y", "transform", "style", "points"}


def svg_from_figure(figure: Figure, prefix: str, kind: str, alt: str) -> str:
    """The SVG text of a figure: class `kind`, ids beginning with `prefix`, and a text alternative."""
    raw = io.StringIO()
    with matplotlib.rc_context({"svg.hashsalt": "reread", "svg.fonttype": "none", "path.simplify": False}):
        metadata = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        figure.savefig(raw, format="svg", transparent=True, metadata=metadata)
    old = ElementTree.fromstring(raw.getvalue())
    width, height = old.attrib["viewBox"].split()[2:]
    root = ElementTree.Element("svg", _root(kind, _rounded(width), _rounded(height), alt))
    used = set(re.findall(r'(?:href="|url\()#([^")]+)', raw.getvalue()))
    root.extend(_cleaned(old, prefix, used))
    ElementTree.indent(root, space="")
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _root(kind: str, width: str, height: str, alt: str) -> dict[str, str]:
    style = "font-family: var(--sans, sans-serif); stroke-linejoin: round"
    size = {"viewBox": f"0 0 {width} {height}", "width": width, "height": height}
    return {"xmlns": NAMESPACE, "class": kind, **size, "role": "img", "aria-label": alt, "style": style}


def _cleaned(parent: ElementTree.Element, prefix: str, used: set[str]) -> list[ElementTree.Element]:
    """The children of an element without what the page does not need; groups that say nothing are opened."""
    out: list[ElementTree.Element] = []
    for child in parent:
        tag = child.tag.rpartition("}")[2]
        if tag in {"metadata", "style", "title"} or (tag == "defs" and child.find(f"{{{NAMESPACE}}}style") is not None):
            continue
        inner = _cleaned(child, prefix, used)
        attributes = _attributes(child, prefix, used)
        if tag == "g" and not attributes:
            out.extend(inner)
            continue
        new = ElementTree.Element(tag, attributes)
        new.text = child.text if tag == "text" else None
        new.extend(inner)
        out.append(new)
    return out


def _attributes(element: ElementTree.Element, prefix: str, used: set[str]) -> dict[str, str]:
    out = {}
    for key, value in element.attrib.items():
        name = key.rpartition("}")[2]
        if name == "id":
            if value in used:
                out[name] = f"{prefix}-{value}"
        elif name == "href":
            out[name] = f"#{prefix}-{value[1:]}"
        elif name != "transform" or not value.startswith("rotate(-0 "):
            text = re.sub(r"url\(#", f"url(#{prefix}-", value)
            text = re.sub(r"font-family: [^;]+;? ?", "", text)
            out[name] = in_page(_rounded(text) if name in _GEOMETRY else text)
    return out


def _rounded(text: str) -> str:
    """Numbers with two decimals at most, white space as one space."""
    short = re.sub(r"-?\d+\.\d+", lambda found: f"{float(found[0]) + 0.0:.2f}".rstrip("0").rstrip("."), text)
    return re.sub(r"(?<![\d.])-0(?![\d.])", "0", " ".join(short.split()))
