"""Which cues speak of this study, so that a page may show them?

A phrase such as "randomly assigned" may speak of other people's work, of one of several experiments, or of an order of
questions. Shown is only what stands in a sentence that names the study itself, in a paper that has one study; where two
such sentences suggest different things, neither is shown.

>>> from reread.reading.links.cues import cues
>>> from reread.reading.skeleton import Skeleton
>>> def shown(*lines): return [cue.suggests for cue in firm(cues(Skeleton.of(lines, "."), lines), lines)]
>>> shown("This study used a one-group pretest-posttest design."), shown("Pictures were randomly assigned to lists.")
(['one-group pretest-posttest'], [])
>>> shown("In this trial women were randomly assigned to massage.", "Experiment 2 was alike.")
[]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reread.reading.links.cues import Cue
from reread.reading.whole_document import PERSONS
from reread.words.reading import either, words

OWN = re.compile(rf"(?i)(?<!\w){either(words('this_study'))}(?!\w)")
SEVERAL = re.compile(rf"(?i)(?<!\w){either(words('one_of_several_studies'))}s?\s+(?:[2-9]|II|two|dua)(?!\w)")
NUMBER = re.compile(r"\d+(?:[.,\u2009 ]\d{3})*")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")


def firm(found: Sequence[Cue], lines: Sequence[str]) -> list[Cue]:
    """The cues of a document that speak of its one study."""
    if any(SEVERAL.search(line) for line in lines):
        return []
    said = {id(cue): _sentence(cue, lines[cue.line]) for cue in found}
    own = [cue for cue in found if OWN.search(said[id(cue)]) and (cue.part != "n" or _of_persons(cue, said[id(cue)]))]
    return [cue for cue in own if len({other.suggests for other in own if other.part == cue.part}) == 1]


def _of_persons(cue: Cue, sentence: str) -> bool:
    """Is the number one of persons?"""
    numbers = [match for match in NUMBER.finditer(sentence) if re.sub(r"\D", "", match.group()) == cue.suggests]
    return any(PERSONS.match(sentence, match.end()) for match in numbers)


def _sentence(cue: Cue, line: str) -> str:
    """The sentence in whose middle the cue's words stand."""
    middle = line.find(cue.quote) + len(cue.quote) // 2
    starts = [0, *(match.end() for match in SENTENCE.finditer(line)), len(line)]
    start = max(at for at in starts[:-1] if at <= middle)
    return line[start : next(at for at in starts if at > start) if start < len(line) else len(line)]
