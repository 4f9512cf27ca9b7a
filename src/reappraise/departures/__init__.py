"""In which ways may a paper differ from what it says? One file, one departure, found by its place.

IN: a `Study`. OUT: copies of it, each under another reading, with the parameters of that reading. MAY NOT: look at
findings, know any one study. Checks take their benign readings from here, one departure at a time.
A departure is a module with `variants(study) -> Iterator[tuple[dict[str, str], Study]]`; words: `departures.yaml`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator

from reappraise.study import Study

Departure = Callable[[Study], Iterator[tuple[dict[str, str], Study]]]


def found() -> dict[str, Departure]:
    """Every departure of this folder by name, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").variants for name in names}
