"""How a published test is put to the checks: parts and texts as printed."""

from __future__ import annotations

from typing import Any

from honest_tests import direct

from reappraise import checks


def verdicts(printed: dict[str, str], **about: Any) -> dict[str, str]:
    """Check → its worst status on one reported test that prints these numbers."""
    study = direct({f"tests.it.{role}": [text] for role, text in printed.items()}, {"it": {"label": "it", **about}})
    worst = ["not applicable", "consistent", "undecided", "inconsistent"]
    found: dict[str, str] = {}
    for finding in checks.findings(study):
        found[finding.check] = max(found.get(finding.check, worst[0]), finding.status, key=worst.index)
    return found
