r"""Which power of ten is a number times, and where was its raised exponent lost in print?

`3.0 x 10^-2`, `3 × 10⁻²`, `3e-2`, `10^-2`. Plain text leaves `5.8 × 10 -48`, `5.8 × 10-48` or `5.8 × 10(-48)`: that is
a power behind a sign of comparison, a word for p or a decimal; elsewhere it may be a range ("3 × 10-12 times").
`3.2 × 104` cannot be read.

>>> [(each.written, each.unsure, each.readable) for each in lost("p = 5.8 × 10 -48, 3 × 10-12 times, p = 3.2 × 104")]
[('5.8 × 10^-48', '', True), (None, 'power', True), (None, 'power', False)]
>>> [each.written for each in lost("p < 10 -5, aged 10-12, n = 10-12")]
['10^-5']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reread.numbers.around import Stretch, in_cell, p_before, value_before

TIMES = r"\s?[xX×·*∙⋅]\s?"
APART = r"(?:\s?[xX×*]\s?|\s[·∙⋅]\s)"  # no dot that may be a decimal mark
LIFTED = r"[⁰¹²³⁴-⁹]{1,3}"
TO_THE = r"\s?(?:\^|\*\*)\s?"
POWER = (
    rf"(?:{TIMES}10(?:{TO_THE}(?:(?P<power>[-+]?\s?\d{{1,3}})|[({{]\s?(?P<framed>[-+]?\s?\d{{1,3}})\s?[)}}])"
    rf"|(?P<raised>[⁻⁺]?{LIFTED}))|\s?[eE](?P<e>\s?[-+]\s?\d{{1,3}}|\d{{1,3}}))(?!\w)"
)
TEN = (
    rf"(?P<ten>10)(?:{TO_THE}(?:(?P<of_ten>-\s?\d{{1,3}})|[({{]\s?(?P<framed_of_ten>-\s?\d{{1,3}})\s?[)}}])"
    rf"|(?P<over_ten>⁻{LIFTED}))(?!\w)"
)
IS_POWER = rf"10(?:\s?(?:\^|\*\*)|[⁻⁺]?{LIFTED})"  # behind a dot: no decimals
GROUPS = ("power", "framed", "raised", "e", "of_ten", "framed_of_ten", "over_ten")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")

MAY_BE_LOST = re.compile(r"10 ?\(?-|[xX×·*∙⋅]\s?10")
EXPONENT = (
    r"10(?:(?P<gap> ?)-(?P<behind> ?)(?P<exponent>\d{1,3})(?!\d|[.,·]\d|\w|%)"
    r"|(?P<frame> ?\() ?- ?(?P<framed>\d{1,3}) ?\)(?!\w))"
)
FACTOR = r"(?<![\w.,·^])(?P<factor>\d+(?:[.,·]\d+)?|\.\d+)"
PRODUCT = re.compile(rf"{FACTOR}(?P<times>{TIMES}){EXPONENT}")
ALONE = re.compile(rf"(?<![\w.,·^]){EXPONENT}")
UNREADABLE = re.compile(rf"{FACTOR}{APART}10(?: ?\d{{1,2}})?(?![\d^⁰¹²³⁴-⁹⁻⁺]| ?[-^]| ?\( ?-| ?\*\*|[.,·]\d|\w)")


def exponent(match: re.Match[str]) -> int:
    """The exponent that a match of POWER or TEN prints; 0 where it has none."""
    printed = next((match[name] for name in GROUPS if match[name]), "0")
    return int(printed.translate(DIGITS).replace(" ", ""))


def lost(line: str, alone: bool = False) -> Iterator[Stretch]:
    """Every power of ten without a sign of its exponent; `alone`: the line is one number and nothing else."""
    if not MAY_BE_LOST.search(line):
        return
    for match in PRODUCT.finditer(line):
        start, factor = match.start(), match["factor"]
        decimals = not factor.isdigit()
        raised = match["frame"] or (match["gap"] and not match["behind"])
        if alone or decimals or raised or _one_value(line, start):
            yield Stretch(start, match.end(), f"{factor}{match['times']}{_written(match)}")
        else:
            yield Stretch(start, match.end(), unsure="power")
    for match in ALONE.finditer(line):
        before = line[max(0, match.start() - 3) : match.start()]
        if re.search(rf"{TIMES}$", before):
            continue
        below = bool(re.search(r"[<≤]\s?$", before))
        p = p_before(line, match.start())
        if alone or (p and value_before(line, match.start())) or (below and in_cell(line, match.start())):
            yield Stretch(match.start(), match.end(), _written(match))
        elif below or p:
            yield Stretch(match.start(), match.end(), unsure="power")
    for match in UNREADABLE.finditer(line):
        if not match["factor"].isdigit() or _one_value(line, match.start()):
            yield Stretch(match.start(), match.end(), unsure="power", readable=False)


def _written(match: re.Match[str]) -> str:
    return f"10^(-{match['framed']})" if match["frame"] else f"10^-{match['exponent']}"


def _one_value(line: str, start: int) -> bool:
    return value_before(line, start) or p_before(line, start)
