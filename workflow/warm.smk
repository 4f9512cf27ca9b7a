# IN: PREFIX, what every job's shell begins with. OUT: one process that has imported the program, for the jobs of this run.
# MAY NOT: change what a job writes. Without it (--no-hooks, other machines, no Linux) each job starts by itself.
import socket
import subprocess
import tempfile


onstart:
    if workflow.local_exec and sys.platform.startswith("linux"):
        place = Path(tempfile.mkdtemp(prefix="reread-"), "warm")
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(place))
            listening.listen(128)
            # its standard input ends with this process, however it ends
            WARM = subprocess.Popen(
                [sys.executable, "-m", "reread", "warm", str(listening.fileno())],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                pass_fds=[listening.fileno(), LOCK.fileno()],
                env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONHASHSEED": "0"},
            )
        shell.prefix(f"{PREFIX} REREAD_WARM={shlex.quote(str(place))}; ".replace("{", "{{").replace("}", "}}"))
