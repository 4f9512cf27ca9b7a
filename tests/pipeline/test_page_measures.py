"""Does somebody get through the real page: how many words, screens and sheets, and is anything told twice?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from in_browser import OPEN_ALL, SIDEWAYS, WIDE, opened, violations
from runs import STUDY, Ran

pytestmark = [pytest.mark.browser, pytest.mark.pipeline]
LANGUAGES = ("en", "id")
# each language with each scheme and each width, each scheme with each width
PAIRS = [("en", "light", 360), ("en", "dark", 1180), ("id", "light", 1180), ("id", "dark", 360)]
RUN = 8  # words in a row that make a sentence told twice
# the sentences of a page, each as it stands: not what is drawn, and not the cells of tables
SENTENCES = """(() => {
  const blocks = 'p, li, summary, caption, figcaption, dt, dd';
  return [...document.querySelectorAll(blocks)].filter(e => e.checkVisibility() && !e.querySelector(blocks))
    .map(e => e.innerText);
})()"""
INTERNAL = re.compile(r"\b[a-z]+(?:_[a-z0-9]+)+\b")
OF_STATISTICS = {"d_z", "d_av", "d_rm", "d_s"}  # which are written so


@pytest.fixture(params=LANGUAGES)
def results(request: pytest.FixtureRequest, both: Ran) -> str:
    """Where the pages of a language lie."""
    assert both.code == 0, both.screen
    return {"en": both.results, "id": both.results / "id"}[request.param].resolve().as_uri()


@pytest.fixture
def address(results: str) -> str:
    """Where the page of the study lies."""
    return f"{results}/{STUDY}/report.html"


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


def test_paper_holds_every_first_mention(browser: Any, address: str, tmp_path: Path) -> None:
    page = opened(browser, address)
    page.pdf(path=str(tmp_path / "first.pdf"), format="A4")
    document = pypdfium2.PdfDocument(tmp_path / "first.pdf")
    printed = _bare("".join(sheet.get_textpage().get_text_range() for sheet in document))
    page.evaluate("document.querySelectorAll('nav, .lead').forEach(e => e.remove())")  # for screens and their readers
    shown = page.evaluate(SENTENCES)
    lost = [each for each in shown if _bare(each) not in printed]
    assert len(shown) > 70
    assert lost == []


def _bare(text: str) -> str:
    """Letters and digits alone: where lines break and which spaces stand between words is the printer's."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


def _sheets(page: Any, path: Path) -> int:
    page.pdf(path=str(path), format="A4")
    return len(re.findall(rb"/Type\s*/Page[^s]", path.read_bytes()))


@pytest.mark.parametrize(("results", "scheme", "width"), PAIRS, indirect=["results"])
def test_everybody_can_use_every_page(browser: Any, results: str, scheme: str, width: int) -> None:
    for name in (f"{STUDY}/report.html", "index.html", f"{STUDY}/notebooks/rivals.html", f"{STUDY}/club.html"):
        assert violations(browser, f"{results}/{name}", scheme, width) == []


def test_the_index_is_a_screen_of_studies_and_one_of_evidence(browser: Any, results: str) -> None:
    page = opened(browser, f"{results}/index.html", 1180, 800)
    figures = [page.locator("#synthesis figure").nth(k).bounding_box() for k in (0, 1)]
    assert page.locator("#studies").bounding_box()["height"] <= 800
    assert figures[0]["height"] <= 800
    assert page.evaluate("document.documentElement.scrollHeight") <= 4 * 800


def test_a_place_leads_to_its_line_of_the_transcript(browser: Any, address: str) -> None:
    page = opened(browser, address)
    page.evaluate(OPEN_ALL)
    link = page.locator("a", has_text="Table 2, After Intervention; ").first
    assert "54" in link.inner_text()
    line = page.locator(link.get_attribute("href"))
    assert not line.evaluate("e => { e.closest('details').open = false; return e.checkVisibility(); }")
    link.click()
    assert "After Intervention" in line.inner_text()
    assert line.is_visible()


def test_no_page_is_wider_than_its_window(browser: Any, both: Ran) -> None:
    """With a wide family of letters; words of another language may be longer."""
    for path in pages(both):
        page = opened(browser, path.as_uri())
        page.evaluate(OPEN_ALL)
        page.add_style_tag(content=WIDE)
        for width in (320, 1000):
            page.set_viewport_size({"width": width, "height": 800})
            assert (page.evaluate(SIDEWAYS), path, width) == (0, path, width)


def test_no_sentence_is_told_twice(browser: Any, both: Ran) -> None:
    """On no page in either language: study, index, and the sheets for a club with their answers."""
    for path in pages(both):
        told = [re.findall(r"[\w’'%.−-]+", text) for text in opened(browser, path.as_uri()).evaluate(SENTENCES)]
        runs = Counter(tuple(words[k : k + RUN]) for words in told for k in range(len(words) - RUN + 1))
        assert len(told) > 10, path
        assert [" ".join(run) for run, times in runs.items() if times > 1] == [], path


def pages(both: Ran) -> list[Path]:
    """All pages, but for notebooks, which show their code."""
    found = [path.resolve() for path in sorted(both.results.rglob("*.html")) if "notebooks" not in path.parts]
    assert len(found) == 2 * (1 + 2 * 7)
    return found


def test_no_internal_name_is_shown(browser: Any, both: Ran) -> None:
    for path in pages(both):
        page = opened(browser, path.as_uri())
        page.evaluate("document.querySelector('#downloads')?.remove()")  # names of files
        page.evaluate(OPEN_ALL)
        assert set(INTERNAL.findall(page.evaluate("document.body.innerText"))) <= OF_STATISTICS, path
