"""Who does what was asked: this process, or one that has the program loaded already?

In the jobs of a pipeline run, one that is loaded (`reread warm`); nothing is imported here then but what asking takes.
"""

from __future__ import annotations

import os
import sys

from reread.files import WARM

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy: the same sums in the same order on every machine


def main(argv: list[str] | None = None) -> int:
    """Run one verb; a problem that is not data for a later stage ends with one line on the screen and exit code 1."""
    if argv is None and WARM in os.environ and (code := handed_over(os.environ[WARM])) is not None:
        return code
    from reread.verbs import called

    return called(sys.argv[1:] if argv is None else argv)


def handed_over(where: str) -> int | None:
    """The exit code of this call, run by a fork of the process that listens there; None where none listens."""
    import marshal
    import socket

    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(where)
        except OSError:
            return None
        said = marshal.dumps((sys.argv[1:], dict(os.environ), os.getcwd()))
        answer, out = os.pipe()
        socket.send_fds(connection, [len(said).to_bytes(8, "big")], [0, 1, 2, out])
        connection.sendall(said)
        os.close(out)
        code = os.read(answer, 1)
    return code[0] if code else 1


if __name__ == "__main__":
    sys.exit(main())
