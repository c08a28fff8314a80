"""Assign: who does what, by a list of measures and by the matrix of departments and tasks."""
