"""How far does the design let anyone conclude, and what do readers make of it?

IN: the study's design, its findings, and the judgements and claims that a person wrote in `appraisal.yaml` and
`claims.yaml`. OUT: appraisal.json, where computed rows stand apart from proposed ones. MAY NOT: sign for a reader,
invent a judgement, add points up to a score.
"""
