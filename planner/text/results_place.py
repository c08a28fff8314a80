"""The screens of results: ranking, derivation, panel, what if."""

TEXTS: dict[str, tuple[str, str]] = {}
