"""Draft: the plan as a list, the task in full beside it, templates to take from on the other side."""
