"""Schemes, sheets and results as plain data, in the shape of their files."""
