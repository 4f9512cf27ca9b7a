"""How is a notebook run so that it gives the same bytes each time, next to others, and cannot hang?

Kernels talk over ipc (parallel kernels race for TCP ports), are shut down by us (papermill leaves a given kernel alive)
and run on this interpreter whatever kernel name the notebook stores (`kernel.py`).
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import nbformat

IPYKERNEL = re.compile(r"ipykernel_\d+")
# an injected path that leads out of the working folder: which way differs between machines
OUTSIDE = re.compile(r'= "(?:\.\./)+(?:[^"\n]*/)?([^"/\n]+)"')
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class NotebookFailed(Exception):  # noqa: N818 - said to readers
    """A cell raised or ran out of time: where, what, and what to do about it."""

    def __init__(self, place: str, found: str, write: str, log: str) -> None:
        super().__init__(f"{place}: {found}")
        self.place, self.found, self.write, self.log = place, found, write, log


def run_notebook(source: Path, out: Path, parameters: dict[str, Any], seconds: int) -> None:
    """Run `source` with parameters injected and write the normalised result. Raises NotebookFailed."""
    import papermill
    from jupyter_client.manager import AsyncKernelManager
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.exceptions import PapermillException, PapermillExecutionError

    from reread.notebook.kernel import spec

    own, fork = spec()
    with tempfile.TemporaryDirectory(prefix="ra-") as short:
        manager = AsyncKernelManager(transport="ipc", ip=f"{short}/k")
        manager._kernel_spec = own
        failure: NotebookFailed | None = None
        try:
            papermill.execute_notebook(
                str(source), str(out), parameters=parameters, km=manager, kernel_name="reread",
                progress_bar=False, execution_timeout=seconds, cwd=".", log_output=False,
            )  # fmt: skip
        except PapermillExecutionError as error:
            log = COLOURS.sub("", "\n".join(error.traceback))
            failure = NotebookFailed(
                f"cell {error.exec_count}", f"{error.ename}: {error.evalue}", "a cell that runs", log
            )
        except CellTimeoutError:
            failure = NotebookFailed(
                "a cell",
                f"no end after {seconds} seconds",
                "a cell that ends, or a longer notebook_seconds in config.yaml",
                "",
            )
        except (DeadKernelError, PapermillException, nbformat.reader.NotJSONError, nbformat.ValidationError) as error:
            failure = NotebookFailed("", str(error).split("\n")[0], "a notebook that runs in JupyterLab", "")
        finally:
            _shut_down(manager)
            if fork:
                fork.close()
                fork.kill()
                fork.wait()
    if not out.is_file():
        shutil.copyfile(source, out)
    normalise(out)
    if failure:
        raise failure


def _shut_down(manager: Any) -> None:
    import asyncio

    async def end() -> None:
        if await manager.is_alive():
            await manager.shutdown_kernel(now=True)
        await manager.cleanup_resources()

    asyncio.run(end())


def normalise(path: Path) -> None:
    """Take out what differs between two runs: times, process numbers, random cell ids, ways outside the folder."""
    try:
        notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    except Exception:  # not a notebook at all: the failure is told elsewhere
        return
    notebook.metadata.pop("papermill", None)
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
        for extra in ("papermill", "execution"):
            cell.metadata.pop(extra, None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell["source"] = OUTSIDE.sub(r'= "\1"', cell["source"])
        for output in cell.get("outputs", []):
            if "text" in output:
                output["text"] = IPYKERNEL.sub("ipykernel", output["text"])
            if "traceback" in output:
                output["traceback"] = [
                    IPYKERNEL.sub("ipykernel", COLOURS.sub("", line)) for line in output["traceback"]
                ]
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")  # type: ignore[no-untyped-call]
