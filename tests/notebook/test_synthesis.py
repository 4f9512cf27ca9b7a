"""Do all studies stand side by side: in order, by design and numbers, beside trials elsewhere, and dose by dose?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reread.__main__ import main
from reread.appraisal.trials import Trial
from reread.notebook.section import AcrossSection
from reread.notebook.views import Elsewhere, dose, forest, landscape, missing
from reread.notebook.views import trials as trials_view
from reread.report.side_by_side import Read, rank, read_all
from reread.words import load

SAY = load("en")
NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "across" / "synthesis.ipynb"
DOSE = 'dose: {minutes: "for {10} to 15 minutes", minutes_to: "10 to {15} minutes", times_a_day: "{twice} a day", '
STUDIES = {
    # what the study file says, and the document's one line
    "wrong": (
        "one-group pretest-posttest",
        'n: ["dug {12} beds", "{13} beds in all"]',
        "We dug 12 beds, 13 beds in all.",
    ),
    "better": ("two-group randomised", 'n: "{40} pots"\nreported_by: a leaflet', "The text counts 40 pots."),
    "advice": ("text without a study", DOSE + 'days: "{5} days"}', "Water for 10 to 15 minutes twice a day, 5 days."),
    "case": ("single case", 'dose: {minutes: "for {3} minutes"}', "One rose was watered for 3 minutes."),
}


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four small studies of another field, through the stages before the notebooks."""
    root = tmp_path_factory.mktemp("garden")
    for name, (kind, more, line) in STUDIES.items():
        folder = root / "studies" / name
        folder.mkdir(parents=True)
        text = f"title: The {name} one\ncause: water\ndesign: {{kind: {kind}}}\n{more}\n"
        (folder / "study.yaml").write_text(text, encoding="utf-8")
        (folder / "transcript.md").write_text(f"{line}\n", encoding="utf-8")
        for verb in ("extract", "check", "appraise"):
            main([verb, str(folder), "--out", str(root / "results" / name)])
    return root


@pytest.fixture
def read(garden: Path) -> list[Read]:
    """The four studies, in order."""
    return read_all(STUDIES, garden / "studies", garden / "results")[0]


def trial(number: int, design: str, direction: str, **more: object) -> Trial:
    given = {"cause": "water", "study": "Rain", "year": str(2000 + number), "n": 10 * number, "compared": "water, none"}
    empty = dict.fromkeys(("differs", "result", "p", "doi"), "")
    rest = {"outcome": "height", "source": f"Rain {number}", "where": "abstract", "known": "retrieved"}
    named = {"id": f"t{number}", "design": design, "direction": direction, "ratio": None}
    return Trial(**{**given, **empty, **rest, **named, **more})


TRIALS = [
    trial(1, "one-group pretest-posttest", "more"),
    trial(2, "one-group pretest-posttest", "not printed"),
    trial(3, "two-group non-randomised", "less"),
    trial(4, "two-group randomised", "no difference", result="2 cm against 2 cm", p="0.9"),
    trial(5, "two-group randomised", "more", differs="with feed"),
    trial(6, "two-group randomised", "more", cause="talking to them"),
]


def test_own_documents_come_first_and_texts_without_a_study_last(read: list[Read]) -> None:
    assert [one.study.id for one in read] == ["case", "wrong", "better", "advice"]
    assert [rank("single case", ""), rank("single case", "a leaflet"), rank("text without a study", "x")] == [0, 1, 2]


def test_a_study_that_failed_is_named_and_not_placed(garden: Path, tmp_path: Path) -> None:
    shutil.copytree(garden, tmp_path / "copy")
    results = tmp_path / "copy" / "results"
    (results / "wrong" / "findings.json").write_text('{"ok": false, "study": "wrong"}', encoding="utf-8")
    found, lost = read_all([], tmp_path / "copy" / "studies", results)
    assert (len(found), lost) == (3, ["wrong"])


def test_studies_are_placed_by_design_and_numbers(read: list[Read]) -> None:
    view = landscape.view(read, [], SAY)
    assert view is not None
    (block,) = view.data.blocks
    placed = {
        entry.text: (view.data.columns[entry.column][0], block.rows[entry.row].label, entry.note)
        for entry in block.entries
    }
    assert placed == {
        "The case one": ("cannot tell", "– nothing to check", ""),
        "The wrong one": ("cannot tell", "✕ cannot all hold", ""),
        "The better one": ("can tell", "– nothing to check", "at second hand"),
    }
    caption = SAY(f"{view.words}.caption", **view.params)
    assert "Not placed, because they report no study: The advice one." in caption
    assert "of the three studies read here one can tell" in SAY(f"{view.words}.say", **view.params)


def test_trials_stand_below_by_what_they_report(read: list[Read]) -> None:
    view = landscape.view(read, TRIALS, SAY)
    assert view is not None
    _, block = view.data.blocks
    assert block.title.startswith("Trials of water elsewhere")
    assert [entry.text for entry in block.cell(0, 2)] == ["Rain 2005 (50)"]
    assert [entry.hollow for entry in block.entries] == [False, False, False, False, True]
    said = SAY(f"{view.words}.say", **view.params)
    assert "by 1 of 1 trials without a comparison group, 0 of 1 with groups not formed by chance and 0 of 1" in said
    caption = SAY(f"{view.words}.caption", **view.params)
    assert caption.startswith(
        "Two trials have groups formed by chance; of this treatment alone and the claimed outcome: one."
    )


def test_counts_are_of_the_claim_itself_and_of_printed_directions() -> None:
    assert landscape.reports(TRIALS[:5], SAY) == {"no": (1, 1), "partly": (0, 1), "yes": (0, 1)}


def test_trials_stand_beside_untreated_people_without_being_pooled(read: list[Read]) -> None:
    with_ratio = [
        trial(1, "one-group pretest-posttest", "more", ratio=3.0),
        trial(2, "one-group pretest-posttest", "more"),
        trial(5, "two-group randomised", "more", ratio=1.2, differs="with feed"),
        trial(6, "two-group randomised", "more", cause="talking to them", ratio=9.0),
    ]
    view = forest.view(read, with_ratio, [Elsewhere("Weeds 1999, day 1 to 8", 2.5, True)], SAY)
    assert view is not None
    shown = [(row.label, row.middle, row.hollow) for row in view.data.rows if not row.heading]
    assert shown == [
        ("Weeds 1999, day 1 to 8", 2.5, True),
        ("Rain 2001 (10), height", 3.0, False),
        ("One more trial prints no two values", None, False),
        ("Rain 2005 (50), with feed", 1.2, True),
    ]
    assert "factors of ×3.0; people who were not treated changed by ×2.5" in SAY(f"{view.words}.say", **view.params)
    assert forest.view(read, TRIALS, [], SAY) is None


def test_what_to_ask_for_is_what_is_not_printed(read: list[Read]) -> None:
    table = missing.view(read, SAY)
    assert table is not None
    rows = {row[0]: list(row[1:]) for row in table.rows}
    assert rows["The better one"][0] == "printed"  # two groups
    assert set(rows["The wrong one"]) == {"not printed"}
    assert "The advice one" not in rows
    assert all(len(row) == len(table.head) for row in table.rows)


def test_every_trial_of_the_causes_is_a_row(read: list[Read]) -> None:
    table = trials_view.view(read, TRIALS, SAY)
    assert table is not None
    assert len(table.rows) == 5
    assert table.rows[3][0] == "Rain 2004, n\u00a0=\u00a040"
    assert table.rows[3][3:5] == ["2 cm against 2 cm; p\u00a00.9", "■ no difference"]
    assert trials_view.view(read, TRIALS[5:], SAY) is None


def test_doses_are_multiplied_only_where_all_is_printed(read: list[Read]) -> None:
    table = dose.view(read, SAY)
    assert table is not None
    assert table.rows == [
        ["The case one", "3", "not printed", "not printed", "not printed"],
        ["The advice one", "10–15", "2", "5", "100–150"],
    ]
    assert "3 to 15 minutes at a time" in SAY(f"{table.words}.title", **table.params)
    assert "Nothing of it is printed in: The wrong one; The better one." in SAY(
        f"{table.words}.caption", **table.params
    )
    assert dose.view([one for one in read if one.study.id == "wrong"], SAY) is None


def test_no_study_is_no_picture(garden: Path) -> None:
    section = AcrossSection("synthesis", str(garden / "studies"), str(garden / "results"), ["advice"])
    assert landscape.view(section.read, TRIALS, SAY) is None


def run(garden: Path, monkeypatch: pytest.MonkeyPatch, notebook: Path) -> None:
    """The verbs that follow the stages of the studies, in a working folder."""
    monkeypatch.chdir(garden)
    main(["across", str(notebook), "--evidence", str(NOTEBOOK.parents[2] / "evidence"), "--names", *STUDIES])
    main(["index", *STUDIES, "--across", notebook.stem])


@pytest.mark.pipeline
def test_the_notebook_runs_and_the_index_embeds_it(garden: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(garden, monkeypatch, NOTEBOOK)
    made = json.loads((garden / "results" / "synthesis.json").read_text(encoding="utf-8"))
    assert made["ok"]
    assert [figure["id"] for figure in made["figures"]] == ["landscape"]
    assert [table["id"] for table in made["tables"]] == ["dose", "missing"]  # no trial elsewhere is of water
    assert made["values"] == {"enough": {}, "studies": 4, "reports": {"no": [0, 0], "partly": [0, 0], "yes": [0, 0]}}
    page = (garden / "results" / "index.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 2
    assert "figures/synthesis/landscape.csv" in page
    assert (garden / "results" / "notebooks" / "synthesis.ipynb").is_file()
    assert main(["outcome", *STUDIES]) == 0


@pytest.mark.pipeline
def test_a_notebook_that_raises_costs_only_its_section(
    garden: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    notebook["cells"][3]["source"] = "1 / 0"
    (tmp_path / "synthesis.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    run(garden, monkeypatch, tmp_path / "synthesis.ipynb")
    page = (garden / "results" / "index.html").read_text(encoding="utf-8")
    assert "The wrong one" in page
    assert "ZeroDivisionError" in page
    capsys.readouterr()
    assert main(["outcome", *STUDIES]) == 1
    told = capsys.readouterr().out
    assert "all studies, notebook synthesis: notebooks/across/synthesis.ipynb, " in told
    assert "line “1 / 0”" in told
