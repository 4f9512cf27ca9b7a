"""Which printed values are impossible by themselves, which are asked about, and which are no news?"""

from __future__ import annotations

import pytest
from published_cases import reported

from reread import checks


def said(part: str, text: str) -> set[tuple[str, str]]:
    """Status and wording of what is said of one printed number."""
    role = f"tests.it.{part}"
    study = reported({"p": ".03", "ci.low": "0.1", "ci.high": "0.4", part: text}, test="not stated")
    return {(f.status, f.say) for f in checks.found()["possible_value"](study) if f.roles[0] == role}


@pytest.mark.parametrize(
    ("part", "text"),
    [("r", "1.30"), ("eta2", "1.20"), ("omega2", "1.05"), ("chi2", "-4.2"), ("F", "-0.3"), ("OR", "-0.65"), ("df", "0"),
     ("df2", "-3"), ("p", "1.2"), ("groups.a.sd", "-1.2"), ("groups.a.percent.yes", "145%"), ("ci.level", "950%"),
     ("eta2", "145%")],
)  # fmt: skip
def test_impossible(part: str, text: str) -> None:
    assert said(part, text) == {("inconsistent", "")}


@pytest.mark.parametrize(
    ("part", "text", "say"), [("omega2", "-0.02", "negative"), ("r2", "-.01", "negative"), ("r2", "45", "in_percent")]
)
def test_asked_about(part: str, text: str, say: str) -> None:
    assert said(part, text) == {("undecided", say)}


@pytest.mark.parametrize(
    ("part", "text"),
    [("r2", "45%"), ("eta2", "11.3%"), ("r", "1.00"), ("OR", "0.00"), ("groups.a.sd", "0"), ("W", "-12"), ("d", "-2.4"),
     ("groups.a.percent.yes", "100%"), ("df", "0.5"), ("percent", "-12%")],
)  # fmt: skip
def test_no_news(part: str, text: str) -> None:
    assert said(part, text) == set()


def test_ends_in_reverse_order_are_told_and_read() -> None:
    study = reported({"RR": "0.82", "ci.low": "0.94", "ci.high": "0.72", "p": ".01"}, test="not stated")
    assert ("consistent", "reversed") in {(f.status, f.say) for f in checks.found()["possible_value"](study)}
    assert {f.status for f in checks.found()["ci_estimate"](study)} == {"consistent"}
