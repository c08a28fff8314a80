"""The stages of an assessment, evidence, decisions and appeals."""

TEXTS: dict[str, tuple[str, str]] = {}
