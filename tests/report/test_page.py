"""Does the page say what the result files say, in the order and the words that were agreed?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fixture
import pytest
from parsed import Page

from reread.report.page import study_page
from reread.words import load

WORDS = load("en")
HEADINGS = ("h1", "h2", "h3", "h4")


def test_two_answers_come_first_and_are_short(page: Callable[..., Page]) -> None:
    answers = page().text("#answers")
    first, second = (
        answers.index(WORDS(f"page.answers.{key}.question", cause="the claimed cause")) for key in ("numbers", "design")
    )
    assert first == 0
    assert first < second
    assert "✕ They cannot all hold." in answers
    assert "? This design cannot tell." in answers
    assert len(answers.split()) < 120


def test_answers_take_their_figures_from_the_results(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    made["findings"]["findings"][1]["short"]["printed"] = "7.31"
    made["reconstruction"]["values"].update(tables=2, exact_p_max="0.0417", direction="fall")
    made["rivals"]["values"]["bars"][0]["share"] = 0.635
    answers = page(made).text("#answers")
    assert "t 7.31" in answers
    assert "Only two before–after tables fit. All show a fall (exact p ≤ 0.0417)." in answers
    assert "week 1 64 %" in answers


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {"tables": 1, "ending": "all listed", "direction": "rise"},
            "Only one before–after table fits. It shows a rise.",
        ),
        ({"tables": 400, "ending": "stopped at cap", "direction": "rise"}, "At least 400 before–after tables fit."),
        ({"tables": 0, "ending": "none exists"}, "No before–after table fits all the numbers."),
        ({"tables": 2, "ending": "all listed", "direction": "mixed"}, "They do not agree on rise or fall."),
    ],
)
def test_first_answer_tells_how_the_search_ended(page: Callable[..., Page], values: dict[str, Any], said: str) -> None:
    made = fixture.stages()
    made["reconstruction"]["values"] = values
    assert said in page(made).text("#answers")


def test_nothing_impossible_stands_beside_the_second_answer(page: Callable[..., Page]) -> None:
    answers = page(fixture.agreeing()).text("#answers")
    assert "✓ Nothing checked is impossible." in answers
    assert "? This design cannot tell." in answers


@pytest.mark.parametrize(
    ("kind", "said"),
    [("cosmetic", "✕ Only slips in print cannot agree."), ("implausible", "✓ Nothing checked is impossible.")],
)
def test_slips_and_the_implausible_are_no_impossibility(page: Callable[..., Page], kind: str, said: str) -> None:
    made = fixture.every_finding(lambda finding: {"kind": kind if finding["kind"] else ""})
    assert said in page(made).text("#answers")


def test_no_finding_is_no_agreement(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    made["findings"]["findings"] = []
    assert "– Nothing could be checked." in page(made).text("#answers")


def test_crossing_is_told_in_the_page_s_words(page: Callable[..., Page]) -> None:
    made = fixture.every_finding(lambda finding: {"decision_error": finding["check"] == "d_from_tables"})
    shown = page(made)
    assert "Crosses .05: d = 1.47." in shown.text("#answers")
    assert "crosses .05" in shown.text("#matters")


def test_status_is_mark_and_word_and_colour(page: Callable[..., Page]) -> None:
    shown = page()
    tones = {
        attrs["class"] for tag, attrs in shown.elements if tag == "span" and attrs.get("class", "").startswith("v ")
    }
    assert tones == {"v yes", "v no", "v open", "v none"}
    for said in ("✓ agrees", "✕ cannot agree", "? not decided", "– not checked"):
        assert said in shown.text("#numbers")


def test_words_that_readers_take_wrongly_are_not_on_the_page(page: Callable[..., Page]) -> None:
    text = page().text().lower()
    for word in ("inconsistent", "serious concerns", "rounding interval", "decision error", "rival explanation"):
        assert word not in text
    assert not re.search(r"\b\d+ of \d+ (agree|consistent)", text)


def test_a_failed_stage_is_named_at_the_top_and_in_its_place(page: Callable[..., Page]) -> None:
    made = {**fixture.stages(), "rivals": fixture.failed("rivals"), "findings": fixture.failed("check")}
    shown = page(made)
    text = shown.text("main")
    assert text.index("Some stages failed") < text.index("Do the printed numbers agree?")
    for said in ("Stage check", "File studies/shade_2031/study.yaml", "Found no “Mean", "Write the words as"):
        assert said in text[: text.index("Do the printed numbers agree?")]
    answers = shown.text("#answers")
    assert "! Not computed: check failed." in answers
    assert "not computed: the rivals notebook failed" in answers
    assert "not computed: check failed" in shown.text("#matters")
    assert "Seedlings" in text or "seedlings" in text


def test_one_failure_that_stages_repeat_is_told_once(page: Callable[..., Page]) -> None:
    extract = fixture.failed("extract")
    made = {name: extract if name in ("extract", "findings", "rivals") else s for name, s in fixture.stages().items()}
    assert page(made).text().count("Stage extract") == 1


def test_a_broken_result_file_is_a_failure(tmp_path: Path) -> None:
    fixture.write(tmp_path)
    (tmp_path / fixture.STUDY / "rivals.json").write_text("{", encoding="utf-8")
    shown = Page(study_page(tmp_path, fixture.STUDY, WORDS, fixture.CONTEXT))
    assert "File rivals.json" in shown.text("main")


def test_no_result_at_all_is_a_page(tmp_path: Path) -> None:
    shown = Page(study_page(tmp_path, "nobody", WORDS, {}))
    assert "Not computed: no result of check." in shown.text("#answers")


def test_changed_files_are_listed_at_the_top(page: Callable[..., Page]) -> None:
    text = page(changed=["notebooks/rivals.ipynb", "src/reread/checks/grim.py"]).text("main")
    assert text.startswith("Built with changed files")
    assert "notebooks/rivals.ipynb" in text[: text.index("Do the printed")]


def test_a_missing_drawing_leaves_its_numbers(tmp_path: Path) -> None:
    fixture.write(tmp_path)
    (tmp_path / fixture.STUDY / "figures/consistency/statistics.svg").unlink()
    matters = Page(study_page(tmp_path, fixture.STUDY, WORDS, fixture.CONTEXT)).text("#matters")
    assert "The drawing is not there; its numbers are." in matters
    assert "7 rose, none fell" in matters


@pytest.mark.parametrize("part", [
    "<script>1</script>", '<image href="https://example.org/a.png"/>', '<g onload="1"/>', "<foreignObject/>",
    '<image href=" https://example.org/a.png"/>', '<a href="#x"><text>1</text></a>', '<g style="fill: url(//x.y/z)"/>',
    "<style>@import 'x'</style>", r'<g style="fill: u\72l(//x.y)"/>', '<set attributeName="href" to="x"/>',
    "<unclosed>",
    '<image href="data:image/svg+xml,x"/>', '<x:iframe xmlns:x="http://www.w3.org/1999/xhtml"/>',
])  # fmt: skip
def test_a_drawing_that_loads_or_runs_something_is_left_out(tmp_path: Path, part: str) -> None:
    fixture.write(tmp_path)
    drawing = tmp_path / fixture.STUDY / "figures/consistency/statistics.svg"
    drawing.write_text(drawing.read_text(encoding="utf-8").replace("</svg>", f"{part}</svg>"), encoding="utf-8")
    html = study_page(tmp_path, fixture.STUDY, WORDS, fixture.CONTEXT)
    assert part not in html
    assert "left out because it would load something" in Page(html).text("#matters")


@pytest.mark.parametrize("label", [
    "onset = day 3", "on set=1", "url(x)", "@import", "a &lt;script> of the play", "href='x'", "javascript:alert(1)",
])  # fmt: skip
def test_a_drawing_may_hold_any_words(tmp_path: Path, label: str) -> None:
    fixture.write(tmp_path)
    drawing = tmp_path / fixture.STUDY / "figures/consistency/statistics.svg"
    text = drawing.read_text(encoding="utf-8").replace("</svg>", f'<text aria-label="{label}">{label}</text></svg>')
    drawing.write_text(text, encoding="utf-8")
    html = study_page(tmp_path, fixture.STUDY, WORDS, fixture.CONTEXT)
    assert "left out because it would load something" not in Page(html).text("#matters")
    assert "<script" not in html
    assert not [tag for tag, attrs in Page(html).elements if tag == "script" or any(a.startswith("on") for a in attrs)]


def test_drawings_have_a_text_alternative_and_a_csv(page: Callable[..., Page]) -> None:
    shown = page()
    drawings = [attrs for tag, attrs in shown.elements if tag == "svg"]
    assert len(drawings) == 4
    assert all(attrs["role"] == "img" and attrs["aria-label"] for attrs in drawings)
    assert ("a", {"href": "figures/rivals/weeks.csv"}) in shown.elements


def test_the_page_loads_and_runs_nothing(tmp_path: Path) -> None:
    fixture.write(tmp_path)
    html = study_page(tmp_path, fixture.STUDY, WORDS, fixture.CONTEXT)
    for tag, attrs in Page(html).elements:
        assert tag not in ("script", "iframe", "object", "embed", "img", "base")
        assert not any(name.startswith("on") or name == "src" for name in attrs)
        assert tag in ("a", "link") or not attrs.get("href", "#").startswith("http")
    assert "@import" not in html
    assert all(target.startswith("#") for target in re.findall(r"url\([\"']?([^)\"']*)", html))


def test_headings_step_down_and_sections_are_named(page: Callable[..., Page]) -> None:
    shown = page()
    levels = [int(tag[1]) for tag, _ in shown.elements if tag in HEADINGS]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))
    ids = [attrs["id"] for _, attrs in shown.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    for tag, attrs in shown.elements:
        assert tag != "section" or attrs.get("aria-labelledby") in ids
        assert tag != "th" or attrs.get("scope") in ("row", "col")
        assert not attrs.get("href", "").startswith("#") or attrs["href"][1:] in ids
    assert ("html", {"lang": "en"}) in shown.elements


def test_what_documents_say_is_escaped(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    made["study"]["title"] = "<b>Pots & cloth"
    assert page(made).text("h1") == "<b>Pots & cloth"


def test_same_results_give_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    pages = [study_page(fixture.write(at), fixture.STUDY, WORDS, fixture.CONTEXT) for at in (one, two)]
    assert pages[0] == pages[1]
    assert str(tmp_path) not in pages[0]
