"""Where do the studies stand: what can their design tell, what do their numbers allow, and what is known elsewhere?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reread.appraisal.trials import DIRECTIONS, Trial
from reread.figures import landscape
from reread.notebook.views import FigureView
from reread.report.side_by_side import Read
from reread.study.verdict import open_questions, verdict
from reread.words import Words

KEY = "synthesis.landscape"
TELLS = ("no", "partly", "yes")
NUMBERS = ("no", "slips", "undecided", "yes", "nothing")
SHAPES = {"more": "^", "no difference": "s", "less": "v", "not printed": "o"}


def view(read: Sequence[Read], trials: Iterable[Trial], say: Words) -> FigureView | None:
    """The studies, and below them the trials of each cause that they name; without texts that report no study."""
    studies, listed = [one for one in read if one.is_study], list(trials)
    if not studies:
        return None
    causes = [cause for cause in _causes(studies) if any(trial.cause == cause for trial in listed)]
    by_cause = {cause: [trial for trial in listed if trial.cause == cause] for cause in causes}
    columns = tuple((say(f"{KEY}.columns.{tells}.label"), say(f"{KEY}.columns.{tells}.detail")) for tells in TELLS)
    blocks = [_studies(studies, say), *(_elsewhere(cause, found, say) for cause, found in by_cause.items())]
    texts = "; ".join(say.own(one.title) for one in read if not one.is_study)
    params = {
        "read": _read(studies, say),
        "trials": " ".join(_reports(cause, found, say) for cause, found in by_cause.items()),
        "chance": "".join(_by_chance(found, say) for found in by_cause.values()),
        "texts": say(f"{KEY}.texts", names=texts) if texts else "",
    }
    return FigureView(landscape, landscape.Landscape(columns, tuple(blocks)), KEY, params)


def tells(trial: Trial, say: Words) -> str:
    """How far the design of a trial tells, in the same words as for a study that was read: no, partly, yes."""
    return say(f"appraisal.designs.{trial.design.replace(' ', '_').replace('-', '_')}.tells")


def reports(trials: Sequence[Trial], say: Words) -> dict[str, tuple[int, int]]:
    """By what the design tells: how many report more, of how many whose direction is printed; the cause alone only."""
    counts = {}
    for column in TELLS:
        direct = [trial for trial in trials if not trial.differs and trial.direction != "not printed"]
        mine = [trial for trial in direct if tells(trial, say) == column]
        counts[column] = (sum(trial.direction == "more" for trial in mine), len(mine))
    return counts


def numbers_row(one: Read) -> str:
    """What the printed numbers of a study allow."""
    said = verdict(one.findings)
    return "undecided" if said in ("yes", "nothing") and open_questions(one.findings) else said


def _by_chance(trials: Sequence[Trial], say: Words) -> str:
    """How many trials had groups formed by chance, and how many of them tested the claim itself."""
    found = {trial.label: trial for trial in trials if tells(trial, say) == "yes"}
    if not found:
        return ""
    direct = sum(not trial.differs for trial in found.values())
    spelled = say.spelled(direct) if direct else say(f"{KEY}.nothing")
    return say.plural(f"{KEY}.chance", len(found), n=say.spelled(len(found)), direct=spelled)


def _causes(studies: Sequence[Read]) -> list[str]:
    return list(dict.fromkeys(one.study.file.cause for one in studies))


def _studies(studies: Sequence[Read], say: Words) -> landscape.Block:
    found = {numbers_row(one) for one in studies}
    shown = [row for row in NUMBERS if row in found or row != "slips"]
    entries = tuple(
        landscape.Entry(
            shown.index(numbers_row(one)), TELLS.index(one.tells), say.own(one.title),
            say(f"{KEY}.second_hand") if one.study.file.reported_by else "",
        )
        for one in studies
    )  # fmt: skip
    rows = tuple(landscape.LandscapeRow(say(f"{KEY}.numbers.{row}")) for row in shown)
    return landscape.Block(say(f"{KEY}.studies"), rows, entries, short=say(f"{KEY}.short.studies"))


def _elsewhere(cause: str, trials: Sequence[Trial], say: Words) -> landscape.Block:
    entries = tuple(
        landscape.Entry(
            DIRECTIONS.index(trial.direction), TELLS.index(tells(trial, say)), f"{trial.label} ({trial.n})",
            trial.differs, bool(trial.differs),
        )
        for trial in sorted(trials, key=lambda trial: (bool(trial.differs), -trial.n))
    )  # fmt: skip
    rows = tuple(landscape.LandscapeRow(say(f"{KEY}.directions.{way}"), SHAPES[way]) for way in DIRECTIONS)
    key = say(f"{KEY}.hollow") if any(entry.hollow for entry in entries) else ""
    title, short = say(f"{KEY}.elsewhere", cause=cause), say(f"{KEY}.short.elsewhere", cause=cause)
    return landscape.Block(title, rows, entries, key, short)


def _read(studies: Sequence[Read], say: Words) -> str:
    counts = {column: sum(one.tells == column for one in studies) for column in TELLS}
    spelled = {column: say.spelled(k) if k else say(f"{KEY}.nothing") for column, k in counts.items()}
    return say.plural(f"{KEY}.read", len(studies), n=say.spelled(len(studies)), **spelled)


def _reports(cause: str, trials: Sequence[Trial], say: Words) -> str:
    counts = reports(trials, say).items()
    parts = [say(f"{KEY}.parts.{column}", k=k, m=m) for column, (k, m) in counts if m]
    return say(f"{KEY}.trials", cause=cause, parts=say.joined("notebooks.and", parts)) if parts else ""
