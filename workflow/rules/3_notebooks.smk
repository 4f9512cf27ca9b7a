# what a notebook is given beside its study
ASKED = " ".join(
    [
        f"--evidence {told(EVIDENCE)} --seed {CONFIG.seed} --seconds {CONFIG.notebook_seconds}",
        f"--language {told(*LANGUAGES)}",
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
        evidence=KNOWN,
        code=needs("notebook", "reread.verbs.notebook", "reread.notebook.section", "reread.notebook.views"),
    output:
        result="results/{study}/{notebook}.json",
        run="results/{study}/notebooks/{notebook}.ipynb",
        figures=report(
            directory("results/{study}/figures/{notebook}"),
            patterns=["{figure,.+(?<!-slim)}.svg"],
            caption="../captions/figure.rst",
            category="Figures",
            subcategory="{study}",
            labels={"notebook": "{notebook}", "figure": "{figure}"},
        ),
        others=elsewhere("{study}/{notebook}.json", "{study}/notebooks/{notebook}.ipynb"),
        drawn=directory(elsewhere("{study}/figures/{notebook}")),
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
            in_languages("{study}/{file}"),
            study=STUDIES,
            file=("numbers.csv", "extract.json", "study.json", "findings.json", "appraisal.json"),
        ),
        notebook=str(NOTEBOOK_FOLDER / "across" / "{across}.ipynb"),
        evidence=KNOWN,
        code=needs("across", "reread.verbs.across", "reread.notebook.section", "reread.notebook.views"),
    output:
        result=in_languages("{across}.json"),
        run=in_languages("notebooks/{across}.ipynb"),
        figures=directory(in_languages("figures/{across}")),
    log:
        "logs/{across}.log",
    message:
        "notebook  {wildcards.across} of all studies"
    shell:
        "reread across {input.notebook:q}" f" --names {told(*STUDIES)} {ASKED}" " 2> {log:q}"
