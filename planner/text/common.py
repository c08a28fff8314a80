"""Words of the catalogue: common."""

TEXTS: dict[str, tuple[str, str]] = {}
