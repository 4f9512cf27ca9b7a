"""What is a part of a study file called, in a reader's language?"""

from __future__ import annotations

from collections.abc import Mapping

from reappraise.words import Words


def role_name(role: str, labels: Mapping[str, str], words: Words) -> str:
    """A role in words, innermost part first: `score.before.mean` → “mean before”."""
    parts = [part for part in role.partition(";")[0].split(".") if part not in labels]
    named, i = [], 0
    while i < len(parts):
        pair = "_".join(parts[i : i + 2])
        joined = words.get(f"page.roles.{pair}", "") if i + 1 < len(parts) else ""
        named.append(joined or words.get(f"page.roles.{parts[i]}", parts[i].replace("_", " ")))
        i += 2 if joined else 1
    return " ".join(filter(None, reversed(named)))
