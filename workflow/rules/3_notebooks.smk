# what a notebook is given beside its study
ASKED = " ".join(
    [
        f"--evidence {told(EVIDENCE)} --seed {CONFIG.seed} --seconds {CONFIG.notebook_seconds}",
        f"--language {told(CONFIG.language)}",
    ]
)


# IN   a notebook, a study's ledger and findings, the evidence
# OUT  the notebook as run, and the figures, tables and values that the page embeds
rule notebook:
    input:
        rules.extract.output,
        rules.check.output,
        rules.explain.output,
        notebook=str(NOTEBOOK_FOLDER / "{notebook}.ipynb"),
        evidence=sorted(map(str, EVIDENCE.glob("*.csv"))),
        code=needs("notebook", "reread.verbs.notebook", "reread.notebook.section", "reread.notebook.views"),
    output:
        result="results/{study}/{notebook}.json",
        run="results/{study}/notebooks/{notebook}.ipynb",
        figures=directory("results/{study}/figures/{notebook}"),
    log:
        "logs/{study}/{notebook}.log",
    message:
        "notebook  {wildcards.notebook} of {wildcards.study}"
    shell:
        "reread notebook {input.notebook:q} --study {wildcards.study}" f" {ASKED}" " 2> {log:q}"


# IN   a notebook of notebooks/across/, what the stages made of every study, the evidence
# OUT  the notebook as run, once for all studies, and the figures, tables and values that the index embeds


rule across:
    input:
        expand(
            "results/{study}/{file}",
            study=STUDIES,
            file=("numbers.csv", "extract.json", "study.json", "findings.json", "appraisal.json"),
        ),
        notebook=str(NOTEBOOK_FOLDER / "across" / "{across}.ipynb"),
        evidence=sorted(map(str, EVIDENCE.glob("*.csv"))),
        code=needs("across", "reread.verbs.across", "reread.notebook.section", "reread.notebook.views"),
    output:
        result="results/{across}.json",
        run="results/notebooks/{across}.ipynb",
        figures=directory("results/figures/{across}"),
    log:
        "logs/{across}.log",
    message:
        "notebook  {wildcards.across} of all studies"
    shell:
        "reread across {input.notebook:q}" f" --names {told(*STUDIES)} {ASKED}" " 2> {log:q}"
