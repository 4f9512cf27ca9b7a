"""Honest documents whose own words tell by which convention a number was obtained. For tests only.

One result under a convention (`honest_conventions`), as a sentence, as a table of groups or of occasions, as counts
with percentages; and the words that tell the convention: in the same sentence, in the note of the table, or in the
methods section. Other honest sentences stand around them.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from random import Random

import conventions_said_en
import conventions_said_id
from honest_conventions import CONVENTIONS, pressed
from honest_documents import ASIDE, HEADS, LEADS, OF, SAMPLE, Texts, Writer
from honest_told import COUNTED, ToldPress
from made_documents import Part

SAID = {"en": conventions_said_en.SAID, "id": conventions_said_id.SAID}
BESIDE = {"en": conventions_said_en.BESIDE, "id": conventions_said_id.BESIDE}
PLACES = ("sentence", "note", "methods")
NAMES = {"en": ["Massage", "Control", "Music", "Usual care", "Exercise"],
         "id": ["Pijat", "Kontrol", "Musik", "Perawatan biasa", "Senam"]}  # fmt: skip
TWICE = {"en": ("Before", "After"), "id": ("Sebelum", "Sesudah")}
KINDS = {"en": ["Pain", "Fever", "Fatigue", "Nausea", "Cough", "Rash"],
         "id": ["Nyeri", "Demam", "Lelah", "Mual", "Batuk", "Ruam"]}  # fmt: skip
OUTCOME = {"en": ("Score", "Weight (kg)", "Ozone", "Days"), "id": ("Skor", "Berat badan (kg)", "Ozon", "Hari")}
WORDS = {
    "en": {"table": "Table 2. Outcomes by group (mean ± SD).", "counts": "Table 3. Answers", "answer": "Answer",
           "time": "Time", "mean": "Mean ± SD", "note": "Note. ", "p": "p-value", "all": "All", "outcome": "Outcome",
           "test": {"independent t": "Groups were compared with the independent t-test.",
                    "Welch t": "Groups were compared with Welch's independent t-test.",
                    "paired t": "Scores were compared with the paired t-test."}},
    "id": {"table": "Tabel 2. Luaran menurut kelompok (rerata ± SD).", "counts": "Tabel 3. Jawaban",
           "answer": "Jawaban", "time": "Waktu", "mean": "Rerata ± SD", "note": "Keterangan: ", "p": "Nilai p",
           "all": "Total", "outcome": "Variabel",
           "test": {"independent t": "Perbedaan kelompok dianalisis dengan uji t independen.",
                    "Welch t": "Dipakai uji t tidak berpasangan (Welch).",
                    "paired t": "Skor dibandingkan dengan uji t berpasangan."}},
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A document, the convention in it and where it tells that; `untold`: the same without these words."""

    parts: list[Part]
    untold: list[Part]
    convention: str
    place: str


def document(seed: int, language: str) -> list[Part]:
    """The paragraphs and tables of one honest document."""
    return told(seed, language).parts


def told(seed: int, language: str, convention: str = "") -> Told:
    """One document; of a convention drawn at random, if none is given."""
    draw = Random(f"told {seed} {language} {convention}")
    name = convention or draw.choice(list(CONVENTIONS))
    press = pressed(draw, "test 1", name)
    while press.about.get("adjusted") or press.about.get("sides") == "one":  # said in words of their own elsewhere
        press = pressed(draw, "test 1", name)
    page = _Page(draw, language, press)
    place = draw.choice(PLACES) if press.method in SAID[language] else "methods"
    return Told(page.parts(place), page.parts(""), name, place)


class _Page:
    """One result and the ways in which a document prints it."""

    def __init__(self, draw: Random, language: str, press: ToldPress) -> None:
        self.language, self.press, self.say = language, press, WORDS[language]
        self.seed = draw.getrandbits(32)
        self.writer = Writer(draw, language, language == "id" and draw.random() < 0.85)
        below = f"tests.{press.name}."
        self.texts: Texts = {role.removeprefix(below): texts[0] for role, texts in press.prints.items()}
        self.groups = list(dict.fromkeys(role.split(".")[1] for role in self.texts if role.startswith("groups.")))
        names = list(TWICE[language]) if self.groups == ["before", "after"] else draw.sample(NAMES[language], 5)
        self.names = dict(zip(self.groups, [self.say["all"]] if len(self.groups) == 1 else names, strict=False))
        kinds = dict.fromkeys(r.split(".")[3] for r in self.texts if r.count(".") == 3)
        self.kinds = dict(
            zip(kinds, draw.sample(KINDS[language], len(kinds)) if len(kinds) < 7 else kinds, strict=False)
        )

    def parts(self, place: str) -> list[Part]:
        """The document with the words that tell the convention in this place; without them where there is none."""
        draw = self.writer.draw = Random(self.seed)
        sentence, clause = self._words(draw)
        table, form = self._table(draw), draw.choice(["{}, {}", "{} ({})"])
        written = self.writer.clauses(self.texts) if draw.random() < 0.8 or not table else ""
        lines = [f"{draw.choice(LEADS[self.language])}, {written}", *self._lines(draw)][not written :]
        at = draw.randrange(max(1, len(lines)))
        aside = draw.choice(ASIDE[self.language] if self.writer.comma or self.language == "en" else ASIDE["id"][::2])
        if place == "sentence" and lines:
            lines[at] = form.format(lines[at], clause)
        methods = [self.say["test"].get(self.press.about.get("test"), ""), sentence if place == "methods" else ""]
        note = {"note": sentence, "sentence": "" if lines else f"{clause}."}.get(place, "")
        found: list[Part] = [" ".join(filter(None, methods)), *(f"{line[:1].upper()}{line[1:]}." for line in lines)]
        return [part for part in [*found, *table, note and self.say["note"] + note, aside] if part]

    def _words(self, draw: Random) -> tuple[str, str]:
        """A sentence and a clause that tell the convention."""
        B = draw.choice(["1000", "2000", "5000", "10000", "10.000" if self.writer.comma else "10,000"])
        if self.press.method not in SAID[self.language]:
            return BESIDE[self.language].get(self.press.convention, ""), ""
        sentences, clauses = SAID[self.language][self.press.method]
        return draw.choice(sentences).format(B=B), draw.choice(clauses).format(B=B)

    def _shown(self, part: str) -> str:
        return self.writer.number(self.texts[part].rstrip("%")) if part in self.texts else ""

    def _spread(self, group: str) -> str:
        mean, sd = (self._shown(f"groups.{group}.{part}") for part in ("mean", "sd"))
        return f"{mean} ± {sd}" if mean and sd else ""

    def _lines(self, draw: Random) -> list[str]:
        """Sentences about each group."""
        found = []
        for group in self.groups:
            n, name = self._shown(f"groups.{group}.n"), self.names[group]
            if n and self._spread(group) and draw.random() < 0.4:
                mean, sd = self._spread(group).split(" ± ")
                found.append(draw.choice(SAMPLE[self.language]).format(name=name, n=n, mean=mean, sd=sd))
            for kind in self.kinds:
                counted, percent = (self._shown(f"groups.{group}.{part}.{kind}") for part in ("count", "percent"))
                if self._of_n(group, kind) and draw.random() < 0.7:
                    form = draw.choice([OF[self.language], "{what}: {count}/{n} ({percent}%)"])
                    found.append(form.format(count=counted, n=n, percent=percent, what=self.kinds[kind].lower()))
        return found

    def _of_n(self, group: str, kind: str) -> bool:
        """May a count and percentage be printed as `k of n (x %)`? Not if answers or events are the base."""
        parts = [self.texts.get(f"groups.{group}.{part}") for part in (f"count.{kind}", "n", f"percent.{kind}")]
        if not all(parts):
            return False
        k, n, percent = (str(part).rstrip("%") for part in parts)
        unit = Fraction(1, 10 ** len(percent.partition(".")[2]))
        return self.press.method not in COUNTED or abs(Fraction(100 * int(k), int(n)) - Fraction(percent)) <= unit / 2

    def _table(self, draw: Random) -> list[Part]:
        """A table of means by group or by occasion, or one of counts, with its caption; none of too little."""
        if self.groups and all(self._spread(group) and f"groups.{group}.n" in self.texts for group in self.groups):
            return self._of_occasions() if self._paired() and draw.random() < 0.5 else self._of_groups(draw)
        if self.groups and self.kinds and all(f"groups.{group}.n" in self.texts for group in self.groups):
            return self._of_counts()
        return []

    def _paired(self) -> bool:
        return self.groups == ["before", "after"]

    def _tested(self) -> dict[str, str]:
        """Head → cell of what is printed of the test."""
        heads = {"t": HEADS[self.language]["t"][1], "df": "df", "p": self.say["p"], "d": "Cohen's d"}
        found = {head: self._shown(part) for part, head in heads.items() if part in self.texts}
        if {"ci.low", "ci.high"} <= set(self.texts) and "ci.level" in self.texts:
            level = self.texts["ci.level"]
            head = f"{level} CI" if self.language == "en" else f"IK {level}"
            apart = " to " if self.language == "en" else " sampai "
            found[head] = f"{self._shown('ci.low')}{apart}{self._shown('ci.high')}"
        return found

    def _of_groups(self, draw: Random) -> list[Part]:
        tested = self._tested()
        heads = [f"{self.names[group]} (n = {self._shown(f'groups.{group}.n')})" for group in self.groups]
        row = [draw.choice(OUTCOME[self.language]), *map(self._spread, self.groups), *tested.values()]
        return [self.say["table"], [[self.say["outcome"], *heads, *tested], row]]

    def _of_occasions(self) -> list[Part]:
        tested, size = self._tested(), self._shown("groups.before.n")
        before, after = ([self.names[group], self._spread(group)] for group in self.groups)
        return [
            f"{self.say['table'].rstrip('.')} (n = {size}).",
            [
                [self.say["time"], self.say["mean"], *tested],
                [*before, *["-" for _ in tested]],
                [*after, *tested.values()],
            ],
        ]

    def _of_counts(self) -> list[Part]:
        """Counts and percentages of one group in two columns, of several in one cell each; n in caption or heads."""
        one = len(self.groups) == 1
        heads = [f"{self.names[group]} (n = {self._shown(f'groups.{group}.n')})" for group in self.groups]
        rows = []
        for kind, name in self.kinds.items():
            cells = []
            for group in self.groups:
                counted, percent = (self._shown(f"groups.{group}.{part}.{kind}") for part in ("count", "percent"))
                cells += (
                    [counted or "-", percent or "-"] if one else [f"{counted} ({percent}%)" if percent else counted]
                )
            rows.append([name, *cells])
        if one:
            caption = f"{self.say['counts']} (n = {self._shown(f'groups.{self.groups[0]}.n')})"
            return [caption, [[self.say["answer"], "n", "%"], *rows]]
        return [f"{self.say['counts']}.", [[self.say["answer"], *heads], *rows]]
