"""How does data become HTML? One Jinja environment: everything is escaped, and a name that is not there is an error."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reread.report.layout import tied
from reread.words import Words

HERE = Path(__file__).parent


@cache
def environment() -> Environment:
    """The templates of this folder."""
    loader = FileSystemLoader(HERE / "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)  # nosec - autoescape is on for every template
    made.filters["tied"] = tied
    return made


def render(template: str, words: Words, **data: Any) -> str:
    """One page as text, its style inside it."""
    style = Markup((HERE / "style.css").read_text(encoding="utf-8"))
    page = environment().get_template(f"{template}.html.jinja")
    return page.render(w=words, lang=words.language, style=style, **data)
