"""How are a document's claims shown: those that something bears on first, each contradiction with both its places?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reread.words import Words


def claims(rows: Sequence[Mapping[str, Any]], words: Words) -> dict[str, Any]:
    """Claims that something bears on, the others, and whether a reader has still to sign."""
    shown = [_shown(row, words) for row in rows]
    weighed = [row for row in shown if row["bears"] or row["against"]]
    against = sum(bool(row["against"]) for row in weighed)
    return {
        "weighed": weighed,
        "count": words.plural("page.claims.count", len(weighed), n=len(weighed), against=against),
        "others": [row for row in shown if not (row["bears"] or row["against"])],
        "unsigned": any(row["by"] == "proposed" for row in rows),
        "by": signed(str(rows[0]["by"]), words) if rows else "",
    }


def signed(by: str, words: Words) -> str:
    """By whom a row stands: the program, nobody yet, or a reader who signed."""
    return words(f"page.appraisal.by_{by}") if by in ("computed", "proposed") else words("page.appraisal.signed", by=by)


def _shown(row: Mapping[str, Any], words: Words) -> dict[str, Any]:
    return {
        **row,
        "places": _places(row["places"], words),
        "absent": words("page.claims.absent", tags=words("page.list").join(row["absent"])) if row["absent"] else "",
        "against": [_against(other, words) for other in row["against"]],
    }


def _against(other: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """A claim that this one stands against, with its place and a link to it."""
    page = f"../{other['study']}/report.html" if other["study"] else ""
    return {
        "claim": other["claim"],
        "document": other["document"],
        "places": _places(other["places"], words),
        # without its words it is not in this run, and has no page to lead to
        "href": f"{page}#claim-{other['name']}" if other["claim"] else "",
    }


def _places(places: Iterable[Mapping[str, str]], words: Words) -> list[str]:
    """Each place, with its document's tag where there are several documents."""
    return [
        words("page.claims.in_document", tag=row["document"], place=row["place"]) if row["document"] else row["place"]
        for row in places
    ]
