"""What does every figure owe? Each module of the folder is found by its place and held to the same contract."""

from __future__ import annotations

import importlib
import re
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from figure_samples import SAMPLES
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from reread import figures, words
from reread.figures import canvas, two_accounts
from reread.files import own

ROOT = Path(__file__).parents[2]
# by name: the figures of the package, and those that one rival alone draws
MODULES = {name: f"{figures.__name__}.{name}" for name in figures.names()} | {
    path.stem: ".".join(["reread", *path.relative_to(ROOT).with_suffix("").parts])
    for path in sorted((ROOT / "rivals").rglob("*.py"))
    if "\ndef draw(" in path.read_text(encoding="utf-8")
}
CASES = [(name, k) for name in MODULES for k in range(max(1, len(SAMPLES.get(name, []))))]
both_widths = pytest.mark.parametrize("wide", [True, False], ids=["wide", "slim"])
every_sample = pytest.mark.parametrize(("name", "k"), CASES)
every_language = pytest.mark.parametrize("language", words.languages())


def _module(name: str) -> Any:
    return importlib.import_module(MODULES[name])


def inside(language: str) -> dict[str, str]:
    """The words inside figures."""
    return words.load(language, *own.modules("rivals")).branch("figures")


def _texts(figure: Figure) -> list[tuple[str, Bbox]]:
    FigureCanvasAgg(figure)
    return [(t.get_text(), t.get_window_extent()) for t in figure.findobj(Text) if t.get_text().strip()]


@pytest.mark.parametrize("name", MODULES)
def test_every_figure_has_a_sample(name: str) -> None:
    assert SAMPLES.get(name), f"add sample data for {MODULES[name]} to SAMPLES in figure_samples.py"


@both_widths
@every_sample
@every_language
def test_texts_stand_inside_and_apart(name: str, k: int, wide: bool, language: str) -> None:
    figure = _module(name).draw(SAMPLES[name][k], wide, inside(language))
    width, height = (side * 72 for side in figure.get_size_inches())
    assert round(width) == (680 if wide else 320)
    texts = _texts(figure)
    for text, box in texts:
        assert box.x0 >= -0.5, f"cut on the left: {text}"
        assert box.x1 <= width + 0.5, f"cut on the right: {text}"
        assert box.y0 >= -0.5, f"cut below: {text}"
        assert box.y1 <= height + 0.5, f"cut above: {text}"
    for (first, a), (second, b) in combinations(texts, 2):
        across = min(a.x1, b.x1) - max(a.x0, b.x0)
        down = min(a.y1, b.y1) - max(a.y0, b.y0)
        assert across < 0.5 or down < 1.5, f"overlap: {first} / {second}"


@every_sample
@every_language
def test_svg_belongs_to_the_page(name: str, k: int, language: str, tmp_path: Path) -> None:
    said = inside(language)
    written = canvas.write(_module(name), SAMPLES[name][k], tmp_path, f"{name}-{k}", 'what "it" shows', said)
    for kind in ("wide", "slim"):
        _belongs((tmp_path / written[kind]).read_text(encoding="utf-8"), f"{name}-{k}", kind)


def _belongs(text: str, name: str, kind: str) -> None:
    root = ElementTree.fromstring(text)
    assert (root.get("class"), root.get("role"), root.get("aria-label")) == (kind, "img", 'what "it" shows')
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert "#c0de" not in text
    assert set(re.findall(r"#[0-9a-f]{6}\b", re.sub(r"var\([^)]*\)", "", text))) == set()
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)px", text)]
    assert sizes
    assert set(sizes) <= {12, 13, 15}
    assert "DejaVu" not in text
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert all(i.startswith(f"{name}-{kind}-") and f'href="#{i}"' in text for i in ids)
    assert re.search(r"\d\.\d{3}", re.sub(r"<text.*?</text>", "", text)) is None


@every_sample
def test_same_bytes_twice(name: str, k: int, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        canvas.write(_module(name), SAMPLES[name][k], tmp_path / folder, name, "alt", inside("en"))
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert files == sorted([f"{name}.svg", f"{name}-slim.svg", f"{name}.csv"])
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes() for file in files)


@every_sample
@every_language
def test_table_gives_the_numbers(name: str, k: int, language: str) -> None:
    head, rows = _module(name).table(SAMPLES[name][k], inside(language))
    assert rows
    assert all(len(row) == len(head) for row in rows)
    assert all(isinstance(cell, str) for row in [head, *rows] for cell in row)
    assert re.search(r"\d", "".join(cell for row in rows for cell in row)) or name == "causes"  # which has none


def test_names_are_relative_to_the_base(tmp_path: Path) -> None:
    folder = tmp_path / "figures" / "reconstruction"
    written = canvas.write(two_accounts, SAMPLES["two_accounts"][0], folder, "who", "alt", inside("en"), base=tmp_path)
    assert written["slim"] == "figures/reconstruction/who-slim.svg"
    assert (tmp_path / written["data"]).read_text(encoding="utf-8").splitlines()[1] == "Printed counts,low,18,4"


def test_every_word_is_used() -> None:
    folders = Path(figures.__file__).parent, ROOT / "rivals"
    source = "".join(path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.py"))
    dynamic = ("column_", "before", "after", "printed")
    unused = [key for key in inside("en") if f'"{key}"' not in source and not key.startswith(dynamic)]
    assert unused == []
