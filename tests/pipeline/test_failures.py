"""What does a whole run do when several studies fail in several ways, and after they were mended?"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import small
from contract import FAILED, WAITS, mismatches
from parsed import Page
from runs import Program, Ran, again

pytestmark = pytest.mark.pipeline
SECONDS = 3
TORN = """\
import time
if study == "raises":
    raise ValueError("no such pot")
if study == "hangs":
    time.sleep(600)
"""
# the lines that stand last on the screen; of a log, where it is
TOLD = {
    "raises": [
        "raises, notebook rivals: notebooks/rivals.ipynb, ",
        'line “raise ValueError("no such pot")”',
        "ValueError: no such pot",
        "(log: logs/raises/",
    ],
    "hangs": [
        "hangs, notebook rivals: notebooks/rivals.ipynb, ",
        f"no end after {SECONDS} seconds",
        "notebook_seconds",
    ],
    "lost": ["lost, extract: studies/lost/study.yaml, line 3, n: found no “{12} pots", "line 3"],
    "all studies": [
        "all studies, notebook synthesis: notebooks/across/synthesis.ipynb, ",
        "line “raise ValueError('no such shelf')”",
    ],
    "-rf my paper": [r"studies/-rf\x1b[2J\udcffpaper: found a folder name", "rename it"],
}
REFUSED = "-rf\x1b[2J\udcffpaper"  # an option, what wipes a screen, and a byte that is no text


@pytest.fixture(scope="module")
def ran(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """One run in which one study is in order and four are not."""
    place = tmp_path_factory.mktemp("failures") / "place"
    for study in ("fine", "hangs", "raises", REFUSED):
        small.study(place / "studies" / study)
    small.study(place / "studies" / "lost", small.STUDY.replace("people", "pots"))
    small.notebook(place / "notebooks", "rivals", TORN)
    small.notebook(place / "notebooks" / "across", "synthesis", "raise ValueError('no such shelf')")
    (place / "evidence").mkdir()
    (place / "config.yaml").write_text(f"notebook_seconds: {SECONDS}\n", encoding="utf-8")
    return program.run(place)


@pytest.fixture(scope="module")
def mended(program: Program, ran: Ran, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """The same folder, rerun after all was mended."""
    place = again(ran, tmp_path_factory.mktemp("mended") / "place")
    small.notebook(place / "notebooks", "rivals")
    small.notebook(place / "notebooks" / "across", "synthesis")
    small.study(place / "studies" / "lost")
    (place / "studies" / REFUSED).rename(place / "studies" / "my-paper")
    return program.run(place)


def test_it_fails_and_ends_with_what_failed(ran: Ran) -> None:
    assert ran.code == 1
    *_, head, hangs, lost, raises, across, refused = ran.screen.rstrip().splitlines()
    assert head == "5 failed; everything else is in results/index.html"
    lines = {"hangs": hangs, "lost": lost, "raises": raises, "all studies": across, "-rf my paper": refused}
    for study, line in lines.items():
        assert [part for part in TOLD[study] if part not in line] == [], line
    for noise in ("Traceback", "Error in rule", "Exiting because"):
        assert noise not in ran.screen


def test_the_log_that_is_named_has_the_traceback(ran: Ran) -> None:
    (line,) = [line for line in ran.screen.splitlines() if "raises, notebook" in line]
    log = (ran.place / line.partition("(log: ")[2].rstrip(")")).read_text(encoding="utf-8")
    assert 'raise ValueError("no such pot")' in log
    assert "\x1b" not in log


def test_failures_are_data(ran: Ran) -> None:
    outcome = json.loads((ran.results / "outcome.json").read_text(encoding="utf-8"))
    assert outcome["ok"] is False
    assert [f"✗ {line}" for line in outcome["failures"]] == ran.screen.rstrip().splitlines()[-5:]
    assert outcome["studies"] == ["fine", "hangs", "lost", "raises"]
    for study in ("raises", "hangs"):
        assert list(mismatches(ran.json("rivals", study), {**FAILED, "notebook": {"rivals"}})) == []
    assert list(mismatches(ran.json("extract", "lost"), FAILED)) == []
    assert list(mismatches(ran.json("rivals", "lost"), {**WAITS, "notebook": {"rivals"}})) == []
    assert ran.json("rivals", "fine")["ok"] is True


@pytest.mark.parametrize("study", ["raises", "hangs", "lost"])
def test_the_page_of_a_failing_study_shows_it_first(ran: Ran, study: str) -> None:
    page = Page(ran.html(study))
    for where in ("#failed", "main"):
        assert "failed" in {found.get("id") for _, found in page.elements}, where
    reason = {"raises": "no such pot", "hangs": "no end after", "lost": "{12} pots"}[study]
    html = ran.html(study)
    assert reason in html[html.index('id="failed"') : html.index("</section>")]
    assert ('id="answers"' in html) is (study != "lost")  # of which nothing else can be shown


def test_the_other_study_is_untouched(ran: Ran) -> None:
    assert 'id="failed"' not in ran.html("fine")
    assert "A note." in Page(ran.html("fine")).text()


def test_the_index_shows_all_of_them(ran: Ran) -> None:
    text = Page(ran.html("")).text()
    for said in ("no such pot", "no end after", "{12} pots", "no such shelf", r"studies/-rf\x1b[2J\udcffpaper"):
        assert said in text, said
    links = [found.get("href") for tag, found in Page(ran.html("")).elements if tag == "a"]
    assert {f"{study}/report.html" for study in ("fine", "hangs", "lost", "raises")} <= set(links)


def test_a_run_that_failed_fails_again_at_once(program: Program, ran: Ran, tmp_path: Path) -> None:
    same = program.run(again(ran, tmp_path / "place"))
    assert (same.code, same.screen.splitlines()[-6:]) == (1, ran.screen.splitlines()[-6:])
    assert "notebook " not in same.screen.partition("failed;")[0]


def test_after_mending_all_is_well(mended: Ran) -> None:
    assert mended.code == 0, mended.screen
    assert mended.last == "Read 5 studies. Open results/index.html"
    jobs = [" ".join(line.split()) for line in mended.screen.splitlines()]
    assert [job for job in jobs if job.startswith("extract")] in (
        ["extract lost", "extract my-paper"], ["extract my-paper", "extract lost"],
    )  # fmt: skip
    for study in ("fine", "hangs", "lost", "raises", "my-paper"):
        assert 'id="failed"' not in mended.html(study)
    assert "studies/-rf" not in mended.html("")


CONFIGS = {
    "unknown key": ("sed: 7", ["config.yaml", "line 1, sed", "“seed”?"]),
    "wrong type": ("seed: lucky", ["config.yaml", "line 1, seed", "“lucky”", "a whole number"]),
    "half a second": ("notebook_seconds: 0.5", ["config.yaml", "line 1, notebook_seconds", "0.5", "a whole number"]),
    "unknown study": ("studies: [pots, jars]", ["config.yaml", "studies", "“jars”", "pots, vats"]),
    "unknown language": ("language: tlh", ["config.yaml", "language", "“tlh”", "en"]),
    "no YAML": ("seed: [7", ["config.yaml", "line 2"]),
    "bytes": (b"seed: \xff", ["config.yaml", "UTF-8"]),
}


@pytest.mark.parametrize("mistake", CONFIGS)
def test_a_mistake_in_the_settings_stops_before_any_rule(program: Program, tmp_path: Path, mistake: str) -> None:
    text, words = CONFIGS[mistake]
    for study in ("pots", "vats"):
        small.study(tmp_path / "studies" / study)
    (tmp_path / "config.yaml").write_bytes(text if isinstance(text, bytes) else text.encode() + b"\n")
    ran = program.run(tmp_path)
    assert ran.code == 1
    assert [word for word in words if word not in ran.last] == [], ran.screen
    assert "Traceback" not in ran.screen
    assert (
        len([line for line in ran.screen.splitlines() if not line.startswith("Using workflow specific profile")]) == 1
    )
    assert sorted(os.listdir(tmp_path)) in ([".snakemake", "config.yaml", "studies"], ["config.yaml", "studies"])


def test_a_notebook_must_not_have_the_name_of_another_result(program: Program, tmp_path: Path) -> None:
    small.study(tmp_path / "studies" / "pots")
    small.notebook(tmp_path / "notebooks", "findings")
    ran = program.run(tmp_path)
    assert ran.code == 1
    assert ran.last.startswith("notebooks/findings.ipynb: found the name of another result file")


def test_chosen_studies_only(program: Program, tmp_path: Path) -> None:
    for study in ("pots", "vats"):
        small.study(tmp_path / "studies" / study)
    (tmp_path / "config.yaml").write_text("studies: [vats]\n", encoding="utf-8")
    small.notebook(tmp_path / "notebooks")
    assert "report pots" not in program.planned(tmp_path)
    assert "report vats" in program.planned(tmp_path)
