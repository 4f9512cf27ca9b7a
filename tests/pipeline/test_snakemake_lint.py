"""`snakemake --lint` has nothing to say, but for one request that does not fit: an environment line on every rule."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

# the whole pipeline runs in one environment, .venv or conda's
ACCEPTED = {"Specify a conda environment or container for each rule."}


def test_snakemake_lint(repo: Path) -> None:
    if not (repo / "Snakefile").is_file():
        pytest.skip("no Snakefile")
    command = [sys.executable, "-m", "snakemake", "--lint"]
    answer = subprocess.run(command, cwd=repo, capture_output=True, text=True, check=False)
    said = answer.stdout + answer.stderr
    assert answer.returncode == 0 or "Lints for " in said, f"not as far as linting:\n{said}"
    asked = [
        f"{block.splitlines()[0]} {title}"
        for block in said.split("Lints for ")[1:]
        for title in re.findall(r"^    \* (.+):$", block, re.M)
        if title not in ACCEPTED
    ]
    assert not asked
