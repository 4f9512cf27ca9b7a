"""Khaeriyah & Sari 2025: what the checks find in one real paper, from the transcript and from the original alike.

Table 1 prints 18 low, 2 adequate → 4 low, 16 adequate and 1.20 ± 0.41 → 1.90 ± 0.31; Table 2 t = −4.87, p = 0.000, an
interval from −0.98 to −0.42, d = 1.32 and normality p of 0.351 and 0.495.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from reread.datasets import list_all
from reread.explain.benign import findings_with_readings
from reread.reading.study_folder import Extracted, extract
from reread.study.finding import Ends, Finding, Listed
from reread.study.values import study_of

NAME = "khaeriyah-sari-2025"
INCONSISTENT = {
    "ci_from_tables", "ci_t", "counts_in_datasets", "counts_mean_sd", "d_from_tables", "effect_from_statistic",
    "normality_p", "t_from_tables",
}  # fmt: skip


@dataclass(frozen=True)
class Read:
    """The study from one document, with its findings."""

    extracted: Extracted
    findings: list[Finding]

    def of(self, check: str) -> list[Finding]:
        return [finding for finding in self.findings if finding.check == check]

    def only(self, check: str) -> Finding:
        (finding,) = self.of(check)
        return finding


def read(folder: Path) -> Read:
    found = extract(folder)
    findings, broken = findings_with_readings(study_of(NAME, found.file, found.numbers))
    assert not broken
    return Read(found, findings)


def copied(repo: Path, at: Path, original: Path | None = None) -> Path:
    """The study's folder without whatever original a reader keeps there, and with the given one."""
    folder = at / NAME
    shutil.copytree(repo / "studies" / NAME, folder, ignore=shutil.ignore_patterns("original*"))
    if original:
        shutil.copy(original, folder / "original.txt")
    return folder


@pytest.fixture(scope="module")
def transcript(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Read:
    return read(copied(repo, tmp_path_factory.mktemp("transcript")))


@pytest.fixture(scope="module")
def original(repo: Path, originals: Path, tmp_path_factory: pytest.TempPathFactory) -> Read:
    (document,) = originals.glob("002_*.txt")
    return read(copied(repo, tmp_path_factory.mktemp("original"), document))


@pytest.fixture(params=["transcript", "original"])
def paper(request: pytest.FixtureRequest) -> Read:
    found: Read = request.getfixturevalue(request.param)
    return found


def test_means_and_sds_leave_one_data_set_each() -> None:
    assert list_all(20, "1.20", "0.41").data_sets == ({1: 16, 2: 4},)
    assert list_all(20, "1.90", "0.31").data_sets == ({1: 2, 2: 18},)


def test_what_cannot_agree(paper: Read) -> None:
    assert {finding.check for finding in paper.findings if finding.status == "inconsistent"} == INCONSISTENT
    assert all(finding.kind == "impossible" for finding in paper.findings if finding.status == "inconsistent")
    assert not any(finding.decision_error for finding in paper.findings)


def test_what_agrees(paper: Read) -> None:
    for check in (
        "grim",
        "grimmer",
        "percent_of_count",
        "p_statistic",
        "difference_of_groups",
        "counts_total",
        "repeats",
    ):
        assert {finding.status for finding in paper.of(check)} == {"consistent"}, check
    assert len(paper.of("grim")) == 2
    assert len(paper.of("percent_of_count")) == 8


def test_t(paper: Read) -> None:
    t = paper.only("t_from_tables")
    assert t.params["allowed"] == "4.77, 5.48, 6.66"
    assert (t.params["t"], t.params["tables"], t.benign) == ("−4.87", "3", ())


def test_t_needs_a_correlation_below_zero(paper: Read) -> None:
    t = paper.only("paired_t_from_groups")
    assert (t.status, t.say, t.kind) == ("consistent", "below_zero", "implausible")


def test_d(paper: Read) -> None:
    d = paper.only("d_from_tables")
    assert (d.params["d"], d.params["allowed"]) == ("1.32", "1.07, 1.23, 1.49")
    assert paper.only("effect_from_statistic").params["first"] == Listed((("d_z = t / √n", "1.09"),))
    for check in ("d_from_tables", "effect_from_statistic"):
        assert paper.only(check).benign == ()
        assert paper.only(check).tried


def test_interval(paper: Read) -> None:
    t = paper.only("ci_t")
    assert (t.params["printed"], t.params["critical"]) == (Ends("−0.98", "−0.42"), "2.093")
    assert [(benign.departure, benign.params) for benign in t.benign] == [("z_for_t", {})]
    tables = paper.only("ci_from_tables")
    assert tables.benign == ()
    assert tables.params["allowed"] == "0.39 – 1.01, 0.43 – 0.97, 0.48 – 0.92"
    assert paper.only("ci_estimate").say == "turned"


def test_normality(paper: Read) -> None:
    found = paper.only("normality_p")
    assert found.params["w"] == "0.351, 0.495"
    assert found.params["p"] == "0.351, 0.495"
    assert [benign.departure for benign in found.benign] == ["statistic_for_p"]


def test_counts(paper: Read) -> None:
    found = paper.only("counts_mean_sd")
    assert found.params["allowed"] == "0.20 ± 0.62 → 1.60 ± 0.82"
    (benign,) = found.benign
    assert benign.departure == "exchanged_occasions+other_codes"
    assert benign.params["codes"] == "adequate = 1, low = 2"
    for other in paper.of("counts_in_datasets"):
        assert benign in other.benign


def test_p(paper: Read) -> None:
    assert paper.only("p_statistic").params["statistic"] == "t(19) = −4.87"
    said = {finding.roles[0]: finding.say for finding in paper.of("p_zero")}
    assert said["score.change.p"] == "zero"


def test_original_and_transcript_say_the_same(transcript: Read, original: Read) -> None:
    assert [d.kind for d in transcript.extracted.documents] == ["transcript"]
    assert [d.kind for d in original.extracted.documents] == ["original"]
    assert original.extracted.differences == ()
    first, second = (
        {f.id: (f.status, f.kind, f.say, f.benign, f.tried) for f in paper.findings} for paper in (transcript, original)
    )
    assert first == second
