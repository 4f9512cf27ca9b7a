"""What follows about the design from what is stated, and what has a person proposed?

Computed rows need no judgement: a missing comparison group, a time of measurement that is not told, numbers that cannot
agree. Everything else is proposed, and marked so until a reader signs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reread.appraisal import arms, balance, instruments
from reread.appraisal.claims import claim_rows, read_claims
from reread.appraisal.elsewhere import reported
from reread.appraisal.facts import beside_items, lines, stated
from reread.appraisal.files import read_appraisal
from reread.appraisal.reply import read_reply, reply_rows
from reread.appraisal.second_answer import compares_groups, points
from reread.appraisal.trials import trials
from reread.files.texts import retold, untranslated
from reread.study.values import Study
from reread.study.verdict import verdict
from reread.words import Words


def appraisal(
    folder: Path,
    study: Study,
    findings: list[dict[str, Any]] | None,
    say: Words,
    beside: Sequence[Path] = (),
    evidence: Path | None = None,
    registered: Sequence[Mapping[str, Any]] | None = None,
) -> dict[str, Any]:
    """appraisal.json of one study, its claims set against those of the folders `beside`, and trials of its cause.

    `registered`: registration numbers and words about ethical approval that its documents print (study.json).

    Raises Problem where a file that a person wrote is wrong.
    """
    as_written, claimed = read_appraisal(folder), read_claims(folder)
    instruments.check(folder / "appraisal.yaml", as_written)
    reply = read_reply(folder, (role for role, _ in study.file.locators()), as_written.ask)
    written, language = retold(as_written, say.own), study.file.texts_in
    files = [as_written, claimed, *([reply] if reply else [])]
    left = [text for file in files for text in untranslated(file, language, say.language, say.texts)]
    by = "; ".join(written.signed) or "proposed"
    return {
        "ok": True, "study": study.id, "design": _design(study, say),
        "computed": list(computed(study, findings, say)), "balance": balance.paragraphs(study, say),
        "instruments": instruments.rows(
            written, study.file.design.kind, say.language, bool(study.file.reported_by),
            beside_items(study, findings or (), say, registered),
        ),
        "overall": [{**row.model_dump(), "by": by} for row in written.overall],
        "concessions": [row.model_dump() for row in written.concessions],
        "ask": [{"text": text} for text in written.ask],
        "not_printed": [row.model_dump() for row in written.not_printed],
        "claims": claim_rows(folder, beside, by, say.language),
        "trials": reported(trials(evidence).values(), study.file.cause) if evidence else [],
        "reply": reply_rows(retold(reply, say.own) if reply else None, findings or (), as_written.ask),
        "untranslated": list(dict.fromkeys(left)),
    }  # fmt: skip


def _design(study: Study, say: Words) -> dict[str, Any]:
    """The second answer: what the design can tell, why, and what of it stays open."""
    kind, told = study.file.design.kind, "_as_told" if _not_told(study) else ""
    if kind == "cross-sectional" and not compares_groups(study):
        told = "_no_groups"
    key = f"appraisal.designs.{kind.replace(' ', '_').replace('-', '_')}{told}"
    answer = {part: say(f"{key}.{part}") for part in ("tells", "say", "because")}
    # a unit stands behind its number, with a space, so that it is a text inside of another
    said = [
        say(f"appraisal.open.{point}", **{**of, "unit": say.named(of.get("unit", ""))}) for point, of in points(study)
    ]
    return {"kind": kind, **answer, "open": said}


def computed(study: Study, findings: list[dict[str, Any]] | None, say: Words) -> Iterator[dict[str, str]]:
    """Rows that follow from what the study file states and from the findings."""
    design = study.file.design
    rows: list[arms.Row] = []
    if design.kind.startswith("one-group"):
        rows.append(("control_not_told" if _not_told(study) else "control", {}, ()))
        if design.first_measured is None:
            rows.append(("first_measured", {}, ()))
    if design.kind == "one-group pretest-posttest":
        rows.append(("measured_twice", {}, ()))
    rows += stated(study)
    bad = None if findings is None else [f for f in findings if f["status"] == "inconsistent"]
    if bad is not None and verdict(findings or ()) != "nothing":
        # what cannot agree is counted in findings, never as a share of all
        rows.append(("numbers" if bad else "numbers_agree", {"count": str(len(bad)), "what": _what(bad)}, ()))
    for finding in findings or ():
        if finding["check"] == "test_fits" and finding["status"] == "undecided":
            rows.append(("test_fits", {"what": finding["words"]["allows"]}, ()))
    for name, params, values in rows:
        row = {part: say(f"appraisal.computed.{name}.{part}", **params) for part in ("item", "judgement", "because")}
        yield {**row, "place": lines(study, [each for value in values for each in value.ids], say), "by": "computed"}


def _not_told(study: Study) -> bool:
    """Is it open whether there was a comparison group?"""
    design = study.file.design
    return design.kind.startswith("one-group") and design.control == "not stated"


def _what(bad: list[dict[str, Any]]) -> str:
    labels = [finding["short"]["label"] for finding in bad if finding["short"]]
    return "; ".join(dict.fromkeys(labels or [finding["title"] for finding in bad]))
