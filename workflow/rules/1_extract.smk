# IN   studies/<study>/: study.yaml and documents
# OUT  the ledger of every number, and what the study is
rule extract:
    input:
        documents,
        code=needs("extract", "reread.verbs.extract"),
    output:
        numbers="results/{study}/numbers.csv",
        outcome="results/{study}/extract.json",
        study="results/{study}/study.json",
    log:
        "logs/{study}/extract.log",
    message:
        "extract   {wildcards.study}"
    shell:
        "reread extract studies/{wildcards.study} --out results/{wildcards.study} 2> {log:q}"
