"""What are the two answers at the top of the page?

They are never merged: whether the printed numbers agree (findings, reconstruction) and whether the design can tell the
claimed cause from others (appraisal, rivals). Every figure in them is taken from a result file as it stands.
"""

from __future__ import annotations

from typing import Any

from reread.report.results import Results
from reread.report.side_by_side import NO_STUDY
from reread.report.status import STATUS
from reread.report.to_confirm import answers_to_confirm, unconfirmed
from reread.study.verdict import open_questions, verdict
from reread.words import Words

LEAST = 0.005  # a share that is not none is never shown as 0 %
AT_MOST = 4  # rows and bars: both answers have to fit on one phone screen
VERDICTS = {"no": "inconsistent", "slips": "inconsistent", "yes": "consistent", "nothing": "not applicable"}
TELLS = {"no": "undecided", "partly": "undecided", "yes": "consistent"}


def answers(results: Results, words: Words) -> list[dict[str, Any]]:
    """Both answers, in their order; for a text without a study the one that it has only claims.

    What nobody has confirmed is no answer: it says so.
    """
    if unconfirmed(results) and not results.problems:
        told = answers_to_confirm(results, words)
        return [_answer(key, "undecided", words, say, lines) for key, (say, lines) in told.items()]
    if claims_only(results):
        because = (results["appraisal"].get("design") or {}).get("because", "")
        return [_answer("claims", "not applicable", words, words("page.answers.claims.say"), [because])]
    return [numbers_answer(results, words), design_answer(results, words)]


def claims_only(results: Results) -> bool:
    """Is this a text that reports no measurements of its own, with nothing failed and nothing that cannot agree?"""
    kind = (results["study"].get("design") or {}).get("kind")
    bad = any(finding["status"] == "inconsistent" for finding in results.findings)
    return kind == NO_STUDY and not bad and not results.problems


def numbers_answer(results: Results, words: Words) -> dict[str, Any]:
    """Do the printed numbers agree? Verdict, the shortest table that shows it, and what still fits."""
    if not results.ok("findings"):
        return _answer("numbers", "failed", words, _sentence(results.lost("findings", words)), [])
    key = verdict(results.findings)
    status = VERDICTS[key]
    against = [f for f in results.findings if f["status"] == "inconsistent" and f.get("kind") != "implausible"]
    against.sort(key=lambda finding: (finding.get("kind") == "cosmetic", not finding.get("load_bearing")))
    rows = [finding["short"] for finding in against if finding.get("short")][:AT_MOST]
    named = _named(results.findings, against if not rows else [], words, told=status == "inconsistent")
    lines = [*named, _fit(results, words)]
    answer = _answer("numbers", status, words, words(f"page.answers.numbers.{key}"), lines)
    return {**answer, "rows": rows, "named": [_sentence(line) for line in named]}


def design_answer(results: Results, words: Words) -> dict[str, Any]:
    """Can this design tell the claimed cause from time and other causes? What else would print the same."""
    cause = str(results["study"].get("cause") or "")
    if not results.ok("appraisal"):
        return _answer("design", "failed", words, _sentence(results.lost("appraisal", words)), [], cause)
    design = results["appraisal"].get("design") or {}
    values = results.values("rivals")
    bars = [_bar(bar, words) for bar in values.get("bars") or []][:AT_MOST]
    adjusted = str(results.values("reconstruction").get("adjusted_say") or "")
    told = (design.get("because", ""), *(design.get("open") or ()), values.get("bars_say", "") if bars else adjusted)
    lines = [" ".join(filter(None, map(_sentence, filter(None, told))))] if adjusted else [" ".join(filter(None, told))]
    lines += [str(values.get("bias_say") or "")]
    if not (results.ok("rivals") or results.missing("rivals")):
        lines.append(words("page.answers.design.lost", lost=results.lost("rivals", words)))
    answer = _answer(
        "design", TELLS.get(design.get("tells", ""), "undecided"), words, design.get("say", ""), lines, cause
    )
    line = values.get("line")
    return {**answer, "bars": bars, "line": None if line is None else _share(line), "after": values.get("line_say", "")}


def _answer(key: str, status: str, words: Words, say: str, lines: list[str], cause: str = "") -> dict[str, Any]:
    tone, mark = STATUS[status]
    question = words(f"page.answers.{key}.question", cause=cause or words("page.answers.design.any_cause"))
    kept = [_sentence(line) for line in lines if line]
    empty: dict[str, Any] = {"rows": [], "named": [], "bars": [], "line": None, "after": ""}
    return {"key": key, "question": question, "tone": tone, "mark": mark, "say": say, "lines": kept, **empty}


def _named(findings: list[dict[str, Any]], unlisted: list[dict[str, Any]], words: Words, told: bool) -> list[str]:
    """The sentences that name numbers: those without a row, those across .05, the implausible, the undecided.

    Where something is impossible (told), what is only implausible or undecided stands further down.
    """
    crossing = [f for f in findings if f.get("decision_error")]
    odd = [f for f in findings if f.get("kind") == "implausible"]
    undecided = open_questions(findings)
    lines = []
    for key, group in (("cannot", unlisted), ("crosses", crossing), ("implausible", [] if told else odd)):
        if group:
            printed = words("page.list").join(dict.fromkeys(f["printed"] for f in group[:AT_MOST]))
            lines.append(words(f"page.answers.{key}", printed=printed))
    if undecided and not told:
        lines.append(words.plural("page.answers.undecided", undecided, n=words.spelled(undecided)))
    return lines


def _fit(results: Results, words: Words) -> str:
    """How many before–after tables fit, and which way all of them go."""
    if not (results.ok("reconstruction") or results.missing("reconstruction")):
        return words("page.answers.fit.lost", lost=results.lost("reconstruction", words))
    values = results.values("reconstruction")
    count, ending = values.get("tables"), values.get("ending")
    if count is None:
        return ""
    if ending == "none exists" or count == 0:
        return words("page.answers.fit.none")
    if ending != "all listed":
        return words.plural("page.answers.fit.capped", count, n=words.spelled(count))
    none = "listed_none" if values.get("prints_none") else "listed"
    fit = words.plural(f"page.answers.fit.{none}", count, n=words.spelled(count))
    exact, direction = values.get("exact_p_max"), values.get("direction")
    if direction not in ("rise", "fall", "mixed"):
        return fit
    p = words("page.answers.exact_p", p=exact) if exact else ""
    return f"{fit} " + words.plural(f"page.answers.direction.{direction}", count, p=p)


def _bar(bar: dict[str, Any], words: Words) -> dict[str, str]:
    share = _share(bar["share"])
    ends = {end: _share(bar[end]) if end in bar else "" for end in ("low", "high")}
    shown = "< 1" if 0 < bar["share"] < LEAST else share
    return {"label": bar["label"], "width": share, "shown": words("page.percent", n=shown), **ends}


def _share(value: float) -> str:
    return str(round(100 * value))


def _sentence(text: str) -> str:
    """A clause that stands alone begins with a capital and ends with a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", ":", "!", "?")) else ".")
