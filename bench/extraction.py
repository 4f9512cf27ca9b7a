"""How many of the printed numbers are read, and read rightly? `make extraction` prints it.

Gold: every number of the five documents that the project starts from, marked by hand, and strings of statistics from
the tests of other programs; both lie beside the project (../shared, or SHARED) and are not part of it.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import os
import re
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pdf_tables
import printed_documents
import throughput

from reread.documents import Document, read
from reread.documents.normalise import normalise
from reread.numbers.decimal_mark import mark_of
from reread.numbers.lexer import tokens
from reread.reading.typed import read_lines
from reread.reading.whole_document import numbers
from reread.study.ledger import Number

SHARED = Path(os.environ.get("SHARED", Path(__file__).resolve().parents[2] / "shared"))
TESTS = {"t", "F", "r", "chi2", "z"}
STATISTICS = {*TESTS, "Q", "U", "W", "H", "df", "df1", "df2"}
# Which statistics a gold role prints, in their order; a role that is not here prints none.
ROLES = {
    "n": ["n"], "population": ["n"], "percent": ["percent"], "percent_pair": ["percent", "percent"], "p": ["p"],
    "alpha": ["alpha"], "p+alpha": ["p", "alpha"], "effect_size_d": ["d"], "reliability_alpha": ["cronbach"],
    "age_range+percent": ["", "", "percent"], "table1_low": ["count", "percent", "count", "percent"],
    "table1_adequate": ["count", "percent", "count", "percent"], "mean_sd": ["mean", "sd"], "mean": ["mean"],
    "scale_coding": ["code", "code", "code"], "ci_level": ["ci_level"], "ci95": ["ci_low", "ci_high"], "t": ["t"],
    "mean_difference": ["md"], "percent_change": ["percent"],
}  # fmt: skip


def in_row(found: list[Number], start: int, end: int) -> list[Number]:
    """The numbers of a ledger within a stretch of the document."""
    return [number for number in found if number.start < end and start < number.end]


def gold() -> list[dict[str, str]]:
    """The rows that were marked by hand."""
    with (SHARED / "extraction/seed_numbers.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def documents() -> dict[str, Document]:
    """The five documents by their number."""
    return {path.name[:3]: read(path) for path in sorted((SHARED / "originals").glob("*.txt"))}


def right(row: dict[str, str], there: list[Number]) -> bool:
    """Does the ledger print the values of a gold row, each with its statistic?"""
    stats = [number.stat for number in there]
    if row["role"] not in ROLES:
        return not any(stats) or (row["role"] == "year+percent" and stats == ["", "percent"])
    if row["unit"] in ("year;%", "%;year"):
        return sorted(filter(None, stats)) == ["percent"]
    values = [re.sub(r"[<>~=]", "", value) for value in row["values"].split(";")]
    return stats == ROLES[row["role"]] and [float(n.value) for n in there] == [float(value) for value in values]


def seeds() -> Iterator[str]:
    """Recall and correctness of the gold rows."""
    ledgers = {code: list(numbers(document)) for code, document in documents().items()}
    rows = gold()
    there = [in_row(ledgers[row["doc"]], int(row["start"]), int(row["end"])) for row in rows]
    read_ones = sum(map(bool, there))
    fitting = [right(row, found) for row, found in zip(rows, there, strict=True)]
    tests = {(row["doc"], int(row["start"])) for row in rows if row["role"] in ("t",)}
    wrong = [n for code, found in ledgers.items() for n in found if n.stat in STATISTICS and not _known(n, code, rows)]
    yield f"| rows found | {read_ones} of {len(rows)} |"
    yield f"| value and statistic right | {sum(fitting)} of {len(rows)} |"
    yield f"| typed as a test statistic that is none | {len(wrong)} (right: {len(tests)}) |"
    for row, found, ok in zip(rows, there, fitting, strict=True):
        if not ok or not found:
            told = [(number.text, number.stat) for number in found]
            yield f"<!-- {row['doc']}:{row['line']} {row['role']} {row['quote'][:50]!r}: {told} -->"


def _known(number: Number, code: str, rows: list[dict[str, str]]) -> bool:
    return any(
        row["doc"] == code and row["role"] == number.stat and int(row["start"]) <= number.start < int(row["end"])
        for row in rows
    )


def scorer() -> ModuleType:
    """The scorer that lies beside the strings."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "extraction/score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def strings(name: str) -> list[dict[str, Any]]:
    """The strings of one file."""
    lines = (SHARED / "extraction" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def statistics_in(text: str) -> list[dict[str, Any]]:
    """What the reader makes of a string, in the scorer's form."""
    page, tests = read_lines([normalise(line)[0] for line in text.split("\n")])
    value, sign = [float(t.value) for t in page.tokens], [t.comparator for t in page.tokens]
    found, used = [], set[int]()
    for test in tests:
        record: dict[str, Any] = {"type": test.stat, "value": value[test.value], "cmp": sign[test.value]}
        record |= {f"df{k}": value[df] for k, df in enumerate(test.df, 1)}
        if test.p is not None:
            record |= {"p_cmp": sign[test.p], "p": value[test.p]}
        elif test.not_significant:
            record["p_cmp"] = "ns"
        used |= {test.value, *test.df, *([] if test.p is None else [test.p])}
        found.append(record)
    free = [k for k, stat in enumerate(page.stats) if stat and k not in used]
    alone = [{"type": "p", "p_cmp": sign[k], "p": value[k]} for k in free if page.stats[k] == "p"]
    return (
        found
        + alone
        + [{"type": page.stats[k], "value": value[k], "cmp": sign[k]} for k in free if page.stats[k] != "p"]
    )


def cases() -> Iterator[str]:
    """Recall and precision on the strings of statistics."""
    listed = strings("cases_dev.jsonl")
    told = {case["id"]: statistics_in(case["text"]) for case in listed}
    expected, hit, got, _, _, forbidden = scorer().score(listed, told, TESTS)["ALL"]
    yield f"| t, F, r, χ², z in strings: recall | {hit} of {expected} ({hit / expected:.3f}) |"
    yield f"| t, F, r, χ², z in strings: precision | {hit} of {got} ({hit / got:.3f}) |"
    yield f"| forbidden types reported | {forbidden} |"


def separators() -> Iterator[str]:
    """Decimal and thousands marks: the same numbers as in the text with its separators put right."""
    listed = strings("separators_dev.jsonl")
    hits = 0
    for case in listed:
        text, wanted = normalise(case["input"])[0], normalise(case["expected"])[0]
        hits += [t.value for t in tokens(text, mark_of(text))] == [t.value for t in tokens(wanted, ".")]
    yield f"| separators | {hits} of {len(listed)} |"


def first_rows() -> Iterator[str]:
    """The first row that another program gives for each of its own strings."""
    kinds = {"chisq": "chi2", "cochran_q": "Q"}
    listed = strings("effectcheck_dev.jsonl")
    asked = hits = 0
    for case in listed:
        told = statistics_in(case["text"])
        for name, wanted in case["expect_first_row"].items():
            if name in ("value", "p", "n", "es_value", "ci_lo", "ci_hi", "df1"):
                asked += 1
                hits += any(
                    abs(float(v) - wanted) < 1e-12 for record in told for v in record.values() if isinstance(v, float)
                )
            elif name == "type" and kinds.get(wanted, wanted) in {*STATISTICS, "RR", "OR"}:
                asked += 1
                hits += any(record["type"] == kinds.get(wanted, wanted) for record in told)
    yield f"| another program's own strings: values and types | {hits} of {asked} |"


def formats() -> Iterator[str]:
    """One of the documents in other formats: the statistics of its ledger, and the cells of its tables."""
    text = documents()["002"]
    wanted = Counter(_print(number) for number in numbers(text) if number.stat)
    cells = _cells(text)
    for path in sorted((SHARED / "extraction/formats").iterdir()):
        found = read(path)
        same = wanted & Counter(_print(number) for number in numbers(found) if number.stat)
        there = cells & _cells(found)
        yield f"| {path.name}: statistics | {same.total()} of {wanted.total()} |"
        yield f"| {path.name}: cells of tables | {there.total()} of {cells.total()} |"


def _print(number: Number) -> tuple[str, str, int, str]:
    return number.stat, number.value, number.decimals, number.comparator


def _cells(document: Document) -> Counter[str]:
    rows = [line.text.split(" | ") for line in document.lines if " | " in line.text]
    return Counter(cell.strip() for row in rows for cell in row)


def drawn_documents() -> Iterator[str]:
    """Documents drawn at random in every format and two languages, printed and read back."""
    total, full, wrong = printed_documents.tally(5000)
    yield f"| documents drawn at random, in six formats and two languages: read back in full | {full} of {total} |"
    yield f"| statistics read in them that were not printed | {wrong} |"


def main() -> None:
    """Print the table."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--peers", default="", help="an interpreter that has statcheck, timed beside the reader")
    peers = parser.parse_args().peers
    print("| what | figure |\n|---|---:|")
    for part in (
        seeds,
        cases,
        separators,
        first_rows,
        formats,
        pdf_tables.printed_tables,
        drawn_documents,
        lambda: throughput.rows(peers),
    ):
        for line in part():
            print(line, flush=True)


if __name__ == "__main__":
    main()
