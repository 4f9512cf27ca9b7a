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
    message:
        "report    {wildcards.study}"
    shell:
        "reread report {wildcards.study} --root ."
        f" --notebooks {told(*NOTEBOOKS)} --seed {CONFIG.seed} --language {told(CONFIG.language)}"
        " 2> {log:q}"


rule index:
    input:
        expand("results/{study}/report.html", study=STUDIES),
        expand("results/{across}.json", across=ACROSS),
        code=needs("index", "reread.verbs.index"),
    output:
        "results/index.html",
    log:
        "logs/index.log",
    message:
        "index"
    shell:
        f"reread index {told(*STUDIES)} --across {told(*ACROSS)} --language {told(CONFIG.language)} --refused {told(*REFUSED)}"
        " 2> {log:q}"


rule outcome:
    input:
        "results/index.html",
        code=needs("outcome", "reread.verbs.outcome"),
    output:
        # results/outcome.json is not named: of a job that fails, Snakemake removes what it was to make
        touch("logs/ended-well"),
    log:
        "logs/outcome.log",
    message:
        "outcome"
    shell:
        f"reread outcome {told(*STUDIES)} --refused {told(*REFUSED)}" " 2> {log:q}"
