"""A published test of groups, as a study: printed numbers by place, and what each check says of it. For tests only."""

from __future__ import annotations

from typing import Any

from honest_tests import direct

from reappraise import checks
from reappraise.study import Study


def published(groups: dict[str, dict[str, str]], statistics: dict[str, str], **about: Any) -> Study:
    """One test: group → part → text (`count.yes` for a category), statistic → text."""
    prints = {f"tests.one.groups.{g}.{part}": [text] for g, parts in groups.items() for part, text in parts.items()}
    prints |= {f"tests.one.{part}": [text] for part, text in statistics.items()}
    return direct(prints, {"one": {"label": "As published", "complete": True, **about}})


def said(study: Study, *names: str) -> dict[str, str]:
    """Check → status of its only finding, for these checks."""
    found = checks.found()
    return {name: next(finding.status for finding in found[name](study)) for name in names}
