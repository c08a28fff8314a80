"""The screen on which a session scores."""

TEXTS: dict[str, tuple[str, str]] = {}
