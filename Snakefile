# A second reading of every study in studies/. Run: snakemake --cores 4   (settings: config.yaml)
from pathlib import Path


include: "workflow/rules/common.smk"
include: "workflow/rules/1_extract.smk"
include: "workflow/rules/2_check.smk"
include: "workflow/rules/3_notebooks.smk"
include: "workflow/rules/4_report.smk"
include: "workflow/screen.smk"
include: "workflow/warm.smk"


rule all:
    default_target: True
    input:
        "results/index.html",
        "logs/ended-well",
