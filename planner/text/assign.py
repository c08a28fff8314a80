"""Words of the catalogue: the assign screen."""

TEXTS: dict[str, tuple[str, str]] = {}
