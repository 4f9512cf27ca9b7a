"""Which registration numbers does a document print, and where does it speak of ethical approval?

A number of a registry of trials has the registry's letters and its digits; several numbers may be printed, and one may
be of another trial. Of ethical approval the first sentence is quoted. The list of references is left out. What is not
found may stand in what was not read: an original tells more than a transcript.

Source: NCT and 8 digits: ClinicalTrials.gov; ISRCTN and digits: https://semantic.farm/registry/isrctn; that registries
such as ANZCTR, ChiCTR, CTRI, DRKS, IRCT exist: PMC8112656, table 2 (the exact forms of their numbers not looked up).

>>> list(numbers("Registered (NCT00066131, ISRCTN 10175490) by CTRI/2015/04/005673; CTRL-1 and NCT12 are none."))
['NCT00066131', 'ISRCTN 10175490', 'CTRI/2015/04/005673']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from reread.documents import Document
from reread.reading.links.cues import around
from reread.reading.not_statistics import reference_list
from reread.reading.phrases import of_kind

NUMBER = re.compile(
    r"\bNCT ?\d{8}\b|\bISRCTN ?\d{8}\b"
    r"|\b(?:ACTRN|DRKS|UMIN|PACTR|TCTR|KCT|RPCEC|LBCTR|ChiCTR|IRCT|jRCTs?)[A-Z-]{0,6} ?\d{5,17}(?:N\d{1,3})?\b"
    r"|\b(?:CTRI|SLCTR)/\d{4}/\d{2,3}(?:/\d{3,6})?\b|\bEudraCT\W{0,3}(?:number|no\.?|nr\.?)?\W{0,3}\d{4}-\d{6}-\d{2}\b"
)


@dataclass(frozen=True)
class Registered:
    """A registration number, or words about ethical approval, and the line (from 0) where it stands first."""

    kind: Literal["registration", "ethics"]
    line: int
    quote: str


def numbers(text: str) -> Iterator[str]:
    """The registration numbers of a text, in their order."""
    return (match.group() for match in NUMBER.finditer(text))


def registered(documents: Iterable[Document]) -> Iterator[tuple[str, Registered]]:
    """Each number once, and the first words about ethical approval, with the tag of the document."""
    met: set[str] = set()
    for document in documents:
        lines = [line.text for line in document.lines]
        first, last = reference_list("\n".join(lines))
        place = 0
        for k, line in enumerate(lines):
            if not first <= place < last:
                for each in _of_line(k, line, "ethics" in met):
                    name = "ethics" if each.kind == "ethics" else each.quote
                    if name not in met:
                        met.add(name)
                        yield document.tag, each
            place += len(line) + 1


def _of_line(k: int, line: str, asked: bool) -> Iterator[Registered]:
    """The numbers of a line, and, unless it is known already, the words around ethical approval."""
    yield from (Registered("registration", k, each) for each in numbers(line))
    for start, word in () if asked else of_kind("ethics").found(line)[:1]:
        yield Registered("ethics", k, around(line, start, start + len(word)))
