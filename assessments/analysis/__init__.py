"""What a scored assessment shows, and what would be otherwise: nothing here touches the official results.

`parts` what each item contributes to a total · `spread` which items separate the units · `outlook` what a
unit still needs · `panel` and `discussion` how far assessors differ, and where it matters · `whatif` changes
of a scheme, and scenarios of them · `swaps` the smallest change that swaps two neighbours · `intervals` the
ranks a unit has over many weightings.
"""
