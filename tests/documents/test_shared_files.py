"""Files that lie beside the project are read and checked, or refused in one line. The bench takes all."""

from __future__ import annotations

import every_file
import pytest

SMALL, EACH = 20_000, 25  # bytes: all that are no larger, and one of so many of the others
FILES = every_file.files()
SAMPLE = [path for path in FILES if path.stat().st_size <= SMALL][::3]
SAMPLE += [path for path in FILES if path.stat().st_size > SMALL][::EACH]


@pytest.mark.skipif(not FILES, reason=f"no files in {every_file.SHARED}")
def test_no_file_ends_otherwise() -> None:
    ended = [(path, every_file.outcome(path)) for path in SAMPLE]
    assert [(path.name, said) for path, (name, said, _) in ended if name == "broke"] == []
    assert all("\n" not in said for _, (_, said, _) in ended)
    assert sum(name == "read" for _, (name, _, _) in ended) > 0.9 * len(SAMPLE)
