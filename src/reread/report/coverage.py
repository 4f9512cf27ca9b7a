"""Which printed numbers look like statistics, and did no check use?

A number looks like one where the document itself names it (`t`, `p`, `mean` …). Levels, codes and sizes of samples are
left out, and so are numbers with a part in the study, which stand under *Not checked* by their part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from reread.report.numbers import as_figure
from reread.report.places import Places
from reread.report.results import Results
from reread.words import Words

NOT_LISTED = frozenset({"", "n", "alpha", "ci_level", "code"})


def coverage(results: Results, words: Words) -> dict[str, Any]:
    """How many such numbers there are, and each at its place, in the order of the document."""
    findings = [*results.findings, *(results["findings"].get("to_confirm") or [])]
    used = {number for finding in findings for number in finding.get("about") or []}
    left = [row for row in results.numbers if row["stat"] not in NOT_LISTED and _unused(row, used)]
    places, lines = Places(results, words), defaultdict(list)
    for row in left:
        told = words("page.coverage.number", stat=_name(row["stat"], words), text=as_figure(row))
        lines[places.named(row)].append(told)
    count = words.plural("page.coverage.count", len(left), n=words.spelled(len(left)))
    return {"count": count if left else words("page.coverage.none"), "lines": list(lines.items())}


def _unused(row: Mapping[str, str], used: set[str]) -> bool:
    return row["id"] not in used and not row["role"]


def _name(stat: str, words: Words) -> str:
    return words.get(f"page.roles.{stat}", stat)
