# IN   the ledger of a study
# OUT  findings: can the printed numbers all be true at once, and what would make them agree?
rule check:
    input:
        rules.extract.output,
        code=needs("check", "reread.verbs.check"),
    output:
        report(
            "results/{study}/findings.json",
            caption="../captions/findings.rst",
            category="Numbers and verdicts",
            labels={"study": "{study}", "what": "findings"},
        ),
        elsewhere("{study}/findings.json"),
    log:
        "logs/{study}/check.log",
    message:
        "check     {wildcards.study}"
    shell:
        "reread check studies/{wildcards.study} --out results/{wildcards.study}"
        f" --language {told(*LANGUAGES)}"
        " 2> {log:q}"


# IN   the ledger and findings of a study
# OUT  which fewest departures from what it says make the most numbers agree, and how much else would fit


rule explain:
    input:
        rules.extract.output,
        rules.check.output,
        code=needs("explain", "reread.verbs.explain"),
    output:
        explanations=report(
            "results/{study}/explanations.json",
            caption="../captions/explanations.rst",
            category="Numbers and verdicts",
            labels={"study": "{study}", "what": "what would make them agree"},
        ),
        outcome="results/{study}/explain.json",
        others=elsewhere("{study}/explanations.json", "{study}/explain.json"),
    log:
        "logs/{study}/explain.log",
    message:
        "explain   {wildcards.study}"
    shell:
        "reread explain studies/{wildcards.study} --out results/{wildcards.study}"
        f" --seed {CONFIG.seed} --language {told(*LANGUAGES)}"
        " 2> {log:q}"


# IN   the study's design, findings, what a person judged, and the claims of all studies
# OUT  how far the design lets anyone conclude


rule appraise:
    input:
        rules.check.output,
        claims=claims(),
        evidence=[path for path in KNOWN if Path(path).name not in NO_TRIALS],
        code=needs("appraise", "reread.verbs.appraise"),
    output:
        report(
            "results/{study}/appraisal.json",
            caption="../captions/appraisal.rst",
            category="Appraisal",
            labels={"study": "{study}", "what": "appraisal"},
        ),
        elsewhere("{study}/appraisal.json"),
    log:
        "logs/{study}/appraise.log",
    message:
        "appraise  {wildcards.study}"
    shell:
        "reread appraise studies/{wildcards.study} --out results/{wildcards.study} --claims {input.claims}"
        f" --evidence {told(EVIDENCE)}"
        f" --language {told(*LANGUAGES)}"
        " 2> {log:q}"
