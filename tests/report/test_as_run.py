"""An executed notebook as a page: every cell with what it printed, and nothing of it that could run or load."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from reread import words
from reread.report.as_run import as_run

DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>{}</svg>"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def code(source: str, *outputs: dict[str, Any], tags: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"cell_type": "code", "source": source, "outputs": list(outputs), "metadata": {"tags": list(tags)}}


def shows(**data: str) -> dict[str, Any]:
    return {"output_type": "display_data", "data": {name.replace("_", "/"): text for name, text in data.items()}}


@pytest.fixture
def page(tmp_path: Path) -> Any:
    """The page of a notebook with each kind of cell and output."""
    cells = [
        {"cell_type": "markdown", "source": "# Rise\nA *mean*, <script>alert(1)</script>", "metadata": {}},
        code("study = 'other'", tags=("parameters",)),
        code("study = 'mine'", tags=("injected-parameters",)),
        code("bars = 2", tags=("settings",)),
        code("frame", shows(text_html="<table><tr><th></th><th>mean</th></tr><tr><th>0</th><td onclick='x()'>5.19</td>"
                            "</tr></table><script>alert(2)</script>")),
        code("odd", shows(text_html="<iframe src='https://example.org'></iframe>", text_plain="as text")),
        code("draw", {"output_type": "display_data", "data": {"image/svg+xml": DRAWING.format("<path d='M0 0'/>")}}),
        code("bad", {"output_type": "display_data", "data": {"image/svg+xml": DRAWING.format("<script>x</script>")}}),
        code("plot", {"output_type": "display_data", "data": {"image/png": PIXEL}}),
        code("print(1)", {"output_type": "stream", "text": ["one\n", "two < three\n"]}),
        code("1 / 0", {"output_type": "error", "traceback": ["\x1b[31mZeroDivisionError\x1b[0m: division by zero"]}),
    ]  # fmt: skip
    path = tmp_path / "rise.ipynb"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return html.fromstring(as_run(path, words.load("en"), {"title": "A study", "back": "../report.html"}))


def test_every_cell_stands_there_with_what_it_printed(page: Any) -> None:
    text = page.text_content()
    for said in ("Rise", "mean", "5.19", "study = 'mine'", "as text", "two < three", "ZeroDivisionError: division"):
        assert said in text
    assert "other" not in page.xpath("string(//main)")  # of a run by hand
    assert page.xpath("string(//h2)") == "Rise"
    assert [one.get("href") for one in page.xpath("//header//a | //footer//a")] == [
        "../report.html", "rise.ipynb", "../report.html",
    ]  # fmt: skip


def test_no_part_of_code_is_styled_as_a_part_of_the_page(page: Any) -> None:
    """`.w` of the page keeps words on a line; of code it would be what indents it."""
    classes = page.xpath("//pre[starts-with(@class, 'code')]//span/@class")
    assert classes
    assert all(each.startswith("py-") for each in classes)


def test_nothing_of_it_runs_or_loads(page: Any) -> None:
    assert not page.xpath("//script | //iframe | //@onclick")
    assert len(page.xpath("//main//svg")) == 1
    assert page.xpath("//img/@src")[0].startswith("data:image/png;base64,")
    assert all(page.xpath("//img/@alt"))
