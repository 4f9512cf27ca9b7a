"""What may a study file say of who could take part, and of how participants came into its groups and out of them?

Roles look like `arms.massage.lost`, `flow.screened`, `allocation.block`; the names of the arms are those of the
groups of its tests.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import model_validator

from reread.files.written import Written
from reread.study.parts import Locators

PARTS = ("arms", "flow", "allocation")  # of a study file: their numbers are numbers of participants, blocks or strata


class Eligible(Written):
    """Who could take part, by an outcome or a test of the file: from, up to, and in which categories not."""

    at_least: Locators | None = None
    at_most: Locators | None = None
    excluded: tuple[str, ...] = ()  # names of categories

    @model_validator(mode="before")
    @classmethod
    def _tuple(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not isinstance(data.get("excluded"), list):
            return data
        return {**data, "excluded": tuple(data["excluded"])}


class Arm(Written):
    """The participants of one arm: allocated to it, lost from it, analysed in it."""

    allocated: Locators | None = None
    lost: Locators | None = None
    analysed: Locators | None = None


class Flow(Written):
    """Participants of the whole study; `planned` is the number that a calculation of size asked for.

    `months` of recruitment, and `sites` at which it took place.
    """

    planned: Locators | None = None
    months: Locators | None = None
    sites: Locators | None = None
    screened: Locators | None = None
    excluded: Locators | None = None
    allocated: Locators | None = None
    lost: Locators | None = None
    analysed: Locators | None = None


class Planning(Written):
    """What a calculation of the sample size assumed, and the number in each group, `n`, that it asked for.

    `d` in place of `sd` and `difference`, where the paper prints the standardised difference.
    """

    alpha: Locators | None = None
    power: Locators | None = None
    sd: Locators | None = None
    difference: Locators | None = None
    d: Locators | None = None
    n: Locators | None = None


class Allocation(Written):
    """How participants came into the arms: by which method, in blocks of at most `block`, in how many strata.

    `strata` counts the lists that blocks were drawn in, centres times other strata; 1 where none are told.
    """

    method: Literal["simple", "blocks", "minimisation", "other", "not stated"] = "not stated"
    block: Locators | None = None
    strata: Locators | None = None
