"""Does every language say everything, with the same parameters, and does its page hold no sentence of another?"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from languages_said import PARAMETER, said
from parsed import Page

from reread.__main__ import main
from reread.appraisal.instruments import instrument
from reread.words import languages, load

WORD = re.compile(r"[A-Za-z]{2,}")
OTHERS = [language for language in languages() if language != "en"]
# Names, symbols and units that are written alike, beside strings that hold no word of two letters.
ALIKE = {
    "Reread",
    "Reread {version}",
    "Word",
    "notebook",
    "Markdown",
    "HTML",
    "Program",
    "median",
    "SD",
    "SE",
    "SHA-256",
    "doi:{doi}",
    "{n} kB",
    "{n} MB",
    "{n} SD",
    "ICC {n}",
    "RR {n}",
    "OR {n}",
}
CODES = re.compile(r"appraisal\.designs\.\w+\.tells")  # yes, partly and no are read by the program
ENOUGH_WORDS = 4
STUDY = "khaeriyah-sari-2025"


@pytest.mark.parametrize(("one", "other"), list(pairwise(languages())))
def test_every_language_has_every_sentence_and_no_list_is_shorter(one: str, other: str) -> None:
    assert sorted(said(one)) == sorted(said(other))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_fills_in_the_same_parameters(language: str) -> None:
    for key, text in said("en").items():
        assert set(PARAMETER.findall(said(language)[key])) == set(PARAMETER.findall(text)), key


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated(language: str) -> None:
    left = {key for key, text in said("en").items() if said(language)[key] == text and _has_a_word(text)}
    assert not {key for key in left if said("en")[key] not in ALIKE and not CODES.fullmatch(key)}


def _has_a_word(text: str) -> bool:
    return bool(WORD.search(PARAMETER.sub("", text)))


@pytest.mark.parametrize("language", OTHERS)
def test_spaces_at_the_ends_stand_where_they_stand_in_english(language: str) -> None:
    for key, text in said("en").items():
        ends = [(each[:1].isspace(), each[-1:].isspace()) for each in (text, said(language)[key])]
        assert ends[0] == ends[1], key


@pytest.fixture(scope="module", params=OTHERS)
def page(request: pytest.FixtureRequest, repo: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A language, and the results of a study whose numbers cannot all agree, read in it."""
    out = tmp_path_factory.mktemp("results")
    study, folder = str(repo / "studies" / STUDY), out / STUDY
    main(["extract", study, "--out", str(folder)])
    for verb in ("check", "appraise"):
        main([verb, study, "--out", str(folder), "--language", request.param])
    main(["report", STUDY, "--results", str(out), "--root", str(repo), "--language", request.param])
    return request.param, folder


def test_the_page_is_in_its_language(page: tuple[str, Path]) -> None:
    language, folder = page
    shown, say = Page((folder / "report.html").read_text(encoding="utf-8")), load(language)
    assert ("html", {"lang": language}) in shown.elements
    for key in (
        "page.status.inconsistent",
        "page.answers.numbers.no",
        "appraisal.designs.one_group_pretest_posttest.say",
    ):
        assert say(key) in shown.text()
    assert say("page.designs.one-group pretest-posttest") in shown.text("#method")
    assert instrument("threats").items["natural course"][language][0] in shown.text("#appraisal")


def test_the_page_holds_no_english_sentence(page: tuple[str, Path], repo: Path) -> None:
    """Beside what a person wrote into the study's folder, which stands as it was written."""
    shown = Page((page[1] / "report.html").read_text(encoding="utf-8")).text()
    written = " ".join(path.read_text(encoding="utf-8") for path in (repo / "studies" / STUDY).glob("*.yaml"))
    texts = [piece.strip(" .,:;()") for text in said("en").values() for piece in PARAMETER.split(text)]
    sentences = {text for text in texts if len(WORD.findall(text)) >= ENOUGH_WORDS}
    assert not [text for text in sentences if text in shown and text not in written]


def test_the_words_of_a_check_are_in_its_language(page: tuple[str, Path]) -> None:
    language, folder = page
    findings = json.loads((folder / "findings.json").read_text(encoding="utf-8"))["findings"]
    told = {finding["check"]: finding for finding in findings}
    between, test = load(language)("terms.between.to"), load(language)("terms.test.paired t")
    assert re.search(rf"\d {between} −\d", told["ci_t"]["printed"])
    assert test in told["test_fits"]["printed"]
    assert load(language)("terms.definition.SD before") in " ".join(told["d_from_tables"]["words"]["arithmetic"])
