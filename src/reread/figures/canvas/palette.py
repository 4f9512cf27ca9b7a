"""Which colour does each part of a figure have, in light, in dark and in print?

A figure names roles, never colours. Each role is drawn in a marker colour that no drawing library would choose, and the
saved SVG says `var(--role, light)` in its place: the page decides, and a file opened alone shows the light colour.

>>> in_page("fill: #c0de03")
'fill: var(--rule, #dcdcd3)'
"""

from __future__ import annotations

import re
from typing import Literal

Role = Literal["ink", "quiet", "rule", "allow", "fell", "nature", "band", "paper", "soft"]

LIGHT: dict[Role, str] = {
    "ink": "#1a1a1a",
    "quiet": "#5a5f66",
    "rule": "#dcdcd3",
    "allow": "#0b57a4",
    "fell": "#a83a00",
    "nature": "#7a4700",
    "band": "#f6e3c0",
    "paper": "#fffffb",
    "soft": "#f5f4ec",
}
MARKER: dict[Role, str] = {role: f"#c0de{k:02x}" for k, role in enumerate(LIGHT, 1)}
_ROLE: dict[str, Role] = {marker: role for role, marker in MARKER.items()}


def in_page(style: str) -> str:
    """A style with every marker colour replaced by the page's variable for its role."""
    return re.sub(r"#c0de\d\d", lambda found: f"var(--{_ROLE[found[0]]}, {LIGHT[_ROLE[found[0]]]})", style)
