r"""Which signs did a PDF lose, and what stood there?

Some fonts hand out another character for an operator, a minus or χ (¼ for =, b for <, ! for <, ? for −). A character is
mended only where nothing else fits: between a statistic's bracket and its value, or between p and a decimal. The text
keeps its length, so that every place stays; what was mended is told, so that no reader takes it for printed.

>>> mend("t(191) ¼ 8.22, pb.001")[0], mend("F(1, 43) p 8.84, p ! .05")[0], mend("?2(71, N = 488) = 77.45")[0]
('t(191) = 8.22, p<.001', 'F(1, 43) = 8.84, p < .05', 'χ2(71, N = 488) = 77.45')
>>> sorted(mend("z = ?2.05")[1].items())
[(4, 'sign')]
>>> mend("η p 2 = .04, η 2 = .1, ηp² = .2")
('ηp2   = .04, η2  = .1, ηp2 = .2', {})
"""

from __future__ import annotations

import re

from reread.numbers.separators import RAISED_DOTS

SURELY = str.maketrans({"ϭ": "=", "Ͻ": "<", "Ͼ": ">", "Ϫ": "-", "Ϯ": "±", "␹": "χ"} | {chr(c): " " for c in range(8)})
OTHER = {"¼": "=", "p": "=", "5": "=", "b": "<", "!": "<", "Ͻ": "<", "N": ">", "¾": "=", "�": "±"}
HEAD = r"(?<![\w^])(?:[tFrzZQUWHT]s?|B?F|[χcxX?]+\s?[2²])\s?[(\[][^()\[\]\n]{1,30}[)\]]"
NUMBER = r"(?=\s?[-?]?\s?\.?\s?\d)"
OPERATORS = (
    re.compile(rf"{HEAD}\s?(?P<sign>[¼¾bN!])\s?{NUMBER}"),
    re.compile(rf"{HEAD}\s(?P<sign>[p5])\s{NUMBER}"),
    re.compile(r"(?<![\w])[pP]s?\s?(?P<sign>[bN!¼¾])\s?(?=0?\s?\.\s?\d)"),
    re.compile(r"(?<![\w])[pP]\s(?P<sign>[p5])\s(?=0?\.\d)"),
    re.compile(r"(?<=[,(\s])[nNM]\s(?P<sign>[p¼])\s(?=[\d.])"),
    re.compile(r"(?<=[\w)\]²])\s?(?P<sign>¼)\s?(?=[-.\d ])"),
    re.compile(r"(?<=\d) (?P<sign>\ufffd) (?=\d)"),
)
ALL_EQUALS = re.compile(r"(?<![\w.])[A-Za-z]\s(?P<sign>p)\s(?=\s{0,2}\.?\d)")  # once p stood for = elsewhere
CHI = re.compile(r"(?<![\w?])\?{1,2}(?=[2²]\s?[(\[])")
EQUALS = re.compile(r"\?=\s?\?(?=\d)")
MINUS = re.compile(r"(?:(?<=[=<>]\s)|(?<=[=<>])|(?<=[a-z]\s)|(?<=[=<>]\s\s))\?(?=\.?\d)")
RUBBISH = re.compile(rf"(?<==)(\s?)([^\w\s.,;:()\[\]{{}}<>=±+\-~≈'\"|?/{RAISED_DOTS}]{{1,3}})(?=\.?\d)")
CONTROL = re.compile(r"(?:[=<>!]\s?|\bp )[\x00-\x08\x0b\x0c\x0e-\x1b\x7f]\s?(?=\.?\d)")
UNPRINTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1b\x7f]")

LOST = re.compile(r"[?!%$#&*@^\x00-\x08\x0b-\x1f\x7f]|\)\s?[pbN5]|\bps?\s?[bN5p]\s?[.0]")  # what may be mended
# "η p 2 = .04": raised and lowered signs that stand apart
SPACED = re.compile(
    r"(?P<letter>[ηω]|(?<![\w.])I(?=\s[2²]\s?=\s?[\d.]+\s?%))\s?(?P<kind>[pPG])?\s?[2²](?=\s{0,2}[=<>≈])"
)
MAY_BE_LOST = re.compile(
    rf"[?¼\ufffd\x00-\x08\x0b-\x1f\x7f{''.join(map(chr, SURELY))}]|[)\]]\s?[pbN5!¾]|[nNM]\sp\s|{RUBBISH.pattern}"
    r"|(?<!\w)[pP]s?\s?[bN5p!¾]\s?0?\s?\.\s?\d"
)


def _joined(match: re.Match[str]) -> str:
    """The symbol in one piece, as long as before."""
    return f"{match['letter']}{'p' if match['kind'] in ('p', 'P') else ''}2".ljust(len(match.group()))


def mend(text: str) -> tuple[str, dict[int, str]]:
    """The text with lost signs put back, as long as before, and what was put at which place."""
    mended: dict[int, str] = {}
    common = text.isascii()
    text = text if common else SPACED.sub(_joined, text)
    if (common and not LOST.search(text)) or not MAY_BE_LOST.search(text):
        return text, mended
    letters = list(text.translate(SURELY))
    for match in CONTROL.finditer(text):
        mended[match.end()] = "sign"
    for match in UNPRINTED.finditer(text):
        letters[match.start()] = " "
    plain = "".join(letters)
    for pattern, sign, kind in ((EQUALS, " = ", "operator"), (CHI, "χ", "symbol"), (MINUS, "-", "sign")):
        for match in pattern.finditer(plain):
            letters[match.start() : match.end()] = sign.rjust(match.end() - match.start())
            mended[match.end() - 1] = kind
    for match in RUBBISH.finditer(plain):
        letters[match.start(2) : match.end(2)] = " " * len(match[2])
        mended[match.end()] = "sign"
    for pattern in (*OPERATORS, ALL_EQUALS):
        if pattern is ALL_EQUALS and not any(text[place] == "p" for place in mended):
            break
        for match in pattern.finditer("".join(letters)):
            letters[match.start("sign")] = OTHER[match["sign"]]
            mended[match.start("sign")] = "operator"
    return "".join(letters), mended
