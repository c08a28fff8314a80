"""The place of the assessment scheme: which schemes there are, and the open one as a tree to be edited."""
