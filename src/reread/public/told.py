"""What does one finding say, as an object?"""

from __future__ import annotations

from dataclasses import dataclass

from reread.report.told import rendered
from reread.study.finding import Finding, Kind, Status
from reread.study.values import Study
from reread.words import Words

SHOWN = 2  # readings under which it would agree, at a prompt


@dataclass(frozen=True)
class Told:
    """One finding of one check, in words.

    `printed`: the number that it is about; `must_hold`: what is asked of it; `allowed`: what the other numbers leave
    for it; `agrees_if`: readings of the paper under which it would agree; `tried`: those tried in vain.
    """

    check: str
    title: str
    status: Status
    kind: Kind
    decision_error: bool
    printed: str
    must_hold: str
    allowed: str
    arithmetic: tuple[str, ...]
    agrees_if: tuple[str, ...]
    tried: str
    source: str

    def lines(self, say: Words, status: str) -> list[str]:
        """The finding for a prompt, below its status."""
        head = say("answer.sentence", name=status, sentence=self.printed)
        names = {"must_hold": self.must_hold, "allows": self.allowed}
        rows = [say("answer.sentence", name=say(f"page.matters.{name}"), sentence=row) for name, row in names.items()]
        readings = [say("findings.agrees_if", reading=reading) for reading in self.agrees_if[:SHOWN]]
        left = len(self.agrees_if) - SHOWN
        more = [say("answer.more", n=left)] if left > 0 else []
        return [head, *(f"  {row}" for row in [*rows, *readings, *more, *filter(None, [self.tried])])]


def told(finding: Finding, study: Study, say: Words) -> Told:
    """A finding in one language."""
    row = rendered(finding, study, say)
    said = row["words"]
    return Told(
        finding.check, row["title"], finding.status, finding.kind, finding.decision_error, row["printed"],
        said["must_hold"], said["allows"], tuple(said["arithmetic"]), tuple(said["benign"]), said["tried"],
        row["source"],
    )  # fmt: skip
