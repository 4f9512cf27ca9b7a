r"""How is a line written so that one locator matches it in every format?

Tabs and outer pipes become ` | ` between cells, `\pm` and `+/-` become ±, dashes and minus signs become -, typographic
quotes become straight, runs of spaces one space; TeX dollars go. Every character keeps the offset of its source.

>>> normalise("Mean \\pm SD\t1.20 \\pm 0.41\t–")[0]
'Mean ± SD | 1.20 ± 0.41 | -'
>>> normalise("| Low | 18 |")
('Low | 18', (2, 3, 4, 5, 5, 5, 8, 9))
"""

from __future__ import annotations

import re
from collections.abc import Sequence

SPECIAL = re.compile(
    r"(?P<cell>[ \t]*\t[ \t]*|[ \t]*\|[ \t]*)|(?P<pm>\\pm(?![A-Za-z])|\+/[-−–])|(?P<dash>[‐‑‒–—−])"
    r"|(?P<single>[‘’‛′])|(?P<double>[“”‟″])|(?P<drop>\$|\r|\ufeff)|(?P<space>\s{2,}|[^\S ])"
)
WRITTEN = {"cell": " | ", "pm": "±", "dash": "-", "single": "'", "double": '"', "drop": "", "space": " "}


def normalise(line: str) -> tuple[str, Sequence[int]]:
    """The line as it is matched, and the raw offset (within the line) of each of its characters."""
    if not SPECIAL.search(line) and line[:1] != " " and line[-1:] != " ":
        return line, range(len(line))
    text: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in SPECIAL.finditer(line):
        _keep(line, at, match.start(), text, offsets)
        for character in WRITTEN[match.lastgroup or ""]:
            if character != " " or text[-1:] != [" "]:
                text.append(character)
                offsets.append(match.start())
        at = match.end()
    _keep(line, at, len(line), text, offsets)
    start, end = 0, len(text)
    while start < end and text[start] in " |":
        start += 1
    while end > start and text[end - 1] in " |":
        end -= 1
    return "".join(text[start:end]), tuple(offsets[start:end])


def _keep(line: str, start: int, end: int, text: list[str], offsets: list[int]) -> None:
    """A stretch that is written as it is; its first space falls away behind another."""
    if start < end and line[start] == " " and text[-1:] == [" "]:
        start += 1
    text += line[start:end]
    offsets += range(start, end)
