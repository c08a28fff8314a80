"""Check: what the plan still lacks, each with its place and, where there is one, its mend."""
