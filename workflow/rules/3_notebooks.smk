# IN   a notebook, a study's ledger and findings, the evidence
# OUT  the notebook as run, and the figures, tables and values that the page embeds
rule notebook:
    input:
        rules.extract.output,
        rules.check.output,
        notebook=str(NOTEBOOK_FOLDER / "{notebook}.ipynb"),
        evidence=sorted(map(str, EVIDENCE.glob("*.csv"))),
        code=needs("reappraise.stages.notebook", "reappraise.section", "reappraise.views"),
    output:
        result="results/{study}/{notebook}.json",
        run="results/{study}/notebooks/{notebook}.ipynb",
        figures=directory("results/{study}/figures/{notebook}"),
    log:
        "logs/{study}/{notebook}.log",
    params:
        seed=CONFIG.seed,
        seconds=CONFIG.notebook_seconds,
        language=CONFIG.language,
        evidence=EVIDENCE,
    message:
        "notebook  {wildcards.notebook} of {wildcards.study}"
    shell:
        "reappraise notebook {input.notebook:q} --study {wildcards.study} --evidence {params.evidence:q}"
        " --seed {params.seed} --seconds {params.seconds} --language {params.language} 2> {log:q}"
