"""This year's plan from templates: pick, roll over, edit; every edit is Plan to Plan."""
