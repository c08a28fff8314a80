"""planner: a terminal program with which a county office makes its year."""
