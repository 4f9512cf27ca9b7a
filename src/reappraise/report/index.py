"""Which studies were read, and what are their two answers, on one screen?

A grid of studies × (numbers, design), one sentence a cell. A study that failed stands in the grid with its problem, a
text without a study of its own has claims only, and folders with names that cannot be used are listed below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reappraise.report.answers import answers
from reappraise.report.render import render
from reappraise.report.results import Results, stage_name
from reappraise.words import Words


def index_page(results: Path, entries: Iterable[Mapping[str, Any]], words: Words, context: Mapping[str, Any]) -> str:
    """The index as HTML text. Each entry names a `study`; its title and answers come from its result files."""
    rows = [_row(results, entry, words) for entry in entries]
    bad = [str(name) for name in context.get("bad_names") or []]
    return render("index", words, rows=rows, bad=bad, changed=list(context.get("changed") or []))


def _row(results: Path, entry: Mapping[str, Any], words: Words) -> dict[str, Any]:
    study = str(entry["study"])
    found = Results.read(results, study)
    about = found["study"]
    cite = about.get("cite") or {}
    authors = cite.get("authors") or ""
    authors = words("page.list").join(authors) if isinstance(authors, list) else authors
    year = entry.get("year") or cite.get("year")
    both = answers(found, words)
    no_study = (about.get("design") or {}).get("kind") == "text without a study"
    claims_only = no_study and not (found.findings or found.problems)
    return {
        "href": f"{study}/report.html",
        "title": about.get("title") or entry.get("title") or study,
        "published": words("page.list").join(str(part) for part in (authors, year) if part),
        "second_hand": about.get("reported_by") or "",
        "answers": [] if claims_only else [{key: answer[key] for key in ("tone", "mark", "say")} for answer in both],
        "failures": [_failure(problem, words) for problem in found.problems],
    }


def _failure(problem: Mapping[str, str], words: Words) -> dict[str, str]:
    where = words("page.list").join(problem[part] for part in ("file", "place") if problem.get(part))
    said = words(
        "index.failed",
        stage=stage_name(problem["stage"], words),
        found=problem.get("found", ""),
        write=problem.get("write", ""),
    )
    return {"where": where, "say": said[:1].upper() + said[1:]}
