"""How does a notebook's kernel start: as a program of its own, or forked from a process that has everything imported?

Forked only in a job of `reread warm`, and before that job has an event loop, sockets or threads: the fork waits until
it is told where its connection file is. The kernel is ipykernel's own, so that a notebook cannot tell the difference.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from importlib.metadata import EntryPoint
from typing import Any

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Any as Held

from reread.files import WARM

NAME = "reread-fork"


class Fork:
    """A fork of this process that waits to become a kernel. To jupyter_client it looks like a `Popen`."""

    stdin = stdout = stderr = None

    def __init__(self) -> None:
        told, self.way = os.pipe()
        ready, is_ready = os.pipe()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        self.returncode: int | None = None
        parent = os.getpid()
        self.pid = os.fork()
        if not self.pid:
            os.setsid()  # jupyter_client kills whole groups
            os.close(self.way)
            os.close(is_ready)
            _become_kernel(told, parent)
        os.close(told)
        os.close(is_ready)
        os.read(ready, 1)  # until the fork has its own group
        os.close(ready)

    def begin(self, connection_file: str) -> None:
        """Let it be a kernel."""
        os.write(self.way, connection_file.encode())
        self.close()

    def close(self) -> None:
        """Nothing more will be said; a fork that was told nothing ends."""
        if self.way >= 0:
            os.close(self.way)
        self.way = -1

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        if self.returncode is None:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            self.returncode = os.waitstatus_to_exitcode(status) if ended else None
        return self.returncode

    def wait(self) -> int:
        """The exit code, when it has ended."""
        while self.poll() is None:
            time.sleep(0.005)
        return self.returncode or 0

    def send_signal(self, number: int) -> None:
        """As `Popen.send_signal`."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """As `Popen.kill`."""
        self.send_signal(signal.SIGKILL)

    terminate = kill


class Forked(LocalProvisioner):
    """Starts a kernel by telling a fork that waits."""

    fork = Held()

    async def launch_kernel(self, cmd: list[str], **more: Any) -> Any:
        """What LocalProvisioner does with a new process."""
        assert self.parent is not None
        self.fork.begin(self.parent.connection_file)
        self.process, self.pid, self.pgid = self.fork, self.fork.pid, self.fork.pid
        return self.connection_info


def spec() -> tuple[KernelSpec, Fork | None]:
    """The kernel on this interpreter, and the fork that waits to be it, in a process from which one may be taken."""
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    found = KernelSpec(argv=argv, display_name="Reread", language="python", env={"OMP_NUM_THREADS": "1"})
    if WARM not in os.environ or not sys.platform.startswith("linux"):
        return found, None
    fork = Fork()
    KernelProvisionerFactory.instance().provisioners[NAME] = EntryPoint(NAME, f"{__name__}:Forked", "")
    found.metadata = {"kernel_provisioner": {"provisioner_name": NAME, "config": {"fork": fork}}}
    return found, fork


def _become_kernel(told: int, parent: int) -> None:
    """In the fork: wait, then be ipykernel until the end."""
    code = 1
    try:
        connection_file = os.read(told, 4096).decode()
        if not connection_file:
            return
        with open(os.devnull, "rb") as nothing:
            os.dup2(nothing.fileno(), 0)
        sys.argv = ["ipykernel_launcher"]
        if "pandas" in sys.modules:  # imported outside of a kernel, it fits tables to a terminal
            sys.modules["pandas"].set_option("display.max_columns", 20)
        from ipykernel.kernelapp import IPKernelApp

        argv = ["-f", connection_file, f"--IPKernelApp.parent_handle={parent}"]
        if "matplotlib.pyplot" in sys.modules:  # imported outside of a kernel, it shows figures nowhere
            argv.append("--matplotlib=inline")
        IPKernelApp.launch_instance(argv=argv)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)
