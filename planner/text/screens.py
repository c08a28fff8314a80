"""Words of the catalogue: screens."""

TEXTS: dict[str, tuple[str, str]] = {}
