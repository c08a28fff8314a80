"""The screen of a scheme."""

TEXTS: dict[str, tuple[str, str]] = {}
