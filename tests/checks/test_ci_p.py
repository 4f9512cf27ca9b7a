"""What is shown of the p behind an interval?"""

from __future__ import annotations

from honest_tests import direct

from reread.checks import findings


def test_the_p_that_is_shown_beside_one_that_agrees_agrees_itself() -> None:
    """An interval without its level: of those in use the one by which the printed p follows is shown."""
    printed = {"estimate": ["1.4"], "ci.low": ["0.4"], "ci.high": ["2.4"], "p": [".009"], "n": ["20"]}
    study = direct(
        {f"tests.a.{part}": text for part, text in printed.items()}, {"a": {"label": "A", "test": "paired t"}}
    )
    (finding,) = (each for each in findings(study) if each.check == "ci_p")
    assert finding.status == "consistent"
    low, _, high = str(finding.params["implied"]).partition(" … ")
    assert float(low) <= 0.0095
    assert float(high) >= 0.0085
