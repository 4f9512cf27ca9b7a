"""Make a working folder: pipeline, settings, notebooks, evidence, and a small invented study to try things on.

A folder that holds anything is left alone. `snakemake --cores 4` in the new one writes results/index.html; that needs
reread[pipeline].
"""

from __future__ import annotations

import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reread.files.problem import Problem

PACKAGE = Path(__file__).parents[1]
OWN = PACKAGE / "folder"  # what only a new folder has; an installed package has the rest there as well
CHECKOUT = PACKAGE.parents[1]
PARTS = ("Snakefile", "config.yaml", "workflow", "profiles", "notebooks", "evidence", "rivals")
MADE = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")


def arguments(parser: ArgumentParser) -> None:
    """`reread new FOLDER`"""
    parser.add_argument("folder", type=Path, help="the folder to make")


def run(args: Namespace) -> int:
    """Write the folder and say what to do in it."""
    folder: Path = args.folder
    if folder.exists() and not folder.is_dir():
        raise Problem(str(folder), "", "a file", "the name of a new folder")
    if folder.is_dir() and any(folder.iterdir()):
        raise Problem(str(folder), "", "a folder that is not empty", "the name of a new folder, or of an empty one")
    there = folder.is_dir()
    try:
        for source in sources():
            if source.is_dir():
                shutil.copytree(source, folder / source.name, ignore=MADE)
            else:
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, folder / source.name)
    except BaseException:  # half a folder would be in the way of the next try
        for made in folder.iterdir() if folder.is_dir() else ():
            shutil.rmtree(made) if made.is_dir() else made.unlink()
        if not there and folder.is_dir():
            folder.rmdir()
        raise
    print(f"Wrote {folder}/: {', '.join(sorted(path.name for path in folder.iterdir()))}")
    print(f"Next: cd {folder} && snakemake --cores 4")
    return 0


def sources() -> list[Path]:
    """The files and folders that a new folder is made of: from the package as installed, or from a checkout."""
    installed = (OWN / "Snakefile").is_file()
    parts = () if installed else (CHECKOUT / name for name in PARTS if (CHECKOUT / name).exists())
    return [*sorted(OWN.iterdir()), *parts]
