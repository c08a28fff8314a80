"""The place of results: ranking, what separates the units, what they lack, last year, panel, what if."""
