"""What did the authors answer, to which number or question, and who wrote it down?

`studies/<id>/reply.yaml`. An answer stands beside what it is about, in the authors' words or in the reader's, with who
judges whether it settles the matter. It changes no finding: that is about what is printed. Nothing here answers for
anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from pydantic import model_validator

from reread.appraisal.files import Listed
from reread.files.problem import Problem
from reread.files.texts import Text
from reread.files.written import Written, line_of, read_yaml

FILE = "reply.yaml"
OPEN = ("inconsistent", "undecided")


class Answer(Listed):
    """One answer; its subjects are roles of the study file, or the first words of a question under `ask`."""

    about: str | tuple[str, ...]
    answer: Text
    settles: Literal["yes", "partly", "no", "not judged"] = "not judged"
    where: str = ""  # a correction, data or code that they point to

    def subjects(self) -> tuple[str, ...]:
        """What it is about, one or several."""
        return (self.about,) if isinstance(self.about, str) else self.about


class Reply(Written):
    """`studies/<id>/reply.yaml`: who answered and when, how it came, who wrote it down, and the answers."""

    by: str
    recorded: str
    received: Text = ""
    answers: tuple[Answer, ...] = ()
    remark: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _tuple(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("answers"), list):
            return {**data, "answers": tuple(data["answers"])}
        return data


def read_reply(folder: Path, roles: Iterable[str], ask: Sequence[str]) -> Reply | None:
    """The reply, none where there is no file. Raises Problem for a subject that is neither a role nor a question."""
    path = folder / FILE
    if not path.is_file():
        return None
    reply, known = read_yaml(path, Reply), set(roles)
    problems = list(_astray(path, reply, known, ask))
    if problems:
        raise Problem.of(problems)
    return reply


def _astray(path: Path, reply: Reply, roles: set[str], ask: Sequence[str]) -> Iterator[Problem]:
    for k, answer in enumerate(reply.answers):
        for subject in answer.subjects():
            questions = asked(subject, ask)
            if subject in roles or len(questions) == 1:
                continue
            place = ", ".join(filter(None, (line_of(path, "answers", k, "about"), f"answers.{k}.about")))
            if questions:
                yield Problem(
                    str(path), place, f"“{subject}”, which begins {len(questions)} questions", "more of its words"
                )
                continue
            near = "".join(f"“{each}”? " for each in get_close_matches(subject, [*sorted(roles), *ask], 1, 0.5))
            write = f"{near}a part of study.yaml, like score.change.t, or the first words of a question under `ask`"
            yield Problem(str(path), place, f"“{subject}”", write)


def asked(subject: str, ask: Sequence[str]) -> list[int]:
    """The questions that begin with these words, by their place in the list."""
    return [k for k, question in enumerate(ask) if question.casefold().startswith(subject.casefold())]


def reply_rows(reply: Reply | None, findings: Sequence[Mapping[str, Any]], ask: Sequence[str]) -> dict[str, Any] | None:
    """The reply for appraisal.json: each answer with the findings and questions that it is shown beside."""
    if reply is None:
        return None
    answers = []
    for each in reply.answers:
        subjects = each.subjects()
        answers.append({
            "about": list(subjects), "answer": each.answer, "settles": each.settles, "where": each.where,
            "findings": list(dict.fromkeys(name for subject in subjects for name in _findings(subject, findings))),
            "questions": sorted({k for subject in subjects for k in asked(subject, ask)}),
        })  # fmt: skip
    told = {"by": reply.by, "received": reply.received, "recorded": reply.recorded, "remark": reply.remark}
    return {**told, "answers": answers}


def _findings(role: str, findings: Sequence[Mapping[str, Any]]) -> list[str]:
    """The open findings that are first of all about this number, else those that rest on it."""
    there = [finding for finding in findings if finding["status"] in OPEN]
    first = [finding["id"] for finding in there if finding["roles"][:1] == [role]]
    return first or [finding["id"] for finding in there if role in finding["roles"]]
