"""Which studies were read, and what are their two answers, on one screen?

A grid of studies × (numbers, design), one sentence a cell; where numbers cannot agree, it names them. Studies with
their own document come first, then those at second hand, then texts without a study, which have claims only. A study
that failed stands in the grid with its problem; below stands what notebooks made once of all studies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reread.files.limits import guarded
from reread.files.problem import Problem
from reread.report.answers import answers
from reread.report.claims import matrix
from reread.report.drawings import section
from reread.report.foreign import as_written
from reread.report.page import failures, head
from reread.report.render import render
from reread.report.results import Results, stage_name
from reread.report.side_by_side import rank
from reread.words import Words


def index_page(results: Path, entries: Iterable[Mapping[str, Any]], words: Words, context: Mapping[str, Any]) -> str:
    """The index as HTML text. Each entry names a `study`; its title and answers come from its result files.

    `context` may hold `bad_names`, `changed`, `languages`, and as `across` notebooks that ran once over all studies.
    """
    found = [Results.read(results, str(entry["study"])) for entry in entries]
    across = {name: Results.across(results, name) for name in context.get("across") or []}
    page = render(
        "index",
        words,
        languages=list(context.get("languages") or []),
        rows=[_row_or_fault(one, words) for one in sorted(found, key=_rank)],
        bad=[str(name) for name in context.get("bad_names") or []],
        changed=list(context.get("changed") or []),
        failures=[failure for one in across.values() for failure in failures(one, words)],
        claims=matrix(sorted(found, key=_rank), words),
        across=[(name, section(one, name, words)) for name, one in across.items()],
    )
    return as_written(page, found)


def _rank(found: Results) -> tuple[int, str]:
    about = found["study"]
    return rank((about.get("design") or {}).get("kind", ""), about.get("reported_by") or ""), found.study


def _row_or_fault(found: Results, words: Words) -> dict[str, Any]:
    """The row of a study; of one whose results cannot be shown, that."""
    try:
        return guarded(found.study, lambda: _row(found, words))
    except Problem as problem:
        told = _failure({**problem.record("page")["problem"], "file": ""}, words)
        empty = {"title": found.study, "published": "", "second_hand": "", "answers": []}
        return {"href": f"{found.study}/report.html", **empty, "failures": [told]}


def _row(found: Results, words: Words) -> dict[str, Any]:
    shown = [{**answer, "more": _more(answer, words)} for answer in answers(found, words)]
    return {
        "href": f"{found.study}/report.html",
        **head(found, words),
        "answers": [{key: answer[key] for key in ("tone", "mark", "say", "more")} for answer in shown],
        "failures": [_failure(problem, words) for problem in found.problems],
    }


def _more(answer: Mapping[str, Any], words: Words) -> str:
    """What cannot agree, as printed; or what is not decided."""
    printed = "; ".join(f"{row['label']}: {row['printed']}" for row in answer["rows"])
    return words("page.answers.cannot", printed=printed) if printed else " ".join(answer.get("named") or [])


def _failure(problem: Mapping[str, str], words: Words) -> dict[str, str]:
    where = words("page.list").join(problem[part] for part in ("file", "place") if problem.get(part))
    said = words(
        "index.failed",
        stage=stage_name(problem["stage"], words),
        found=problem.get("found", ""),
        write=problem.get("write", ""),
    )
    return {"where": where, "say": said[:1].upper() + said[1:]}
