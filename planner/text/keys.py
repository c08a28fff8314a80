"""Words of the catalogue: keys."""

TEXTS: dict[str, tuple[str, str]] = {}
