"""The record of one body of a county: `Department`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from planner.plan import Level

Kind: TypeAlias = Literal[
    "party",
    "congress",
    "government",
    "judicial",
    "vertical",
    "mass",
    "deliberative",
    "institution",
    "enterprise",
    "township",
]
"""What sort of body: 党委机关、人大政协、政府部门、法院检察院、垂直管理和驻县单位、群团、议事协调机构、
事业单位和园区、企业、乡镇街道."""

KINDS: tuple[Kind, ...] = get_args(Kind)
LEVELS: tuple[Level, ...] = ("state", "province", "city", "county")


@dataclass(frozen=True, slots=True)
class Department:
    """One body (单位), as a county knows it.

    `name` and `short` are its full and short names in the county, without the place; `also` are other names
    it answers to but which nobody should be given anew (挂牌、合署的名称, other counties' names for it).
    `state`, `province` and `city` hold the full name and the short ones of its counterpart there, where they
    differ; a counterpart that does not exist is named in `absent`. A name may hold the place inside: 县 in
    县委办公室 and 团县委 is the place's letter, and … in 国网…供电公司 stands for a place.

    `initials` are the pinyin initials of all its names, in any order. An abolished body keeps the first year
    in which it no longer stood (`abolished`) and the id of the body that took over (`successor`).
    """

    id: str
    name: str
    kind: Kind = "government"
    short: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    province: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    absent: tuple[Level, ...] = ()
    initials: tuple[str, ...] = ()
    field: str = ""
    abolished: int | None = None
    successor: str = ""
    order: int = 1000

    def names_at(self, level: Level) -> tuple[str, ...]:
        """The full name and the short names at a level; empty where the body does not exist there.

        A province or city without names of its own uses the county's; the state never does.
        """
        if level in self.absent or level in ("", "township"):
            return ()
        if level == "state":
            return self.state
        own = {"province": self.province, "city": self.city}.get(level, ())
        return own or (self.name, *self.short)

    def every_name(self) -> tuple[str, ...]:
        """Every name the body has at any level, once; the county's first."""
        held = (self.name, *self.short, *self.also, *self.city, *self.province, *self.state)
        return tuple(dict.fromkeys(held))
