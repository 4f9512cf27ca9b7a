"""How is a status shown? Always as mark, word and colour together, so that none of the three carries it alone.

>>> from reread.words import load
>>> shown("inconsistent", load("en"))
{'tone': 'no', 'mark': '✕', 'word': 'cannot agree'}
"""

from __future__ import annotations

from collections.abc import Iterable

from reread.words import Words

# status → tone (a CSS class) and mark
STATUS = {
    "consistent": ("yes", "✓"),
    "inconsistent": ("no", "✕"),
    "undecided": ("open", "?"),
    "not applicable": ("none", "–"),
    "failed": ("none", "!"),
}
MARKS = {mark: tone for tone, mark in STATUS.values()}
WORST_FIRST = ("inconsistent", "undecided", "consistent", "not applicable")


def shown(status: str, words: Words, word: str = "") -> dict[str, str]:
    """Tone, mark and word of a status; another word may take the usual one's place."""
    tone, mark = STATUS.get(status, STATUS["undecided"])
    return {"tone": tone, "mark": mark, "word": word or words(f"page.status.{status}")}


def worst(statuses: Iterable[str]) -> str:
    """The one status that stands for several: what cannot agree before what is not decided before what agrees."""
    found = set(statuses)
    return next((status for status in WORST_FIRST if status in found), "not applicable")


def tone_of_cell(text: str) -> str:
    """The tone of a notebook's table cell that begins with a mark, as in “✕ 1.10”; empty where it does not."""
    return MARKS.get(text[:1], "") if text[1:2] == " " else ""
