"""What does each language say, sentence by sentence?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from reread.files import own
from reread.words import load

PARAMETER = re.compile(r"\{\w*\}")


def strings(tree: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every string with its dotted key; those of a list by their place in it."""
    parts = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else None
    if parts is None:
        yield at, str(tree)
    else:
        for name, branch in parts:
            yield from strings(branch, f"{at}.{name}".lstrip("."))


@cache
def said(language: str) -> dict[str, str]:
    return dict(strings(load(language, *own.modules("rivals")).tree))
