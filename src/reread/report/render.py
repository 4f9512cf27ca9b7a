"""How does data become HTML? One Jinja environment: everything is escaped, and a name that is not there is an error.

A character that turns the direction of what follows, or that no text holds, is written out.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reread.files.problem import screen
from reread.report.layout import tied
from reread.words import Words

HERE = Path(__file__).parent
TURNING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@cache
def environment() -> Environment:
    """The templates of this folder."""
    loader = FileSystemLoader(HERE / "templates")
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_written_out,
    )  # nosec - autoescape is on for every template
    made.filters["tied"] = tied
    return made


def _written_out(value: object) -> object:
    """Text of others as a page can hold it; what the program made itself (Markup) stays."""
    return screen(value, TURNING) if isinstance(value, str) and not isinstance(value, Markup) else value


def render(template: str, words: Words, **data: Any) -> str:
    """One page as text, its style inside it: that of all pages, and what a kind of page has of its own."""
    sheets = [path for path in (HERE / "style.css", HERE / f"{template}.css") if path.is_file()]
    style = Markup("\n".join(path.read_text(encoding="utf-8") for path in sheets))
    page = environment().get_template(f"{template}.html.jinja")
    data.setdefault("languages", [])  # of a page that there is in one language only
    return page.render(w=words, lang=words.language, style=style, **data)
