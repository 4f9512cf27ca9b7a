"""How does a study file point at printed numbers, and in which words does it say what kind of numbers they are?"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, RootModel, model_validator

from reread.files.written import Written

Measure = Literal["ordinal score", "integer score", "count", "binary", "continuous"]
Sides = Literal["one", "two", "not stated"]


class Locators(RootModel[tuple[str, ...]]):
    """One locator, or several for a number printed in several places (`tag: words` for one of several documents)."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _written(cls, data: Any) -> Any:
        listed = data if isinstance(data, list) else [data]
        if not listed or not all(isinstance(item, str) for item in listed):
            raise ValueError(
                'the words around it in the document, in quotes, with the number in braces: "{20} mothers"'
            )
        return tuple(listed)


class ConfidenceInterval(Written):
    """A printed confidence interval; `level` in percent (95 where none is printed)."""

    low: Locators
    high: Locators
    level: Locators | None = None
