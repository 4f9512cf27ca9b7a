"""Where do other people's published values lie on the picture of a course, and under which short name?

>>> short_name("Saint et al. 1984 Br J Nutr")
'Saint 1984'
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reread.figures import course
from reread.rivals.evidence import Anchor


def course_points(
    anchors: Iterable[Anchor], unit: str, last_day: float, times: float = 1.0
) -> tuple[course.Anchor, ...]:
    """The anchors of one unit up to a day, with `times` from their unit to the picture's."""
    return tuple(
        course.Anchor(short_name(a.source), a.hours / 24 + 0.5, times * a.value, a.known == "secondary")
        for a in anchors
        if a.unit == unit and a.hours / 24 + 0.5 <= last_day
    )


def short_name(source: str) -> str:
    """A source's first word and year."""
    year = re.search(r"\b(?:19|20)\d\d\b", source)
    return " ".join([source.split()[0], *([year.group()] if year else [])])
