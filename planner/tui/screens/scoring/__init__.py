"""The place where a session scores: units, the items of one, and what belongs to the chosen item."""
