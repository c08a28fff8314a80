"""Schemes: their parts in words, and what the check of a scheme has to say."""

TEXTS: dict[str, tuple[str, str]] = {}
