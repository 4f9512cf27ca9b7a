"""Does somebody get through the real page: how many words, screens and sheets, and is anything told twice?"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from in_browser import OPEN_ALL, opened
from runs import STUDY, Program, Ran, copy_parts

pytestmark = [pytest.mark.browser, pytest.mark.pipeline]
LANGUAGES = ("en", "id")
RUN = 8  # words in a row that make a sentence told twice
# the sentences of a page, each as it stands: not what is drawn, and not the cells of tables
SENTENCES = (
    "[...document.querySelectorAll('p, li, summary, caption')].filter(e => e.offsetHeight).map(e => e.innerText)"
)
INTERNAL = re.compile(r"\b[a-z]+(?:_[a-z0-9]+)+\b")
OF_STATISTICS = {"d_z", "d_av", "d_rm", "d_s"}  # which are written so


@pytest.fixture(scope="module")
def in_indonesian(program: Program, once: Callable[..., Path]) -> Ran:
    """The same study read in Indonesian."""

    def make(place: Path) -> None:
        ran = program.run(copy_parts(program.folder, place), "--config", "language=id")
        place.with_suffix(".json").write_text(json.dumps([ran.code, ran.screen]), encoding="utf-8")

    place = once("full-id", make)
    return Ran(place, *json.loads(place.with_suffix(".json").read_text(encoding="utf-8")))


@pytest.fixture(params=LANGUAGES)
def address(request: pytest.FixtureRequest, full: Ran, in_indonesian: Ran) -> str:
    """Where the page of a language lies."""
    ran = {"en": full, "id": in_indonesian}[request.param]
    assert ran.code == 0, ran.screen
    return (ran.results / STUDY / "report.html").resolve().as_uri()


def test_it_is_read_in_two_minutes(browser: Any, address: str) -> None:
    page = opened(browser, address, 360, 800)
    assert len(page.evaluate("document.body.innerText").split()) <= 2500
    assert page.evaluate("document.documentElement.scrollHeight") <= 15 * 800


def test_the_first_screen_holds_both_answers(browser: Any, address: str) -> None:
    page = opened(browser, address, 360, 800)
    last = page.locator(".answer").last.bounding_box()
    assert last["y"] + last["height"] <= 800
    shown = " ".join(page.locator(each).inner_text() for each in ("header", "#answers"))
    assert len([word for word in shown.split() if re.search(r"[^\W\d_]", word)]) <= 120
    assert "genesis II)" in shown  # lactogenesis II, laktogenesis II


def test_paper_is_saved_and_everything_can_be_asked_for(browser: Any, address: str, tmp_path: Path) -> None:
    page = opened(browser, address)
    assert _sheets(page, tmp_path / "first.pdf") <= 10
    page.locator("#everything").click()
    assert _sheets(page, tmp_path / "all.pdf") > 20


def _sheets(page: Any, path: Path) -> int:
    page.pdf(path=str(path), format="A4")
    return len(re.findall(rb"/Type\s*/Page[^s]", path.read_bytes()))


def test_no_sentence_is_told_twice(browser: Any, address: str) -> None:
    told = [re.findall(r"[\w’'%.−-]+", text) for text in opened(browser, address).evaluate(SENTENCES)]
    runs = Counter(tuple(words[k : k + RUN]) for words in told for k in range(len(words) - RUN + 1))
    assert [" ".join(run) for run, times in runs.items() if times > 1] == []


def test_no_internal_name_is_shown(browser: Any, address: str) -> None:
    page = opened(browser, address)
    page.locator("#downloads").evaluate("e => e.remove()")  # names of files
    page.evaluate(OPEN_ALL)
    assert set(INTERNAL.findall(page.evaluate("document.body.innerText"))) <= OF_STATISTICS
