# IN   studies/<study>/: study.yaml and documents
# OUT  the ledger of every number, and what the study is
rule extract:
    input:
        documents,
        code=needs("extract", "reread.verbs.extract"),
    output:
        numbers=report(
            "results/{study}/numbers.csv",
            caption="../captions/numbers.rst",
            category="Numbers and verdicts",
            labels={"study": "{study}", "what": "every number"},
        ),
        outcome="results/{study}/extract.json",
        study="results/{study}/study.json",
        others=elsewhere("{study}/numbers.csv", "{study}/extract.json", "{study}/study.json"),
    log:
        "logs/{study}/extract.log",
    message:
        "extract   {wildcards.study}"
    shell:
        "reread extract studies/{wildcards.study} --out results/{wildcards.study}"
        f" --language {told(*LANGUAGES)}"
        " 2> {log:q}"
