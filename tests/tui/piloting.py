"""Walking through the screens: press keys, wait until nothing is under way, read what stands there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from textual.pilot import Pilot

Run = Callable[..., AbstractAsyncContextManager[Pilot[int]]]
"""The fixture `run`: run(office, size=(80, 24)) opens the app and gives its pilot."""


async def rest(pilot: Pilot[int]) -> None:
    """Wait until nothing is under way: workers, their results, painting."""
    for _ in range(2):
        while any(not worker.is_finished for worker in pilot.app.workers):
            await asyncio.sleep(0.005)
        await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys, then wait until nothing is under way."""
    await pilot.press(*keys)
    await rest(pilot)


def screen_text(pilot: Pilot[int]) -> str:
    """What stands on the screen, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
