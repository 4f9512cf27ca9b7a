"""Does the page of a text without a study show its claims, and no answers that only a study can be asked for?"""

from __future__ import annotations

from collections.abc import Callable

import fixture
from parsed import Page

CLAIM = {"name": "darker", "claim": "Shade makes leaves darker", "places": [{"document": "", "place": "line 3"}],
         "absent": [], "bears": "nothing was measured", "against": [], "by": "proposed"}  # fmt: skip


def with_a_claim(**changes: object) -> fixture.Made:
    made = fixture.leaflet()
    made["appraisal"].update(claims=[CLAIM], **changes)
    return made


def test_claims_stand_in_place_of_the_two_answers(page: Callable[..., Page]) -> None:
    shown = page(with_a_claim())
    assert shown.text("#answers") == "What does this text report? – Claims only, no study behind them."
    assert "Shade makes leaves darker" in shown.text("#claims")
    for gone in ("#matters", "#agree", "#causes", "#appraisal", ".pair"):
        assert shown.text(gone) == ""


def test_no_link_leads_to_a_section_that_is_left_out(page: Callable[..., Page]) -> None:
    shown = page(with_a_claim())
    links = {at["href"][1:] for tag, at in shown.elements if tag == "a" and at.get("href", "").startswith("#")}
    ids = {at["id"] for _, at in shown.elements if "id" in at}
    assert "claims" in links
    assert links <= ids


def test_what_it_concedes_is_shown_where_there_is_any(page: Callable[..., Page]) -> None:
    shown = page(with_a_claim(concessions=[{"text": "Trees were not looked at.", "place": "line 9"}]))
    assert "Trees were not looked at." in shown.text("main")


def test_numbers_that_cannot_agree_bring_the_answers_back(page: Callable[..., Page]) -> None:
    made = with_a_claim()
    made["findings"] = fixture.stages()["findings"]
    assert "✕ They cannot all hold." in page(made).text("#answers")


def test_so_does_a_stage_that_failed(page: Callable[..., Page]) -> None:
    shown = page({**with_a_claim(), "findings": fixture.failed("check")})
    assert "! Not computed: check failed." in shown.text("#answers")


def test_what_nobody_judged_is_not_called_proposed(page: Callable[..., Page]) -> None:
    made = fixture.stages()
    (form,) = made["appraisal"]["instruments"]
    empty = {"answer": "", "word": "", "because": "", "place": "", "status": "not applicable"}
    form.update(overall="", items=[{**row, **empty} for row in form["items"]])
    appraisal = page(made).text("#appraisal")
    assert "Threats: not judged" in appraisal
    assert "– not judged" in appraisal
    assert "no reader has signed" not in appraisal
