"""Which pictures are taken: of what a place shows first in both languages at every size, of the rest less."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pytest

SIZES = ((80, 24), (120, 40))


def pictures(
    shots: Iterable[str], main: Collection[str], sizes: Collection[tuple[int, int]] = SIZES
) -> pytest.MarkDecorator:
    """A test for every picture, by shot, language and size. `main`: the shots to be taken in every way.

    The others stand in a frame that those show already: Chinese at two sizes, English at the wider one.
    """
    rest = {("zh", SIZES[0]), ("zh", SIZES[1]), ("en", SIZES[1])}
    taken = [
        pytest.param(shot, language, size, id=f"{shot}-{language}-{size[0]}x{size[1]}")
        for shot in shots
        for language in ("zh", "en")
        for size in sizes
        if shot in main or (language, size) in rest
    ]
    return pytest.mark.parametrize(("shot", "language", "size"), taken)
