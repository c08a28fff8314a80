"""Words of the catalogue: the assign screen."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.assign": (
        "给每项任务定牵头、责任、配合、督导单位。\n"
        "用空格标记一项或几项任务，按 F6，输入首字母（如 yjj）或名称，回车选单位，再回车定角色。名称会按本计划的写法补上县名。\n"
        "回车看一项任务的分工：F2 改角色，Delete 去掉，Ctrl+上、Ctrl+下 调先后（第一个是首要牵头单位）。\n"
        "F10 看矩阵：每个单位在每项任务里的角色和负荷，方向键走动，回车改角色，F6 给这项任务加单位。\n"
        "负荷的算法：牵头 4 分，责任 3 分，配合、督导各 1 分。",
        "Give every task its lead, responsible, supporting and supervising departments.\n"
        "Mark one or several tasks with Space, press F6, type initials (yjj) or a name, Enter takes the department, "
        "Enter again the role. Names are written the way this plan writes them.\n"
        "Enter shows who is named in a task: F2 changes the role, Delete takes a name out, Ctrl+Up and Ctrl+Down "
        "change the order (the first lead leads).\n"
        "F10 shows the matrix: each department's role in each task and its load; walk with the arrows, Enter changes "
        "the role, F6 adds a department to the task.\n"
        "Load: a lead counts 4, responsible 3, support and supervise 1 each.",
    ),
    "assign.list": ("任务和分工", "Tasks and duties"),
    "assign.one": ("分工  F2 改角色  Del 去掉", "Duties  F2 role  Del take out"),
    "assign.matrix_title": ("单位与任务矩阵", "Departments and tasks"),
    "assign.number": ("序号", "No."),
    "assign.task": ("任务", "Task"),
    "assign.name": ("单位", "Department"),
    "assign.where": ("范围", "Where"),
    "assign.nobody": ("未分工", "nobody yet"),
    "assign.none": (
        "没有这样的任务。按 F4 看全部任务；计划还没有任务时，先到“起草”添加。",
        "There is no such task. F4 shows all; if the plan has none yet, add some in Draft.",
    ),
    "assign.no_holders": ("还没有单位。按 F6 指派。", "Nobody yet. F6 assigns."),
    "assign.no_bodies": (
        "没有这样的单位。按 Esc 取消查找；\n还没有分工时，按 F10 回到任务列表，按 F6 指派。",
        "There is no such department. Esc leaves the search;\nif nothing is assigned yet, F10 goes to the list, F6 assigns.",
    ),
    "assign.some_of": ("{all} 条中 {count} 条", "{count} of {all}"),
    "assign.several": (
        "选中 {rows} 行，共 {count} 条举措：",
        "{rows:row|rows} with {count:measure|measures}:",
    ),
    "assign.mark": ("选任务", "Mark"),
    "assign.assign": ("指派单位", "Assign"),
    "assign.matrix": ("矩阵/列表", "Matrix/list"),
    "assign.find": ("查找", "Find"),
    "assign.open": ("看分工", "Show duties"),
    "assign.role": ("改角色", "Change role"),
    "assign.take_out": ("去掉", "Take out"),
    "assign.take_out.note": ("不再参与这些任务", "no part in these any more"),
    "assign.forward": ("名字前移", "Name forward"),
    "assign.backward": ("名字后移", "Name backward"),
    "assign.only_unled": ("只看未分工的", "Only without a lead"),
    "assign.filter": (
        "任务里的字，或单位的首字母（如 yjj）",
        "Words of a task, or a department's initials (yjj)",
    ),
    "assign.filter_bodies": (
        "单位的首字母（如 yjj）、名称或简称",
        "A department's initials (yjj), part of its name",
    ),
    "assign.which_body": ("指派给哪个单位？（{count} 条）", "Which department? ({count:measure|measures})"),
    "assign.in_plan": ("已有 {count} 项任务", "{count:task|tasks}"),
    "assign.as_typed": ("名录里没有，照这样写", "not in the roster, write it so"),
    "assign.into_roster": ("加入单位名录再指派", "add it to the roster, then assign"),
    "assign.rostered": ("{body} 已加入单位名录", "{body} is in the roster now"),
    "assign.which_role": (
        "{name} 是什么角色？（{count} 条）",
        "The role of {name}? ({count:measure|measures})",
    ),
    "assign.now": ("现有：{names}", "now: {names:list}"),
    "assign.first_lead": ("牵头，排第一", "Lead, the first"),
    "assign.first_lead.note": ("排在其他牵头单位之前", "before the other leads"),
    "assign.choose_task": ("请先选任务", "Choose tasks first"),
    "assign.choose_name": (
        "请先按回车进入一项任务的分工，再选单位",
        "Press Enter on a task and choose a name there",
    ),
    "assign.mark_in_list": ("请在任务列表里标记", "Mark in the list of tasks"),
    "assign.order_of_one": (
        "只能调整一条举措里的先后，请只选一条",
        "The order is changed in one measure at a time",
    ),
    "assign.at_the_end": ("已经到头，{role}里不能再移", "It is at the end of its role: {role}"),
    "assign.already": ("{name} 本来就是{role}单位", "{name} is {role} there already"),
    "assign.did_assign": (
        "{body} 列为{role}单位（{count} 条）",
        "{body} is {role} ({count:measure|measures})",
    ),
    "assign.did_take_out": ("去掉 {body}", "took out {body:list}"),
    "assign.did_order": ("调整 {body} 的先后", "moved {body}"),
    "assign.done": ("{what}。Ctrl+Z 撤销{more}", "{what}. Ctrl+Z undoes it{more}"),
    "assign.still_marked": (
        "；{count} 行仍选中，Esc 取消",
        "; {count:row stays|rows stay} marked, Esc takes the marks away",
    ),
    # The matrix
    "assign.tasks": ("任务", "Tasks"),
    "assign.load": ("负荷", "Load"),
    "assign.count.lead": ("牵头", "Lead"),
    "assign.count.responsible": ("责任", "Resp"),
    "assign.count.support": ("配合", "Supp"),
    "assign.count.supervise": ("督导", "Sup"),
    "assign.letter.lead": ("牵", "L"),
    "assign.letter.responsible": ("责", "R"),
    "assign.letter.support": ("配", "S"),
    "assign.letter.supervise": ("督", "V"),
    "assign.cell": ("{name}：{roles}。回车改", "{name}: {roles}. Enter changes it"),
    "assign.empty_cell": ("{name}：不参与{roles}。回车指派", "{name}: no part{roles}. Enter assigns"),
    "assign.unled_task": ("[未分工] {title}", "[nobody] {title}"),
    "matrix.columns": ("左右还有 {count} 列", "{count:more column|more columns}"),
    "matrix.below": ("下面还有 {count} 行", "{count} more below"),
}
