"""The verbs of the assessment on the command line."""

TEXTS: dict[str, tuple[str, str]] = {}
