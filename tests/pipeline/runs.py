"""How do these tests run the pipeline? The program from a copy, each run in a folder of its own, with a time limit.

The copy stands still while the repository is edited, has its own manifest of delivered files, and may be edited by a
test; PYTHONPATH puts its package before the installed one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAM = ("Snakefile", "workflow", "profiles", "src", "studies", "notebooks", "evidence", "rivals", "config.yaml")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "original*", ".ipynb_checkpoints")
POLICY = 'http-equiv="Content-Security-Policy" content="default-src \'none\';'
STUDY = "khaeriyah-sari-2025"
# one study and all that belongs to it; a run of all of them takes its time and is not for every test
DATA = (f"studies/{STUDY}", "notebooks", "evidence")
BOTH = ("--config", "language=both")
PLANNED = re.compile(r"^Job \d+: +(.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Ran:
    """A run that ended: where, its exit code, and all that stood on the screen."""

    place: Path
    code: int
    screen: str

    @property
    def last(self) -> str:
        """The last line on the screen."""
        return self.screen.rstrip().splitlines()[-1]

    @property
    def results(self) -> Path:
        """The folder with what was made."""
        return self.place / "results"

    def json(self, name: str, study: str = STUDY) -> dict[str, Any]:
        """One result file of a study."""
        data: dict[str, Any] = json.loads((self.results / study / f"{name}.json").read_text(encoding="utf-8"))
        return data

    def html(self, study: str = STUDY) -> str:
        """The page of a study; of no study ("") the index."""
        path = self.results / study / "report.html" if study else self.results / "index.html"
        return path.read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Everything under results/, Snakemake's own time stamps left out."""
        found = (path for path in sorted(self.results.rglob("*")) if path.is_file())
        kept = (path for path in found if path.name != ".snakemake_timestamp")
        return {path.relative_to(self.results).as_posix(): path.read_bytes() for path in kept}


@dataclass(frozen=True)
class Program:
    """A copy of the program."""

    folder: Path

    @classmethod
    def copied(cls, repo: Path, folder: Path) -> Program:
        """Copy what a run needs, and note it as delivered."""
        copy_parts(repo, folder, PROGRAM)
        program = cls(folder)
        program.python("-m", "reread.report.changed", "--write")
        return program

    def run(
        self, place: Path, *options: str, seconds: int = 600, interpreter: str = sys.executable, **environment: str
    ) -> Ran:
        """`snakemake --directory place`, with two cores unless the options say otherwise."""
        command = [interpreter, "-m", "snakemake", "--snakefile", str(self.folder / "Snakefile")]
        command += ["--directory", str(place), "--cores", "2", *options]
        return Ran(place, *ended(command, place, self.surroundings(**environment), seconds))

    def planned(self, place: Path) -> set[str]:
        """What a dry run would do: "check small", "notebook rivals of small", "index" …"""
        dry = self.run(place, "--dry-run")
        assert dry.code == 0, dry.screen
        found = {" ".join(job.split()) for job in PLANNED.findall(dry.screen)}
        assert found or "Nothing to be done" in dry.screen, dry.screen
        return found

    def python(self, *arguments: str, place: Path | None = None) -> None:
        """Run Python with this copy of the package, in its folder or in another place."""
        code, screen = ended([sys.executable, *arguments], place or self.folder, self.surroundings(), 60)
        assert code == 0, screen

    def surroundings(self, **more: str) -> dict[str, str]:
        """The environment of a run: this interpreter's commands first, this copy's package first."""
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("SNAKEMAKE", "PYTEST"))}
        return {**kept, "PATH": path, "PYTHONPATH": str(self.folder / "src"), **more}


def ended(command: list[str], place: Path, environment: dict[str, str], seconds: int) -> tuple[int, str]:
    """Exit code and screen of a command; one that hangs is ended with everything it started."""
    process = subprocess.Popen(
        command, cwd=place, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    try:
        screen, _ = process.communicate(timeout=seconds)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    return process.returncode, screen


def copy_parts(source: Path, place: Path, parts: tuple[str, ...] = DATA) -> Path:
    """Copy folders and files by name, without originals and caches."""
    place.mkdir(parents=True, exist_ok=True)
    for name in parts:
        if (source / name).is_dir():
            shutil.copytree(source / name, place / name, ignore=LEFT_OUT)
        elif (source / name).is_file():
            shutil.copy2(source / name, place / name)
    return place


def again(ran: Ran, place: Path) -> Path:
    """A copy of a finished run's folder, with what Snakemake noted about it, to rerun."""
    shutil.copytree(ran.place, place)
    return place
