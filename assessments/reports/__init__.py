"""Papers of an assessment as values: one file a paper, drawn up from a `Dossier`; the edge prints them."""
