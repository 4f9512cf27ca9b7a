"""Is a check or departure in the working directory found like one of the package, and named on the page?"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import small
from parsed import Page

from reread.__main__ import main

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
