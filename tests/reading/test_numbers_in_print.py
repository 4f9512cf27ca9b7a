"""A number is read exactly, however it is printed, or not at all: no part of one is ever taken for the whole."""

from __future__ import annotations

from fractions import Fraction

import pytest
from as_read import checked
from hypothesis import given
from hypothesis import strategies as st

import reread
from reread.documents import from_text
from reread.reading.whole_document import numbers

Typed = list[tuple[str, str, str]]  # text, statistic, value


def typed(text: str) -> Typed:
    return [(n.text, n.stat, n.value) for n in numbers(from_text(text)) if n.stat]


def values(text: str, unsure: bool = False) -> list[str]:
    return [n.value for n in numbers(from_text(text)) if unsure or not n.unsure]


def statuses(text: str) -> list[str]:
    return [result["status"] for result in reread.read_text(text).results]


HONEST = [  # how many tests, and the text
    # decimals cut by a space
    (3, "Groups differed, t(38) = 4. 02, p < 0. 001; t(38) = 1.02, p = 0. 31. Also F(1, 58) = 24.02, p < 0. 001."),
    (3, "It differed, t(38) = 2. 20 , p = 0 .034, χ2(1) = 12.60, p = 0. 0 0 0 4; t(38) = 3.56, p < . 0 0 2."),
    (1, "Ada perbedaan, t(38) = 2,20; p = 0, 034. Rerata 2,4 dan 3,1."),
    # raised dots
    (3, "Groups differed, t(236)=3·56, p<0·001; t(236)=0·43, p=0·67; χ²(1)=6·63, p=0·01."),
    (3, "r(118)=0·31, p=0·0006. F(1,58)=24•02, p<∙0001; t(38) = 2‧20, p = ⋅034"),
    # signs that nobody sees, other digits and letters
    (1, "t(3\u200b8) = 2\u2060.2\u00ad0, p\u200e = .0\ufeff34"),
    (1, "ｔ（３８）＝２．２０，ｐ＝０．０３４"),
    (2, "𝑡(𝟑𝟖) = 𝟐.𝟐𝟎, 𝑝 = .𝟎𝟑𝟒 and t(٣٨) = ٢٫٢٠, p = ٠٫٠٣٤"),
    # powers of ten
    (2, "χ2(5) = 231.24, p = 5.81 × 10 -48 and χ2(1) = 15.1, p = 1.0 x 10-4."),
    (3, "t(60) = 9.1, p < 10 −12; t(60) = 9.1, p<10⁻¹²; t(60) = 9.1, p < 10^-12."),
    (2, "t(38) = 2.20, p = 3.4 · 10^-2; t(38) = 2.20, p = 3.4 × 10⁻²"),
]
WRONG = [
    "Boys and girls did not differ, t(38) = 1.02, p = 0. 003.",
    "Groups did not differ, t(38)=1·02, p=0·003.",
    "They did not differ, t(38) = 1.02, p = 3 × 10 -3.",
    "They did not differ, t(٣٨) = ١٫٠٢, p = ٠٫٠٠٣.",
    "| Outcome | t | df | p |\n|---|---|---|---|\n| Pain | 1. 02 | 38 | 0. 003 |",
]
OPEN = [  # what stands there can be read in more than one way, or not at all
    "They did not differ, t(38) = 1.02, p = 0.0 3 1.",
    "They did not differ, t(38) = 1.02, p = 0.0.3, p = .003.",
    "They did not differ, t(38) = 1 .02, p = .003.",
    "They did not differ, t(38) = 1 0.2, p = .003 and t(38) = 4. 12 women, p = .31",
    "They did not differ, t(38) = 12,34,5, p = .31.",
    "They differed, t(38) = 4.02, p = 3.2 × 104, and t(38) = 4.02, p = 3.2 × 10",
    "They differed, t(38) = 2, 45; p = 0, 19",
    "They differed, t(38) = 4.\n02, p < 0.\n001.",
    "They differed, t(38) = 4.02, p < 0. 001a; t(38) = 4. 02b, p < .001",
    "| Outcome | t | df | p | p |\n|---|---|---|---|---|\n| Pain | 4.02 | 38 | 0.0 3 1 | .31 |",
    "| Outcome | t | df | p |\n|---|---|---|---|\n| Pain | 4.02 | 38 | 0.0 3 1 |\n| Sleep | 4. 0 2 1 | 3 8 | <10-5 |",
]


@pytest.mark.parametrize(("tests", "text"), HONEST)
def test_honest_numbers_agree_however_they_are_printed(tests: int, text: str) -> None:
    found = statuses(text)
    assert set(found) == {"consistent"}
    assert len([f for f in checked(from_text(text))[1] if f.check == "p_statistic"]) == tests


@pytest.mark.parametrize("text", WRONG)
def test_what_cannot_agree_is_found_however_it_is_printed(text: str) -> None:
    assert statuses(text).count("inconsistent") == 1


@pytest.mark.parametrize("text", OPEN)
def test_what_cannot_be_read_whole_is_marked_and_never_linked(text: str) -> None:
    paper = reread.read_text(text)
    assert not [result for result in paper.results if result["check"] == "p_statistic"]
    assert "inconsistent" not in statuses(text)
    assert any(paper.numbers["unsure"])


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("p = 0.0 3 1, n = 20", "0.0 3 1"),
        ("t = 1.2.3, n = 20", "1.2.3"),
        ("d = 12,34,5, n = 20", "12,34,5"),
        ("M = 1 57 ., n = 20", "1 57"),
        ("p = 2.5 × 10 7, n = 20", "2.5 × 10 7"),
        ("p = 0.0 5 was found, n = 20", "0.0 5"),
        ("d = 0. 31a, n = 20", "0. 31"),
    ],
)
def test_what_cannot_be_read_is_one_row_without_a_statistic(text: str, unread: str) -> None:
    first, last = numbers(from_text(text))
    assert (first.text, first.stat, bool(first.unsure)) == (unread, "", True)
    assert (last.text, last.stat, last.unsure) == ("20", "n", "")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("In group 2. 30 women came; Table 1. 20 women, n = 20. 30 women", ["2", "30", "1", "20", "20", "30"]),
        ("1. 12 women", ["1", "12"]),
        ("in 2010. 25 women came", ["2010", "25"]),
        ("aged 10–12, n = 10-12, 20 35 years", ["10", "12", "10", "12", "20", "35"]),
        ("[0. 31, 0. 92] and (95% CI 0. 31 to 1. 11)", ["0.31", "0.92", "95", "0.31", "1.11"]),
        ("95% CI 3·10–4·20; HR 0·71", ["95", "3.1", "4.2", "0.71"]),
        ("6·10^5 and 4.7·10^5, 3 · 10^-4", ["600000", "470000", "0.0003"]),
        ("2·5 × 10⁻³, 3·10-4·20, 0·71", ["0.0025", "3.1", "4.2", "0.71"]),
        ("n = 1\u2009182, 12\u202f345 women and 1٬182 men", ["1182", "12345", "1182"]),
        ("p˂0.05 and p ˃ .05", ["0.05", "0.05"]),
        ("mean 5. 2 (SD 1. 4), 45 of 120 (37. 5%)", ["5.2", "1.4", "45", "120", "37.5"]),
        ("(27. 4 ± 3. 1), 95% CI 1. 5–2. 0", ["27.4", "3.1", "95", "1.5", "2"]),
        ("p = 3.2 × 10(-8), P < 10 -5, 2 x 10^{-3} and 10⁻⁵", ["0.000000032", "0.00001", "0.002", "0.00001"]),
        ("on 12.05.2020, version 1.2.3, items [3,4,7-9], 1.234.567,89", ["3", "4", "7", "9", "1234567.89"]),
    ],
)
def test_what_stays_apart_and_what_is_one(text: str, read: list[str]) -> None:
    assert values(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "12 345 women",
        "the mean age was 27. 4 years",
        "3 × 10–12 times",
        "2·3 boxes; 0.03, 0.05 or 1.5",
        "ages 4. 8,",
        "1 .5–2",
    ],
)
def test_what_may_be_one_or_two_is_marked(text: str) -> None:
    rows = list(numbers(from_text(text)))
    assert rows[0].unsure
    assert not checked(from_text(text))[0].file.tests


def test_a_power_in_a_cell() -> None:
    found = typed("Outcome | n | p\nPain | 40 | <10-5\nSleep | 38 | 2.1 × 10 −4")
    assert [each for each in found if each[1] == "p"] == [("<10-5", "p", "0.00001"), ("2.1 × 10 −4", "p", "0.00021")]


def test_a_ratio_with_raised_dots() -> None:
    assert typed("Deaths were fewer (HR 0·71 [95% CI 0·55–0·92]).") == [
        ("0·71", "HR", "0.71"), ("95%", "ci_level", "95"), ("0·55", "ci_low", "0.55"), ("0·92", "ci_high", "0.92"),
    ]  # fmt: skip


UNSEEN = ["", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f", "\u2066", "\ufe0f"]
DIGITS = ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿"]
POINTS = [".", "．", "·", "∙", "⋅", "‧", "•", "٫", ". ", "· "]


@given(
    st.integers(0, 99), st.integers(0, 999), st.sampled_from(POINTS), st.sampled_from(DIGITS), st.data(),
    st.sampled_from(["t(38) = {}, p = .04", "t(38)={}; then", "(M = {}, SD = 2)", "r = -{}.", "p < {}, ns"]),
)  # fmt: skip
def test_every_way_to_print_a_number_reads_as_the_same_value(
    whole: int, fraction: int, point: str, digits: str, data: st.DataObject, sentence: str
) -> None:
    plain = f"{whole}.{fraction:03d}"
    unseen = [data.draw(st.sampled_from(UNSEEN)) for _ in plain]
    printed = "".join(
        (point if character == "." else digits[int(character)]) + hidden
        for character, hidden in zip(plain, unseen, strict=True)
    )
    text = sentence.format(printed)
    document = from_text(text)
    rows = [row for row in numbers(document) if row.decimals == 3]
    found = [row for row in rows if abs(Fraction(row.value)) == Fraction(plain)]
    assert len(found) == 1
    assert document.raw[found[0].start : found[0].end] == found[0].text
    start = text.index(printed)
    assert found[0].start <= start
    assert start + len(printed.rstrip("".join(UNSEEN))) <= found[0].end <= start + len(printed)
