"""How does another program get a finding: with which numbers, where do they stand, and in which words?

The shape is public and stands in docs/output-files.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from reread.documents import Document
from reread.public.told import told
from reread.report.to_confirm import excerpt
from reread.study.finding import Finding
from reread.study.ledger import Number
from reread.study.values import Study
from reread.words import Words

if TYPE_CHECKING:
    import pandas as pd

JOINED = "; "


def result(
    finding: Finding, study: Study, rows: Mapping[str, Number], texts: Mapping[str, str], say: Words
) -> dict[str, Any]:
    """One finding. `rows`: the ledger by id; `texts`: what each document prints, by tag."""
    row = told(finding, study, say)
    numbers = [rows[name] for name in dict.fromkeys(finding.number_ids(study)) if name in rows]
    return {
        "check": row.check, "status": row.status, "kind": row.kind, "decision_error": row.decision_error,
        "printed": row.printed, "must_hold": row.must_hold, "allowed": row.allowed, "agrees_if": list(row.agrees_if),
        "roles": list(finding.roles),
        "numbers": [{"stat": n.stat, "printed": n.text, "place": place(n)} for n in numbers],
        "quote": quote(numbers, texts),
    }  # fmt: skip


def place(number: Number) -> str:
    """Where a number stands: `line 3`, `page 4, line 112`, `en: line 3` in one of several documents."""
    inside = ", ".join(filter(None, (number.place, f"line {number.line}")))
    return f"{number.document}: {inside}" if number.document else inside


def quote(numbers: Iterable[Number], texts: Mapping[str, str]) -> str:
    """The document's own words around the first number and those that stand on its line."""
    listed = list(numbers)
    if not listed:
        return ""
    first, text = listed[0], texts[listed[0].document]
    start, end = text.rfind("\n", 0, first.start) + 1, text.find("\n", first.end)
    line = text[start : end if end >= 0 else len(text)]
    same = [n for n in listed if (n.document, n.line) == (first.document, first.line)]
    return "".join(piece for piece, _ in excerpt(line, [(n.start - start, n.end - start) for n in same]))


def document(read: Document, sha256: str) -> dict[str, Any]:
    """Which document was read: its name, the hash of the file, its lines, and its pages where it has pages."""
    pages = [int(line.place.split()[1].rstrip(",")) for line in read.lines if line.place.startswith("page ")]
    return {"name": read.file, "sha256": sha256, "lines": len(read.lines), "pages": max(pages, default=None)}


def numbers_frame(rows: Iterable[Number]) -> pd.DataFrame:
    """The ledger, one row a number; values and ends as floats, which numbers.csv has exactly."""
    import pandas as pd

    columns = ("id", "document", "place", "line", "text", "stat", "value", "low", "high", "decimals", "comparator",
               "role", "unsure")  # fmt: skip
    frame = pd.DataFrame([{**vars(row), "place": place(row)} for row in rows], columns=list(columns))
    return frame.assign(**{name: [_float(text) for text in frame[name]] for name in ("value", "low", "high")})


def findings_frame(results: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """One row a finding; lists as text."""
    import pandas as pd

    columns = ("check", "status", "kind", "decision_error", "printed", "must_hold", "allowed", "agrees_if", "roles",
               "place", "quote")  # fmt: skip
    listed = [{**each, "place": each["numbers"][0]["place"] if each["numbers"] else ""} for each in results]
    frame = pd.DataFrame(listed, columns=list(columns))
    return frame.assign(**{name: [JOINED.join(each) for each in frame[name]] for name in ("agrees_if", "roles")})


def _float(exact: str) -> float:
    return float(Fraction(exact)) if exact else float("nan")
