"""bytes to a plan: decode, outline, header, duties, targets, dates."""
