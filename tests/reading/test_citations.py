"""Do citations lead to the list of references and back: honest papers, papers with one thing amiss, real ones?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reread.documents import from_text, read
from reread.reading.citations import Cited, read_citations
from reread.reading.citations.listed import listed
from reread.reading.citations.record import of_documents

STYLES = ("apa", "harvard", "vancouver")
NAMES = (
    "Abel", "van der Berg", "Castro-Diaz", "Dube", "Eriksson", "Fofana", "Gök", "Hansen", "Ito", "Jørgensen",
    "Kowalski", "Łukasz", "McNeil", "Nguyen", "O'Brien", "Pérez", "Quist", "Rahman", "Sánchez", "Tan", "Umar", "Vogel",
    "Wu", "Žák",
)  # fmt: skip
WORDS = ("milk", "sleep", "growth", "touch", "light", "memory", "weight", "time", "reading", "pain")
MARKS = ("missing", "unused", "twice", "et_al", "unclear", "titles")


@st.composite
def works(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Works whose first author and year are their own."""
    firsts = draw(st.lists(st.sampled_from(NAMES), min_size=5, max_size=9, unique=True))
    made = []
    for k, first in enumerate(firsts):
        others = draw(st.lists(st.sampled_from([n for n in NAMES if n != first]), max_size=3, unique=True))
        title = f"On {WORDS[k]} and {draw(st.sampled_from(WORDS))} in {draw(st.sampled_from(NAMES))} county"
        made.append({"names": [first, *others], "year": str(draw(st.integers(1950, 2025))), "title": title, "k": k})
    return made


def entry(work: dict[str, Any], style: str) -> str:
    place = f"{10 + work['k']}({work['k'] + 1})", f"{100 + work['k']}-{120 + work['k']}"
    if style == "apa":
        names = [f"{name}, A. B." for name in work["names"]]
        told = ", ".join(names[:-1]) + (", & " if names[:-1] else "") + names[-1]
        return f"{told} ({work['year']}). {work['title']}. Journal of {work['title'][3:8]}, {', '.join(place)}."
    told = ", ".join(f"{name} AB" for name in work["names"])
    if style == "harvard":
        return f"{told} ({work['year']}) {work['title']}. J Things {': '.join(place)}."
    return f"{told}. {work['title']}. J Things. {work['year']};{':'.join(place)}."


def who(work: dict[str, Any], between: str) -> str:
    first, *others = work["names"]
    return f"{first} et al." if len(others) > 1 else f"{first} {between} {others[0]}" if others else first


def paper(cited: list[dict[str, Any]], shown: list[dict[str, Any]], style: str) -> str:
    """A text that cites some works in brackets and in the sentence, and its list of others."""
    text = []
    for k, work in enumerate(cited):
        if k % 3:
            text.append(f"It was seen before ({who(work, '&')}, {work['year']}).")
        else:
            text.append(f"As {who(work, 'and')} ({work['year']}) found, it rose.")
    return "\n".join([*text, "References", *(f"- {entry(work, style)}" for work in shown)])


def found(text: str) -> Cited:
    cited = read_citations(from_text(text))
    assert cited is not None
    return cited


@given(works(), st.sampled_from(STYLES))
def test_an_honest_paper_gets_no_row(made: list[dict[str, Any]], style: str) -> None:
    cited = found(paper(made, made, style))
    assert cited.style == "author and year"
    assert (cited.entries, cited.cited) == (len(made), len(made))
    assert {kind: getattr(cited, kind) for kind in MARKS if getattr(cited, kind)} == {}


@given(works(), st.sampled_from(STYLES), st.data())
def test_what_is_amiss_is_found(made: list[dict[str, Any]], style: str, data: st.DataObject) -> None:
    """One work left out of the list, one never cited, one listed twice, and “et al.” for two names."""
    pair = next((work for work in made if len(work["names"]) == 2), None)
    left, idle = (
        made[-1],
        {"names": ["Zeller", "Abt"], "year": "1999", "title": "On nothing at all in a county", "k": 40},
    )
    text = paper(made, [*made[:-1], idle, made[0]], style)
    if pair and pair is not left:
        for between in ("&", "and"):
            text = text.replace(f"{pair['names'][0]} {between} {pair['names'][1]}", f"{pair['names'][0]} et al.")
    cited = found(text)
    # a later name of it may lead to another work, as in "In Norway, Lee and Ito"
    elsewhere = not {work["names"][0] for work in made[:-1]}.isdisjoint(left["names"][1:])
    particle = len(left["names"]) == 2 and any(" " in name for name in left["names"])  # as "In Excel (Microsoft, 2007)"
    if len(left["names"]) > 1 and not elsewhere and not particle:  # one name alone may be anything
        assert [(mark.who[0], mark.year) for mark in cited.missing] == [(left["names"][0], left["year"])]
    assert [each.names[0] for each in cited.unused] == ["Zeller"]
    assert [(one.text, other.text) for one, other in cited.twice] == [(entry(made[0], style),) * 2]
    wrong = [mark.who[0] for mark, _ in cited.et_al]
    assert wrong == ([pair["names"][0]] if pair and pair is not left else [])


LIST = "\n".join(f"{k}. Lee AB, Ito C (20{k:02}). On the {k}th thing. J Things {k}: {k}1-{k}9." for k in range(1, 13))


def test_numbers_lead_to_the_list() -> None:
    text = "It rose [1, 2]. It fell [3]-[5], [6-8], and stayed [9], [10], [11]. The range was [0, 1], then [14, 90]."
    text = f"{text}\nReferences\n{LIST}"
    cited = found(text)
    assert (cited.style, cited.cited) == ("numbers", 11)
    assert [each.label for each in cited.unused] == [12]
    assert cited.missing == ()  # intervals stand in brackets, too
    assert [mark.number for mark in found(text.replace("[3]", "[13]")).missing] == [13]
    assert found(text.replace("stayed", "stayed (see 12)")).unused == ()


def test_exponents_and_products_are_no_citations() -> None:
    text = (
        "Data were kept in Excel (Microsoft, 2007). R^2 was high, 10^-5 low. It rose (Lee & Ito, 2001; Lee & Ito, 2002)"
    )
    text += ". It fell (Lee & Ito, 2003; see Lee & Ito, 2004; March, 2005)."
    shown = LIST.replace(". Lee AB", ") Lee AB").splitlines()[:4]
    cited = found(f"{text}\nReferences\n" + "\n".join(line.partition(") ")[2] for line in shown))
    assert (cited.style, cited.missing, cited.unused) == ("author and year", (), ())


def test_a_wrong_year_is_told_with_the_nearest_entry() -> None:
    text = "A (Lee & Ito, 2001; Lee & Ito, 2002; Lee & Ito, 2003). B (Wu, 1999). C (Abt et al., 2004)."
    shown = [line.partition(". ")[2] for line in LIST.splitlines()[:3]]
    shown += [
        "Wu, A. (1998). On the past of things. J Things 9: 1-2.",
        "Abt, A., Bo, C., & Cho, D. (2004). On all. J Things 3: 4-5.",
    ]
    cited = found(f"{text}\nReferences\n" + "\n".join(shown))
    assert [(mark.text, near) for mark, near in zip(cited.missing, cited.nearest, strict=True)] == [
        ("Wu, 1999", "Wu 1998")
    ]


@pytest.mark.parametrize(
    ("title", "sentence", "why"),
    [
        ("Massage is not effective in new mothers", "It helps (Poe & Abt, 2010).", ["denies"]),
        ("Massage is not effective in new mothers", "It does not help (Poe & Abt, 2010).", []),
        ("Massage in new mothers: a systematic review", "It was confirmed, p < 0.05 (Poe & Abt, 2010).", ["review"]),
        ("Massage in new mothers: a systematic review", "It is often studied (Poe & Abt, 2010).", []),
        ("Massage in new mothers", "It was confirmed, p < 0.05 (Poe & Abt, 2010).", []),
    ],
)
def test_titles_are_put_up_for_a_person(title: str, sentence: str, why: list[str]) -> None:
    shown = [line.partition(". ")[2] for line in LIST.splitlines()[:3]] + [
        f"Poe, A., & Abt, B. (2010). {title}. J Things 7: 8-9."
    ]
    text = f"A (Lee & Ito, 2001; Lee & Ito, 2002; Lee & Ito, 2003). {sentence}\nReferences\n" + "\n".join(shown)
    assert [each.why for each in found(text).titles] == why


def test_a_style_that_is_not_understood_gets_no_row() -> None:
    text = "See Lee (1901), Ito (1902), Wu (1903) and Poe (1904).\nReferences\n" + LIST
    cited = found(text)
    assert (cited.style, cited.missing, cited.unused) == ("", (), ())
    assert read_citations(from_text("Twenty women took part in 2024, and it rose.")) is None


FILES = {
    "khaeriyah-sari-2025": "002_664772a7c6dde274.txt",
    "pratama-nining-2023": "003_a5858f936ecfc3da.txt",
}


@pytest.mark.parametrize("study", FILES)
def test_what_a_person_wrote_down_says_what_the_document_says(repo: Path, originals: Path, study: str) -> None:
    def said(path: Path) -> dict[str, Any]:
        (found,) = of_documents([read(path)])
        kept = {key: found[key] for key in ("style", "listed", "cited", "in_text", "numbers", "twice")}
        marks = {kind: [row.get("text") for row in found[kind]] for kind in MARKS if kind != "twice"}
        pairs = [[each["text"] for each in pair] for pair in kept.pop("twice")]
        return {**kept, **marks, "twice": pairs}

    ours, theirs = said(repo / "studies" / study / "citations.md"), said(originals / FILES[study])
    assert {**ours, "titles": sorted(ours["titles"])} == {**theirs, "titles": sorted(theirs["titles"])}


def test_the_n20_study_is_read_as_a_person_read_it(repo: Path) -> None:
    """The rows of ../shared/appraisal/citations_check.csv that can be told without looking anything up."""
    cited = read_citations(read(repo / "studies/khaeriyah-sari-2025/citations.md"))
    assert cited is not None
    assert (cited.entries, cited.cited, cited.missing, cited.unused, cited.unclear) == (21, 21, (), (), ())
    assert [mark.text for mark, _ in cited.et_al] == ["Dwita et al., 2023"]
    assert [{one.names, other.names} for one, other in cited.twice] == [{("Susanti", "Triningsih")}]
    assert {(each.why, each.entry.names[0]) for each in cited.titles} == {("denies", "Dwita"), ("review", "Marlin")}


def real() -> list[Path]:
    return sorted((Path(__file__).resolve().parents[3] / "shared/papers/plos").glob("*.xml"))


@pytest.mark.skipif(not real(), reason="no ../shared/papers beside the repository")
def test_real_papers_are_not_accused() -> None:
    """56 papers that cite by number: each citation has its entry; what is not cited, their own links do not cite."""
    numbered = 0
    for path in real():
        cited = read_citations(read(path))
        if cited is None or cited.style != "numbers":
            continue
        numbered += 1
        tree = etree.parse(str(path))
        linked = {name for ref in tree.iter("xref") for name in (ref.get("rid") or "").split()}
        names = {(ref.findtext("label") or "").strip(". "): ref.get("id") for ref in tree.iter("ref")}
        assert cited.missing == (), path.name
        assert [each.label for each in cited.unused if names[str(each.label)] in linked] == [], path.name
        assert (cited.et_al, cited.unclear, cited.titles) == ((), (), ()), path.name
    assert numbered == 56


def test_the_list_of_a_marked_up_paper_is_one_line_for_each_entry(tmp_path: Path) -> None:
    name = "<name><surname>{}</surname><given-names>{}</given-names></name>"
    ref = "<ref><label>{}</label><element-citation><person-group>{}</person-group><year>{}</year>"
    ref += "<article-title>{}</article-title><source>J Things</source></element-citation></ref>"
    first = ref.format(1, name.format("Lee", "AB") + name.format("Ito", "C") + "<etal/>", 2001, "On one")
    second = ref.format(2, "<collab>The Group</collab>", 2002, "On two")
    path = tmp_path / "paper.xml"
    path.write_text(
        f"<article><body><p>It rose [1].</p></body><back><ref-list>{first}{second}</ref-list></back></article>"
    )
    entries, _ = listed(read(path))
    assert [each.text for each in entries] == [
        "Lee AB, Ito C, et al. (2001). On one, J Things,", "The Group (2002). On two, J Things,",
    ]  # fmt: skip
    assert [(each.label, each.names, each.more, each.year) for each in entries] == [
        (1, ("Lee", "Ito"), True, "2001"), (2, ("The Group",), False, "2002"),
    ]  # fmt: skip
