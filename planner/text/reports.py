"""The papers of an assessment."""

TEXTS: dict[str, tuple[str, str]] = {}
