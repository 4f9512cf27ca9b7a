# IN   everything the stages made of a study
# OUT  its page, the index of all studies, and how the run ended
rule report:
    input:
        rules.extract.output,
        rules.check.output,
        rules.explain.output,
        rules.appraise.output,
        expand(in_languages("{{study}}/{notebook}.json"), notebook=NOTEBOOKS),
        code=needs("report", "reread.verbs.report"),
        stock=sorted(map(str, PACKAGE.glob("stock.sha256"))),
    output:
        # updated: Snakemake keeps the old page until the new one stands there whole
        report(
            update("results/{study}/report.html"),
            caption="../captions/page.rst",
            category="Pages",
            labels={"study": "{study}", "what": "page"},
        ),
        elsewhere("{study}/report.html"),
    log:
        "logs/{study}/report.log",
    message:
        "report    {wildcards.study}"
    shell:
        "reread report {wildcards.study} --root ."
        f" --notebooks {told(*NOTEBOOKS)} --seed {CONFIG.seed} --language {told(*LANGUAGES)}"
        " 2> {log:q}"


rule index:
    input:
        expand(in_languages("{study}/report.html"), study=STUDIES),
        expand(in_languages("{across}.json"), across=ACROSS),
        code=needs("index", "reread.verbs.index"),
    output:
        report(update("results/index.html"), caption="../captions/index.rst", category="Pages"),
        elsewhere("index.html"),
    log:
        "logs/index.log",
    message:
        "index"
    shell:
        f"reread index {told(*STUDIES)} --across {told(*ACROSS)} --language {told(*LANGUAGES)} --refused {told(*REFUSED)}"
        " 2> {log:q}"


rule outcome:
    input:
        in_languages("index.html"),
        code=needs("outcome", "reread.verbs.outcome"),
    output:
        # results/outcome.json is not named: of a job that fails, Snakemake removes what it was to make
        touch("logs/ended-well"),
    log:
        "logs/outcome.log",
    message:
        "outcome"
    shell:
        f"reread outcome {told(*STUDIES)} --refused {told(*REFUSED)} --language {told(*LANGUAGES)}" " 2> {log:q}"
