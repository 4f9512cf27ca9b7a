"""Is the real page, as the pipeline made it, readable on a phone, in the dark, on paper, without script or network?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from in_browser import CONTRAST, CUT, NARROW, OPEN_ALL, SIDEWAYS, WIDE, opened
from runs import STUDY, Ran

pytestmark = [pytest.mark.browser, pytest.mark.pipeline]
PAGES = (f"{STUDY}/report.html", "index.html", f"{STUDY}/club.html")


@pytest.fixture
def address(full: Ran) -> str:
    """Where the pages lie: files, as a reader opens them."""
    return full.results.resolve().as_uri()


@pytest.mark.parametrize("name", PAGES)
def test_it_loads_nothing_and_nothing_complains(browser: Any, address: str, name: str) -> None:
    page, asked, said = browser.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}/{name}")
    page.evaluate(OPEN_ALL)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [f"{address}/{name}"]
    assert said == []


def test_both_answers_stand_on_one_phone_screen(browser: Any, address: str) -> None:
    page = opened(browser, f"{address}/{PAGES[0]}", 360, 800)
    assert page.locator(".answer").count() == 2
    for answer in page.locator(".answer").all():
        box = answer.bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 800


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 360, 480, 768, 1000, 1180, 1440, 1920])
def test_nothing_scrolls_sideways(browser: Any, address: str, name: str, width: int) -> None:
    page = opened(browser, f"{address}/{name}", width)
    page.evaluate(OPEN_ALL)
    assert (page.evaluate(SIDEWAYS), page.evaluate(CUT)) == (0, [])
    for family in (WIDE, NARROW):
        page.add_style_tag(content=family)
        assert (page.evaluate(SIDEWAYS), page.evaluate(CUT)) == (0, [])


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1180])
def test_text_stands_out_from_its_ground(browser: Any, address: str, name: str, scheme: str, width: int) -> None:
    page = opened(browser, f"{address}/{name}", width, scheme=scheme)
    page.evaluate(OPEN_ALL)
    seen, poor = page.evaluate(CONTRAST)
    assert seen > 10
    assert poor == []


def test_the_dark_page_is_dark(browser: Any, address: str) -> None:
    grounds = [
        opened(browser, f"{address}/{PAGES[0]}", scheme=scheme).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    ]
    light, dark = (sum(int(part) for part in ground.strip("rgb()").split(",")) for ground in grounds)
    assert dark < 150 < 600 < light


def test_without_script_everything_can_be_read(browser: Any, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}/{PAGES[0]}")
    assert page.locator(".answer .say").count() == 2
    assert page.locator(".answer .say").first.is_visible()
    row = page.locator("details").first
    row.locator("summary").first.click()
    assert row.get_attribute("open") is not None


def test_each_width_shows_its_own_drawing(browser: Any, address: str) -> None:
    for width, shown, hidden in ((360, "slim", "wide"), (1180, "wide", "slim")):
        page = opened(browser, f"{address}/{PAGES[0]}", width)
        figure = page.locator("section > figure").first
        assert figure.locator(f".{shown} svg").is_visible()
        assert not figure.locator(f".{hidden} svg").is_visible()


def test_it_prints_with_every_row_open_where_a_reader_asks(browser: Any, address: str, tmp_path: Path) -> None:
    page = opened(browser, f"{address}/{PAGES[0]}")
    page.locator("#everything").click()
    page.emulate_media(media="print")
    inside = "[...document.querySelectorAll('details > :not(summary)')]"
    assert page.evaluate(f"{inside}.filter(e => !e.getBoundingClientRect().height).length") == 0
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")
    printed = (tmp_path / "page.pdf").read_bytes()
    assert printed.startswith(b"%PDF-")
    assert len(printed) > 50_000
