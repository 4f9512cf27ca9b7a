"""What every test may ask for: the repository, the shared originals, a browser; and steady Hypothesis."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from in_browser import ARGUMENTS

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

# "ci" is also what a bare pytest uses: the same examples on every machine, no deadline on a busy one.
# HYPOTHESIS_PROFILE=dev looks for new counter-examples, ten times as long.
settings.register_profile("ci", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("dev", derandomize=False, deadline=None, max_examples=500)
# checks, departures and rivals beside the package are those of the repository, wherever a test works
os.environ.setdefault("REREAD_PROGRAM", str(ROOT))

settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that run the pipeline begin first: a file goes to one worker, whose tests share what it made.

    One of those that read the run of all studies makes it; the others come last of them, so that none waits for it.
    """
    readers = dict.fromkeys(item.path for item in items if "both" in getattr(item, "fixturenames", ()))
    waiting = set(list(readers)[1:])
    items.sort(key=lambda item: (item.path.parent.name != "pipeline", item.path in waiting, item.path not in readers))


@pytest.fixture(scope="session")
def repo() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def originals() -> Path:
    """The folder with the shared originals; every expected result must hold without them."""
    folder = ROOT.parent / "shared" / "originals"
    if not folder.is_dir():
        pytest.skip("no ../shared/originals beside the repository")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium or Chrome, for playwright's executable_path."""
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if found:
        return found
    reason = "no Chromium or Chrome found: make browser"
    if os.environ.get("REREAD_REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    """One browser for all tests of a file."""
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as play:
        found = play.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield found
        found.close()
