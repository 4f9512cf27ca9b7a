"""How is a filled-in instrument of appraisal shown: each answer with word, mark and colour, and what they come to?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reread.report.claims import signed
from reread.report.results import Results
from reread.report.status import shown
from reread.words import Words


def forms(found: Results, words: Words) -> list[dict[str, Any]]:
    """Every instrument of the study; none where the appraisal failed."""
    stage = found["appraisal"] if found.ok("appraisal") else {}
    as_told = bool(found["study"].get("reported_by"))
    return [_form(each, words, as_told) for each in stage.get("instruments") or []]


def _form(form: Mapping[str, Any], words: Words, as_told: bool) -> dict[str, Any]:
    """An instrument with the word, mark and colour of each answer, and what its answers come to.

    Of a study that is known through another text alone they come to it as that text tells it.
    """
    items = []
    for row in form["items"]:
        second = row["second"]
        items.append({
            **row,
            "light": shown(row["status"], words, row["word"] or words("page.appraisal.not_judged")),
            "second": shown(second["status"], words, second["word"]) if second else None,
        })  # fmt: skip
    answered = any(row["answer"] for row in form["items"])
    left = "too_little" if answered and as_told else "not_judged"
    overall = words.get(f"appraisal.overall.{form['overall']}", form["overall"]) or words(f"page.appraisal.{left}")
    key = "page.appraisal.form_as_told" if as_told and form["overall"] else "page.appraisal.form"
    title = words(key, name=form["name"], overall=overall)
    told = {"overall": overall, "title": title, "who": signed(str(form["by"]), words)}
    return {**form, **told, "items": items, "answered": answered, "unsigned": answered and form["by"] == "proposed"}
