"""What a plan's words leave out or say twice: empty places, weak targets, verbs that promise nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.checking.places import measure_place
from planner.drafting.similar import doubles
from planner.findings import Finding, Severity, Where
from planner.plan import Plan, Task

_VAGUE = (
    "加强",
    "推进",
    "强化",
    "深化",
    "促进",
    "推动",
    "提升",
    "提高",
    "完善",
    "优化",
    "落实",
    "做好",
    "抓好",
    "加大",
    "夯实",
    "巩固",
    "健全",
    "增强",
    "统筹",
    "重视",
)
SENTENCE = 18
"""A title of as many characters is a whole sentence and needs no measure beside it."""
_VERB_RUN = re.compile("|".join(_VAGUE))
_CONCRETE = re.compile(
    r"开展|组织|检查|排查|整治|建成|新建|改造|完成|编制|制定|印发|修订|召开|举办|报送|公布|公开|培训|演练|"
    r"验收|考核|通报|督办|安装|配备|配齐|更换|拆除|关闭|淘汰|查处|登记|建立|签订|发放|评估|审核|监测|"
    r"巡查|抽查|抽考|清理|清运|治理|修复|复核|销号|约谈|上报|备案|普查|测试|值班|储备|采购|部署|调度|"
    r"设立|组建|绘制|汇总|更新|张贴|播放|走访|受理|办理|办结|接入|联网|投用|竣工|开工|招聘|聘请|命名|创建|[0-9０-９]"
)


def find_empty_places(plan: Plan) -> Iterator[Finding]:
    """Sections that hold neither tasks nor prose, tasks without a title, measures without words."""
    for section in plan.sections:
        if not section.text.strip() and not plan.tasks_in(section.id):
            where = Where(path=("sections", section.id))
            yield Finding("check.empty_section", Severity.WARNING, where, {"title": section.title})
    for task in plan.tasks:
        if not task.title.strip():
            yield Finding("check.no_title", Severity.ERROR, Where(path=("tasks", task.id, "title")))
        said = any(measure.text.strip() for measure in task.measures)
        if not said and len(task.title) < SENTENCE:
            yield Finding("check.no_measure", Severity.WARNING, Where(path=("tasks", task.id)))


def find_weak_targets(plan: Plan) -> Iterator[Finding]:
    """Targets in which nothing can be counted: no number, or a number of nothing. Zero needs no unit."""
    for task in plan.tasks:
        for measure in task.measures:
            for target in measure.targets:
                if target.value is None or (target.value and not target.unit):
                    where = measure_place(task, measure, "targets")
                    missing = "number" if target.value is None else "unit"
                    code = f"check.target_without_{missing}"
                    yield Finding(code, Severity.WARNING, where, {"target": target.text})


def find_vague_tasks(plan: Plan) -> Iterator[Finding]:
    """Tasks that only strengthen and promote (加强、推进) and name no target."""
    for task in plan.tasks:
        if any(measure.targets for measure in task.measures):
            continue
        words = task.title + "".join(measure.text for measure in task.measures)
        verbs = list(dict.fromkeys(_VERB_RUN.findall(words)))
        if verbs and not _CONCRETE.search(words):
            where = Where(path=("tasks", task.id))
            yield Finding("check.only_vague", Severity.WARNING, where, {"verbs": "、".join(verbs[:3])})


def find_doubles(plan: Plan) -> Iterator[Finding]:
    """Tasks that say the same as an earlier one: an error where word for word, else a warning."""
    said = set()
    for double in doubles(plan.tasks):
        if double.second.id in said:
            continue
        said.add(double.second.id)
        same = _bare(double.first) == _bare(double.second)
        code, severity = ("same", Severity.ERROR) if same else ("like", Severity.WARNING)
        where = Where(path=("tasks", double.second.id))
        yield Finding(f"check.{code}_task", severity, where, {"other": double.first.title})


def _bare(task: Task) -> str:
    return re.sub(r"\W+", "", task.title + "".join(measure.text for measure in task.measures))
