"""Is a check, departure or rival of the working directory found like one of the package, and named on the page?"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import small
from parsed import Page

from reread import checks, rivals
from reread.__main__ import main
from reread.files.problem import Problem

CHECK = '''\
"""Is the score after lower than ten?

Source: a reader's own rule.
"""

from reread.study.finding import Finding, about, meets


def check(study):
    mean = study.get("score.after.mean")
    if mean:
        yield Finding("under_ten", about(mean), params={"mean": mean.shown}, **meets(mean.interval.high < LIMIT))


LIMIT = 10
'''
CHECK_WORDS = """\
checks:
  under_ten:
    title: under ten
    printed: "{{mean}}"
    must_hold: a score lies under ten
    consistent: {does}
    inconsistent: it does not
    arithmetic: "{{mean}} < 10"
"""
DEPARTURE = '''\
"""Was one tenth of the mean after printed?"""


def variants(study):
    mean = study.get("score.after.mean")
    if mean:
        yield {"told": mean.shown}, study.printing({"score.after.mean": "0.375"})
'''
DEPARTURE_WORDS = """\
departures:
  a_tenth:
    name: a tenth
    if: "{told} is ten times as much"
    ask: the mean after
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with one study."""
    monkeypatch.chdir(tmp_path)
    small.study(tmp_path / "studies" / "fine")
    return tmp_path


def put(place: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")


@pytest.fixture
def run(place: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """What the rules run of a study, without notebooks: the exit code and last words of `outcome`."""

    def verbs(*options: str) -> tuple[int, str]:
        folder = ["studies/fine", "--out", "results/fine"]
        for verb in (["extract", *folder], ["check", *folder, *options], ["explain", *folder, *options]):
            assert main(verb) == 0
        for verb in (["appraise", *folder, *options], ["report", "fine", *options], ["index", "fine", *options]):
            assert main(verb) == 0
        code = main(["outcome", "fine"])
        return code, capsys.readouterr().out.rstrip()

    return verbs


def findings(place: Path, check: str) -> list[dict[str, object]]:
    made = json.loads((place / "results/fine/findings.json").read_text(encoding="utf-8"))
    return [finding for finding in made.get("findings", []) if finding["check"] == check]


def named(place: Path) -> str:
    """What the page says first: before its two answers."""
    html = (place / "results/fine/report.html").read_text(encoding="utf-8")
    return html[: html.index('id="answers"')]


def test_a_check_with_its_words_is_found_and_named(place: Path, run: Callable[..., tuple[int, str]]) -> None:
    assert run()[0] == 0
    assert "Built with changed files" not in named(place)
    put(place, {"checks/under_ten.py": CHECK, "checks/under_ten.en.yaml": CHECK_WORDS.format(does="under ten")})
    assert run()[0] == 0
    (finding,) = findings(place, "under_ten")
    assert (finding["status"], finding["printed"], finding["source"]) == ("consistent", "3.75", "a reader's own rule.")
    assert "Built with changed files" in named(place)
    assert "<code>checks/under_ten.py</code>" in named(place)
    assert "<code>checks/under_ten.en.yaml</code>" in named(place)
    assert "under ten" in Page((place / "results/fine/report.html").read_text(encoding="utf-8")).text("main")
    (place / "checks/under_ten.py").unlink()
    (place / "checks/under_ten.en.yaml").unlink()
    assert run()[0] == 0
    assert findings(place, "under_ten") == []
    assert "Built with changed files" not in named(place)


def test_a_departure_is_a_benign_reading_of_a_check_that_is_also_there(
    place: Path, run: Callable[..., tuple[int, str]]
) -> None:
    put(place, {
        "checks/under_ten.py": CHECK.replace("LIMIT = 10", "LIMIT = 2"),
        "checks/under_ten.en.yaml": CHECK_WORDS.format(does="under ten"),
        "departures/a_tenth.py": DEPARTURE,
        "departures/a_tenth.en.yaml": DEPARTURE_WORDS,
    })  # fmt: skip
    assert run()[0] == 0
    (finding,) = findings(place, "under_ten")
    assert finding["status"] == "inconsistent"
    assert "3.75 is ten times as much" in json.dumps(finding, ensure_ascii=False)
    assert "<code>departures/a_tenth.py</code>" in named(place)


@pytest.mark.parametrize("name", ["checks/grim.py", "departures/z_for_t.py"])
def test_a_name_of_the_program_is_refused(place: Path, run: Callable[..., tuple[int, str]], name: str) -> None:
    put(place, {name: CHECK})
    code, last = run()
    kind = name.partition("/")[0]
    assert code == 1
    assert f"✗ fine, check: {name}: found the name of one of the program’s {kind}; write another name" in last


BROKEN = {
    "no Python": ("def check(study)\n    pass\n", "SyntaxError"),
    "no check": ("print('not to be run')\n", "AttributeError: no check(…), which every one of the checks has"),
    "raises": (CHECK.replace("LIMIT = 10", "LIMIT = 10 / 0"), "ZeroDivisionError: division by zero"),
    "no words": (CHECK, "is not a sentence in checks/under_ten.en.yaml"),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_broken_check_costs_only_its_own_findings(
    place: Path, run: Callable[..., tuple[int, str]], mistake: str
) -> None:
    before = run()
    others = (place / "results/fine/findings.json").read_text(encoding="utf-8")
    text, told = BROKEN[mistake]
    put(place, {"checks/under_ten.py": text})
    code, last = run()
    assert (before[0], code) == (0, 1)
    assert "✗ fine, check: checks/under_ten.py: found " in last
    assert told in last
    assert "not to be run" not in last
    made = json.loads((place / "results/fine/findings.json").read_text(encoding="utf-8"))
    assert made["findings"] == json.loads(others)["findings"]
    assert [row["text"] for row in made["not_checked"] if row["text"] == "under_ten"] == ["under_ten"]


def test_words_in_another_language_are_asked_for_by_file(place: Path, run: Callable[..., tuple[int, str]]) -> None:
    put(place, {"checks/under_ten.py": CHECK, "checks/under_ten.en.yaml": CHECK_WORDS.format(does="under ten")})
    code, last = run("--language", "id")
    assert code == 1
    assert "checks/under_ten.id.yaml" in last
    put(place, {"checks/under_ten.id.yaml": CHECK_WORDS.format(does="di bawah sepuluh")})
    assert run("--language", "id")[0] == 0
    (finding,) = findings(place, "under_ten")
    assert finding["words"]["allows"] == "di bawah sepuluh"  # type: ignore[index]


def test_a_broken_departure_is_told_by_its_file(place: Path, run: Callable[..., tuple[int, str]]) -> None:
    put(place, {"departures/a_tenth.py": DEPARTURE.replace("    mean = ", "    mean = 1 / 0, ")})
    code, last = run()
    assert code == 1
    assert "✗ fine, check: departures/a_tenth.py: found ZeroDivisionError: division by zero" in last


def test_a_helper_of_a_check_is_no_check(place: Path, run: Callable[..., tuple[int, str]]) -> None:
    text = CHECK.replace("LIMIT = 10\n", "").replace(
        '"""\n\nfrom', '"""\n\nfrom reread.checks._limits import LIMIT\nfrom'
    )
    put(place, {
        "checks/under_ten.py": text, "checks/_limits.py": "LIMIT = 10\n",
        "checks/under_ten.en.yaml": CHECK_WORDS.format(does="under ten"),
    })  # fmt: skip
    assert run()[0] == 0
    assert len(findings(place, "under_ten")) == 1
    assert "<code>checks/_limits.py</code>" in named(place)


def test_a_paper_alone_is_read_with_them_too(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(place, {"checks/under_ten.py": CHECK, "checks/under_ten.en.yaml": CHECK_WORDS.format(does="under ten")})
    (place / "paper.txt").write_text("It rose, t(28) = 2.20, p = .036, in one group.\n", encoding="utf-8")
    assert main(["read", "paper.txt"]) == 0
    assert "<code>checks/under_ten.py</code>" in (place / "paper.reread.html").read_text(encoding="utf-8")
    capsys.readouterr()


RIVAL = '''\
"""If everybody rises by chance alone, how often would the count come out?

Source: a reader's own thought.
"""

from dataclasses import dataclass

from reread.rivals import stream
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_readings import NEEDS, Draws, Readings, row

USES = ()


@dataclass(frozen=True)
class Settings(Changeable):
    rises: tuple[float, ...] = setting((0.5, 1.5), "a rise of everybody", 0, 3, unit="SD")


def simulate(study, seed, settings, parameters):
    rows = [row(study, stream(seed, study.id, "tide", k), 100, Readings(shift=r), "rise", r)
            for k, r in enumerate(settings.rises)]
    return Draws(study, tuple(rows))
'''
RIVAL_WORDS = """\
tide:
  figure: {say: "{reaches} reach {k} of {n}", caption: a tide, alt: a tide}
  row: {rise: "a rise of {value} SD"}
  bar: {rise: "rise {value}"}
  bars_say: "With the tide alone:"
"""
COUNTED = small.STUDY.replace("    before: {", '    before: {count: {high: "High | {3} |"}, ').replace(
    "    after: {", '    after: {count: {high: "| 3 | {9}"}, '
)
COUNTS = f"{small.TRANSCRIPT}\n| High | 3 | 9 |\n"


@pytest.mark.pipeline
def test_a_rival_is_simulated_and_shown_by_the_delivered_notebook(
    place: Path, repo: Path, run: Callable[..., tuple[int, str]]
) -> None:
    put(place, {"rivals/tide.py": RIVAL, "rivals/tide.en.yaml": RIVAL_WORDS})
    small.study(
        place / "studies" / "fine", f"{COUNTED}rivals: {{tide: {{outcome: score, category: high}}}}\n",
        transcript_md=COUNTS,
    )  # fmt: skip
    shutil.copytree(repo / "evidence", place / "evidence")
    shutil.copytree(repo / "notebooks", place / "notebooks")
    assert run()[0] == 0
    main(["notebook", "notebooks/rivals.ipynb", "--study", "fine"])
    made = json.loads((place / "results/fine/rivals.json").read_text(encoding="utf-8"))
    assert made["ok"], made["problem"]
    assert [bar["label"] for bar in made["values"]["bars"]] == ["rise 0.5", "rise 1.5"]
    assert "tide" in [figure["id"] for figure in made["figures"]]
    ran = (place / "results/fine/notebooks/rivals.ipynb").read_text(encoding="utf-8")
    assert "one or more, each 0 to 3" in ran  # the table of what may be changed
    assert "days_between" not in ran.partition("## What may be changed")[2]
    (place / "rivals/tide.py").write_text(RIVAL.replace("USES = ()", "USES = (1 / 0,)"), encoding="utf-8")
    main(["notebook", "notebooks/rivals.ipynb", "--study", "fine"])
    made = json.loads((place / "results/fine/rivals.json").read_text(encoding="utf-8"))
    assert "rivals/tide.py: found ZeroDivisionError: division by zero" in made["problem"]["found"]


def test_a_notebook_in_jupyterlab_works_in_the_folder_around_notebooks(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(place, {"checks/under_ten.py": CHECK})
    for inside in ("notebooks/across", "notebooks", "."):
        (place / inside).mkdir(parents=True, exist_ok=True)
        monkeypatch.chdir(place / inside)
        assert "under_ten" in checks.found()
    monkeypatch.chdir(place / "studies")
    assert "under_ten" not in checks.found()


def test_where_the_working_directory_has_no_folder_that_beside_the_snakefile_holds(
    place: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path_factory.mktemp("program")
    put(program, {"rivals/tide.py": RIVAL, "rivals/tide.en.yaml": RIVAL_WORDS})
    monkeypatch.setenv("REREAD_PROGRAM", str(program))
    assert "tide" in rivals.names()
    assert "natural_course" not in rivals.names()
    put(place, {"rivals/moon.py": RIVAL})
    assert "moon" in rivals.names()
    assert "tide" not in rivals.names()
    with pytest.raises(Problem, match=r"rivals\.tide: found the unknown name “tide”"):
        rivals.named("fine", {"tide": {"outcome": "score", "category": "high"}})
