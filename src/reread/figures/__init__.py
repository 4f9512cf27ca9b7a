"""What do the numbers of a second reading look like?

IN: a frozen dataclass of numbers and labels that a notebook computed, and the words of the page's language.
OUT: one drawing in two widths as SVG whose colours are roles of the page, and the same numbers as a table.
MAY NOT: compute a statistic, know a study, bring words of its own, or use a colour that is no role.

Every module of this folder is one figure: a dataclass for its data, `draw(data, wide, words)` and
`table(data, words)`. The folder `canvas` holds what they are drawn with.
"""

from __future__ import annotations

import pkgutil


def names() -> list[str]:
    """The figures there are, found by place."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg)
