"""Does every sentence with a number take it from the ledger? Each value is changed in turn, and all told anew."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import redirect_stdout
from decimal import Decimal
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from parsed import Page
from runs import STUDY, Ran

from reread import words
from reread.__main__ import main
from reread.files.results import write_json
from reread.verbs.check import of_folder

pytestmark = pytest.mark.pipeline
LAST = re.compile(r"\d(?!.*\d)")
NOTEBOOKS = ("consistency", "reconstruction", "rivals")
COMPUTED = ("normality_p",)  # says of the data sets what the paper prints as p: their W, the same digits


@pytest.fixture(scope="module")
def place(full: Ran, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study and its results, to be changed."""
    place = tmp_path_factory.mktemp("follow") / "place"
    shutil.copytree(full.place, place, symlinks=True, ignore=shutil.ignore_patterns(".snakemake"))
    return place


def ledger(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def perturbed(row: dict[str, str]) -> dict[str, str]:
    """The number with another last digit, and all that it may stand for moved along."""
    digit = int(LAST.search(row["text"])[0])  # type: ignore[index]
    other = digit + 1 if digit < 9 else 8
    step = Decimal(other - digit).scaleb(-max(int(row["decimals"]), 0))
    step = -step if row["value"].startswith("-") else step
    moved = {key: str(Decimal(row[key]) + step) for key in ("value", "low", "high") if row[key]}
    return {**row, "text": LAST.sub(str(other), row["text"]), **moved}


def told_anew(place: Path, rows: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Findings of the study with this ledger."""
    monkeypatch.chdir(place)
    with (place / "results" / STUDY / "numbers.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    # what `reread check` does, in this process, which keeps the data sets that the last ledger left as they were
    (record,) = of_folder(
        Path("studies") / STUDY, Path("results") / STUDY, words.of_study(Path("studies") / STUDY, "en")
    )
    write_json(place / "results" / STUDY / "findings.json", record)
    found: list[dict[str, Any]] = record["findings"]
    return found


def sentences(finding: dict[str, Any]) -> Iterator[str]:
    """What a finding says in words."""
    for said in (finding["printed"], finding["title"], *finding["words"].values()):
        yield from [said] if isinstance(said, str) else said


def holds(text: str, number: str) -> bool:
    """Does the number stand in the text, as a whole?"""
    return bool(re.search(rf"(?<![\d.,]){re.escape(number.lstrip('-–−'))}(?![\d]|[.,]\d)", text))


def apart(rows: list[dict[str, str]], findings: list[dict[str, Any]]) -> list[list[str]]:
    """Every role whose numbers can be moved, in groups: no finding is about two of a group, which are moved at once."""
    about = [set(finding["about"]) for finding in findings]
    moved = {role: set(varied(rows, role)[0]) for role in dict.fromkeys(row["role"] for row in rows) if role}
    told = {role: {k for k, ids in enumerate(about) if ids & new} for role, new in moved.items() if new}
    groups: list[list[str]] = []
    for role in sorted(told, key=lambda role: -len(told[role])):
        free = (group for group in groups if not any(told[role] & told[other] for other in group))
        group = next(free, None)
        if group is None:
            groups.append(group := [])
        group.append(role)
    return groups


def test_each_value_changes_every_sentence_that_used_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = ledger(place / "results" / STUDY / "numbers.csv")
    before, changed, used = told_anew(place, rows, monkeypatch), 0, set()
    for group in apart(rows, before):
        every = {key: row for role in group for key, row in varied(rows, role)[0].items()}
        after = told_anew(place, [every.get(row["id"], row) for row in rows], monkeypatch)
        for role in group:
            new, alone = varied(rows, role)
            for old in before:
                if not set(new) & set(old["about"]) or old["check"] in COMPUTED:
                    continue
                used.add(role)
                again = {sentence for each in after if each["id"] == old["id"] for sentence in sentences(each)}
                with_it = [sentence for sentence in sentences(old) if any(holds(sentence, text) for text in alone)]
                assert [sentence for sentence in with_it if sentence in again] == [], (role, old["id"])
                changed += len(with_it)
                prints = [each["printed"] for each in after if each["id"] == old["id"]]
                assert old["printed"] not in prints or not any(
                    holds(old["printed"], row["text"]) for row in new.values()
                )
    told_anew(place, rows, monkeypatch)
    assert changed > 20
    assert len(used) > 15


def test_the_page_lists_the_numbers_of_the_ledger(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = ledger(place / "results" / STUDY / "numbers.csv")
    new = {row["id"]: perturbed(row) for row in rows if row["role"] and LAST.search(row["text"])}
    told_anew(place, [new.get(row["id"], row) for row in rows], monkeypatch)
    assert main(["report", STUDY, "--root", "."]) == 0
    numbers = Page((place / "results" / STUDY / "report.html").read_text(encoding="utf-8")).text("#numbers")
    told_anew(place, rows, monkeypatch)
    assert len(new) > 30
    assert [row["text"] for row in new.values() if not holds(numbers, row["text"])] == []


def test_whatever_leaves_follows(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Page, sheet for a club and letter: what a value is in changes with those of the change, or with all others."""
    rows = ledger(place / "results" / STUDY / "numbers.csv")
    of_change = [role for role in roles(rows) if role.startswith("score.change")]
    others = [role for role in roles(rows) if role not in of_change]
    prints = {text for role in roles(rows) for text in varied(rows, role)[1]}
    told_anew(place, rows, monkeypatch)
    assert main(["report", STUDY, "--root", "."]) == 0
    before = pieces(place)
    same, leaving = set(before), re.compile(r"#answers|letter|club")
    # no rival takes anything of the change, so that what it says has to change with the others
    for group, notebooks in ((of_change, NOTEBOOKS[:-1]), (others, NOTEBOOKS)):
        made_anew(place, rows, group, notebooks, monkeypatch)
        same &= pieces(place)
    told_anew(place, rows, monkeypatch)
    leaves = {piece for piece in before if leaving.search(piece[0]) and re.search(r"\d", piece[1])}
    assert len(leaves) > 80
    known = written_by_persons(place)
    assert [piece for piece in sorted(leaves & same) if re.search(r"\d", without(piece[1], known))] == []
    # but for the ledger itself, an axis that has a value by chance, and what stands in the document
    elsewhere = re.compile(r"#(numbers|not-checked|claims|citations|method|f-consistency-implied_correlation)\b")
    used = {piece for piece in before if not elsewhere.search(piece[0]) and any(holds(piece[1], p) for p in prints)}
    assert len(used) > 40
    assert sorted(used & same) == []


def made_anew(
    place: Path,
    rows: list[dict[str, str]],
    group: list[str],
    notebooks: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All that follows from a ledger in which the values of some roles have moved."""
    new = {key: row for role in group for key, row in varied(rows, role)[0].items()}
    told_anew(place, [new.get(row["id"], row) for row in rows], monkeypatch)
    assert main(["explain", f"studies/{STUDY}", "--out", f"results/{STUDY}"]) == 0
    for name in notebooks:
        run_here(place / "notebooks" / f"{name}.ipynb", place)
    assert main(["report", STUDY, "--root", "."]) == 0


def pieces(place: Path) -> set[tuple[str, str]]:
    """Where each piece of text stands and what it says; quotes of the document are left out."""
    results = place / "results" / STUDY
    found = set()
    for name in ("report", "club"):
        page = Page((results / f"{name}.html").read_text(encoding="utf-8"))
        found |= {(" ".join((name, *names)), " ".join(said.split())) for names, said in page.pieces if "q" not in names}
    lines = (results / "letter.md").read_text(encoding="utf-8").splitlines()
    return found | {("letter", line) for line in lines if not line.startswith(">")}


def written_by_persons(place: Path) -> list[str]:
    """What the study file, the list of trials and the version say in digits, and the days that bars stand for."""
    results = place / "results" / STUDY
    study, appraisal, rivals = (
        json.loads((results / f"{name}.json").read_text(encoding="utf-8")) for name in ("study", "appraisal", "rivals")
    )
    told = [row["text"] for key in ("ask", "concessions") for row in appraisal[key]]
    told += [str(row[key]) for row in appraisal["trials"] for key in row if isinstance(row[key], int)]
    labels = [bar["label"] for bar in rivals["values"]["bars"]]
    return [study["title"], str(study["cite"]["year"]), version("reread"), *labels, *told]


def without(text: str, known: list[str]) -> str:
    """A text without what is known to be written by a person; a lone number where that is all."""
    if text in known:
        return ""
    for each in known:
        text = text.replace(each, "") if not each.isdecimal() or len(each) == 4 else text
    return text


def roles(rows: list[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys(row["role"] for row in rows if row["role"]))


def varied(rows: list[dict[str, str]], role: str) -> tuple[dict[str, dict[str, str]], set[str]]:
    """The rows of a role as they would be with another digit, and its prints with decimals that no other role has."""
    mine = [row for row in rows if row["role"] == role]
    new = {row["id"]: perturbed(row) for row in mine if LAST.search(row["text"])}
    others = {row["text"].lstrip("-–") for row in rows if row["role"] != role}
    return new, {row["text"] for row in mine if "." in row["text"] and row["text"].lstrip("-–") not in others}


def run_here(notebook: Path, place: Path) -> None:
    """The cells of a notebook, run in this process."""
    names = {"study": STUDY, "studies": "studies", "results": "results", "evidence": "evidence", "seed": 20250701}
    with redirect_stdout(StringIO()):
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code" and "parameters" not in cell["metadata"].get("tags", []):
                exec("".join(cell["source"]), names)
