"""Gino, Gu & Zhong 2009, "Contagion or restitution? When bad apples can motivate ethical behavior", experiment 3.

Answers from 1 to 5 in whole units: M = 4.61, SD = 1.64; t(80) of two groups. Heathers, as Gelman tells it
(statmodeling.stat.columbia.edu, 19 April 2024), takes 41 in the group: with a mean of 4.61 no SD is above 1.20.
"""

from published_cases import groups_of, right, wrong

GROUP = {"in-group": {"n": "41", "mean": "4.61", "sd": "1.64"}}
STUDY = groups_of(GROUP, {}, test="independent t", measure="integer score", scale=(1, 5))

PUBLISHED = [
    wrong(STUDY, "sd_limits", where="experiment 3: guilt"),
    right(STUDY, "grim", where="experiment 3: guilt; 189 / 41"),
]
