"""Figures, side by side with what they are compared to; printed by `python -m tests.benchmarks`."""
