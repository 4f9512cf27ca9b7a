"""What was kept from a check, or is left open, for which words?

One line for each reason, not for each result: how many results, the word, and the document's words around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reread.reading.blocked import NOT_COMPARED
from reread.reading.proposal import SEVERAL_TESTS
from reread.study.roles import owner

OPEN = {"mentioned_method": "", "only_if": SEVERAL_TESTS}  # why a finding is left open → the reason, or its own


def blocked(said: Iterable[Mapping[str, Any]], findings: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The reasons that keep any result back. `said`: as `reading.blocked` tells; `findings`: as rendered."""
    left: dict[str, set[str]] = {}
    for finding in findings:
        unless = finding.get("unless") or {}
        if unless.get("said") in OPEN and finding["status"] == "undecided":
            left.setdefault(OPEN[unless["said"]] or unless["method"], set()).add(owner(finding["roles"][0]))
    for each in said:
        results = each["rows"] or len(left.get(each["why"], set()) & set(each["entries"]))
        if results:
            kind = "rows" if each["why"] == NOT_COMPARED else "several" if each["why"] == SEVERAL_TESTS else "method"
            told = {key: each[key] for key in ("word", "quote", "document", "line", "place")}
            yield {"kind": kind, "why": each["why"], "results": results, **told}
