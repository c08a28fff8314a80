"""Words of the catalogue: papers."""

TEXTS: dict[str, tuple[str, str]] = {}
