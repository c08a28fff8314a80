"""Places in an order: integers with gaps, so that moving one thing leaves its siblings' numbers alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from planner.plan import ORDER_STEP


def spaced(orders: Sequence[int | None]) -> list[int]:
    """Numbers for a row of siblings: those given stay, each None gets one that fits its place.

    The numbers given must not fall from left to right. Where they leave no room (neighbours tied or
    adjacent), the whole row is numbered afresh. Numbers made here are at least 1.
    """
    numbers: list[int] = []
    index = 0
    while index < len(orders):
        fixed = orders[index]
        if fixed is not None:
            numbers.append(fixed)
            index += 1
            continue
        end = index
        while end < len(orders) and orders[end] is None:
            end += 1
        left = numbers[-1] if numbers else 0
        wanted = end - index
        right = orders[end] if end < len(orders) else left + ORDER_STEP * (wanted + 1)
        if right is None or right - left <= wanted:
            return [ORDER_STEP * place for place in range(1, len(orders) + 1)]
        numbers.extend(left + (right - left) * place // (wanted + 1) for place in range(1, wanted + 1))
        index = end
    return numbers


def renumbered(row: Sequence[str], orders: Mapping[str, int], moved: Collection[str]) -> dict[str, int]:
    """Numbers by id for a row of ids in the order wanted: `moved` find new ones, the rest keep theirs."""
    return dict(zip(row, spaced([None if id in moved else orders[id] for id in row]), strict=True))


def stepped(row: Sequence[str], picked: Collection[str], steps: int) -> list[str]:
    """The row with the picked ids moved together, up (steps below 0) or down.

    What stands at the edge stays, and so does what is held up by a picked neighbour that stays.
    """
    picked = frozenset(picked)
    result = list(row)
    side = -1 if steps < 0 else 1
    for _ in range(min(abs(steps), len(result))):
        for place in range(len(result)) if side < 0 else range(len(result) - 1, -1, -1):
            other = place + side
            if result[place] in picked and 0 <= other < len(result) and result[other] not in picked:
                result[place], result[other] = result[other], result[place]
    return result


def inserted(row: Sequence[str], ids: Sequence[str], before: str | None) -> list[str]:
    """The row with `ids` standing together before the id `before`, or at the end where it is None.

    Ids that were in the row leave their old place. Where `before` is itself one of `ids`, the place is
    before the next one of the row that is not.
    """
    going = frozenset(ids)
    staying = [id for id in row if id not in going]
    if before is not None and before in going:
        before = next((id for id in row[row.index(before) :] if id not in going), None)
    place = len(staying) if before is None else staying.index(before)
    return [*staying[:place], *ids, *staying[place:]]
