"""Write docs/example/: one finished page and its sheet for a club, to open without installing anything.

The page of the delivered run, without what stands only beside it (tables to download, notebooks, the other studies).
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from reread import words
from reread.report.leaving import CLUB, LETTER, leave
from reread.report.page import study_page
from reread.report.results import Results

STUDY = "khaeriyah-sari-2025"
ELSEWHERE = re.compile(r'<a href="\.\./[^"]*">(.*?)</a>')  # pages of other studies
HERE = Path(__file__).resolve().parents[1]


def example(results: Path, place: Path, version: str) -> None:
    """The pages of `results`, made anew in `place` so that each stands alone."""
    say = words.of_study(HERE / "studies" / STUDY, "en")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made, STUDY)
        shutil.copytree(results / STUDY, folder, ignore=shutil.ignore_patterns("notebooks"))
        for path in folder.glob("*.json"):
            path.write_text(json.dumps(_alone(json.loads(path.read_text(encoding="utf-8")))), encoding="utf-8")
        place.mkdir(parents=True, exist_ok=True)
        beside = leave(place, Results.read(Path(made), STUDY), say, version)
        for name in set(beside) & set(LETTER[:1]):  # one form of the letter shows it
            (place / name).unlink()
        context = {"conventions": say.several("conventions"), "beside": [CLUB, LETTER[1]], "source": "example"}
        page = study_page(Path(made), STUDY, say, context)
        (place / "report.html").write_text(ELSEWHERE.sub(r"\1", page), encoding="utf-8")


def _alone(node: Any) -> Any:
    """Without the addresses of tables that lie beside the page."""
    if isinstance(node, dict):
        return {
            key: "" if key == "data" and str(value).endswith(".csv") else _alone(value) for key, value in node.items()
        }
    return [_alone(each) for each in node] if isinstance(node, list) else node


if __name__ == "__main__":
    from importlib.metadata import version

    example(HERE / "results", Path(sys.argv[1]), version("reread"))
