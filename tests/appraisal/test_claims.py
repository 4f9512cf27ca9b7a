"""Is every known claim of the documents listed, and does a contradiction show both its places?"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from parsed import Page

from reread.__main__ import main
from reread.appraisal.claims import claim_rows, read_claims
from reread.files.problem import Problem

# Row of ../shared/appraisal/claims.csv → study/claim. The rows of one claim in two languages share one.
WHERE = {
    "back-massage-oxytocin-blood": {
        "release-only": "C01 C06", "raises-production": "C02 C07", "stimulates-nipples": "C03 C08",
        "oxytocin-rose": "C04 C09", "safe": "C05", "ask-first": "C10",
    },
    "expressing-advice": {
        "short-rub": "C11", "reflex-raises-amount": "C12", "released-by-suckling": "C13", "endorsed": "C14",
    },
    "pratama-nining-2023": {
        "prolactin-makes-oxytocin-releases": "C15", "starts-by-itself": "C16", "daily-dose": "C17",
        "nerve-pathways": "C18", "one-group": "C19", "striking-increase": "C20", "not-chance": "C21",
        "compelling": "C22", "raises-production": "C23", "most-in-first-days": "C27", "several-studies": "C28",
        "relaxation": "C29",
    },
    "infant-weight-case": {"better-nutrition": "C24"},
    "neck-massage-2025": {"neck-massage-better": "C25"},
    "marmet-massage": {"more-prolactin": "C26"},
    "khaeriyah-sari-2025": {
        "quasi-experimental": "C30", "share-rose": "C31", "scoring": "C32", "normal-scores": "C33", "t-value": "C34",
        "interval": "C35", "effect-size": "C36", "p-means-massage": "C37", "enhances-production": "C38",
        "large-effect-means-cause": "C39", "part-may-be-natural": "C40", "rises-without-stimulation": "C41",
        "accelerates": "C42", "trials-show-oxytocin": "C43", "existing-studies-small": "C44",
        "existing-studies-large": "C45", "review-confirmed": "C46", "volume-measured": "C47", "validated": "C48",
        "observer-bias": "C49", "massage-dose": "C50", "whole-population": "C51", "from-first-day": "C52",
        "exclusion-after-start": "C53", "parity": "C54", "integrate": "C55", "trials-first": "C56",
        "associated": "C57",
    },
}  # fmt: skip


@pytest.mark.parametrize("study", WHERE)
def test_every_known_claim_is_listed(repo: Path, study: str) -> None:
    assert set(WHERE[study]) <= set(read_claims(repo / "studies" / study).claims)


def test_every_row_of_the_list_has_its_claim(repo: Path) -> None:
    path = repo.parent / "shared" / "appraisal" / "claims.csv"
    if not path.is_file():
        pytest.skip("no ../shared/appraisal/claims.csv beside the repository")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = {row["id"] for row in csv.DictReader(stream)}
    told = [each for claims in WHERE.values() for text in claims.values() for each in text.split()]
    assert sorted(told) == sorted(rows)


def test_both_languages_make_every_claim(repo: Path) -> None:
    rows = claim_rows(repo / "studies" / "back-massage-oxytocin-blood", [], "proposed")
    assert len(rows) == 6
    for row in rows:
        assert [place["document"] for place in row["places"]] == ["id", "en"], row["name"]
        assert row["absent"] == []


def test_a_contradiction_stands_at_both_claims(repo: Path) -> None:
    studies = repo / "studies"
    beside = sorted(studies.iterdir())

    def against(study: str, name: str) -> set[tuple[str, str]]:
        rows = claim_rows(studies / study, beside, "proposed")
        row = next(row for row in rows if row["name"] == name)
        assert all(other["claim"] and other["places"] for other in row["against"])
        return {(other["study"], other["name"]) for other in row["against"]}

    blood = "back-massage-oxytocin-blood"
    assert against(blood, "release-only") >= {
        ("", "raises-production"), ("khaeriyah-sari-2025", "enhances-production"),
        ("pratama-nining-2023", "raises-production"),
    }  # fmt: skip
    assert ("", "release-only") in against(blood, "raises-production")
    assert (blood, "release-only") in against("khaeriyah-sari-2025", "enhances-production")
    assert (blood, "release-only") in against("pratama-nining-2023", "raises-production")


FIRST = """\
document: the first text
claims:
  rises: {claim: It rises, place: {a: line 1}, against: [second/falls, stays]}
  stays: {claim: It stays, place: line 2}
"""
SECOND = "document: the second text\nclaims:\n  falls: {claim: It falls, place: page 9}\n"


def folders(root: Path, **files: str) -> list[Path]:
    for name, text in files.items():
        folder = root / "studies" / name
        folder.mkdir(parents=True)
        (folder / "claims.yaml").write_text(text, encoding="utf-8")
        study = "title: T\ndesign: {kind: text without a study}\n"
        (folder / "study.yaml").write_text(study, encoding="utf-8")
        for tag in "ab":
            (folder / f"transcript.{tag}.md").write_text("Nothing.\n", encoding="utf-8")
    return [root / "studies" / name for name in files]


def page_of(root: Path, *beside: Path) -> Page:
    for verb in ("extract", "check", "appraise"):
        more = ["--claims", *(f"{folder}/claims.yaml" for folder in beside)] if verb == "appraise" else []
        main([verb, "studies/first", "--out", "results/first", *more])
    main(["report", "first"])
    return Page((root / "results/first/report.html").read_text(encoding="utf-8"))


def test_the_page_shows_both_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = page_of(tmp_path, *folders(tmp_path, first=FIRST, second=SECOND))
    row = page.text("#claim-rises")
    assert "a: line 1" in row
    assert "not in b" in row
    assert "It falls" in row
    assert "the second text" in row
    assert "page 9" in row
    assert "It rises" in page.text("#claim-stays")
    links = {at["href"] for tag, at in page.elements if tag == "a" and "claim-" in at.get("href", "")}
    assert links == {"../second/report.html#claim-falls", "#claim-stays", "#claim-rises"}


def test_a_study_outside_this_run_is_named_without_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = page_of(tmp_path, *folders(tmp_path, first=FIRST))
    assert "a claim of second, which is not in this run" in page.text("#claim-rises")
    assert "second/report.html" not in str(page.elements)


@pytest.mark.parametrize(
    ("text", "found", "write"),
    [
        (FIRST.replace("stays]", "stay]"), "“stay”", "“stays”? "),
        (FIRST.replace("second/falls", "second/rises"), "“second/rises”", "falls"),
        (FIRST.replace("{a: line 1}", "{c: line 1}"), "the document “c”", "one of: a, b"),
    ],
)
def test_a_wrong_name_is_told(tmp_path: Path, text: str, found: str, write: str) -> None:
    first, second = folders(tmp_path, first=text, second=SECOND)
    with pytest.raises(Problem) as told:
        claim_rows(first, [second], "proposed")
    assert told.value.file.endswith("first/claims.yaml")
    assert told.value.place.startswith("claims, rises")
    assert told.value.found == found
    assert write in told.value.write


def test_a_file_of_another_study_that_cannot_be_read_costs_nothing_here(tmp_path: Path) -> None:
    first, second = folders(tmp_path, first=FIRST, second="claims: [broken")
    against = claim_rows(first, [second], "proposed")[0]["against"]
    assert [(row["study"], row["claim"]) for row in against] == [("second", ""), ("", "It stays")]


WITH = FIRST.replace("stays]}", "stays], supported_by: [second/falls], kind: cause, rests_on: nothing told}")


def test_what_a_claim_is_about_and_rests_on_and_what_stands_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = page_of(tmp_path, *folders(tmp_path, first=WITH, second=SECOND))
    row = page.text("#claim-rises")
    assert "It rises a cause · nothing that it tells" in row
    assert "Stands with It falls the second text page 9" in row
    assert "What they rest on: nothing that it tells (1)." in page.text("#claims")
    assert "(against another: 2, with another: 1)" in page.text("#claims")
    (second,) = claim_rows(tmp_path / "studies/second", [tmp_path / "studies/first"], "proposed")
    assert [(one["study"], one["name"]) for one in second["supported"]] == [("first", "rises")]


def test_the_index_has_the_claims_of_all_texts_side_by_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    both = folders(tmp_path, first=WITH, second=SECOND)
    page_of(tmp_path, *both)
    for verb in ("extract", "check", "appraise"):
        more = ["--claims", *(f"{folder}/claims.yaml" for folder in both)] if verb == "appraise" else []
        main([verb, "studies/second", "--out", "results/second", *more])
    main(["index", "first", "second"])
    page = Page((tmp_path / "results/index.html").read_text(encoding="utf-8"))
    said = page.text("#claims")
    assert "Three claims of two texts side by side" in said or "3 claims of two texts side by side" in said
    assert "what another text says with it (2) or against it (2)" in said
    links = {at["href"] for tag, at in page.elements if tag == "a" and "claim-" in at.get("href", "")}
    names = ("first/report.html#claim-rises", "first/report.html#claim-stays", "second/report.html#claim-falls")
    assert links == set(names)


def test_every_delivered_claim_says_what_it_is_about_and_rests_on(repo: Path) -> None:
    for folder in sorted((repo / "studies").iterdir()):
        for name, claim in read_claims(folder).claims.items():
            assert claim.kind, f"{folder.name}/{name}"
            assert claim.rests_on, f"{folder.name}/{name}"
