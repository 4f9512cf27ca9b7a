"""Honest studies as documents: their numbers in sentences and tables, in two languages. For tests only.

What a paper says beside its numbers it says here, too: the test's name, one-sided or adjusted p-values, in a sentence.
Decimal commas in Indonesian, but for some that print points; numbers that are no statistics stand between.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import honest_study
from honest_characteristics import characteristics
from honest_groups import random_groups_study
from honest_row_bases import row_bases
from honest_tests import random_tests_study
from honest_variance import variance_table
from made_documents import Part

from reread.study.values import Study

Texts = dict[str, str]
MD = {"en": "mean difference", "id": "selisih rerata"}
CI = {"en": ("95% CI [{}, {}]", "({level} CI {} to {})"), "id": ("(IK 95% {} sampai {})", "IK {level} {} hingga {}")}
LEADS = {
    "en": ("The groups differed", "There was an effect of time", "Nothing else changed", "Of the second outcome"),
    "id": ("Terdapat perbedaan", "Hasil uji menunjukkan", "Tidak terdapat hubungan", "Pada kelompok kedua"),
}
ASIDE = {
    "en": ("Women were aged 20-35 years in 2021 (see Table 3).", "A p-value below 0.05 was considered significant.",
           "Massage took 15 minutes twice a day for 14 days, as others did [12, 13].",
           "The scale has 10 items (1 to 5)."),
    "id": ("Usia ibu 20-35 tahun pada tahun 2021 (lihat Tabel 3).", "Nilai p < 0,05 dianggap bermakna.",
           "Pijat dilakukan 15 menit dua kali sehari selama 14 hari [12, 13].",
           "Skala terdiri dari 10 butir (1 sampai 5)."),
}  # fmt: skip
SAYS = {
    "en": {"one": "Tests of {test} were one-sided.",
           "adjusted": "p-values of {test} were adjusted for multiple testing."},
    "id": {"one": "Uji {test} bersifat satu arah.", "adjusted": "Nilai p pada {test} dikoreksi dengan Bonferroni."},
}  # fmt: skip
NAMES = {
    "en": {"Mann-Whitney": "the Mann–Whitney test", "Fisher": "Fisher's exact test"},
    "id": {"Mann-Whitney": "uji Mann-Whitney", "Fisher": "uji Fisher's exact"},
}
WAS = {"en": "We used {test}.", "id": "Analisis memakai {test}."}
OF = {"en": "{count} of {n} ({percent}%) said {what}", "id": "{count} dari {n} ({percent}%) menjawab {what}"}
SAMPLE = {
    "en": ("the mean score was {mean} (SD = {sd}, n = {n})", "{name}: n = {n}, {mean} ± {sd} points"),
    "id": ("rerata skor {mean} (SD = {sd}; n = {n})", "{name}: n = {n}, rerata {mean} ± {sd}"),
}
HEADS = {
    "en": {"t": ["Outcome", "t", "df", "p-value"], "OR": ["Variable", "OR", "95% CI", "p"],
           "group": ["Group", "n", "Mean ± SD"], "chi2": ["Outcome", "χ²", "df", "p"]},
    "id": {"t": ["Variabel", "t hitung", "df", "Nilai p"], "OR": ["Variabel", "OR", "IK 95%", "Nilai p"],
           "group": ["Kelompok", "n", "Rerata ± SD"], "chi2": ["Variabel", "χ²", "df", "Nilai p"]},
}  # fmt: skip
BRACKETS = {"t": ("df",), "F": ("df1", "df2"), "chi2": ("df", "n"), "r": ("df",), "Q": ("df",), "H": ("df",)}
SYMBOLS = {"chi2": "χ²", "eta2": "eta2", "r2": "R²"}
TESTS, EFFECTS = ("t", "F", "chi2", "r", "z", "Q", "H", "U", "W"), ("d", "g", "eta2", "r2")


@dataclass
class Writer:
    """One paper's habits of writing."""

    draw: Random
    language: str
    comma: bool

    def number(self, text: str) -> str:
        """A number as this paper writes it."""
        if not self.comma:
            return text
        at = text.find(".")
        return text if at < 0 else text[:at] + ("" if text[at - 1 : at].isdigit() else "0") + "," + text[at + 1 :]

    def named(self, name: str, text: str) -> str:
        """`p = .03`, `p < .001`, `d = 0.5`."""
        sign = "" if text[:1] in "<>≤≥" else "= "
        return f"{SYMBOLS.get(name, name)} {sign}{self.number(text)}"

    def tested(self, stat: str, texts: Texts) -> str:
        """`t(28) = 2.20`."""
        inside = [self.number(texts[part]) for part in BRACKETS.get(stat, ()) if part in texts]
        if stat == "F" and len(inside) < 2:
            inside = []
        if stat == "chi2" and "df" not in texts:
            inside = []
        if stat == "chi2" and len(inside) == 2:
            inside[1] = f"N = {inside[1]}"
        between = "; " if self.comma else ", "
        bracket = f"({between.join(inside)})" if inside else ""
        return f"{SYMBOLS.get(stat, stat)}{bracket} {self.named('', texts[stat]).strip()}"

    def interval(self, texts: Texts) -> str:
        """An interval with its level, or 95 % where none is printed."""
        form = self.draw.choice(CI[self.language])
        level = texts.get("ci.level", "95%")
        return form.replace("95%", level).format(
            self.number(texts["ci.low"]), self.number(texts["ci.high"]), level=level
        )

    def clauses(self, texts: Texts) -> str:
        """Everything printed of one test, in an order drawn at random."""
        found = [self.tested(stat, texts) for stat in TESTS if stat in texts]
        found += [self.named(effect, texts[effect]) for effect in EFFECTS if effect in texts]
        p = [self.named("p", texts["p"])] if "p" in texts else []
        owner = next((part for part in ("estimate", "OR", "RR") if part in texts), "")
        with_ci = "ci.low" in texts and "ci.high" in texts
        if owner:
            name = MD[self.language] if owner == "estimate" else owner
            own = self.named(name, texts[owner]) + (", " + self.interval(texts) if with_ci else "")
            place = self.draw.choice(["first", "last", "with p"])
            found = (
                [own, *found, *p] if place == "first" else [*found, *p, own] if place == "last" else [*found, own, *p]
            )
        elif with_ci:
            found = [*found[:1], self.interval(texts), *found[1:], *p]
        else:
            found += p
        return ("; " if self.comma else ", ").join(found)


def document(seed: int, language: str) -> list[Part]:
    """The paragraphs and tables of one honest study."""
    draw = Random(f"document {seed} {language}")
    writer = Writer(draw, language, language == "id" and draw.random() < 0.85)
    study = draw.choice([random_tests_study, random_tests_study, random_groups_study, _before_after])(seed)
    tests = {name: _texts(study, f"tests.{name}.") for name in study.file.tests} or {"": _texts(study, "score.change.")}
    parts: list[Part] = []
    for name, texts in tests.items():
        parts += _said(study, writer, name)
        written = writer.clauses(texts)
        if written:
            parts.append(f"{draw.choice(LEADS[language])}, {written}.")
        parts += [_sentence(clause) for clause in _groups(study, writer, name)]
    parts += _tables(writer, tests) + [table for name in tests for table in _group_table(study, writer, name)]
    parts += characteristics(draw, language, writer.comma) if draw.random() < 0.3 else []
    aside = Random(f"more tables {seed} {language}")
    parts += row_bases(aside, language, writer.comma) if aside.random() < 0.3 else []
    parts += variance_table(aside, language, writer.comma) if aside.random() < 0.3 else []
    if draw.random() < 0.4:  # one long paragraph, and the tables behind it
        said = " ".join(part for part in parts if isinstance(part, str))
        parts = [said, *(part for part in parts if not isinstance(part, str))]
    else:
        draw.shuffle(parts)
    return [*parts, draw.choice(ASIDE[language] if writer.comma or language == "en" else ASIDE["id"][::2])]


def _before_after(seed: int) -> Study:
    return honest_study.study(Random(seed))


def _sentence(clause: str) -> str:
    return clause[:1].upper() + clause[1:] + "."


def _texts(study: Study, below: str) -> Texts:
    """Part → text as printed first, of one test."""
    names = {role.removeprefix(below): value for role, value in study.values.items() if role.startswith(below)}
    texts = {name: value.repeats[0].text for name, value in names.items()}
    if below.startswith("score."):
        texts |= {"estimate": texts["mean"]} if "mean" in texts else {}
    return texts


def _said(study: Study, writer: Writer, name: str) -> list[Part]:
    """What the paper tells of the test beside its numbers."""
    about, found = study.file.tests.get(name), []
    if about is None:
        return []
    test = NAMES[writer.language].get(about.test, about.test)
    if about.test != "not stated":
        found.append(WAS[writer.language].format(test=test))
    for said in ("one",) * (about.sides == "one") + ("adjusted",) * about.adjusted:
        found.append(SAYS[writer.language][said].format(test=name))
    return [" ".join(found)] if found else []


def _groups(study: Study, writer: Writer, name: str) -> list[str]:
    """Means and shares of the groups of a test."""
    found = []
    for group in study.file.tests[name].groups if name else ():
        texts = _texts(study, f"tests.{name}.groups.{group}.")
        shown = {part: writer.number(text.rstrip("%")) for part, text in texts.items()}
        if {"n", "mean", "sd"} <= set(texts):
            found.append(writer.draw.choice(SAMPLE[writer.language]).format(name=group, **shown))
        for what in ("yes", "no", "unsure"):
            if {"n", f"count.{what}", f"percent.{what}"} <= set(texts):
                count, percent = shown[f"count.{what}"], shown[f"percent.{what}"]
                form = writer.draw.choice([OF[writer.language], "{count}/{n} ({percent}%): {what}"])
                found.append(form.format(count=count, percent=percent, n=shown["n"], what=what))
    return found


def _group_table(study: Study, writer: Writer, name: str) -> list[Part]:
    """Sizes, means and SDs of the groups of a test in rows, where all are printed."""
    rows = []
    for group in study.file.tests[name].groups if name else ():
        texts = _texts(study, f"tests.{name}.groups.{group}.")
        if {"n", "mean", "sd"} <= set(texts):
            n, mean, sd = (writer.number(texts[part]) for part in ("n", "mean", "sd"))
            rows.append([group, n, f"{mean} ± {sd}"])
    return [[HEADS[writer.language]["group"], *rows]] if rows and writer.draw.random() < 0.5 else []


def _tables(writer: Writer, tests: dict[str, Texts]) -> list[Part]:
    """The same tests again in rows, where all of a row is printed."""
    heads, found = HEADS[writer.language], []
    for stat, wanted in (("t", ("t", "df", "p")), ("chi2", ("chi2", "df", "p"))):
        rows = [
            [name] + [writer.number(texts[part]) for part in wanted]
            for name, texts in tests.items()
            if set(wanted) <= set(texts) and "F" not in texts
        ]
        found += [[heads[stat], *rows]] if rows else []
    rows = [
        [name, writer.number(texts["OR"]), " - ".join(writer.number(texts[f"ci.{end}"]) for end in ("low", "high")),
         writer.number(texts["p"])]
        for name, texts in tests.items()
        if {"OR", "ci.low", "ci.high", "p"} <= set(texts) and "estimate" not in texts
    ]  # fmt: skip
    return found + ([[heads["OR"], *rows]] if rows else [])
