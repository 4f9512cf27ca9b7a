"""In which languages is a run told, and where do the results of each lie?

The first language has results/ itself, every other a folder of its name in it, with the same files inside.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path


def languages_argument(parser: ArgumentParser) -> None:
    """What every verb may be told that writes words of a reader's language into results/."""
    told = "the language of the words (default: en); of several, all but the first lie in results/<language>/"
    parser.add_argument("--language", nargs="+", default=["en"], help=told)


def in_languages(results: Path, languages: Sequence[str]) -> dict[str, Path]:
    """The folder of results in each language.

    >>> in_languages(Path("results"), ["en", "id"])["id"].as_posix()
    'results/id'
    """
    return {language: results / language if k else results for k, language in enumerate(languages)}


def of_study(out: Path, languages: Sequence[str]) -> dict[str, Path]:
    """The folder of a study's results in each language, the first one's as given."""
    return {language: folder / out.name for language, folder in in_languages(out.parent, languages).items()}
