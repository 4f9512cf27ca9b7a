"""What did the authors answer, and beside what is each answer shown? From `appraisal.json`; none where nobody did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from reread.report.results import Results
from reread.study.roles import role_name
from reread.words import Words


class Replies:
    """The answers of one study, ready to be shown."""

    def __init__(self, found: Results, words: Words) -> None:
        self.words = words
        self.reply: Mapping[str, Any] = (found["appraisal"].get("reply") or {}) if found.ok("appraisal") else {}
        self.answers = list(self.reply.get("answers") or [])
        labels = {str(o["name"]): "" for o in found["study"].get("outcomes") or []}
        self.names = {
            role: role_name(role, labels, words) for answer in self.answers for role in answer.get("about") or []
        }

    def to_finding(self, finding: str) -> list[dict[str, Any]]:
        """The answers that are about a finding."""
        return [self._shown(answer) for answer in self.answers if finding in answer["findings"]]

    def to_any(self, findings: Iterable[str]) -> list[dict[str, Any]]:
        """The answers that are about any of these findings, each once."""
        wanted = set(findings)
        return [self._shown(answer) for answer in self.answers if wanted & set(answer["findings"])]

    def to_question(self, k: int) -> list[dict[str, Any]]:
        """The answers to a question of the list `ask`, by its place there."""
        return [self._shown(answer) for answer in self.answers if k in answer["questions"]]

    @cached_property
    def others(self) -> list[dict[str, Any]]:
        """Answers about numbers that agree now, or that no check is about."""
        left = [answer for answer in self.answers if not answer["findings"] and not answer["questions"]]
        return [
            {**self._shown(answer), "of": self.words("page.list").join(self.names[role] for role in answer["about"])}
            for answer in left
        ]

    @cached_property
    def head(self) -> dict[str, str] | None:
        """Who answered and how it came, who wrote it down, what else was said."""
        if not self.reply:
            return None
        how = self.words("page.list").join(filter(None, (self.reply["by"], self.reply["received"])))
        count = self.words.plural(
            "page.reply.count", len(self.answers), n=self.words.spelled(len(self.answers)), by=how
        )
        recorded = self.words("page.reply.recorded", by=self.reply["recorded"])
        return {"count": count, "recorded": recorded, "remark": self.reply["remark"]}

    def _shown(self, answer: Mapping[str, Any]) -> dict[str, Any]:
        settles = "" if answer["settles"] == "not judged" else self.words(f"page.reply.settles.{answer['settles']}")
        return {"answer": answer["answer"], "where": answer["where"], "settles": settles, "by": self.reply["by"]}
