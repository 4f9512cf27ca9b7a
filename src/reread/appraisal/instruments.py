"""What do the instruments of critical appraisal ask, what did readers answer, and what does it come to?

An instrument is a file of `instruments/`: items in our words in every language, answers from the mildest to the most
severe with their tones, licence, version, source, the designs that it is for, and the name of its rule (`overall`).
Answers stand in a study's `appraisal.yaml`; they are proposed until a reader signs. Where a second reader answered
otherwise, both are told. Nothing here answers for a person; what nobody looked up is *not checked*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from reread.appraisal.files import Answer, Appraisal, Form
from reread.appraisal.overall import OURS, judged
from reread.files.problem import Problem
from reread.files.results import csv_text
from reread.words import own_yaml

FOLDER = Path(__file__).parent / "instruments"
# The instruments that stand on the page of a design, answered or not; the first one is open.
BY_DESIGN = {
    "one-group pretest-posttest": ("nhlbi-before-after", "threats", "inspect-sr"),
    "two-group non-randomised": ("robins-i", "inspect-sr"),
    "two-group randomised": ("rob-2", "inspect-sr", "inspect-sr-checks"),
    "single case": ("threats",),
}
UNTOLD = ("not reported", "cannot determine", "unclear")  # answers that say what was read does not tell
AS_TABLE = ("inspect-sr-checks", "rob-2")  # that are written as a table to fill in
ROBVIS = ("robins-i", "rob-2")  # of which the program robvis draws the table


def instruments() -> dict[str, Form]:
    """Every instrument by the name of its file."""
    return {path.stem: instrument(path.stem) for path in sorted(FOLDER.glob("*.yaml"))}


@cache
def instrument(key: str) -> Form:
    """One instrument, read when it is asked for: a paper alone needs none."""
    return Form.model_validate(own_yaml(FOLDER / f"{key}.yaml"))


def check(path: Path, appraisal: Appraisal) -> None:
    """Raise Problem for an instrument, an item or an answer that is not there, all of them at once."""
    problems = [*_wrong(path, "instruments", appraisal.instruments)]
    if appraisal.second is not None:
        problems += _wrong(path, "second.instruments", appraisal.second.instruments)
    if problems:
        raise Problem.of(problems)


def _wrong(path: Path, place: str, told: Mapping[str, Mapping[str, Answer]]) -> Iterator[Problem]:
    for key, answers in told.items():
        form = instruments().get(key)
        if form is None:
            yield Problem(str(path), f"{place}.{key}", f"the instrument “{key}”", f"one of {', '.join(instruments())}")
            continue
        for item, row in answers.items():
            at = f"{place}.{key}.{item}"
            if item not in form.items:
                yield Problem(str(path), at, f"the item “{item}”", f"one of {', '.join(form.items)}")
            elif row.answer not in form.answers:
                yield Problem(str(path), f"{at}.answer", f"“{row.answer}”", f"one of {', '.join(form.answers)}")


Facts = Mapping[str, Mapping[str, Sequence[Mapping[str, str]]]]  # by instrument and item: text and place


def rows(
    appraisal: Appraisal, design: str, language: str, as_told: bool = False, facts: Facts | None = None
) -> list[dict[str, Any]]:
    """The instruments of the design, and each that a reader answered: its items, answers and overall judgement.

    Beside an item stands what was computed for it (`facts`), which answers it for nobody.
    Of a study known through another text alone (`as_told`), what that text does not tell is held against nobody.
    """
    by = "; ".join(appraisal.signed) or "proposed"
    keys = dict.fromkeys([*BY_DESIGN.get(design, ()), *sorted(appraisal.instruments)])
    made = [_filled(key, instrument(key), appraisal, design, by, language) for key in keys]
    for each in made:
        for name, item in zip(instrument(each["key"]).items, each["items"], strict=True):
            item["facts"] = [dict(fact) for fact in (facts or {}).get(each["key"], {}).get(name, ())]
    return [{**each, "overall": _overall(each, appraisal, design, as_told)} for each in made]


def _overall(made: Mapping[str, Any], appraisal: Appraisal, design: str, as_told: bool) -> str:
    form, answers = instrument(made["key"]), appraisal.instruments.get(made["key"], {})
    given = {item: row.answer for item, row in answers.items() if not (as_told and row.answer in UNTOLD)}
    return judged(form.rule, given, tuple(form.answers), tuple(form.items), design == "two-group randomised") or ""


def _filled(key: str, form: Form, appraisal: Appraisal, design: str, by: str, language: str) -> dict[str, Any]:
    answers = appraisal.instruments.get(key, {})
    second = appraisal.second.instruments.get(key, {}) if appraisal.second else {}
    items = []
    for item, told in form.items.items():
        name, question = told.get(language, told["en"])
        row, other = answers.get(item), second.get(item)
        differs = other is not None and (row is None or other.answer != row.answer)
        items.append({
            "item": name, "question": question, **_said(form, row, language),
            "because": row.because if row else "", "place": row.place if row else "",
            "second": _said(form, other, language) if differs and other else None,
        })  # fmt: skip
    return {
        "key": key, "name": _in(form.name, language), "version": _in(form.version, language),
        "licence": _in(form.licence, language), "source": form.source,
        "shown": key in BY_DESIGN.get(design, ())[:1], "by": by,
        "second": appraisal.second.by if appraisal.second and second else "",
        "rule": "ours" if form.rule in OURS else "its own", "items": items,
    }  # fmt: skip


def _said(form: Form, row: Answer | None, language: str) -> dict[str, str]:
    """An answer by its key, its word and its status; without one the word that stands until somebody answers."""
    told = form.answers.get(row.answer if row else form.unanswered)
    if told is None:
        return {"answer": "", "word": "", "status": "not applicable"}
    return {"answer": row.answer if row else "", "word": _in(told, language), "status": told["tone"]}


def _in(told: Mapping[str, str], language: str) -> str:
    """What is told in a language; in English where it is not told in that one."""
    return told.get(language, told["en"])


def filled_in(listed: list[dict[str, Any]]) -> dict[str, str]:
    """CSV texts by instrument: each item with its question, what was computed, and what was answered."""
    head = ["item", "question", "computed", "places", "answer", "because", "place"]
    made = {}
    for each in listed:
        if each["key"] in AS_TABLE:
            cells = [
                [row["item"], row["question"], " ".join(fact["text"] for fact in row["facts"]),
                 "; ".join(fact["place"] for fact in row["facts"] if fact["place"]), row["answer"], row["because"],
                 row["place"]]
                for row in each["items"]
            ]  # fmt: skip
            made[each["key"]] = csv_text([head, *cells])
    return made


def robvis(study: str, listed: list[dict[str, Any]]) -> dict[str, str]:
    """CSV texts by instrument as robvis reads them: Study, D1 …, Overall; none where nothing is answered."""
    made = {}
    for each in listed:
        if each["key"] in ROBVIS and each["overall"]:
            heads = ["Study", *(f"D{k}" for k in range(1, len(each["items"]) + 1)), "Overall"]
            answers = [row["answer"].capitalize() or "No information" for row in each["items"]]
            made[each["key"]] = csv_text([heads, [study, *answers, each["overall"].capitalize()]])
    return made
