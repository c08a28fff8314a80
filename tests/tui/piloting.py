"""Walking through the screens: press keys, wait until nothing is under way, read what stands there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from time import process_time

from textual._context import active_app
from textual.pilot import Pilot

from planner.tui.dialogs import clash

Run = Callable[..., AbstractAsyncContextManager[Pilot[int]]]
"""The fixture `run`: run(office, size=(80, 24)) opens the app and gives its pilot."""


async def quiet(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Wait until the app has nothing to do; stands in for Textual's own waiting (`textual._wait`).

    That guesses from the processor's time, in steps of a fiftieth of a second: three quarters of the time
    of all tests of the screens, and on a busy machine it guesses wrong. The loop itself knows.
    A thread is waited for as long as it works; one that waits for something itself may wait.
    """
    loop = asyncio.get_running_loop()
    until = loop.time() + max_sleep
    app = active_app.get()
    while not app._exit and loop.time() < until:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined]
            continue
        if app._batch_count or app._resize_timer:
            # A change of place or of size is painted when Textual's timer for it has run out.
            await asyncio.sleep(0.005)
            continue
        if app.screen_stack and app.screen._update_timer._active.is_set():
            # Painting is due: at once, not at the next sixtieth of a second.
            app.screen._on_timer_update()
            continue
        under_way = [worker._task for worker in app.workers if worker._task and not worker.is_finished]
        if not under_way:
            return
        worked = process_time()
        _, still = await asyncio.wait(under_way, timeout=0.02)
        if still and process_time() - worked < 0.001:
            return


async def seen() -> None:
    """Wait as long as a person needs to see that something is asked."""
    await asyncio.sleep(clash.PAUSE + 0.1)


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
