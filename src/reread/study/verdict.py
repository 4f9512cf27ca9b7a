"""What do all findings of a study say together?

*no*: something is impossible; *slips*: only slips in print cannot agree; *yes*: nothing checked is impossible;
*nothing*: no check had enough to go on. What is implausible or undecided accuses nobody.

>>> verdict([{"status": "consistent"}]), verdict([{"status": "inconsistent", "kind": "impossible"}]), verdict([])
('yes', 'no', 'nothing')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

HARMLESS = frozenset({"implausible", "cosmetic"})


def verdict(findings: Iterable[Mapping[str, Any]]) -> str:
    """One word for all findings, as they stand in findings.json."""
    listed = list(findings)
    kinds = {finding.get("kind", "") for finding in listed if finding["status"] == "inconsistent"}
    if kinds - HARMLESS:
        return "no"
    if "cosmetic" in kinds:
        return "slips"
    return "yes" if any(f["status"] in ("consistent", "inconsistent") for f in listed) else "nothing"


def open_questions(findings: Iterable[Mapping[str, Any]]) -> int:
    """How many checks of numbers that the conclusion rests on are not decided."""
    return sum(f["status"] == "undecided" and bool(f.get("load_bearing")) for f in findings)
