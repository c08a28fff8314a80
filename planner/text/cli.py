"""Words of the catalogue: cli."""

TEXTS: dict[str, tuple[str, str]] = {}
