"""Is every row that other programs were asked answered exactly, and does docs/peers.md count their differences rightly?

Pins, so that something stands here without the tables: scrutiny 0.6.1 (a56a945) `grim(x, n)`, `debit(x, sd, n)`,
`grimmer(x, sd, n, items)`; rsprite2 0.2.1.9002 `GRIMMER_test(mean, sd, n_obs)`; pysprite 1.2.1 `grim(n, mu, prec)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import peers
import pytest

from reread import bulk
from reread.checks import debit
from reread.datasets import possible

PEERS = Path(__file__).resolve().parents[2] / "docs" / "peers.md"
TABLES = {
    "pigs1_grim.csv": lambda row: bulk.grim(row["x"], row["n"]),
    "pigs1_grim_map_seq.csv": lambda row: bulk.grim(row["x"], row["n"]),
    "pigs2_grim_percent.csv": lambda row: bulk.grim(_percent(row["x"]), row["n"], percent=True),
    "pigs3_debit.csv": lambda row: bulk.debit(row["x"], row["sd"], row["n"], codings=[(0, 1)], ddof=[1]),
    "pigs5_grimmer.csv": lambda row: bulk.grimmer(row["x"], row["sd"], row["n"], ddof=[1]),
    "pigs5_grimmer_map_seq.csv": lambda row: bulk.grimmer(row["x"], row["sd"], row["n"], ddof=[1]),
    "vignette_grim_map_total_n.csv": lambda row: bulk.grim(row["x"], row["n"]),
}
# mean, SD, n, items; exact answer with n − 1; what scrutiny and rsprite2 say (rows of grimmer_hard_families.csv)
GRIMMER_PINS = [
    ("2.3", "0.49", 15, 1, True, False, True),
    ("2.1", "1.65", 16, 1, True, False, True),
    ("1.79", "0.25", 19, 1, False, True, True),
    ("1.60", "0.10", 104, 1, False, True, True),
    ("3.78", "0.08", 9, 2, False, True, True),
    ("3.98", "0.14", 32, 4, True, False, True),
]
# mean, SD, n; exact answer with 0, 1 and n − 1; what scrutiny says (rows of debit_scrutiny.csv)
DEBIT_PINS = [
    ("0.90", "0.32", 10, True, True),
    ("0.01", "0.11", 5, False, True),
    ("0.97", "0.17", 5, False, True),
    ("1.00", "0.00", 10, True, None),
]


def _percent(share: str) -> str:
    """“0.674” as the percentage that was printed: “67.4”."""
    return f"{int(share.replace('.', '')) / 10:.1f}"


def columns(rows: list[peers.Row], *names: str) -> list[list[str]]:
    return [[row[name] for row in rows] for name in names]


def test_grim() -> None:
    """Closed intervals are the rule "up_or_down"; under a stricter rule they may take ties beside the exact ones."""
    rows = peers.reference("grim_compare.csv")
    found = bulk.grim(*columns(rows, "x", "n", "items"))
    exact = np.array([row["exact"] == "True" for row in rows])
    both_ways = np.array([row["rounding"] == "up_or_down" for row in rows])
    assert (found == exact)[both_ways].all()
    assert found[exact].all()
    assert len(rows) == 15_086


@pytest.mark.parametrize("name", ["grimmer_compare.csv", "grimmer_hard_families.csv"])
def test_grimmer(name: str) -> None:
    rows = [{"items": "1", **row} for row in peers.reference(name)]
    asked = columns(rows, "x", "sd", "n", "items")
    exact = np.array([row["exact"] == "1" for row in rows])
    assert (bulk.grimmer(*asked, ddof=[1]) == exact).all()
    assert bulk.grimmer(*asked)[exact].all()


def test_debit() -> None:
    rows = peers.reference("debit_scrutiny.csv")
    asked = columns(rows, "x", "sd", "n")
    exact = np.array([peers.debit_exactly(row) for row in rows])
    assert (bulk.debit(*asked, codings=[(0, 1)], ddof=[1]) == exact).all()
    assert bulk.debit(*asked)[exact].all()


@pytest.mark.parametrize(("name", "ask"), TABLES.items(), ids=TABLES)
def test_tables_of_scrutiny(name: str, ask: Callable[[peers.Row], bulk.parsed.Truths]) -> None:
    rows = [{"n": "1683", **row} for row in peers.reference(name)]
    assert rows
    assert [ask(row).item() for row in rows] == [row["consistency"] == "TRUE" for row in rows]


@pytest.mark.parametrize(("mean", "sd", "n", "items", "exact", "scrutiny", "rsprite2"), GRIMMER_PINS)
def test_pins_of_grimmer(mean: str, sd: str, n: int, items: int, exact: bool, scrutiny: bool, rsprite2: bool) -> None:
    assert possible(n, mean, sd, items=items) is exact
    assert bulk.grimmer(mean, sd, n, items, ddof=[1]).item() is exact
    assert exact is not scrutiny or exact is not rsprite2


@pytest.mark.parametrize(("mean", "sd", "n", "exact", "scrutiny"), DEBIT_PINS)
def test_pins_of_debit(mean: str, sd: str, n: int, exact: bool, scrutiny: bool | None) -> None:
    assert debit.possible(n, mean, sd, [(0, 1)], [1]) is exact
    assert bulk.debit(mean, sd, n, codings=[(0, 1)], ddof=[1]).item() is exact
    assert mean == "0.90" or scrutiny is not exact


def test_pins_of_grim() -> None:
    """51 / 40 = 1.275 prints as 1.27 by half-down only; pysprite's `grim(40, 1.27)` says yes, and so do closed ends."""
    assert bulk.grim(["1.27", "1.28", "1.26"], 40).tolist() == [True, True, False]


def test_published_cases() -> None:
    rows = peers.reference("published_cases.csv")
    asked = []
    for row in rows:
        cases, verdicts = row["inputs"].split(" / "), row["verdict"].lower().split(" / ")
        if row["kind"] in PUBLISHED and {verdict.strip() for verdict in verdicts} <= {"consistent", "inconsistent"}:
            asked += [(row["kind"], *pair) for pair in zip(cases, verdicts, strict=True)]
    assert len(asked) == 16
    for kind, case, verdict in asked:
        assert bool(PUBLISHED[kind](*re.findall(r"\d*\.?\d+", case))) is (verdict.strip() == "consistent"), (kind, case)


def test_published_sds() -> None:
    """rsprite2's tests: of the SDs that print as 1.234 beside 3.33 of 250, 1.2339 and 1.2345 are possible."""
    assert bulk.grimmer("3.33", ["1.2339", "1.2345"], 250, ddof=[1]).all()


PUBLISHED: dict[str, Callable[..., object]] = {
    "GRIM": lambda mean, n: bulk.grim(mean, n),
    "percent": lambda percent, n: bulk.grim(percent, n, percent=True),
    "GRIMMER": lambda mean, sd, n: bulk.grimmer(mean, sd, n, ddof=[1]),
}


def test_published_p_values() -> None:
    """todd866/paperscope, calibration/cases."""
    (row,) = [row for row in peers.reference("published_cases.csv") if row["kind"] == "p recalculation"]
    for case, verdict in zip(row["inputs"].split(" / "), row["verdict"].split(" / "), strict=True):
        statistic, *numbers = re.findall(r"^[tFr]|\d*\.?\d+", case)
        *dfs, value, p = numbers
        ask = {"t": bulk.p_from_t, "F": bulk.p_from_f, "r": bulk.p_from_r}[statistic]
        assert bool(ask(value, *dfs, ps=p).agrees) is (verdict.strip() == "consistent"), case  # type: ignore[operator]


def rows_of_the_document(heading: str) -> set[tuple[str, ...]]:
    """The cells of the table below a heading."""
    section = PEERS.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return {tuple(cell.strip().strip("`") for cell in line.strip("|").split("|")) for line in lines}


def test_the_document_counts_what_differs() -> None:
    counted = {tuple(map(str, row)) for row in peers.differing()}
    assert not [row for row in counted if row[-1] == peers.NOT_EXPLAINED]
    assert rows_of_the_document("Other programs") == counted


def test_the_document_counts_what_is_let_pass() -> None:
    told = rows_of_the_document("What Reread lets pass")
    grim, debits = peers.reference("grim_compare.csv"), peers.reference("debit_scrutiny.csv")
    strict = np.array([row["exact"] == "True" for row in grim])
    found = {("grim_compare.csv", str(len(grim)), str((bulk.grim(*columns(grim, "x", "n", "items")) & ~strict).sum()))}
    for name in ("grimmer_compare.csv", "grimmer_hard_families.csv"):
        rows = [{"items": "1", **row} for row in peers.reference(name)]
        strict = np.array([row["exact"] == "1" for row in rows])
        found |= {(name, str(len(rows)), str((bulk.grimmer(*columns(rows, "x", "sd", "n", "items")) & ~strict).sum()))}
    strict = np.array([peers.debit_exactly(row) for row in debits])
    passed = (bulk.debit(*columns(debits, "x", "sd", "n")) & ~strict).sum()
    assert {row[:3] for row in told} == found | {("debit_scrutiny.csv", str(len(debits)), str(passed))}


CAUSES = [
    peers.LEAST, peers.ONE_SUM, peers.TIE, peers.FLOAT_TIE, peers.ANY_MEAN, peers.NO_ANSWER, peers.NEGATIVE,
    peers.STOPPED, peers.OTHER_COUNT,
]  # fmt: skip


@pytest.mark.parametrize("cause", CAUSES)
def test_every_cause_is_told_with_an_example(cause: str) -> None:
    assert f"\n### {cause[0].upper()}{cause[1:]}\n" in PEERS.read_text(encoding="utf-8")
