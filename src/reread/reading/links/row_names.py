"""Does the number in a row's name say when or with what something was measured, and not of how many or which people?

`Day 3`, `SF-36` and `Pain (0–10)` are of everybody whose n stands in the heads; `65 years`, `Parity 1` and `Pain (18)`
may be of some of them, and a row with such a name is not read.

>>> from reread.reading.typed import read_lines
>>> names = ["Day 3", "Pain at 6 weeks (0–10)", "SF-36 score", "Item 2", "Hari ke-3", "Anxiety"]
>>> others = ["Pain (18)", "Parity 1", "65 years", "≥ 3 days", "6 months", "Day 3 (n = 18)", "Age 2, day 3"]
>>> pages = [read_lines([name + " | 5"])[0] for name in names + others]
>>> [names_everybody(page, (0, page.text.index("|"))) for page in pages]
[True, True, True, True, True, True, False, False, False, False, False, False, False]
"""

from __future__ import annotations

import re

from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, words

AT = rf"(?<!\w){either(words('measured_at'))}"
TIME = re.compile(rf"{AT}(?:\s+ke)?[\s.-]*{N}(?!\w)|{N}(?:st|nd|rd|th)?[\s-]*{AT}(?!\w)")
MONTHS = either(words("month_units"))
OF_MONTHS = re.compile(rf"(?<!\w){MONTHS}(?:\s+ke)?[\s.-]*{N}(?!\w)|{N}[\s-]*{MONTHS}(?!\w)")
INSTRUMENT = re.compile(rf"(?<!\w)[A-Z]\w*[A-Z]\w*-{N}(?!\w)")
SCALE = re.compile(rf"[(\[]\s*{N}\s*(?:[–-]|{either(words('through'))})\s*{N}[^{N}()\[\]]{{0,12}}[)\]]")
AGES = re.compile(rf"(?<!\w){either(words('ages'))}(?!\w)")
STARTS = (0, 1)  # of scales


def names_everybody(page: Skeleton, name: tuple[int, int]) -> bool:
    """Is each number in the name of a row that of a time, of an instrument or of the ends of its scale?"""
    text = page.text[slice(*name)]
    numbers = page.tokens[page.at(name[0]) : page.at(name[1])]
    if not numbers:
        return True
    if AGES.search(text) or any(token.comparator != "=" for token in numbers):
        return False
    scale = SCALE.search(text)
    if scale and numbers[text[: scale.start()].count(N)].value in STARTS:
        text = text.replace(scale[0], " ")
    left = INSTRUMENT.sub(" ", TIME.sub(" ", text))
    of_months = OF_MONTHS.sub(" ", left)
    return N not in (of_months if re.search(r"[^\W\d_]{3}", of_months) else left)
