"""Tables written as text, to numbered lines with labels that the rest of the reader understands.

A row | 1 | 压实责任 | 每月检查 | 县应急局 | 6月底 | below its head becomes
1．压实责任。每月检查。责任单位：县应急局；完成时限：6月底. Cells are parted by | or tabs, by blanks, or stand
on lines of their own. A table without a head that names a task and who does it is left as it is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from planner.numbering import chinese
from planner.reading.folding import fold
from planner.reading.lines import Line

_UNIT = "(?:单位|部门|科室|处室|股室|主体|机构)"
_KINDS = (
    ("number", r"序号?|编号|项号"),
    ("due", r"(?:完成|办结|整改|推进|落实)?(?:时限|期限|时间|节点|进度|日期)(?:要求|安排|节点)?"),
    (
        "role",
        rf"(?:总?牵头|主办|配合|参与|协办|协助|协同|督办|指导|主要责任|责任|主责|承办|落实|实施|负责)(?:责任|负责)?{_UNIT}",
    ),
    ("person", r"(?:责任|牵头|分管|包保|联系)(?:省|市|县|区)?级?(?:领导|人员?)|负责人"),
    ("group", r"(?:工作|任务|项目)?(?:类别|类型|分类|领域|板块)|一级指标"),
    ("task", r"[\u4e00-\u9fff]{0,6}(?:任务|事项|内容|项目|工作|名称|指标|要点|重点)"),
    ("measure", r"[\u4e00-\u9fff]{0,4}(?:措施|要求|举措|标准|目标|做法|安排|分解)"),
)
_RULER = re.compile(r"[\s|｜:：+=_-]*")
_NOBODY = re.compile(r"[\s/／\-—－]*|无|暂无|同上")
_BLANKS = re.compile(r"\s+")
# 1.…；2.… inside a cell are no items of the plan.
_INNER_NUMBER = re.compile(r"(?<![\d.])(\d{1,2})[.．、](?=\s*[\u4e00-\u9fff“《])")
# 工 作 任 务: one word, spaced out
_SPACED_OUT = re.compile(r"(?<!\S)\S(?:\s\S){1,5}(?!\S)")
_FIRST_LEVEL = re.compile(r"[一二三四五六七八九十]{1,3}、")
_CHINESE_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}、?")
_FEWEST_CELLS = 3
_LONGEST_HEAD_CELL = 16
_MOST_COLUMNS = 12
_LONGEST_GROUP = 60
_LONGEST_ROW = 12


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read: its lines, the first its head, and how many rows it holds."""

    lines: tuple[Line, ...]
    rows: int


@dataclass(slots=True)
class _Column:
    kind: str
    label: str


@dataclass(slots=True)
class _Rows:
    """The rows of one table while they become lines."""

    columns: list[_Column]
    sections: bool
    """True where the document has no sections of its own, so that a table's groups make them."""
    made: list[Line] = field(default_factory=list)
    count: int = 0
    groups: int = 0
    group: str = ""

    def add(self, number: int, cells: Sequence[str]) -> None:
        """One row; with fewer cells than columns the first ones span the rows above."""
        filled = [cell.strip() for cell in cells if cell.strip()]
        if len(filled) == 2 and len(self.columns) > 2 and _CHINESE_NUMBER.fullmatch(filled[0]):
            self.made.append(Line(number, f"{filled[0].rstrip('、')}、{filled[1]}"))
            return
        if len(filled) == 1 and len(cells) > 1 and not filled[0].isdecimal():
            self.made.append(Line(number, filled[0]))
            return
        aligned = [""] * (len(self.columns) - len(cells)) + [cell.strip() for cell in cells]
        held: dict[str, list[str]] = {"measure": [], "task": [], "number": [], "group": []}
        labels: list[str] = []
        for column, cell in zip(self.columns, aligned, strict=False):
            if column.kind in held:
                held[column.kind].append(cell)
            elif not _NOBODY.fullmatch(cell):
                labels.append(f"{column.label}：{cell}")
        self.begin_group(number, "".join(held["group"]))
        self._write(number, held, labels)

    def begin_group(self, number: int, group: str) -> None:
        """A group of rows: a section where the document has none, else a line over its tasks."""
        if not group or group == self.group:
            return
        if len(group) > _LONGEST_GROUP:
            self.made.append(Line(number, group))
            return
        self.group = group
        self.groups += 1
        marked = _FIRST_LEVEL.match(group) is not None
        sign = "" if marked else f"{chinese(min(self.groups, 99))}、" if self.sections else "——"
        self.made.append(Line(number, sign + group))

    def _write(self, number: int, held: dict[str, list[str]], labels: list[str]) -> None:
        texts = [_INNER_NUMBER.sub(r"（\1）", cell) for cell in (*held["task"], *held["measure"]) if cell]
        texts = [text.rstrip("。；;.") for text in texts]
        if not texts and not labels:
            return
        printed = "".join(held["number"]).strip(".．、")
        begins = bool(printed or any(held["task"]))
        if begins:
            self.count = int(printed) if printed.isdecimal() and len(printed) < 4 else self.count + 1
        sign = f"{self.count}．" if begins else ""
        sentences = [*texts, "；".join(labels)]
        self.made.append(Line(number, sign + "。".join(part for part in sentences if part) + "。"))


def unfold(lines: list[Line]) -> tuple[list[Line], list[Table]]:
    """The lines with the rows of every understood table as numbered lines, and those tables."""
    if not any(_may_be_head(line.text) for line in lines):
        return lines, []
    sections = not any(_FIRST_LEVEL.match(line.text) for line in lines)
    result: list[Line] = []
    tables: list[Table] = []
    index = 0
    while index < len(lines):
        end, made = _table_at(lines, index, sections) if _may_be_head(lines[index].text) else (index, [])
        if end > index:
            result.extend(made)
            tables.append(Table(tuple(lines[index:end]), sum(1 for line in made if line.text[0].isdecimal())))
            index = end
        else:
            result.append(lines[index])
            index += 1
    return result, tables


def _may_be_head(text: str) -> bool:
    return len(text) <= 200 and (_kind(text) != "" or len(_cells(text)) >= _FEWEST_CELLS)


def _table_at(lines: list[Line], index: int, sections: bool) -> tuple[int, list[Line]]:
    """The table whose head stands at `index`: where it ends and its lines; `index` itself where none does."""
    cells = _cells(lines[index].text)
    if len(cells) >= _FEWEST_CELLS:
        columns = _columns(cells)
        if columns and "|" in _bars(lines[index].text):
            return _barred(lines, index, _Rows(columns, sections))
        return _blank_parted(lines, index, _Rows(columns, sections)) if columns else (index, [])
    return _one_cell_a_line(lines, index, sections)


def _bars(text: str) -> str:
    return text.replace("｜", "|").replace("\t", "|")


def _cells(text: str) -> list[str]:
    """The cells of a row: between bars or tabs where it has them, else between blanks."""
    barred = _bars(text)
    if "|" in barred:
        cells = barred.split("|")
        outer = barred.strip()
        return cells[outer.startswith("|") : len(cells) - outer.endswith("|")]
    return _BLANKS.split(_SPACED_OUT.sub(lambda word: re.sub(r"\s", "", word.group()), text.strip()))


def _columns(heads: Sequence[str]) -> list[_Column]:
    """The columns of a head; none where it does not name a task or measure and who does it or by when."""
    columns = [_Column(_kind(head), _label(head)) for head in heads]
    kinds = {column.kind for column in columns}
    if not kinds & {"task", "measure"} or not kinds & {"role", "due"} or len(columns) > _MOST_COLUMNS:
        return []
    return columns


def _label(head: str) -> str:
    return re.sub(r"（[^（）]*）|\s+", "", fold(head))


@functools.lru_cache(maxsize=1024)
def _kind(head: str) -> str:
    if len(head) > _LONGEST_HEAD_CELL:
        return ""
    label = _label(head)
    return next((kind for kind, words in _KINDS if re.fullmatch(words, label)), "")


def _barred(lines: list[Line], index: int, rows: _Rows) -> tuple[int, list[Line]]:
    end = index + 1
    while end < len(lines) and "|" in _bars(lines[end].text):
        cells = _cells(lines[end].text)
        if len(cells) > len(rows.columns):
            cells = cells[: len(rows.columns)]
        if not _RULER.fullmatch(lines[end].text) and not _columns(cells):
            rows.add(lines[end].number, cells)
        end += 1
    return (end, rows.made) if rows.made else (index, [])


def _blank_parted(lines: list[Line], index: int, rows: _Rows) -> tuple[int, list[Line]]:
    """Rows 1 压实责任 每月检查 县应急局 6月底: the cells behind the texts are counted from the end."""
    trailing = 0
    while rows.columns[-1 - trailing].kind in ("role", "due", "person"):
        trailing += 1
        if trailing == len(rows.columns):
            return index, []
    end = index + 1
    while end < len(lines) and trailing:
        stop = _end_of_row(lines, end)
        number, _, rest = "".join(line.text for line in lines[end:stop]).partition(" ")
        cells = rest.strip().rsplit(maxsplit=trailing)
        if not number.isdecimal() or len(cells) <= trailing:
            break
        own = [column for column in rows.columns[:-trailing] if column.kind != "number"]
        texts = _BLANKS.split(cells[0])
        if len(texts) != len(own):
            own, texts = [_Column("task", "")], [" ".join(texts)]
        columns = [_Column("number", ""), *own, *rows.columns[-trailing:]]
        made = _Rows(columns, rows.sections, rows.made, rows.count)
        made.add(lines[end].number, [number, *texts, *cells[1:]])
        rows.count = made.count
        end = stop
    return (end, rows.made) if rows.made else (index, [])


def _end_of_row(lines: list[Line], start: int) -> int:
    """Where a row broken over lines ends: before the next number, if that comes soon."""
    number = lines[start].text.partition(" ")[0]
    if number.isdecimal() and len(number) <= 3:
        following = f"{int(number) + 1} "
        for place in range(start + 1, min(start + _LONGEST_ROW, len(lines))):
            if lines[place].text.startswith(following):
                return place
    return start + 1


def _one_cell_a_line(lines: list[Line], index: int, sections: bool) -> tuple[int, list[Line]]:
    """A head and rows whose cells stand on lines of their own; each row has its running number."""
    start = index
    heads: list[str] = []
    while index < len(lines) and len(heads) <= _MOST_COLUMNS:
        if lines[index].text not in "|｜":
            if not _kind(lines[index].text):
                break
            heads.append(lines[index].text)
        index += 1
    columns = _columns(heads)
    if len(heads) < _FEWEST_CELLS or not columns:
        return start, []
    cells, anchors = _cells_and_anchors(lines, index, len(heads) + _MOST_COLUMNS)
    after = _cells_behind_number(columns, anchors, len(cells))
    if len(anchors) < 2 or after < 2:
        return start, []
    rows = _Rows([_Column("number", ""), *columns[-after:]], sections)
    ends = [0, *(at + after + 1 for at in anchors)]
    for end, at in zip(ends, anchors, strict=False):
        for place, text in cells[end:at]:
            rows.begin_group(lines[place].number, text)
        row = cells[at : at + after + 1]
        rows.add(lines[row[0][0]].number, [text for _, text in row])
    last = min(anchors[-1] + after, len(cells) - 1)
    return cells[last][0] + 1, rows.made


def _cells_and_anchors(lines: list[Line], index: int, reach: int) -> tuple[list[tuple[int, str]], list[int]]:
    """The cells below a head with their lines, and where among them the rows' numbers 1, 2, 3 … stand.

    They end where no next number comes within `reach` cells.
    """
    cells: list[tuple[int, str]] = []
    anchors: list[int] = []
    for place in range(index, len(lines)):
        text = lines[place].text
        if text in "|｜":
            continue
        if text == str(len(anchors) + 1):
            anchors.append(len(cells))
        elif len(cells) - (anchors[-1] if anchors else 0) > reach:
            break
        cells.append((place, text))
    return cells, anchors


def _cells_behind_number(columns: list[_Column], anchors: list[int], count: int) -> int:
    """How many cells a row has behind its number: all columns, or fewer where a first one spans rows."""
    if not anchors:
        return 0
    own = len(columns) - sum(column.kind == "number" for column in columns)
    gaps = [after - at - 1 for at, after in pairwise(anchors)]
    gaps.append(count - anchors[-1] - 1)
    return min(own, *gaps)
