"""Words of the catalogue: the draft screen."""

TEXTS: dict[str, tuple[str, str]] = {}
