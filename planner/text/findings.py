"""Words of the catalogue: findings."""

TEXTS: dict[str, tuple[str, str]] = {}
