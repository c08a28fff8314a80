"""From plan to scheme: which indicators follow from what a plan asks of each department."""
