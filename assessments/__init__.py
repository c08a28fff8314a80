"""Year-end scoring: schemes, sheets, results. Knows nothing of plans, screens or storage."""
