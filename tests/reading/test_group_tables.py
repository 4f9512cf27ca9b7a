"""Rows of tables with one column for each group are linked and checked; where anything is in doubt, nothing is."""

from __future__ import annotations

from pathlib import Path

import made_documents as made
import pytest
from as_read import checked
from honest_group_tables import TEST, GroupTable
from honest_papers import Paper

from reread.documents import from_text, read
from reread.study.finding import Finding
from reread.study.values import Study

SAID = "Groups were compared with the independent t-test. Values are mean ± SD."
HEADS = "Outcome | Massage (n = 30) | Control (n = 28) | t | df | p"
FITS, CANNOT = (
    "Weight | 5.2 ± 1.4 | 6.1 ± 1.6 | -2.28 | 56 | .026",
    "Height | 70.2 ± 8.1 | 69.1 ± 9.0 | 3.50 | 56 | .001",
)
NO_DF = "Outcome | Massage (n = 30) | Control (n = 28) | t | p\nHeight | 70.2 ± 8.1 | 69.1 ± 9.0 | 3.50 | .001"
P_ALONE = "Outcome | Massage (n = 30) | Control (n = 28) | p\nHeight | 70.2 ± 8.1 | 69.1 ± 9.0 | .001"
BY_GROUPS = {"t_from_groups", "p_from_groups", "ci_from_groups", "difference_of_groups", "d_from_groups"}


def looked_at(*lines: str) -> tuple[Study, list[Finding]]:
    return checked(from_text("\n".join(lines)))


def values(study: Study, name: str) -> dict[str, str]:
    stem = f"tests.{name}."
    return {role.removeprefix(stem): v.reported.text for role, v in study.values.items() if role.startswith(stem)}


def told(*lines: str) -> dict[str, str]:
    """Check → its one status, of the checks of groups."""
    found = [f for f in looked_at(*lines)[1] if f.check in BY_GROUPS]
    assert len({f.check for f in found}) == len(found)
    return {finding.check: finding.status for finding in found}


SD_APART = [["Outcome", "Massage (n = 30) Mean", "SD", "Control (n = 28) Mean", "SD", "t", "df", "p-value"],
            ["Weight", "5.2", "1.4", "6.1", "1.6", "-2.28", "56", ".026"]]  # fmt: skip
WHOLE = {
    "groups.Massage.n": "30", "groups.Massage.mean": "5.2", "groups.Massage.sd": "1.4", "groups.Control.n": "28",
    "groups.Control.mean": "6.1", "groups.Control.sd": "1.6", "t": "-2.28", "df": "56", "p": ".026",
}  # fmt: skip


@pytest.mark.parametrize("suffix", [suffix for suffix in made.FORMATS if suffix != ".pdf"])
@pytest.mark.parametrize(
    "table",
    [SD_APART, [line.split(" | ") for line in (HEADS, FITS)],
     [line.split(" | ") for line in (HEADS, FITS.replace("5.2 ± 1.4", "5.2 (1.4)").replace("6.1 ± 1.6", "6.1 (1.6)"))]],
)  # fmt: skip
def test_a_row_is_read_as_printed(suffix: str, table: list[list[str]], tmp_path: Path) -> None:
    path = tmp_path / f"paper{suffix}"
    path.write_bytes(made.FORMATS[suffix](["Table 2. Outcomes, mean (SD)", table]))
    study, _ = checked(read(path))
    assert values(study, "groups-1") == WHOLE
    assert study.file.tests["groups-1"].test == "independent t"


def test_a_pdf_whose_columns_are_apart(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    table = [["Outcome", "Yoga (n = 30)", "Rest (n = 28)", "p-value"], ["Weight", "5.2 ± 1.4", "6.1 ± 1.6", ".026"]]
    path.write_bytes(made.as_pdf([SAID, "Table 2. Outcomes", table]))
    study, found = checked(read(path))
    assert values(study, "groups-1")["groups.Rest.n"] == "28"
    assert {f.check: f.status for f in found} == {"p_from_groups": "consistent", "possible_value": "consistent"}


def test_merged_heads_of_two_rows(tmp_path: Path) -> None:
    path = tmp_path / "paper.html"
    path.write_text(
        f"<p>{SAID}</p><table><tr><th rowspan=2>Outcome</th><th colspan=2>Massage (n = 30)</th>"
        "<th colspan=2>Control (n = 28)</th><th rowspan=2>t</th><th rowspan=2>df</th><th rowspan=2>p</th></tr>"
        "<tr><th>Mean</th><th>SD</th><th>Mean</th><th>SD</th></tr>"
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in SD_APART[1])}</tr></table>",
        encoding="utf-8",
    )
    assert values(checked(read(path))[0], "groups-1") == WHOLE


@pytest.mark.parametrize(
    "lines",
    [
        ["Table 2. Massage (n = 30) and control group (n = 28)", "Outcome | Massage | Control | t | df | p", FITS],
        ["Table 2", "Outcome | Massage | Control | t | df | p", "n | 30 | 28 | - | - | -", FITS],
        ["Table 2. n = 30 in each group", "Outcome | Massage | Control | t | p",
         "Weight | 5.2 ± 1.4 | 6.1 ± 1.6 | -2.32 | .024"],
        ["Table 2", "Outcome | All (n = 58) | Massage (n = 30) | Control (n = 28) | p",
         "Weight | 5.6 ± 1.6 | 5.2 ± 1.4 | 6.1 ± 1.6 | .026", "Women, n (%) | 30 (52%) | 15 (50%) | 15 (54%) | .79"],
    ],
)  # fmt: skip
def test_n_of_each_group_where_it_is_printed(lines: list[str]) -> None:
    assert set(told(SAID, *lines).values()) == {"consistent"}


def test_indonesian_words_and_decimal_commas() -> None:
    lines = ["Perbedaan kelompok dianalisis dengan uji t tidak berpasangan.", "Tabel 2. Luaran, rerata ± SD",
             "Variabel | Kelompok pijat (n = 30) | Kelompok kontrol (n = 28) | t hitung | Nilai p"]  # fmt: skip
    fits = told(*lines, "Berat badan | 5,2 ± 1,4 | 6,1 ± 1,6 | -2,28 | 0,026")
    assert fits == {"t_from_groups": "consistent", "p_from_groups": "consistent"}
    cannot = told(*lines, "Berat badan | 5,2 ± 1,4 | 6,1 ± 1,6 | -5,28 | 0,026")
    assert cannot == {"t_from_groups": "inconsistent", "p_from_groups": "consistent"}


def test_what_cannot_agree_is_found() -> None:
    wrong = {"t_from_groups": "inconsistent", "p_from_groups": "inconsistent"}
    assert told("Table 2. Mean ± SD", HEADS, CANNOT) == wrong
    assert told(SAID, "Table 2", NO_DF) == wrong
    _, alone = looked_at(SAID, "Table 2", P_ALONE)  # which test a p without t is of, only words elsewhere tell
    assert [(f.status, f.unless and f.unless.kind) for f in alone if f.check == "p_from_groups"] == [
        ("undecided", "lone_p")
    ]


def test_a_difference_its_interval_and_d() -> None:
    heads = "Outcome | Massage (n = 30) | Control (n = 28) | t(df) | Mean difference (95% CI) | Cohen's d"
    row = "Weight | 5.2 ± 1.4 | 6.1 ± 1.6 | -2.28 (56) | {} ({} to {}) | {}"
    checks = ("t_from_groups", "difference_of_groups", "ci_from_groups", "d_from_groups")
    fits = told("Table 2. Mean ± SD", heads, row.format("-0.9", "-1.69", "-0.11", "0.60"))
    assert fits == dict.fromkeys(checks, "consistent")
    wrong = told("Table 2. Mean ± SD", heads, row.format("-1.7", "-1.79", "-1.61", "2.60"))
    assert wrong == {**dict.fromkeys(checks, "inconsistent"), "t_from_groups": "consistent"}


def test_t_and_p_where_n_gives_the_degrees_of_freedom() -> None:
    rows = ("Weight | 5.2 ± 1.4 | 6.1 ± 1.6 | -2.28 | .026", "Height | 5.2 ± 1.4 | 6.2 ± 1.6 | -2.54 | .60")
    _, found = looked_at(SAID, "Table 2", NO_DF.split("\n")[0], *rows)
    assert [f.status for f in found if f.check == "p_statistic"] == ["inconsistent", "consistent"]


def test_fewer_answers_than_the_head_prints_are_no_error() -> None:
    heads = "Outcome | Massage (n = 30) | Control (n = 28) | p"
    for p, why in ((".10", None), (".50", None), (".001", "lone_p")):
        _, found = looked_at(SAID, "Table 2", heads, f"Weight | 5.2 ± 1.4 | 6.1 ± 1.6 | {p}")
        (finding,) = [f for f in found if f.check == "p_from_groups"]
        assert (finding.status, finding.unless and finding.unless.kind) == ("undecided", why)
    assert told(SAID, "Table 2", heads, "Weight | 83.3 ± 10.6 | 82.0 ± 9.7 | .332") == {"p_from_groups": "undecided"}
    shown = told(SAID, "Table 2", HEADS, "Weight | 5.2 ± 1.4 | 6.1 ± 1.6 | -1.10 | 56 | .28")
    assert shown["t_from_groups"] == "inconsistent"


def test_standard_errors_printed_as_sds_are_no_error() -> None:
    row = "Weight | 70.2 ± 1.5 | 64.1 ± 1.7 | -2.69 | {}.009"
    heads = "Outcome | Massage (n = 30) | Control (n = 28) | t | {}p"
    for df, head in (("", ""), ("56 | ", "df | ")):
        shown = told(SAID, "Table 2", heads.format(head), row.format(df))
        assert shown == dict.fromkeys(("t_from_groups", "p_from_groups"), "undecided")


@pytest.mark.parametrize(
    "lines",
    [
        ["Table 2", NO_DF],  # which test?
        [SAID.replace("± SD", "± SE"), "Table 2", NO_DF],
        ["Groups were compared with the independent t-test.", "Table 2", NO_DF],  # SD or SE?
        [SAID, "Analysis of covariance was used.", "Table 2", NO_DF],
        [SAID, "Table 2. p adjusted for age", NO_DF],
        [SAID, "Table 2", NO_DF, "p for the change from baseline"],
        [SAID, "Table 2", NO_DF, "Height was compared with the Mann–Whitney test."],
        [SAID, "Non-normal data were compared with the Mann–Whitney test.", "Text.", "Text.", "Table 2", P_ALONE],
        [SAID, "Multiple imputation was used.", "Table 2", NO_DF],
        [SAID, "This was a crossover trial.", "Table 2", NO_DF],
        [SAID, "Paired t-tests were used.", "Text.", "Text.", "Table 2", NO_DF.replace("28", "30")],
        ["Values are mean ± SD. Changes in height were compared with the independent t-test.", "Table 2", NO_DF],
        [SAID, "Homogeneity of groups was tested first.", "Text.", "Text.", "Table 1", P_ALONE],
        [SAID, "Table 2", NO_DF.replace("Massage", "Before").replace("Control", "After")],
        [SAID, "Table 2", NO_DF.replace("Massage", "Day 1").replace("Control", "Day 7")],
        [SAID, "Table 2", NO_DF.replace("| p", "| p | p").replace(".001", ".001 | .64")],
        [SAID, "Table 2", NO_DF.replace("28", "28/25")],
        [SAID, "Table 2", NO_DF.replace("(n = 28)", "")],
        [SAID, "Table 2. n = 25 in each group", NO_DF],
        [SAID, "Table 2", NO_DF.replace("| p", "| p*")],
        [SAID, "Table 2", NO_DF.replace(".001", ".001a")],
        [SAID, "Table 2", NO_DF.replace("| t |", "| Statistic |")],
        [SAID, "Table 2", NO_DF.replace("Height", "Height (n = 20)")],
        [SAID, "Table 2", NO_DF.replace("Height", "Height, median")],
        [SAID, "Table 2", NO_DF.replace("69.1 ± 9.0", "69.1 ± 9.0 (20)")],
        [SAID, "Table 2", NO_DF, "Weight | 5.2 ± 1.4 | 6.1 ± 1.6 | | "],  # one test of two rows
        [SAID, "Table 2", NO_DF, "Weight | 5.2 ± 1.4 | 6.1 ± 1.6 | 3.50 | .001"],
        [SAID, "Table 2", NO_DF, "Weight | 5.2 ± 1.4 | 6.1 ± 1.6 | 3.5 | <.01"],
        [SAID, "Table 2", NO_DF.replace("| t |", "| Music (n = 30) | t |").replace("| 3.50", "| 66.0 ± 8.8 | 3.50")],
    ],
)  # fmt: skip
def test_where_anything_is_in_doubt_no_test_is_linked(lines: list[str]) -> None:
    study, found = looked_at(*lines)
    assert not [name for name in study.file.tests if "groups" in name]
    assert not [f for f in found if f.check in BY_GROUPS]


@pytest.mark.parametrize(
    "name", ["Height, day 3", "Height at 6 weeks", "6-month height", "SF-36", "Height (0–200 cm)", "Tinggi hari ke-3"]
)
def test_a_time_an_instrument_or_a_scale_in_a_rows_name_is_none_of_its_numbers(name: str) -> None:
    assert told(SAID, "Table 2", NO_DF.replace("Height", name)) == told(SAID, "Table 2", NO_DF)


@pytest.mark.parametrize("name", ["65 years", "≥ 3 weeks", "Height (20)", "Parity 1", "Age 2, day 3", "6 months"])
def test_a_row_that_may_be_of_some_is_not_read(name: str) -> None:
    assert told(SAID, "Table 2", NO_DF.replace("Height", name)) == {}


def test_scores_of_groups_may_be_whole_numbers_and_never_more_than_undecided() -> None:
    heads = (
        "Outcome | Massage before (n = 28) | Massage after (n = 28) | Control before (n = 28) | Control after (n = 28)"
    )
    study, found = looked_at(
        "Table 2. Mean ± SD", heads, "Pain score | 5.19 ± 1.40 | 3.25 ± 1.20 | 5.21 ± 1.40 | 4.11 ± 1.20"
    )
    assert list(study.file.tests) == ["scores-1"]
    assert [f.status for f in found if f.check == "grim"] == ["undecided", "consistent", "consistent", "consistent"]
    assert {f.status for f in found} == {"undecided", "consistent"}


def test_a_column_of_stars_is_none() -> None:
    stars = (f"{HEADS} |  | ", f"{FITS} | * | a", f"{CANNOT} | ** | ")
    wrong = {"t_from_groups": ["consistent", "inconsistent"], "p_from_groups": ["consistent", "inconsistent"]}
    found = looked_at("Table 2. Mean ± SD", *stars)[1]
    assert {check: sorted(f.status for f in found if f.check == check) for check in wrong} == wrong


def test_cells_that_a_document_leaves_joined_name_no_test() -> None:
    heads = "Outcome | Massage Control (n = 34) group (n t = 31) | df | p"
    study, _ = looked_at(SAID, "Table 2", heads, "Pain | 61.77 (14.82) 69.40 (14.87) -2.07 | 63 | .04")
    assert not study.file.tests


@pytest.mark.parametrize("heads", ["First (n = 34)Second (n = 33)t value | | | df | p",
                                   "First (n = 34) | Second (n = 33)t value | | df | p"])  # fmt: skip
def test_a_head_with_the_size_of_a_group_is_that_of_no_test(heads: str) -> None:
    found = looked_at(SAID, "Table 2", f"Outcome | {heads}", "Fear | 11.8 (2.2) | 11.3 (2.6) | 0.79 | 63.1 | .431")[1]
    assert [f for f in found if f.status == "inconsistent"] == []


BEFORE_AFTER = "Table 2. Mean ± SD (n = 30)\nOutcome | Before | After | t | df | p"


def test_before_and_after_of_the_same_people() -> None:
    study, found = looked_at(BEFORE_AFTER, "Weight | 70.2 ± 8.1 | 66.1 ± 9.0 | 3.50 | 29 | .0015",
                             "Height | 70.2 ± 8.1 | 66.1 ± 9.0 | 0.20 | 29 | .84")  # fmt: skip
    assert study.file.tests["paired-1"].test == "paired t"
    assert values(study, "paired-2")["groups.After.n"] == "30"
    assert [f.status for f in found if f.check == "paired_t_from_groups"] == ["inconsistent", "consistent"]


def test_before_and_after_where_no_df_shows_that_nobody_is_missing() -> None:
    table = [BEFORE_AFTER.replace("| df ", ""), "Height | 70.2 ± 8.1 | 66.1 ± 9.0 | 0.20 | .003"]
    _, found = looked_at("The paired t-test was used.", *table)
    decided = {f.check: f.status for f in found if f.status != "consistent"}
    assert decided == {"paired_t_from_groups": "undecided", "p_statistic": "inconsistent"}
    assert not looked_at("The paired and the independent t-test were used.", *table)[1]


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_analysis_of_honest_tables_is_read_and_none_is_accused(language: str, tmp_path: Path) -> None:
    path, linked = tmp_path / "paper.html", dict.fromkeys(TEST[language], 0)
    for analysis in TEST[language]:
        for seed in range(6):
            paper = Paper(f"{seed}", language)
            paper.adjusted = 1
            table = GroupTable(paper, f"{seed} {language}", analysis)
            path.write_bytes(made.as_html(table.parts()))
            study, found = checked(read(path))
            assert not [f for f in found if f.status == "inconsistent" and f.check in BY_GROUPS]
            linked[analysis] += sum(name.startswith("groups") for name in study.file.tests)
    assert min(linked[name] for name in ("plain", "both", "welch")) > 2
    assert not any(linked[name] for name in ("ancova", "changes", "logs", "crossed", "matched", "within", "three"))
