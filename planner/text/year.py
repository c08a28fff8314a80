"""Words of the catalogue: the year screen."""

TEXTS: dict[str, tuple[str, str]] = {}
