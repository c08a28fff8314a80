"""Year-end scoring (年度考核): schemes, sheets, scores that explain themselves.

A `Scheme` (考核办法与评分细则) says who is assessed and by which rules. `Sheet`s (评分表) hold what was
observed. Scoring them gives `Results`, in which every number carries its derivation. Everything here is
values in and values out: no files, no screens, nothing of plans.
"""
