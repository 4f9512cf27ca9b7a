"""What follows about the design from what is stated, and what has a person proposed?

Computed rows need no judgement: a missing comparison group, a time of measurement that is not told, numbers that cannot
agree. Everything else is proposed, and marked so until a reader signs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reread.appraisal import instruments
from reread.appraisal.claims import claim_rows
from reread.appraisal.files import Appraisal, Instrument, instrument_for, read_appraisal
from reread.study.values import Study
from reread.study.verdict import verdict
from reread.words import Words


def appraisal(
    folder: Path, study: Study, findings: list[dict[str, Any]] | None, say: Words, beside: Sequence[Path] = ()
) -> dict[str, Any]:
    """appraisal.json of one study, its claims set against those of the folders `beside`.

    Raises Problem where a file that a person wrote is wrong.
    """
    design = study.file.design
    instrument = instrument_for(design.kind)
    written = read_appraisal(folder, instrument)
    instruments.check(folder / "appraisal.yaml", written)
    by = "; ".join(written.signed) or "proposed"
    told = "_as_told" if _not_told(study) else ""
    key = f"appraisal.designs.{design.kind.replace(' ', '_').replace('-', '_')}{told}"
    return {
        "ok": True, "study": study.id,
        "design": {"kind": design.kind, **{part: say(f"{key}.{part}") for part in ("tells", "say", "because")}},
        "instrument": {"name": instrument.name, "version": instrument.version} if instrument else None,
        "computed": list(computed(study, findings, say)),
        "proposed": [{"instrument": "", "by": by, **row} for row in proposed(written, instrument)],
        "instruments": instruments.rows(written, design.kind, say.language),
        "overall": [{**row.model_dump(), "by": by} for row in written.overall],
        "concessions": [row.model_dump() for row in written.concessions],
        "ask": [{"text": text} for text in written.ask],
        "not_printed": [row.model_dump() for row in written.not_printed],
        "claims": claim_rows(folder, beside, by),
    }  # fmt: skip


def proposed(written: Appraisal, instrument: Instrument | None) -> Iterator[dict[str, Any]]:
    """The judged items in the instrument's order, then those that nobody judged."""
    judged = {row.item: row for row in written.threats}
    for item, question in instrument.items.items() if instrument else ():
        row = judged.get(item)
        found = row.model_dump() if row else {"item": item, "judgement": "", "because": "", "place": ""}
        yield {**found, "question": question}


def computed(study: Study, findings: list[dict[str, Any]] | None, say: Words) -> Iterator[dict[str, str]]:
    """Rows that follow from what the study file states and from the findings."""
    design = study.file.design
    rows: list[tuple[str, dict[str, str]]] = []
    if design.kind.startswith("one-group"):
        rows.append(("control_not_told" if _not_told(study) else "control", {}))
        if design.first_measured is None:
            rows.append(("first_measured", {}))
    if design.kind == "one-group pretest-posttest":
        rows.append(("measured_twice", {}))
    bad = None if findings is None else [f for f in findings if f["status"] == "inconsistent"]
    if bad is not None and verdict(findings or ()) != "nothing":
        # what cannot agree is counted in findings, never as a share of all
        rows.append(("numbers" if bad else "numbers_agree", {"count": str(len(bad)), "what": _what(bad)}))
    for finding in findings or ():
        if finding["check"] == "test_fits" and finding["status"] == "undecided":
            rows.append(("test_fits", {"what": finding["words"]["allows"]}))
    for name, params in rows:
        row = {part: say(f"appraisal.computed.{name}.{part}", **params) for part in ("item", "judgement", "because")}
        yield {**row, "place": "", "by": "computed"}


def _not_told(study: Study) -> bool:
    """Is it open whether there was a comparison group?"""
    design = study.file.design
    return design.kind.startswith("one-group") and design.control == "not stated"


def _what(bad: list[dict[str, Any]]) -> str:
    labels = [finding["short"]["label"] for finding in bad if finding["short"]]
    return ", ".join(dict.fromkeys(labels)) or ", ".join(dict.fromkeys(finding["title"] for finding in bad))
