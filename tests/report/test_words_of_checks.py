"""Are the few words that checks hand over with their numbers in the reader's language?"""

from __future__ import annotations

import re
from collections.abc import Iterator

import honest_study
import honest_tests
import plain_groups
import plain_study
import pytest
from cases_of_checks import ODD, WRONG
from languages_said import PARAMETER, said

from reread import checks, words
from reread.report.told import in_words
from reread.study.finding import Finding

# what a study calls its categories and groups
NAMES = {*plain_study.LABELS, *plain_groups.GROUPS}
WORD = re.compile(r"[^\W\d_]{3,}")


def spoken(language: str) -> set[str]:
    """Every word of a language's sentences."""
    return {word.lower() for text in said(language).values() for word in WORD.findall(PARAMETER.sub(" ", text))}


def found() -> Iterator[Finding]:
    """What each check says of its wrong case, and all of them of honest tests."""
    for name, change in {**WRONG, **{name: change for name, (change, _) in ODD.items()}}.items():
        yield from checks.found()[name](plain_study.study(**change))
    for seed in range(30):
        yield from checks.findings(honest_tests.random_tests_study(seed))


@pytest.fixture(scope="module")
def only_english() -> set[str]:
    return spoken("en") - spoken("id")


def test_checks_hand_over_no_english_word(only_english: set[str]) -> None:
    say = words.load("id")
    with honest_study.short_lists():
        said = list(found())
    assert {finding.check for finding in said} >= {*WRONG, *ODD}
    for finding in said:
        for name, text in in_words(finding.params, say).items():
            told = {word.lower() for word in WORD.findall(text)} - NAMES
            assert not told & only_english, (
                f"checks/{finding.check}.py, {{{name}}}: “{text}”; put it into words/*/terms.yaml"
            )
