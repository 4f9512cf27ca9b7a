# IN   everything the stages made of a study
# OUT  its page, the index of all studies, and how the run ended
rule report:
    input:
        rules.extract.output,
        rules.check.output,
        rules.appraise.output,
        expand("results/{{study}}/{notebook}.json", notebook=NOTEBOOKS),
        code=needs("reappraise.stages.report"),
    output:
        "results/{study}/report.html",
    params:
        seed=CONFIG.seed,
        language=CONFIG.language,
        root=".",
    log:
        "logs/{study}/report.log",
    message:
        "report    {wildcards.study}"
    shell:
        "reappraise report {wildcards.study} --seed {params.seed} --language {params.language} --root {params.root} 2> {log:q}"


rule index:
    input:
        expand("results/{study}/report.html", study=STUDIES),
        code=needs("reappraise.stages.index"),
    output:
        "results/index.html",
    params:
        studies=STUDIES,
        refused=REFUSED,
        language=CONFIG.language,
    log:
        "logs/index.log",
    message:
        "index"
    shell:
        "reappraise index {params.studies} --language {params.language} --refused {params.refused:q} 2> {log:q}"


rule outcome:
    input:
        "results/index.html",
        code=needs("reappraise.stages.outcome"),
    output:
        "results/outcome.json",
    params:
        studies=STUDIES,
        refused=REFUSED,
    log:
        "logs/outcome.log",
    message:
        "outcome"
    shell:
        "reappraise outcome {params.studies} --refused {params.refused:q} 2> {log:q}"
