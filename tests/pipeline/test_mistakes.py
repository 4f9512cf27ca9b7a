"""Does every mistake in a study's folder get a clear message, while the rest is made? Verb by verb."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import small
from contract import FAILED, WAITS, mismatches
from parsed import Page
from runs import Ran

from reread import checks
from reread.__main__ import main
from reread.study.values import Study

pytestmark = pytest.mark.pipeline

ALONE = small.STUDY.replace("{12} people took part", "{12}")
FILE, TEXT = "studies/torn/study.yaml", small.TRANSCRIPT
# what is wrong → the study file, its documents, and what the message has to say
MISTAKES: dict[str, tuple[str, dict[str, str | bytes], list[str]]] = {
    "words that are not there": (
        small.STUDY.replace("people took part", "people took some part"), {"transcript_md": TEXT},
        [FILE, "n:", "“{12} people took some part”", "transcript.md", "12 people took part", "line 3"],
    ),
    "a number alone": (
        ALONE, {"transcript_md": TEXT + "\nOf 12 we asked.\n"}, [FILE, "n:", "“{12}” in lines 3, 8", "a few words"],
    ),
    "a key twice": (small.STUDY + "title: Again\n", {"transcript_md": TEXT}, [FILE, "line 9", "“title” twice"]),
    "a typed number": (
        small.STUDY.replace('"{12} people took part"', "12"), {"transcript_md": TEXT},
        [FILE, "line 3, n:", "the number 12", "{20} mothers"],
    ),
    "an unknown design": (
        small.STUDY.replace("pretest-posttest", "pretest-postest"), {"transcript_md": TEXT},
        [FILE, "line 2, design.kind", "“one-group pretest-postest”", "“one-group pretest-posttest”?", "two-group"],
    ),
    "an unknown key": (
        small.STUDY.replace("label:", "labl:"), {"transcript_md": TEXT},
        [FILE, "line 6, outcomes.score.labl", "unknown key “labl”", "“label”?"],
    ),
    "a number outside the braces": (
        small.STUDY.replace("± {0.45}", "± 0.45"), {"transcript_md": TEXT}, [FILE, "score.before.sd", "braces"],
    ),
    "no YAML": ("title: [\n", {"transcript_md": TEXT}, [FILE, "line 2"]),
    "no keys": ("", {"transcript_md": TEXT}, [FILE, "no keys", "title"]),
    "unreadable study file": ("", {"study_yaml": b"title: \xff\xfe", "transcript_md": TEXT}, [FILE, "UTF-8"]),
    "unreadable bytes": (
        small.STUDY, {"transcript_md": "In all, 12 people \ufffd took part – twice\n".encode()},
        ["studies/torn/transcript.md", "line 1", "UTF-8"],
    ),
    "an empty document": (small.STUDY, {"transcript_md": " \n"}, ["studies/torn/transcript.md", "an empty document"]),
    "two originals": (
        small.STUDY, {"original_md": TEXT, "original_txt": TEXT},
        ["studies/torn", "original.txt", "beside original.md", "one document per tag"],
    ),
    "an unknown format": (small.STUDY, {"original_xyz": TEXT}, ["studies/torn/original.xyz", "“.xyz”", ".md", ".txt"]),
    "no document": (small.STUDY, {"notes_md": TEXT}, ["studies/torn", "no document", "transcript.md"]),
    "a document that is not there": (
        small.STUDY.replace('n: "', 'n: "en: '), {"transcript_id.md": TEXT}, [FILE, "n", "en"],
    ),
}  # fmt: skip


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a study in order, in which the verbs run."""
    monkeypatch.chdir(tmp_path)
    small.study(tmp_path / "studies" / "fine")
    return tmp_path


@pytest.fixture
def verbs(place: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run what the rules run, but for notebooks; expected errors are data, so only `outcome` may end with 1."""

    def run(*studies: str) -> Ran:
        for study in studies:
            folder = [f"studies/{study}", "--out", f"results/{study}"]
            for verb in (["extract", *folder], ["check", *folder], ["appraise", *folder], ["report", study]):
                assert main(verb) == 0, verb
        assert main(["index", *studies]) == 0
        assert capsys.readouterr() == ("", "")
        code = main(["outcome", *studies])
        return Ran(place, code, capsys.readouterr().out)

    return run


def torn(place: Path, mistake: str) -> Path:
    """The folder of a study with one mistake."""
    study_file, documents, _ = MISTAKES[mistake]
    return small.study(place / "studies" / "torn", study_file, **documents)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_and_costs_no_other_study(place: Path, verbs: Callable[..., Ran], mistake: str) -> None:
    folder = torn(place, mistake)
    ran = verbs("fine", "torn")
    assert ran.code == 1
    assert ran.last.startswith("✗ torn, extract: "), ran.screen
    message = ran.last.removeprefix("✗ torn, extract: ")
    assert [words for words in MISTAKES[mistake][2] if words not in message] == [], message
    assert str(place) not in message
    # a stage that did not run leaves why, and the page and the index say it
    assert list(mismatches(ran.json("extract", "torn"), FAILED)) == []
    for later in ("findings", "appraisal"):
        assert list(mismatches(ran.json(later, "torn"), WAITS)) == []
    found = ran.json("extract", "torn")["problem"]["found"]
    for page in (ran.html("torn"), ran.html("")):
        assert " ".join(found.split()) in Page(page).text()
    assert ran.json("findings", "fine")["ok"] is True
    assert "problem" not in ran.json("findings", "fine")
    # mended, all is well
    for path in folder.iterdir():
        path.unlink()
    small.study(folder)
    mended = verbs("fine", "torn")
    assert (mended.code, mended.last) == (0, "Read 2 studies. Open results/index.html")
    assert Page(mended.html("torn")).text().replace("torn", "fine") == Page(mended.html("fine")).text()


def test_a_study_without_a_study_file_says_so(place: Path, verbs: Callable[..., Ran]) -> None:
    folder = place / "studies" / "bare"
    folder.mkdir()
    (folder / "transcript.md").write_text(small.TRANSCRIPT, encoding="utf-8")
    ran = verbs("bare", "fine")
    assert ran.code == 1
    assert "bare, extract: studies/bare/study.yaml: found no study file" in ran.last


def test_an_original_without_a_study_file_gets_a_page_to_confirm(place: Path, verbs: Callable[..., Ran]) -> None:
    folder = place / "studies" / "dropped"
    folder.mkdir()
    (folder / "original.txt").write_text("It rose, t(28) = 2.20, p = .004, in one group.\n", encoding="utf-8")
    ran = verbs("dropped", "fine")
    assert (ran.code, ran.last) == (0, "Read 2 studies. Open results/index.html")
    page = Page(ran.html("dropped")).text()
    assert "cannot agree as read; to confirm" in page
    assert "They cannot all hold." not in page
    index = Page(ran.html("")).text()
    assert "As read, the one result that was checked cannot agree; to confirm." in index
    assert ran.json("findings", "dropped")["findings"] == []


def test_a_misspelt_appraisal_costs_only_the_appraisal(place: Path, verbs: Callable[..., Ran]) -> None:
    (place / "studies" / "fine" / "appraisal.yaml").write_text("instrument: {}\n", encoding="utf-8")
    ran = verbs("fine")
    assert ran.code == 1
    assert "✗ fine, appraise: studies/fine/appraisal.yaml, line 1, instrument: found the unknown key" in ran.last
    assert "“instruments”?" in ran.last
    assert list(mismatches(ran.json("appraisal", "fine"), FAILED)) == []
    assert ran.json("findings", "fine")["ok"] is True


def raises(study: Study) -> Iterator[object]:
    """A check as a student may have left it."""
    yield 1 / 0


def test_a_check_that_raises_costs_only_its_findings(
    place: Path, verbs: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = verbs("fine")
    assert before.code == 0
    monkeypatch.setattr("reread.explain.benign.checks", lambda: {**checks.found(), "brand_new": raises})
    ran = verbs("fine")
    assert ran.code == 1
    assert "✗ fine, check: checks/brand_new.py: found ZeroDivisionError: division by zero" in ran.last
    log = ran.last.partition("(log: ")[2].rstrip(")")
    assert "1 / 0" in (place / log).read_text(encoding="utf-8")
    findings = ran.json("findings", "fine")
    assert findings["findings"] == before.json("findings", "fine")["findings"]
    assert [row["text"] for row in findings["not_checked"] if "division" in row["why"]] == ["brand_new"]
    page = Page(ran.html("fine"))
    assert "ZeroDivisionError" in page.text()
