"""Words of the catalogue: the check_place screen."""

TEXTS: dict[str, tuple[str, str]] = {}
