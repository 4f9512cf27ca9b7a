"""How is a notebook run so that it gives the same bytes each time, next to others, and cannot hang?

Kernels talk over ipc (parallel kernels race for TCP ports), are shut down by us (papermill leaves a given kernel alive)
and run on this interpreter whatever kernel name the notebook stores (`kernel.py`).
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import nbformat

from reread.files import LANGUAGE

IPYKERNEL = re.compile(r"ipykernel_\d+")
# an injected path that leads out of the working folder: which way differs between machines
OUTSIDE = re.compile(r'= "(?:\.\./)+(?:[^"\n]*/)?([^"/\n]+)"')
STOPPED = re.compile(r"^-+> ?\d+ +(.*)$", re.MULTILINE)  # the line that IPython's traceback points at
MEND = "that line mended in JupyterLab (make notebooks), the notebook saved, and the command again"
STARTS = 60  # seconds within which a kernel answers
FORGET = """
import os, sys
os.environ["{name}"] = "{language}"
"matplotlib.pyplot" in sys.modules and sys.modules["matplotlib.pyplot"].close("all")
get_ipython().reset(new_session=False)
"""
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class NotebookFailed(Exception):  # noqa: N818 - said to readers
    """A cell raised or ran out of time: where, what, and what to do about it."""

    def __init__(self, place: str, found: str, write: str, log: str) -> None:
        super().__init__(f"{place}: {found}")
        self.place, self.found, self.write, self.log = place, found, write, log


@dataclass(frozen=True)
class Turn:
    """One run of a notebook: the language of its words, where it is written as run, and its parameters."""

    language: str
    out: Path
    parameters: Mapping[str, Any]


def run_notebook(source: Path, turns: Sequence[Turn], seconds: int) -> list[NotebookFailed | None]:
    """Run `source` once a turn, on one kernel, and write what was run, normalised; how each turn failed, if it did.

    Between turns the notebook's names are forgotten; what the package keeps (`reread.rivals.once`) is not. After a turn
    that failed there is none.
    """
    from jupyter_client.manager import AsyncKernelManager

    from reread.notebook.kernel import spec

    os.environ[LANGUAGE] = turns[0].language
    own, fork = spec()
    failures: list[NotebookFailed | None] = []
    with tempfile.TemporaryDirectory(prefix="ra-") as short:
        manager = AsyncKernelManager(transport="ipc", ip=f"{short}/k")
        manager._kernel_spec = own
        try:
            for turn in turns:
                if failures and failures[-1] is None:
                    asyncio.run(_told(manager, FORGET.format(name=LANGUAGE, language=turn.language)))
                last = failures[-1] if failures else None
                failures.append(last or _ran(source, turn, manager, seconds))
        finally:
            asyncio.run(_shut_down(manager))
            if fork:
                fork.close()
                fork.kill()
                fork.wait()
    for turn in turns:
        if not turn.out.is_file():
            shutil.copyfile(source, turn.out)
        normalise(turn.out)
    return failures


def _place(notebook: Path, cell: str, log: str) -> str:
    """Which cell stopped, as a person finds it: the heading above it, and the line that raised."""
    heading = ""
    for each in nbformat.read(notebook, as_version=4).cells:  # type: ignore[no-untyped-call]
        lines = each.source.splitlines()
        if each.cell_type == "markdown":
            heading = next((line.lstrip("# ") for line in reversed(lines) if line.startswith("#")), heading)
        elif each.source == cell:
            break
    pointed = [line for line in STOPPED.findall(log) if line in cell]
    where = f"the cell under “{heading}”" if heading else "a cell"
    return f"{where}, line “{pointed[0].strip()}”" if pointed and pointed[0].strip() else where


def _ran(source: Path, turn: Turn, manager: Any, seconds: int) -> NotebookFailed | None:
    """One turn on a kernel that papermill starts, or finds."""
    import papermill
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.exceptions import PapermillException, PapermillExecutionError

    try:
        papermill.execute_notebook(
            str(source), str(turn.out), parameters=dict(turn.parameters), km=manager, kernel_name="reread",
            progress_bar=False, execution_timeout=seconds, cwd=".", log_output=False,
        )  # fmt: skip
    except PapermillExecutionError as error:
        log = COLOURS.sub("", "\n".join(error.traceback))
        return NotebookFailed(_place(source, error.source, log), f"{error.ename}: {error.evalue}", MEND, log)
    except CellTimeoutError:
        return NotebookFailed(
            "a cell",
            f"no end after {seconds} seconds",
            "a cell that ends, or a longer notebook_seconds in config.yaml",
            "",
        )
    except (DeadKernelError, PapermillException, nbformat.reader.NotJSONError, nbformat.ValidationError) as error:
        return NotebookFailed("", str(error).split("\n")[0], "a notebook that runs in JupyterLab", "")
    return None


async def _told(manager: Any, code: str) -> None:
    """Let the kernel run some lines that are no cell."""
    client = manager.client()
    client.start_channels()
    try:
        await client.execute(code, silent=True, store_history=False, reply=True, timeout=STARTS)
    finally:
        client.stop_channels()


async def _shut_down(manager: Any) -> None:
    if await manager.is_alive():
        await manager.shutdown_kernel(now=True)
    await manager.cleanup_resources()


def normalise(path: Path) -> None:
    """Take out what differs between two runs: times, process numbers, cell ids, ways outside the folder.

    The numbers of its cells are those of a first turn.
    """
    try:
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except Exception:  # not a notebook at all: the failure is told elsewhere
        return
    notebook.metadata.pop("papermill", None)
    turns = count(1)
    for k, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{k}"
        for extra in ("papermill", "execution"):
            cell.metadata.pop(extra, None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell["source"] = OUTSIDE.sub(r'= "\1"', cell["source"])
        number = next(turns) if cell.get("execution_count") else None
        if number:
            cell["execution_count"] = number
        for output in cell.get("outputs", []):
            if output.get("execution_count"):
                output["execution_count"] = number
            if "text" in output:
                output["text"] = IPYKERNEL.sub("ipykernel", output["text"])
            if "traceback" in output:
                output["traceback"] = [
                    IPYKERNEL.sub("ipykernel", COLOURS.sub("", line)) for line in output["traceback"]
                ]
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")  # type: ignore[no-untyped-call]
