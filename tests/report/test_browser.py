"""Is the page readable in a browser: on a phone, in the dark, by keyboard, on paper, without loading anything?"""

from __future__ import annotations

import functools
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import fixture
import pytest
from in_browser import CONTRAST, CUT, LOOKS, OPEN_ALL, SIDEWAYS, WIDE, opened, violations

from reread.report.index import index_page
from reread.report.page import study_page
from reread.words import load

pytestmark = pytest.mark.browser

PAGES = (f"{fixture.STUDY}/report.html", "broken/report.html", "index.html")
# a text without a study, one that could not be read, a paper that the program read by itself
MORE = ("leaflet/report.html", "torn/report.html", "paper.reread.html")
PAPER = "The score was 5.19 (n = 28). Groups differed, t(58) = 2.10, p = .012; 12 of 40 (45%) came back.\n"


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without telling the screen."""

    def log_message(self, *_: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served results folder: a study, a broken one, the index."""
    results, words = tmp_path_factory.mktemp("site") / "results", load("en")
    fixture.write(results)
    fixture.write(results, {**fixture.stages(), "rivals": fixture.failed("rivals")}, "broken")
    for study in (fixture.STUDY, "broken"):
        changed = ["notebooks/a_notebook_with_a_rather_long_name_of_its_own.ipynb"] if study == "broken" else []
        html = study_page(results, study, words, {**fixture.CONTEXT, "changed": changed})
        (results / study / "report.html").write_text(html, encoding="utf-8")
    fixture.write(results, fixture.leaflet(), "leaflet")
    html = study_page(results, "leaflet", words, fixture.CONTEXT)
    (results / "leaflet" / "report.html").write_text(html, encoding="utf-8")
    fixture.write(results, {"extract": fixture.failed("extract")}, "torn")
    torn = study_page(results, "torn", words, fixture.CONTEXT)
    (results / "torn" / "report.html").write_text(torn, encoding="utf-8")
    (results / "paper.txt").write_text(PAPER, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "reread", str(results / "paper.txt")], check=False, capture_output=True)
    entries = [{"study": study} for study in (fixture.STUDY, "broken", "leaflet", "leaflet", fixture.STUDY, "torn")]
    (results / "index.html").write_text(index_page(results, entries, words, {}), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=results))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_requested_and_nothing_complains(browser: Any, site: str, name: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{site}/{name}")
    page.evaluate(OPEN_ALL)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [f"{site}/{name}"]
    assert said == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 360, 768, 1180])
def test_no_width_scrolls_sideways(browser: Any, site: str, name: str, width: int) -> None:
    page = opened(browser, f"{site}/{name}", width)
    page.evaluate(OPEN_ALL)
    assert (page.evaluate(SIDEWAYS), page.evaluate(CUT)) == (0, [])
    page.add_style_tag(content=WIDE)
    assert (page.evaluate(SIDEWAYS), page.evaluate(CUT)) == (0, [])


def test_a_table_wider_than_any_page_scrolls_by_itself(browser: Any, tmp_path: Path) -> None:
    words = ["immeasurablycircumstantial"] * 12
    made = fixture.stages()
    made["rivals"]["tables"] = [{"id": "wide", "head": words, "rows": [words]}]
    fixture.write(tmp_path, made)
    (tmp_path / "page.html").write_text(
        study_page(tmp_path, fixture.STUDY, load("en"), fixture.CONTEXT), encoding="utf-8"
    )
    page = opened(browser, (tmp_path / "page.html").as_uri(), 1180)
    assert (page.evaluate(SIDEWAYS), page.evaluate(CUT)) == (0, ["t-rivals-wide-c"])
    page.set_viewport_size({"width": 320, "height": 740})
    assert (page.evaluate(SIDEWAYS), page.evaluate(CUT)) == (0, [])


def test_a_card_tells_what_its_first_number_is(browser: Any, tmp_path: Path) -> None:
    made = fixture.stages()
    row = ["14", "", "two words of some length", "−0.20 … 0.08"]
    made["rivals"]["tables"] = [{"id": "cards", "head": ["pots", "nothing", "what it was", "range"], "rows": [row]}]
    fixture.write(tmp_path, made)
    (tmp_path / "page.html").write_text(
        study_page(tmp_path, fixture.STUDY, load("en"), fixture.CONTEXT), encoding="utf-8"
    )
    before = "e => getComputedStyle(e, '::before').content"
    for width, told, shown in ((320, ["pots"], False), (1180, ["none"], True)):
        page = opened(browser, (tmp_path / "page.html").as_uri(), width)
        table = page.locator("[aria-describedby=t-rivals-cards-c]")
        assert table.locator("tbody th").evaluate(before).replace('"', "").split() == told
        assert table.locator("td").first.is_visible() == shown
        assert (
            table.locator("td").last.evaluate("e => e.getClientRects().length && getComputedStyle(e).whiteSpace")
            == "nowrap"
        )


def test_both_answers_fit_on_one_phone_screen(browser: Any, site: str) -> None:
    page = opened(browser, f"{site}/{PAGES[0]}", 360)
    assert page.locator("#answers").evaluate("e => e.getBoundingClientRect().bottom") <= 740
    assert page.locator(".slim svg").first.is_visible()
    assert not page.locator(".wide svg").first.is_visible()


def test_the_index_fits_on_one_screen(browser: Any, site: str) -> None:
    page = opened(browser, f"{site}/index.html")
    assert page.locator(".studies").evaluate("e => e.getBoundingClientRect().bottom") <= 740


def test_answers_stand_side_by_side_where_there_is_room(browser: Any, site: str) -> None:
    page = opened(browser, f"{site}/{PAGES[0]}")
    first, second = (page.locator(".answer").nth(k).bounding_box() for k in (0, 1))
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] < second["x"]
    assert page.locator(".wide svg").first.is_visible()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1180])
def test_text_stands_out_from_its_ground(browser: Any, site: str, name: str, scheme: str, width: int) -> None:
    page = opened(browser, f"{site}/{name}", width, scheme=scheme)
    page.evaluate(OPEN_ALL)
    seen, poor = page.evaluate(CONTRAST)
    assert seen > 20
    assert poor == []


@pytest.mark.parametrize("name", [*PAGES, *MORE])
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_everybody_can_use_it(browser: Any, site: str, name: str, scheme: str, width: int) -> None:
    assert violations(browser, f"{site}/{name}", scheme, width) == []


def test_no_script_would_run(browser: Any, site: str) -> None:
    page = opened(browser, f"{site}/{PAGES[0]}")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = true'}))")
    assert page.evaluate("window.ran === undefined")


def test_the_dark_scheme_is_dark(browser: Any, site: str) -> None:
    page = opened(browser, f"{site}/{PAGES[0]}", scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 27)"


def test_the_keyboard_reaches_skip_link_rows_and_places(browser: Any, site: str) -> None:
    page = opened(browser, f"{site}/{PAGES[0]}")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.get_attribute("href") == "#answers"
    assert focused.bounding_box()["x"] >= 0
    assert focused.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.locator("#numbers > .fold > summary").focus()
    page.keyboard.press("Enter")
    row = page.locator(".rows details").first
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    assert row.get_attribute("open") is not None


def test_a_row_that_matters_leads_to_the_open_place(browser: Any, site: str) -> None:
    page = opened(browser, f"{site}/{PAGES[0]}")
    page.locator("#matters a", has_text="t = −5.10").click()
    assert page.locator("#n-4\\.1").is_visible()


def test_a_screen_reader_hears_tables_lists_and_landmarks(browser: Any, site: str) -> None:
    for width in (360, 1180):
        heard = opened(browser, f"{site}/{PAGES[0]}", width).locator("body").aria_snapshot()
        for part in (
            "main:",
            "navigation",
            "columnheader",
            "rowheader",
            "banner",
            "contentinfo",
            'region "What matters"',
        ):
            assert part in heard, part
        assert 'img "Printed t against the t of three tables"' in heard
        assert "listitem: week 1 88 %" in heard


def test_print_opens_every_row(browser: Any, site: str, tmp_path: Path) -> None:
    page = opened(browser, f"{site}/{PAGES[0]}")
    page.emulate_media(media="print")
    inside = "[...document.querySelectorAll('details > :not(summary)')]"
    assert page.evaluate(f"{inside}.filter(e => !e.getBoundingClientRect().height).length") == 0
    assert not page.locator("nav").is_visible()
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext (poppler-utils) to read the printed pages")
    page.pdf(path=str(tmp_path / "page.pdf"), format="A4")
    command = ["pdftotext", "-layout", str(tmp_path / "page.pdf"), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for inside in ("mean change 7 / 12 = 0.583", "7 rose, none fell", "transcript.md, line 4", "40 · 2029"):
        assert inside in printed


def test_without_script_the_page_is_the_same(browser: Any, site: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/{PAGES[0]}")
    assert page.locator(".say").first.inner_text() == "✕ They cannot all hold."
    page.locator("#numbers > .fold > summary").click()
    page.locator(".rows summary").first.click()
    assert page.locator(".rows .inner").first.is_visible()
