"""What does the page of one study show, in which order?

Two answers, what the authors concede and what to ask them, then the sections from what matters to downloads. A stage
that failed is named at the top and where its part would stand; everything else is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from reread.report.answers import answers, claims_only
from reread.report.citations import citations
from reread.report.claims import claims, signed
from reread.report.coverage import coverage
from reread.report.drawings import section
from reread.report.foreign import as_written
from reread.report.forms import forms
from reread.report.numbers import every_number
from reread.report.places import Places
from reread.report.render import render
from reread.report.replies import Replies
from reread.report.results import Results, stage_name
from reread.report.rows import matters, reconciling
from reread.report.to_confirm import to_confirm, unconfirmed
from reread.study.file import NOT_WRITTEN
from reread.study.roles import role_name
from reread.words import Words


def study_page(results: Path, study: str, words: Words, context: Mapping[str, Any]) -> str:
    """The page of one study as HTML text, from `results/{study}/`; `context` as in docs/output-files.md."""
    found = Results.read(results, study)
    sections = _sections(found, words)
    page = render(
        "study",
        words,
        **head(found, words),
        source=str(context.get("source") or ""),
        index=str(context.get("index") or ""),
        languages=list(context.get("languages") or []),
        answers=answers(found, words),
        claims_only=claims_only(found),
        failures=failures(found, words),
        unreadable=bool(found["extract"]) and not found.ok("extract"),
        changed=list(context.get("changed") or []),
        **sections,
        appraisal=_appraisal(found, words),
        reply=Replies(found, words),
        beside=_beside(context.get("beside") or [], words),
        citations=citations(found, words),
        numbers=every_number(found, words),
        to_confirm=to_confirm(found, words),
        not_checked=_not_checked(found, words) + ([] if unconfirmed(found) else _empty(sections, words)),
        coverage=coverage(found, words),
        transcripts=Places(found, words).transcripts(),
        method=_method(found, words, context),
        downloads=[_download(one, words) for one in context.get("downloads") or []],
    )
    return as_written(page, [found])


def _beside(names: Iterable[str], words: Words) -> dict[str, list[tuple[str, str]]]:
    """What leaves the page, by what it is: the addresses of its files, and what each is called."""
    found: dict[str, list[tuple[str, str]]] = {"letter": [], "club": []}
    for name in names:
        found[name.partition(".")[0]].append((name, words(f"page.beside.{name.rpartition('.')[2]}")))
    return found


def head(found: Results, words: Words) -> dict[str, Any]:
    """Title, who published it and when, and through which other text it is known."""
    about = found["study"]
    cite = about.get("cite") or {}
    authors = cite.get("authors") or ""
    authors = words("page.list").join(authors) if isinstance(authors, list) else authors
    published = words("page.list").join(str(part) for part in (authors, cite.get("year")) if part)
    return {
        "title": about.get("title") or found.study,
        "published": published,
        "second_hand": about.get("reported_by") or "",
    }


def failures(found: Results, words: Words) -> list[dict[str, Any]]:
    """Every stage that failed, part by part, for the notice at the top of a page."""
    parts = ("file", "place", "found", "write", "log")
    return [
        {
            "stage": stage_name(problem["stage"], words),
            "parts": [(words(f"page.failure.{part}"), problem[part]) for part in parts if problem.get(part)],
        }
        for problem in found.problems
    ]


def _sections(found: Results, words: Words) -> dict[str, Any]:
    """What the three notebooks and the findings bring to the sections below the answers."""
    lost = "" if found.ok("findings") else found.lost("findings", words)
    shown = {name: section(found, name, words) for name in ("consistency", "reconstruction", "rivals")}
    agree = reconciling(found, words)
    filled = {"agree": agree or _filled(shown["reconstruction"]), "causes": _filled(shown["rivals"])}
    return {
        **shown,
        "matters": {**matters(found, words), "lost": lost},
        "reconciling": agree,
        "titles": {
            "agree": words(f"page.agree.{'title' if agree else 'allows'}"),
            "causes": words(f"page.causes.{'between' if _between(found) else 'title'}"),
        },
        "filled": [name for name, there in filled.items() if there],
        "more": [(name, stage_name(name, words), section(found, name, words)) for name in found.more],
    }


def _between(found: Results) -> bool:
    """Does the study compare people with others, so that it prints a difference and no change?"""
    kind = str((found["study"].get("design") or {}).get("kind") or "")
    return kind.startswith("two-group") or kind in ("cross-sectional", "case-control", "crossover")


def _filled(made: Mapping[str, Any]) -> bool:
    """Is there anything of a notebook to look at, or a failure to tell? A sentence alone stands under *not checked*."""
    return bool(made["figures"] or made["tables"] or made["lost"])


def _empty(sections: Mapping[str, Any], words: Words) -> list[dict[str, str]]:
    """A line for each section that has nothing to show, with the reason that its notebook gives."""
    rows = []
    for name, notebook in (("agree", "reconstruction"), ("causes", "rivals")):
        if name not in sections["filled"]:
            why = " ".join(sections[notebook]["notes"]) or words(f"page.{name}.none")
            rows.append({"what": sections["titles"][name], "why": why.rstrip(".")})
    return rows


def _appraisal(found: Results, words: Words) -> dict[str, Any]:
    stage = found["appraisal"] if found.ok("appraisal") else {}
    return {
        "computed": [_judged(row, words) for row in stage.get("computed") or []],
        "balance": list(stage.get("balance") or []),
        "forms": forms(found, words),
        "overall": [_judged({"item": row["instrument"], **row}, words) for row in stage.get("overall") or []],
        "claims": claims(stage.get("claims") or [], words),
        "concessions": list(stage.get("concessions") or []),
        "ask": list(stage.get("ask") or []),
        "lost": "" if found.ok("appraisal") else found.lost("appraisal", words),
    }


def _judged(row: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """A row with every column, and by whom it stands: the program, nobody yet, or a reader who signed."""
    by = str(row.get("by") or "proposed")
    who = signed(by, words)
    judgement = words.get(f"appraisal.judgements.{row['judgement']}", row["judgement"])
    return {"place": "", **row, "judgement": judgement, "who": who}


def _not_checked(found: Results, words: Words) -> list[dict[str, str]]:
    labels = {str(o["name"]): str(o.get("label") or o["name"]) for o in found["study"].get("outcomes") or []}
    rows = []
    for row in found["findings"].get("not_checked") or []:
        name = role_name(row["role"], labels, words) if row.get("role") else ""
        what = words("page.numbers.label", role=name, text=row["text"]) if name else row["text"]
        rows.append({"what": what, "why": row["why"].rstrip(".")})
    absent = found["appraisal"].get("not_printed") or []
    rows += [{"what": row["text"], "why": str(row["place"]).rstrip(".")} for row in absent]
    return rows + list(_looked_up_by_nobody(found["appraisal"].get("instruments") or [], words))


def _looked_up_by_nobody(forms: Iterable[Mapping[str, Any]], words: Words) -> Iterator[dict[str, str]]:
    """What only a person can look up, notices and retractions say, and nobody has."""
    for form in forms:
        items = [row["item"] for row in form["items"] if row["word"] and not row["answer"] and not row.get("facts")]
        if items:
            what = words("page.list").join(items)
            yield {"what": what[:1].upper() + what[1:], "why": words("page.not_checked.nobody", name=form["name"])}


def _method(found: Results, words: Words, context: Mapping[str, Any]) -> dict[str, Any]:
    about, extract = found["study"], found["extract"]
    cite, design = about.get("cite") or {}, about.get("design") or {}
    labels = [str(o["name"]) for o in about.get("outcomes") or []]
    named = [words.get(f"page.designs.{design.get('kind')}", str(design.get("kind") or ""))]
    control = str(design.get("control") or "")
    if design.get("kind") not in ("text without a study", "not stated") and control != NOT_WRITTEN:
        named.append(words.get(f"page.controls.{control}", control))
    return {
        "where": cite.get("where") or "",
        "doi": cite.get("doi") or "",
        "design": words("page.list").join(filter(None, named)),
        "conventions": list(context.get("conventions") or []),
        "versions": list((context.get("versions") or {}).items()),
        "seed": context.get("seed"),
        "cited": words(
            "page.method.cited",
            title=about.get("title") or found.study,
            version=(context.get("versions") or {}).get("reread", ""),
        ),
        "command": str(context.get("command") or ""),
        "read": [{"encoding": "", "lost": [], **one} for one in extract.get("read") or []],
        "lost": "" if found.ok("extract") else found.lost("extract", words),
        "differences": [
            {**row, "name": role_name(row["role"], dict.fromkeys(labels, ""), words)}
            for row in extract.get("differences") or []
        ],
    }


def _download(file: Mapping[str, Any], words: Words) -> dict[str, str]:
    size = int(file.get("bytes") or 0)
    unit, power = ("bytes", 0) if size < 1000 else ("kilobytes", 1) if size < 1_000_000 else ("megabytes", 2)
    shown_size = words(f"page.downloads.{unit}", n=round(size / 1000**power))
    return {"href": str(file["href"]), "label": str(file["label"]), "size": shown_size}
