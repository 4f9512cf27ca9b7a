"""One small paper without a study file: what of it fits, and what cannot agree."""

PAPER = [
    "Two groups of women were followed in 2021 (see Table 3).",
    "The first group rose, t(28) = 2.20, p = .036, and the second t(28) = 2.20, p = .001.",
    "The risk was higher, OR = 2.10 (95% CI 1.20 to 3.70), but RR = 5.10 (95% CI 1.20 to 3.70).",
    "In all 45/120 (37.5%) came and 45/120 (47.5%) stayed.",
    "The pain score was 5.19 ± 1.40 (n = 28); it fell, SD = 3.2.",
]
FITS = ["p = 0.036", "2.10, interval 1.20 to 3.70", "37.5 %"]
CANNOT = ["p = 0.001", "5.10, interval 1.20 to 3.70", "47.5 %"]
DESIGN = "A one-group pretest-posttest design was used with a total of 30 mothers and no control group."
