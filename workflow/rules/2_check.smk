# IN   the ledger of a study
# OUT  findings: can the printed numbers all be true at once, and what would make them agree?
rule check:
    input:
        rules.extract.output,
        code=needs("reappraise.stages.check"),
    output:
        "results/{study}/findings.json",
    log:
        "logs/{study}/check.log",
    params:
        language=CONFIG.language,
    message:
        "check     {wildcards.study}"
    shell:
        "reappraise check studies/{wildcards.study} --out results/{wildcards.study} --language {params.language} 2> {log:q}"


# IN   the study's design, findings, what a person judged, and the claims of all studies
# OUT  how far the design lets anyone conclude


rule appraise:
    input:
        rules.check.output,
        claims=claims,
        code=needs("reappraise.stages.appraise"),
    output:
        "results/{study}/appraisal.json",
    log:
        "logs/{study}/appraise.log",
    params:
        language=CONFIG.language,
    message:
        "appraise  {wildcards.study}"
    shell:
        "reappraise appraise studies/{wildcards.study} --out results/{wildcards.study} --claims {input.claims}"
        " --language {params.language} 2> {log:q}"
