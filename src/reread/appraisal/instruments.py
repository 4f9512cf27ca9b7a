"""What do the instruments of critical appraisal ask, what did readers answer, and what does it come to?

An instrument is a file of `instruments/`: items in our words in every language, answers from the mildest to the most
severe with their tones, licence, version, source, the designs that it is for, and the name of its rule (`overall`).
Answers stand in a study's `appraisal.yaml`; they are proposed until a reader signs. Where a second reader answered
otherwise, both are told. Nothing here answers for a person.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from reread.appraisal.files import Answer, Appraisal, Form
from reread.appraisal.overall import OURS, judged
from reread.files.problem import Problem
from reread.files.written import read_yaml

FOLDER = Path(__file__).parent / "instruments"
SHOWN = {
    "one-group pretest-posttest": "nhlbi-before-after", "two-group non-randomised": "robins-i",
    "two-group randomised": "rob-2",
}  # fmt: skip
ROBVIS = ("robins-i", "rob-2")  # of which the program robvis draws the table


def instruments() -> dict[str, Form]:
    """Every instrument by the name of its file."""
    return {path.stem: instrument(path.stem) for path in sorted(FOLDER.glob("*.yaml"))}


@cache
def instrument(key: str) -> Form:
    """One instrument, read when it is asked for: a paper alone needs none."""
    return read_yaml(FOLDER / f"{key}.yaml", Form)


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


def rows(appraisal: Appraisal, design: str, language: str) -> list[dict[str, Any]]:
    """The instrument of the design, and each that a reader answered: its items, answers and overall judgement."""
    by = "; ".join(appraisal.signed) or "proposed"
    own = [SHOWN[design]] if design in SHOWN else []
    keys = dict.fromkeys([*own, *sorted(appraisal.instruments)])
    return [_filled(key, instrument(key), appraisal, design, by, language) for key in keys]


def _filled(key: str, form: Form, appraisal: Appraisal, design: str, by: str, language: str) -> dict[str, Any]:
    answers = appraisal.instruments.get(key, {})
    second = appraisal.second.instruments.get(key, {}) if appraisal.second else {}
    items = []
    for item, told in form.items.items():
        name, question = told.get(language, told["en"])
        row, other = answers.get(item), second.get(item)
        differs = other is not None and (row is None or other.answer != row.answer)
        items.append({
            "item": name, "question": question, **_said(form, row, language), "because": row.because if row else "",
            "place": row.place if row else "",
            "second": _said(form, other, language) if differs else None,
        })  # fmt: skip
    given = {item: row.answer for item, row in answers.items()}
    overall = judged(form.rule, given, tuple(form.answers), design.endswith("two-group randomised"))
    return {
        "key": key, "name": form.name.get(language, form.name["en"]), "version": form.version, "licence": form.licence,
        "source": form.source, "shown": SHOWN.get(design) == key, "by": by,
        "second": appraisal.second.by if appraisal.second and second else "",
        "overall": overall or "", "rule": "ours" if form.rule in OURS else "its own", "items": items,
    }  # fmt: skip


def _said(form: Form, row: Answer | None, language: str) -> dict[str, str]:
    """An answer by its key, its word and its status."""
    if row is None:
        return {"answer": "", "word": "", "status": "not applicable"}
    told = form.answers[row.answer]
    return {"answer": row.answer, "word": told.get(language, told["en"]), "status": told["tone"]}


def robvis(study: str, listed: list[dict[str, Any]]) -> dict[str, str]:
    """CSV texts by instrument as robvis reads them: Study, D1 …, Overall; none where nothing is answered."""
    made = {}
    for each in listed:
        if each["key"] in ROBVIS and each["overall"]:
            out = io.StringIO()
            heads = ["Study", *(f"D{k}" for k in range(1, len(each["items"]) + 1)), "Overall"]
            answers = [row["answer"].capitalize() or "No information" for row in each["items"]]
            csv.writer(out, lineterminator="\n").writerows([heads, [study, *answers, each["overall"].capitalize()]])
            made[each["key"]] = out.getvalue()
    return made
