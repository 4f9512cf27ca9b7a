"""How does an explanation read, in a reader's language? Departures in words, numbers by their roles, bits rounded."""

from __future__ import annotations

from typing import Any

from reread.explain import Explanation
from reread.explain.readings import Used
from reread.report.finding_words import reading
from reread.study.finding import Benign
from reread.words import Words


def told(each: Explanation, rank: int, say: Words) -> dict[str, Any]:
    """One explanation as it stands in explanations.json."""
    luck = each.coincidence
    return {
        "rank": rank, "departures": [_departure(used, say) for used in each.departures],
        "cost": _bits(sum(used.cost for used in each.departures)), "bits": _bits(each.bits),
        "reconciled": list(each.reconciled), "unreconciled": list(each.unreconciled),
        "datasets": {"count": each.data_sets, "ending": each.ending},
        "coincidence": None if luck is None else {
            "at_most": round(luck.limit, 4), "law": luck.law, "draws": luck.draws, "hits": luck.hits,
        },
        "alike": [[_departure(used, say) for used in other] for other in each.alike],
    }  # fmt: skip


def _departure(used: Used, say: Words) -> dict[str, Any]:
    params = dict(used.params)
    return {
        "id": used.id, "about": params, "cost": _bits(used.cost), "if": reading(Benign(used.id, params), say),
        "ask": say(f"departures.{used.id}.ask"),
    }  # fmt: skip


def _bits(value: float) -> float:
    return round(value, 2)
