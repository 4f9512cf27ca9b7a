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

PLAIN = re.compile(r"[^\s\t|\\+‐‑‒–—−‘’‛′“”‟″$\ufeff]+(?: [^\s\t|\\+‐‑‒–—−‘’‛′“”‟″$\ufeff]+)*")  # nothing to rewrite
TOKENS = re.compile(
    r"(?P<cell>[ \t]*\t[ \t]*|[ \t]*\|[ \t]*)|(?P<pm>\\pm(?![A-Za-z])|\+/[-−–])|(?P<dash>[‐‑‒–—−])"
    r"|(?P<single>[‘’‛′])|(?P<double>[“”‟″])|(?P<drop>\$|\r|\ufeff)|(?P<space>[\s\u00a0\u2009\u202f]+)|(?P<other>.)",
    re.DOTALL,
)
WRITTEN = {"cell": " | ", "pm": "±", "dash": "-", "single": "'", "double": '"', "drop": "", "space": " "}


def normalise(line: str) -> tuple[str, Sequence[int]]:
    """The line as it is matched, and the raw offset (within the line) of each of its characters."""
    if PLAIN.fullmatch(line):
        return line, range(len(line))
    text: list[str] = []
    offsets: list[int] = []
    for match in TOKENS.finditer(line):
        for character in WRITTEN.get(match.lastgroup or "", match.group()):
            if character == " " and text and text[-1] == " ":
                continue
            text.append(character)
            offsets.append(match.start())
    start, end = 0, len(text)
    while start < end and text[start] in " |":
        start += 1
    while end > start and text[end - 1] in " |":
        end -= 1
    return "".join(text[start:end]), tuple(offsets[start:end])
