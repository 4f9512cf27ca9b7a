"""Wansink, Just, Payne & Klinger 2012, Preventive Medicine 55: carrots taken, eaten and left (later retracted).

Heathers 2017, "Introducing SPRITE (and the case of the carthorse child)", reads the first column of the table: 17.1
taken, 11.3 eaten, 6.7 left, and 17.1 − 11.3 is 5.8.
"""

from published_cases import twice_measured, wrong

PUBLISHED = [
    wrong(
        twice_measured({"before.mean": "17.1", "after.mean": "11.3", "change.mean": "6.7"}), "difference_of_groups",
        where="study 1, first column; before and after: taken, eaten; change: left",
    ),
]  # fmt: skip
