"""Pictures of the screen that show the same without a network."""

from __future__ import annotations

import re

_FETCHED_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def without_fetched_fonts(svg: str) -> str:
    """The picture without the fonts that it would fetch from a server when opened; its own fallback holds."""
    return _FETCHED_FONT.sub("", svg)
