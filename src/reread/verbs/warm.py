"""Keep the program loaded for the jobs of one pipeline run: each job is a fork in which all is imported already.

The Snakefile starts it with a listening socket, and it ends when Snakemake does. A job that finds none (a run on other
machines, a system where forks are not safe) starts by itself, and gives the same bytes.
"""

from __future__ import annotations

import gc
import importlib
import marshal
import os
import selectors
import signal
import socket
import sys
import traceback
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from pathlib import Path
from typing import Any

from reread.verbs import called

PACKAGE = Path(__file__).parents[1]
NOTEBOOKS = ("across", "notebook")  # the verbs for which all of it is imported first
OTHERS = (
    "scipy.stats", "pandas", "matplotlib.backends.backend_svg", "papermill", "nbclient", "jupyter_client.manager",
    "jupyter_client.provisioning.local_provisioner", "ipykernel.kernelapp", "pingouin", "SALib.analyze.sobol",
    "SALib.sample.sobol",
)  # fmt: skip


def arguments(parser: ArgumentParser) -> None:
    """`reread warm FD`"""
    parser.add_argument("fd", type=int, help="the listening socket, inherited; standard input ends with the run")


def run(args: Namespace) -> int:
    """Serve until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for Snakemake, whose end is ours
    with socket.socket(fileno=args.fd) as server:
        place = Path(server.getsockname())
        Warm(server).serve()
    with suppress(OSError):
        place.unlink()
        place.parent.rmdir()
    return 0


class Warm:
    """The jobs that run, each by the connection of the one who waits for it; and what is still to be imported."""

    def __init__(self, server: socket.socket) -> None:
        self.server, self.jobs = server, dict[socket.socket, int]()
        self.waiting = [*_ours(), *OTHERS]
        self.selector = selectors.DefaultSelector()
        self.selector.register(server, selectors.EVENT_READ)
        self.selector.register(0, selectors.EVENT_READ)

    def serve(self) -> None:
        """Take jobs as they come, and import while there is nothing else to do."""
        ended = False
        while not ended:
            ready = [key.fileobj for key, _ in self.selector.select(0 if self.waiting else None)]
            for one in ready:
                if one is self.server:
                    self.begin(self.server.accept()[0])
                elif isinstance(one, socket.socket):
                    self.end(one)
                else:
                    ended = True
            if not ready:
                self.load()
        for connection in list(self.jobs):
            self.end(connection)

    def load(self) -> None:
        """Import one module more; one that is half written is told of by the job that needs it."""
        with suppress(Exception):
            importlib.import_module(self.waiting.pop(0))
        if not self.waiting:
            gc.collect()
            gc.freeze()

    def begin(self, connection: socket.socket) -> None:
        """Fork a job. Whoever hung up meanwhile gets none."""
        head, fds, _, _ = socket.recv_fds(connection, 8, 4)
        said = b"".join(_received(connection, int.from_bytes(head, "big"))) if len(fds) == 4 else b""
        if said:
            given, environment, folder = marshal.loads(said)
            while self.waiting and (given[0] in NOTEBOOKS or f"reread.verbs.{given[0]}" in self.waiting):
                self.load()
            child = os.fork()
            if not child:
                _become(given, environment, folder, fds)
            self.jobs[connection] = child
            self.selector.register(connection, selectors.EVENT_READ)
        else:
            connection.close()
        for fd in fds:
            os.close(fd)

    def end(self, connection: socket.socket) -> None:
        """Whoever waited for a job has its answer, or is gone: so is the job."""
        self.selector.unregister(connection)
        connection.close()
        child = self.jobs.pop(connection)
        for kill in (os.killpg, os.kill):
            with suppress(OSError):
                kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _ours() -> list[str]:
    """Every module of the package, the verbs in the order in which a run needs them first."""
    files = (path.relative_to(PACKAGE.parent).with_suffix("") for path in sorted(PACKAGE.rglob("*.py")))
    names = [".".join(path.parts).removesuffix(".__init__") for path in files if path.stem != "__main__"]
    first = [f"reread.verbs.{verb}" for verb in ("extract", "check", "explain", "appraise")]
    return [*first, *(name for name in names if name not in first)]


def _received(connection: socket.socket, size: int) -> Any:
    while size and (part := connection.recv(min(size, 65536))):
        size -= len(part)
        yield part


def _become(given: list[str], environment: dict[str, str], folder: str, fds: list[int]) -> None:
    """In the fork: what a process of its own would do, and no way back."""
    code = 1
    try:
        os.setsid()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for number, name in enumerate(("stdin", "stdout", "stderr")):
            os.dup2(fds[number], number)
            encoding = getattr(sys, name).encoding
            opened = open(number, "w" if number else "r", 1, encoding, closefd=False)  # noqa: SIM115
            setattr(sys, name, opened)
            setattr(sys, f"__{name}__", opened)
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(folder)
        sys.argv = ["reread", *given]
        code = called(given)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(Exception):
                stream.flush()
        os.write(fds[3], bytes([code]))
        os._exit(code)
