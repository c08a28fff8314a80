"""Words of the catalogue: the library screen."""

TEXTS: dict[str, tuple[str, str]] = {}
