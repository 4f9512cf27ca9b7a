r"""How is a line written so that one locator matches it in every format?

Tabs and pipes between cells become ` | `, those around a row go (a blank cell at an end keeps its pipe); `\pm` and
`+/-` become ±, dashes and minus signs become -, typographic quotes straight, runs of spaces one space. Digits of all
scripts, wide and mathematical letters become plain ones; TeX dollars and characters that nobody sees go, and a
space that keeps the thousands of one number together. Every character keeps the offset of its source.

>>> normalise("Mean \\pm SD\t1.20 \\pm 0.41\t–")[0], normalise("𝑝 < ٠٫٠٥; n = 1\u2009182, 0\u200b.5")[0]
('Mean ± SD | 1.20 ± 0.41 | -', 'p < 0٫05; n = 1182, 0.5')
>>> normalise("| Low | 18 |"), normalise("| | 18 |", Edges((1, 1)))[0]
(('Low | 18', (2, 3, 4, 5, 5, 5, 8, 9)), '| 18')
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from reread.documents.rows import NO_ROW, Edges

# Format characters, joiners, marks of direction, selectors of variants: nothing is printed for them.
UNSEEN = "\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
# A narrow or unbreakable space before three digits keeps one number together; not behind four, nor behind decimals.
WITHIN = r"(?<=\d)(?<!\d{4})(?<![.,]\d)(?<![.,]\d\d)[\xa0\u2006-\u200a\u202f](?=\d{3}(?!\d))"
UNBREAKABLE = "\xa0"
BETWEEN_WORDS = re.compile(r"[^\W\d]\xa0[^\W\d]")  # a line that has it there has it anywhere
TAB, TABS = r"[ ]*\t[ ]*", r"[ ]*\t[ \t]*"
SPECIAL = (
    rf"(?P<drop>[\$\r{UNSEEN}]|{WITHIN})|(?P<bar>\\\|)|(?P<cell>[ \t]*\|[ \t]*|TAB)|(?P<pm>\\pm(?![A-Za-z])|\+/[-−–])"
    r"|(?P<dash>[‐‑‒–—―−˗])|(?P<single>[‘’‛′])|(?P<double>[“”‟″])"
    r"|(?P<space>\s{2,}|[^\S ]|&(?:nbsp|ensp|emsp|thinsp|#160|#xA0);)"
)
APART, ALIGNED = (re.compile(SPECIAL.replace("TAB", tab)) for tab in (TAB, TABS))
# A line without any of these has nothing special but blanks around it, which is quicker to tell.
MAYBE = re.compile(rf"[|\\$&\r{UNSEEN}‐‑‒–—―−˗‘’‛′“”‟″]|\+/|  |[^\S ]")
WRITTEN = {"cell": " | ", "pm": "±", "dash": "-", "single": "'", "double": '"', "bar": "¦", "drop": "", "space": " "}
# Wide and small forms, mathematical letters and digits, and letters that stand among symbols.
VARIANTS = (
    *range(0xFE50, 0xFE6C), *range(0xFF01, 0xFF5F), *range(0x1D400, 0x1D800),
    *range(0x210A, 0x2114), *range(0x2118, 0x211E), *range(0x212C, 0x2132),
)  # fmt: skip
ALSO = {"˂": "<", "˃": ">", "٪": "%", "\u2024": "."}
KEPT = "|$\\{}"  # no variant becomes a sign that is read as something else here


@cache
def plain_letters() -> dict[int, str]:
    """Variant → the plain letter, digit or sign that it prints."""
    found = {ord(variant): sign for variant, sign in ALSO.items()}
    found |= {code: unicodedata.normalize("NFKC", chr(code)) for code in VARIANTS}
    for code in range(0x80, 0x20000):
        digit = unicodedata.decimal(chr(code), None)
        if digit is not None:
            found[code] = str(digit)
    return {code: sign for code, sign in found.items() if len(sign) == 1 and sign not in KEPT and ord(sign) != code}


def normalise(line: str, edges: Edges = NO_ROW) -> tuple[str, Sequence[int]]:
    """The line as it is matched, and the raw offset (within the line) of each of its characters.

    Without `edges` it is words of a row perhaps, and what stands around them goes.
    """
    if not line.isascii():
        line = line.translate(plain_letters())
        line = line.replace(UNBREAKABLE, " ") if BETWEEN_WORDS.search(line) else line
    if not MAYBE.search(line):
        bare = line.strip(" ")
        start = line.find(bare)
        return bare, range(start, start + len(bare))
    special = ALIGNED if edges.aligned else APART
    text: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in special.finditer(line):
        _keep(line, at, match.start(), text, offsets)
        for character in WRITTEN[match.lastgroup or ""]:
            if character != " " or text[-1:] != [" "]:
                text.append(character)
                offsets.append(match.start())
        at = match.end()
    _keep(line, at, len(line), text, offsets)
    start, end = _ends(text, edges)
    return "".join(text[start:end]), tuple(offsets[start:end])


def _ends(text: list[str], edges: Edges) -> tuple[int, int]:
    """Where the row begins and ends, marks around it left out."""
    start, end = 0, len(text)
    before, behind = edges.outer
    while start < end and (text[start] == " " or (text[start] == "|" and before)):
        before -= text[start] == "|"
        start += 1
    while end > start and (text[end - 1] == " " or (text[end - 1] == "|" and behind)):
        behind -= text[end - 1] == "|"
        end -= 1
    return start, end


def _keep(line: str, start: int, end: int, text: list[str], offsets: list[int]) -> None:
    """A stretch that is written as it is; its first space falls away behind another."""
    if start < end and line[start] == " " and text[-1:] == [" "]:
        start += 1
    text += line[start:end]
    offsets += range(start, end)
