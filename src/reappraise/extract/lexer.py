"""Where are the numbers in a line?

A number is digits with an optional decimal part, its comparator, its sign and its percent mark. A dash is a minus only
directly before a digit and not between two numbers ("20-35" is a range). Web addresses and DOIs hold no numbers.

>>> [line[a:b] for line in ["p < 0.001; t = -4.87, 20-35 years (80%)"] for a, b in spans(line)]
['< 0.001', '-4.87', '20', '35', '80%']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ADDRESS = re.compile(r"https?://\S+|www\.\S+|\b10\.\d{4,}/\S+")
NUMBER = re.compile(
    r"(?:(?:<=|>=|[<>≤≥])\s*)?(?:(?<![\w)\].%])-)?(?:(?<![\w.,])|(?<=-))(?:\d+(?:\.\d+)?|\.\d+)(?![\w])%?"
)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every number in a normalised line, comparator and percent mark included."""
    hidden = ADDRESS.sub(lambda match: "x" * len(match.group()), text)
    for match in NUMBER.finditer(hidden):
        yield match.span()
