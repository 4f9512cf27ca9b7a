"""Which texts of a page are in another language than the page, and does the page say so?

What a person wrote in a study's folder stands as it was written where no translation stands beside it. Each such text
is marked with its language, for whoever listens to the page.

>>> marked("<p>Tanyakan: The 20 pairs.</p>", ["The 20 pairs."], "en")
'<p>Tanyakan: <span lang="en">The 20 pairs.</span></p>'
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import escape

from reread.report.results import Results

# a whole element in which nothing is marked, or the text up to the next tag
PIECE = re.compile(r"<(style|title|svg|q|code)\b.*?</\1>|>[^<]+", re.DOTALL)


def as_written(page: str, every: Iterable[Results]) -> str:
    """The page with the language of each text of a study that stands as it was written."""
    texts: dict[str, set[str]] = {}
    for found in every:
        for stage in ("study", "appraisal"):
            language = str(found["study"].get("written_in") or "en")
            texts.setdefault(language, set()).update(found[stage].get("untranslated") or ())
    for language, written in texts.items():
        page = marked(page, written, language)
    return page


def marked(page: str, texts: Iterable[str], language: str) -> str:
    """The page with each of these texts in a `span` of its language."""
    known = sorted({str(escape(text)) for text in texts}, key=len, reverse=True)
    if not known:
        return page
    wanted = re.compile("|".join(rf"(?<!\w){_begun(text)}(?!\w)" for text in known))

    opened = f'<span lang="{escape(language)}">'

    def piece(match: re.Match[str]) -> str:
        return match[0] if match[1] else wanted.sub(lambda text: f"{opened}{text[0]}</span>", match[0])

    return PIECE.sub(piece, page)


def _begun(text: str) -> str:
    """A pattern for a text that may begin with a capital, as a sentence does."""
    first = text[0]
    either = f"[{first.upper()}{first.lower()}]" if first.isalpha() else re.escape(first)
    return either + re.escape(text[1:])
