# A second reading of every study in studies/. Run: snakemake --cores 4   (settings: config.yaml)
from pathlib import Path


report: "workflow/captions/workflow.rst"


include: "workflow/rules/common.smk"
include: "workflow/rules/1_extract.smk"
include: "workflow/rules/2_check.smk"
include: "workflow/rules/3_notebooks.smk"
include: "workflow/rules/4_report.smk"


if CONFIG.corpus:

    include: "workflow/rules/5_screen.smk"


include: "workflow/lock.smk"
include: "workflow/screen.smk"
include: "workflow/warm.smk"


rule all:
    default_target: True
    input:
        in_languages("index.html"),
        "logs/ended-well",
