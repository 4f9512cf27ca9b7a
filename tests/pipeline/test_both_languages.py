"""Does one run give every page in both languages, each the same as alone, with nothing left in the other one?"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from contract import FILES, mismatches
from lxml import html
from runs import BOTH, POLICY, STUDY, Program, Ran, copy_parts

from reread.__main__ import main
from reread.files.texts import read_texts

pytestmark = pytest.mark.pipeline
OTHER = "id"
LINK = re.compile(r'<link rel="alternate".*\n|<nav class="languages".*\n(?:<a .*\n)+</nav>\n')
LINKED = re.compile(r".+/notebooks/\w+\.html")  # lead to the other language, where there is one
# what stands in the language of a document, of a reference or of a program
AS_IT_IS = ("style", "script", "q", "cite", "code")
# two words in small letters make a phrase, where names, symbols and units do not
PHRASE = re.compile(r"(?:.*?(?<!\w)[a-zà-ÿ]{3,}(?!\w)){2}", re.DOTALL)
# headings of a document, and its references, are its own
PLACE = re.compile(r"; (?:line \d+ of the transcript|baris \d+ transkrip)")
FILE = re.compile(r"\S+\.[a-z]{2,5}\b")


def pages(ran: Ran, language: str = "en") -> dict[str, Path]:
    """Every page of a language by its place in results."""
    results = ran.results / language if language == OTHER else ran.results
    found = [results / "index.html", *results.glob("*/report.html"), *results.glob("*/club.html")]
    return {path.relative_to(results).as_posix(): path for path in found}


def pieces(path: Path) -> Iterator[str]:
    """The pieces of text of a page, and what is read out of it, but for what stands in another language by right."""
    for element in html.fromstring(path.read_text(encoding="utf-8")).iter():
        above = [element, *element.iterancestors()]
        if not isinstance(element.tag, str) or any(each.tag in AS_IT_IS or _in_another(each) for each in above):
            continue
        told = [element.text, *(below.tail for below in element), *(element.get(at) for at in ("alt", "aria-label"))]
        yield from (" ".join(text.split()) for text in told if text and text.strip() and not PLACE.search(text))


def _in_another(element: Any) -> bool:
    return element.tag != "html" and (bool(element.get("lang")) or element.get("id") == "citations")


def test_every_page_is_there_twice_and_leads_to_the_other(both: Ran) -> None:
    assert both.code == 0, both.screen
    assert "results/index.html" in both.last
    assert f"results/{OTHER}/index.html" in both.last
    assert sorted(pages(both)) == sorted(pages(both, OTHER))
    assert len([name for name in pages(both) if name.endswith("report.html")]) == 7
    assert f"{STUDY}/club.html" in pages(both)
    for language, other in (("en", OTHER), (OTHER, "en")):
        for name, path in pages(both, language).items():
            page = html.fromstring(path.read_text(encoding="utf-8"))
            assert page.get("lang") == language
            (link,) = page.xpath("//nav//a[@hreflang]")
            assert (link.get("lang"), link.get("hreflang")) == (other, other)
            there = (path.parent / link.get("href")).resolve()
            assert there == pages(both, other)[name].resolve()
            assert page.xpath("//link[@rel='alternate']/@href") == [link.get("href")]


def test_no_link_of_either_is_dead(both: Ran) -> None:
    for language in ("en", OTHER):
        for path in pages(both, language).values():
            for href in html.fromstring(path.read_text(encoding="utf-8")).xpath("//a/@href"):
                file, _, part = href.partition("#")
                if file.startswith("http"):
                    continue
                there = (path.parent / file).resolve() if file else path
                assert there.is_file(), (path, href)
                assert not part or f'id="{part}"' in there.read_text(encoding="utf-8"), (path, href)


@pytest.mark.parametrize("name", FILES)
def test_the_other_language_keeps_the_contract(both: Ran, name: str) -> None:
    path = both.results / OTHER / STUDY / f"{name}.json"
    assert list(mismatches(json.loads(path.read_text(encoding="utf-8")), FILES[name], name)) == []


def test_the_first_language_is_as_alone(both: Ran, full: Ran) -> None:
    """Of the study alone: what stands beside other studies' claims is not compared."""
    mine = {name: data for name, data in full.files().items() if name.startswith(f"{STUDY}/")}
    ours = both.files()
    apart = {f"{STUDY}/{name}" for name in ("appraisal.json", "report.html", "club.html")}
    assert {name for name in mine if ours[name] != mine[name] and not LINKED.fullmatch(name)} <= apart
    assert len(mine) > 30


def test_the_second_language_is_as_alone(both: Ran, program: Program, tmp_path: Path) -> None:
    """One notebook of one study, run by itself in that language on what the other stages left."""
    study, results = "infant-weight-case", tmp_path / "results"
    shutil.copytree(both.results / OTHER / study, results / study)
    made = {name: path.read_bytes() for name, path in _of_rivals(results / study)}
    place = copy_parts(program.folder, tmp_path, (f"studies/{study}", "evidence", "rivals"))
    for _, path in _of_rivals(results / study):
        path.unlink()
    notebook = str(program.folder / "notebooks" / "rivals.ipynb")
    program.python("-m", "reread", "notebook", notebook, "--study", study, "--language", OTHER, place=place)
    assert {name: path.read_bytes() for name, path in _of_rivals(results / study)} == made
    assert len(made) > 6


def _of_rivals(folder: Path) -> list[tuple[str, Path]]:
    found = [folder / "rivals.json", *sorted((folder / "figures" / "rivals").glob("*"))]
    return [(path.name, path) for path in found if path.is_file() and path.name != ".snakemake_timestamp"]


def test_what_is_computed_is_the_same_in_both(both: Ran) -> None:
    def numbers(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: numbers(value) for key, value in node.items()}
        return [numbers(each) for each in node] if isinstance(node, list) else node if not isinstance(node, str) else ""

    for path in sorted((both.results / OTHER).glob("*/*.json")):
        first = both.results / path.relative_to(both.results / OTHER)
        one, other = (json.loads(each.read_text(encoding="utf-8")) for each in (first, path))
        for data in (one, other):
            if isinstance(data, dict):
                data.pop("untranslated", None)
        assert numbers(one) == numbers(other), path


def test_no_sentence_is_left_in_the_other_language(both: Ran) -> None:
    left = {
        (name, text)
        for name, path in pages(both).items()
        for text in {*pieces(path)} & {*pieces(pages(both, OTHER)[name])}
        if PHRASE.match(FILE.sub("", text))
    }
    assert left == set()


def test_no_sentence_of_a_letter_is_left_in_the_other_language(both: Ran) -> None:
    """But for quotes, and sums, which are figures."""
    letters = sorted(both.results.glob("*/letter.md"))
    assert letters
    for letter in letters:
        other = both.results / OTHER / letter.relative_to(both.results)
        one, two = ({*path.read_text(encoding="utf-8").splitlines()} for path in (letter, other))
        left = {line for line in one & two if not line.startswith((">", "    ")) and PHRASE.match(FILE.sub("", line))}
        assert left == set(), letter
        assert (letter.with_suffix(".docx").is_file(), other.with_suffix(".docx").is_file()) == (True, True)


def test_no_text_of_a_study_is_left_as_it_was_written(both: Ran) -> None:
    """Not even one word of it in the middle of a sentence, or in a picture."""
    folders = [*sorted((both.place / "studies").iterdir()), both.place / "evidence"]
    for folder in folders:
        known = {text: told for text, told in read_texts(folder, OTHER).items() if text != told}
        mine = [name for name in pages(both) if name.startswith(f"{folder.name}/")]
        names = mine if folder.name != "evidence" else list(pages(both))
        longest_first = sorted(map(re.escape, known), key=len, reverse=True)
        written = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
        for name in names:
            shown = set(pieces(pages(both, OTHER)[name]))
            left = {(text, word) for text in shown for word in written.findall(text) if not _within(word, text, known)}
            assert left == set(), name


def _within(word: str, text: str, known: dict[str, str]) -> bool:
    """Does a word stand inside a translation that uses it, a name of an article say?"""
    return any(word in told and told in text for told in known.values())


@pytest.mark.parametrize("study", sorted(path.name for path in (Path(__file__).parents[2] / "studies").iterdir()))
def test_every_text_of_a_delivered_study_is_translated(both: Ran, study: str) -> None:
    for stage in ("study", "appraisal"):
        data = json.loads((both.results / OTHER / study / f"{stage}.json").read_text(encoding="utf-8"))
        assert data["untranslated"] == []


def test_numbers_are_figures_and_their_words_stand_in_quotes_only(both: Ran) -> None:
    for language in ("en", OTHER):
        path = pages(both, language)[f"{STUDY}/report.html"]
        assert not {"tujuh", "once"} & {*pieces(path)}
        quotes = html.fromstring(path.read_text(encoding="utf-8")).xpath("//q")
        assert any("tujuh" in quote.text_content() for quote in quotes)


def test_a_study_may_not_be_called_like_the_folder_of_a_language(program: Program, tmp_path: Path) -> None:
    place = copy_parts(program.folder, tmp_path / "named", ("evidence",))
    shutil.copytree(program.folder / "studies" / "marmet-massage", place / "studies" / OTHER)
    ran = program.run(place, "--dry-run", *BOTH)
    assert ran.code != 0
    assert f"studies/{OTHER}: found the name of a language" in ran.screen


def test_a_language_that_is_no_more_asked_for_leaves_no_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for languages, there in ((["en", OTHER], True), (["en"], False)):
        (tmp_path / "results" / OTHER if there else tmp_path / "results").mkdir(parents=True, exist_ok=True)
        assert main(["index", "--language", *languages]) == 0
        assert (tmp_path / "results" / OTHER / "index.html").is_file() == there


def test_no_page_may_load_or_run_anything(both: Ran) -> None:
    every = sorted(both.results.rglob("*.html"))
    assert len(every) == 46
    assert [path for path in every if POLICY not in path.read_text(encoding="utf-8")] == []
