"""A study file points into documents; a mistake is told with its file and place, what stands there, what to write."""

from __future__ import annotations

from pathlib import Path
from random import Random

import honest
import honest_study
import pytest
from honest_print import prints

from reread.files.problem import Problem
from reread.files.written import read_yaml
from reread.reading.ledger import ledger
from reread.reading.study_folder import documents, extract
from reread.study.file import StudyFile
from reread.study.ledger import read, stat_of, write
from reread.study.values import study_of

DOCUMENT = "involving 20 mothers\nbefore was 1.20 points\nt = –4.87, p < 0.001.\n"
STUDY = """title: A study
design: {kind: one-group pretest-posttest, paired: true}
n: "involving {20} mothers"
outcomes:
  score:
    label: Score
    measure: integer score
    before:
      mean: "before was {1.20} points"
    change:
      test: paired t
      t: "t = {–4.87}, p"
      p: "p {< 0.001}."
rests_on: [score.change.t]
"""


def folder(at: Path, study: str | bytes = STUDY, **files: str | bytes) -> Path:
    """A study's folder; a file's name is written with _ for each dot."""
    written = {"study.yaml": study, **{name.replace("_", "."): content for name, content in files.items()}}
    at.mkdir(exist_ok=True)
    for name, content in written.items():
        (at / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return at


def problem(at: Path) -> Problem:
    with pytest.raises(Problem) as caught:
        extract(at)
    assert str(caught.value).startswith(str(at))
    return caught.value


def test_roles_and_places(tmp_path: Path) -> None:
    found = extract(folder(tmp_path / "s", transcript_md=DOCUMENT))
    rows = {row.role: (row.id, row.text, row.value, row.low, row.high) for row in found.numbers}
    assert rows == {
        "n": ("1.1", "20", "20", "20", "20"),
        "score.before.mean": ("2.1", "1.20", "1.2", "1.195", "1.205"),
        "score.change.t": ("3.1", "–4.87", "-4.87", "-4.875", "-4.865"),
        "score.change.p": ("3.2", "< 0.001", "0.001", "0", "0.001"),
    }


# what stands in the file, what to put there instead; then the place, what is found, what to write
IN_BRACES = "the number in braces"
AS_PRINTED = "as the document prints them"
SCORE = "outcomes.score"
MISTAKES = {
    "other words": ("{20} mothers", "{20} men", "line 3, n", "nearest is “involving 20 mothers” in line 1", AS_PRINTED),
    "a number": ('"involving {20} mothers"', "20", "line 3, n", "the number 20", IN_BRACES),
    "a decimal": ('"before was {1.20} points"', "1.20", f"line 9, {SCORE}.before.mean", "the number 1.2", IN_BRACES),
    "a key misspelt": ("measure:", "mesure:", f"line 7, {SCORE}.mesure", "the unknown key “mesure”", "“measure”?"),
    "and at the top": ("outcomes:", "outcome:", "line 4, outcome", "the unknown key “outcome”", "“outcomes”?"),
    "design": ("one-group pretest-", "one group pretest-", "line 2, design.kind", "“one group", "“one-group pretest-"),
    "test": ("paired t\n", "t-paired\n", f"line 11, {SCORE}.change.test", "“t-paired”", "“paired t”?"),
    "a key twice": ("title: A study", "title: A\ntitle: B", "line 2", "the key “title” twice", "every key once"),
    "no role": (
        "[score.change.t]",
        "[score.change.tt]",
        "line 14, rests_on.0",
        "“score.change.tt”",
        "“score.change.t”?",
    ),
    "no list": ("[score.change.t]", "score.change.t", "line 14, rests_on", "“score.change.t”", "a list"),
    "a missing key": ("    label: Score\n", "", f"line 5, {SCORE}.label", "nothing", "the key “label”"),
    "a quoted truth": ("paired: true", 'paired: "true"', "line 2, design.paired", "“true”", "without quotes"),
    "a key as a name": ("  score:", "  tests:", "line 5, outcomes.tests", "the name “tests”", "a name that is no key"),
    "a dot in a name": ("  score:", "  sc.ore:", "line 5, outcomes.sc.ore", "the name “sc.ore”", "without . or ;"),
    "no YAML": ("title: A study", 'title: "A study', "line 3", "", "as `key: value`"),
    "half a number": ("{< 0.001}", "< {0.001}", "line 13, score.change.p", "a part of “< 0.001”", "{< 0.001}"),
    "an unknown tag": ('"involving', '"en: involving', "line 3, n", "no “en: involving {20} mothers”", AS_PRINTED),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told(mistake: str, tmp_path: Path) -> None:
    old, new, place, found, write = MISTAKES[mistake]
    assert STUDY.count(old) >= 1
    told = problem(folder(tmp_path / "s", STUDY.replace(old, new, 1), transcript_md=DOCUMENT))
    assert told.file.endswith("study.yaml")
    assert told.place == place
    assert found in told.found
    assert write in told.write


def test_where_words_stand_twice_the_number_in_the_braces_chooses(tmp_path: Path) -> None:
    found = extract(folder(tmp_path / "s", transcript_md=DOCUMENT + "\ninvolving 21 mothers\n"))
    assert [row.text for row in found.numbers if row.role == "n"] == ["20"]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    wrong = STUDY
    for old, new in (
        ("measure:", "mesure:"),
        ("one-group", "one group"),
        ("{20} mothers", "{21} mothers"),
        ("{1.20}", "{1.25}"),
    ):
        wrong = wrong.replace(old, new, 1)
    told = problem(folder(tmp_path / "s", wrong, transcript_md=DOCUMENT)).every
    assert [each.place for each in told] == [
        "line 2, design.kind", f"line 7, {SCORE}.mesure", "line 3, n", "line 9, score.before.mean",
    ]  # fmt: skip
    assert "line 1 has these words with 20" in told[2].found


def test_a_number_written_in_words_is_a_number(tmp_path: Path) -> None:
    many = STUDY.replace('"involving {20} mothers"', '"{Eighty-five} women"', 1)
    found = extract(folder(tmp_path / "s", many, transcript_md=DOCUMENT + "\nEighty-five women\n"))
    assert [row.value for row in found.numbers if row.role == "n"] == ["85"]


@pytest.mark.parametrize("line", ["n: {20} mothers", "n: involving {20} mothers: all"])
def test_words_without_quotes_are_told_with_them(line: str, tmp_path: Path) -> None:
    told = problem(
        folder(tmp_path / "s", STUDY.replace('n: "involving {20} mothers"', line, 1), transcript_md=DOCUMENT)
    )
    assert f'n: "{line.removeprefix("n: ")}"' in told.write or "in quotes" in told.write


@pytest.mark.parametrize(
    ("files", "place", "found"),
    [
        ({}, "", "no document"),
        ({"transcript_md": "\n"}, "", "an empty document"),
        ({"transcript_md": "±\n".encode() + b"\xff 20"}, "line 2", "cannot be read as UTF-8"),
        ({"original_xyz": DOCUMENT}, "", "“.xyz”"),
        ({"original_txt": DOCUMENT, "original_md": DOCUMENT}, "original.txt", "a second original"),
        ({"original_EN_txt": DOCUMENT}, "original.EN.txt", "no document's"),
    ],
)
def test_documents_that_cannot_be_used(files: dict[str, str | bytes], place: str, found: str, tmp_path: Path) -> None:
    told = problem(folder(tmp_path / "s", **files))
    assert told.place == place
    assert found in told.found
    assert told.write


def test_no_study_file(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no study file"):
        extract(tmp_path)


@pytest.mark.parametrize(("content", "found"), [("", "no keys"), (b"\xff", "cannot be read"), ("- a\n", "no keys")])
def test_a_file_that_is_none(content: str | bytes, found: str, tmp_path: Path) -> None:
    assert found in problem(folder(tmp_path / "s", content, transcript_md=DOCUMENT)).found


def test_tags_name_one_of_several_documents(tmp_path: Path) -> None:
    study = STUDY.replace('"involving {20} mothers"', '["en: involving {20} mothers", "id: sebanyak {20} ibu"]')
    for old in ("before was", "t = {", "p {<"):
        study = study.replace(f'"{old}', f'"en: {old}')
    at = folder(tmp_path / "s", study, transcript_en_md=DOCUMENT, transcript_id_md="sebanyak 20 ibu\n")
    found = extract(at)
    assert [row.id for row in found.numbers if row.role == "n"] == ["en:1.1", "id:1.1"]
    assert len(study_of("s", found.file, found.numbers).values["n"].repeats) == 2


def test_an_original_is_read_and_compared(tmp_path: Path) -> None:
    told = extract(folder(tmp_path / "s", original_txt=DOCUMENT, transcript_md=DOCUMENT.replace("1.20", "1.21")))
    assert [document.kind for document in told.documents] == ["original"]
    (difference,) = told.differences
    assert difference["role"] == "score.before.mean"
    assert difference["original"] == "1.20"
    assert "1.21" in difference["transcript"]


def test_one_number_may_play_several_parts(tmp_path: Path) -> None:
    study = STUDY.replace("    before:\n", '    before:\n      n: ["{20} mothers", "involving {20} mothers"]\n')
    found = extract(folder(tmp_path / "s", study, transcript_md=DOCUMENT))
    assert found.numbers[0].role == "n;score.before.n"


def test_what_a_row_says_stands_in_the_document(tmp_path: Path) -> None:
    """For every row of the ledger, `text` is the raw document from `start` to `end`; the file gives the rows back."""
    for seed in range(25):
        random = Random(seed)
        data = honest.drawn(random)
        at = honest_study.folder(
            tmp_path / f"s{seed}", prints(random, data), honest_study.described(random, data), random
        )
        (document,) = documents(at, "transcript").values()
        rows = ledger(document, read_yaml(at / "study.yaml", StudyFile), "study.yaml")
        assert all(document.raw[row.start : row.end] == row.text for row in rows)
        assert all(row.line == document.raw[: row.start].count("\n") + 1 for row in rows)
        assert len({row.id for row in rows}) == len(rows)
        write(rows, at / "numbers.csv")
        assert read(at / "numbers.csv") == rows


@pytest.mark.parametrize(
    ("role", "stat"),
    [
        ("n", "n"), ("alpha", "alpha"), ("score.before.mean", "mean"), ("score.change.ci.low", "ci_low"),
        ("score.after.normality_p", "p"), ("score.before.count.mean", "count"), ("score.codes.p", "code"),
        ("shares.n", "percent"), ("other.p", ""), ("score.after.percent.sd", "percent"),
    ],
)  # fmt: skip
def test_kind_of_a_role(role: str, stat: str) -> None:
    assert stat_of(role) == stat


POOLING = """\
title: A meta-analysis
design: {kind: text without a study}
tests:
  one: {label: One, estimate: "one {0.5}"}
  two: {label: Two, estimate: "two {0.3}", confirmed: true}
  all: {label: All, estimate: "all {0.4}", pools: [one, two], confirmed: true}
"""
POOLED = "one 0.5, two 0.3, all 0.4\n"


@pytest.mark.parametrize(
    ("wrong", "found"), [("[one, tow]", "“tow”"), ("[one, one]", "“one”"), ("[one, all]", "“all”")]
)
def test_what_is_pooled_are_other_tests_of_the_file(wrong: str, found: str, tmp_path: Path) -> None:
    told = problem(folder(tmp_path / "s", POOLING.replace("[one, two]", wrong), transcript_md=POOLED))
    assert (told.place, told.found) == ("line 6, tests.all.pools.1", found)
    assert "other tests of this file, each once: one, two" in told.write


def test_an_entry_that_is_confirmed_alone_names_no_other(tmp_path: Path) -> None:
    """Neither the trial that it pools nor the test before it counts until somebody has confirmed that, too."""
    with_baseline = POOLING.replace("{label: Two", "{label: Two, baseline: one")
    file = extract(folder(tmp_path / "s", f"confirmed: false\n{with_baseline}", transcript_md=POOLED)).file
    counts = file.unread() if not file.confirmed else file
    assert (counts.tests["all"].pools, counts.tests["two"].baseline) == (("two",), "")
