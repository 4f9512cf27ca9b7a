# IN   everything the stages made of a study
# OUT  its page, the index of all studies, and how the run ended
rule report:
    input:
        rules.extract.output,
        rules.check.output,
        rules.explain.output,
        rules.appraise.output,
        expand("results/{{study}}/{notebook}.json", notebook=NOTEBOOKS),
        code=needs("report", "reread.verbs.report"),
        stock=sorted(map(str, PACKAGE.glob("stock.sha256"))),
    output:
        "results/{study}/report.html",
    log:
        "logs/{study}/report.log",
    params:
        seed=CONFIG.seed,
        language=CONFIG.language,
        root=".",
        notebooks=NOTEBOOKS,
    message:
        "report    {wildcards.study}"
    shell:
        "reread report {wildcards.study} --notebooks {params.notebooks:q} --seed {params.seed}"
        " --language {params.language} --root {params.root} 2> {log:q}"


rule index:
    input:
        expand("results/{study}/report.html", study=STUDIES),
        expand("results/{across}.json", across=ACROSS),
        code=needs("index", "reread.verbs.index"),
    output:
        "results/index.html",
    log:
        "logs/index.log",
    params:
        studies=STUDIES,
        refused=REFUSED,
        across=ACROSS,
        language=CONFIG.language,
    message:
        "index"
    shell:
        "reread index {params.studies} --across {params.across:q} --language {params.language}"
        " --refused {params.refused:q} 2> {log:q}"


rule outcome:
    input:
        "results/index.html",
        code=needs("outcome", "reread.verbs.outcome"),
    output:
        # results/outcome.json is not named: of a job that fails, Snakemake removes what it was to make
        touch("logs/ended-well"),
    log:
        "logs/outcome.log",
    params:
        studies=STUDIES,
        refused=REFUSED,
    message:
        "outcome"
    shell:
        "reread outcome {params.studies} --refused {params.refused:q} 2> {log:q}"
