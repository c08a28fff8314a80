"""The screen on which a session scores."""

TEXTS: dict[str, tuple[str, str]] = {
    "help.scoring": (
        "给各单位评分。左栏是单位，中间是这个单位的指标，右栏是评分标准、佐证和得分的来历。\n"
        "光标停在一项上按回车，输入数字再按回车，就自动到下一项；一列可以一直这样输下去。输入法开着也可以，全角数字能认。\n"
        "“是/否”用空格切换。扣了分的会问理由。几个数的一个接一个问。F2 可以填全部内容。\n"
        "只评少数几项的部门和评委，先按 Ctrl+U 选自己，输完一个单位会自动到下一个单位。\n"
        "左右键换单位，Shift+右 到下一个没填完的单位，F4 只看没填的，Ctrl+K 看得分怎么来的。\n"
        "手里的表是一项指标填许多单位的，按 Ctrl+G 把表转过来：左栏是指标，中间是各单位，一路输下去；再按一次转回来。\n"
        "在这里数字用来填报，不换页面：Ctrl+右 到“结果”，Ctrl+左 回“方案”，也可以点最上面一行。\n"
        "Ctrl+D 记为不涉及，Delete 清除，Ctrl+N 添加佐证或事件，Ctrl+U 换身份（哪个部门、评委、单位自评、会议）。\n"
        "F8 看本阶段还差什么，进入下一阶段或退回。Ctrl+O 导入 Excel 评分，Ctrl+E 导出空白评分表。\n"
        "Ctrl+P 里有“考核日志”（谁改了什么、为什么退回）和“申诉和复核”。",
        "Units are scored here. Units on the left, the items of one in the middle; the rule, the evidence and how the "
        "score came about on the right.\n"
        "Enter on an item, a number, Enter: the next item is asked. A whole column can be typed like this, also with "
        "full-width digits of an input method.\n"
        "Space switches yes and no. Where points are taken off the reason is asked. Several figures are asked in "
        "turn; F2 has everything.\n"
        "Bodies with few items and assessors choose themselves with Ctrl+U and are led from unit to unit.\n"
        "Digits are typed as figures here, they change no page: Ctrl+Right goes on to Results, Ctrl+Left back to Scheme; "
        "so does a click in the top line.\n"
        "Left and right change the unit, Shift+Right goes to the next unfinished one, F4 shows only what is missing, "
        "Ctrl+K how a score came about.\n"
        "Where the sheet in your hand has one item for many units, Ctrl+G turns the table over: items on the left, "
        "the units of one in the middle, typed all the way down. Again turns it back.\n"
        "Ctrl+D: not applicable; Delete clears; Ctrl+N adds evidence or an event; Ctrl+U changes in whose name you "
        "enter.\n"
        "F8 shows what this stage still lacks, leads on to the next or back. Ctrl+O takes scores from Excel, Ctrl+E "
        "writes an empty form.\n"
        "Ctrl+P has the journal (who changed what, why a stage went back) and the appeals.",
    ),
    # Panes and columns
    "scoring_place.units": ("单位", "Units"),
    "scoring_place.items": ("指标", "Items"),
    "scoring_place.head": ("{words}", "{words}"),
    "scoring_place.beside": ("选中的指标", "The chosen item"),
    "scoring_place.unit": ("单位", "Unit"),
    "scoring_place.total": ("总分", "Total"),
    "scoring_place.sign": ("待办", "To do"),
    "scoring_place.unit_count": ("单位数", "Units"),
    "scoring_place.classes": ("类别", "Classes"),
    "scoring_place.rank": ("名次", "Rank"),
    "scoring_place.grade": ("等次", "Grade"),
    "scoring_place.item": ("指标", "Item"),
    "scoring_place.points": ("分值", "Pts"),
    "scoring_place.observed": ("填报", "Entered"),
    "scoring_place.deducted": ("扣分", "Lost"),
    "scoring_place.score": ("得分", "Score"),
    "scoring_place.state": ("状态", "State"),
    "scoring_place.excused": ("不涉及", "N/A"),
    "scoring_place.by": ("评分部门", "Scored by"),
    "scoring_place.claimed": ("自评", "Self"),
    "scoring_place.claim": ("按自评应得 {points} 分", "worth {points:point|points} by its own word"),
    "scoring_place.no_units": (
        "这个身份没有要评的单位。按 Ctrl+U 换一个身份，\n或到“方案”里写上这个部门评哪些指标。",
        "There is no unit to score in this name. Ctrl+U chooses another,\nor say in Scheme which items the body scores.",
    ),
    "scoring_place.no_items": (
        "没有要列出的指标。按 F4 看全部，按 Ctrl+U 换身份。",
        "No item to list. F4 shows all of them, Ctrl+U changes in whose name you enter.",
    ),
    "scoring_place.no_units_of_item": (
        "没有要列出的单位。按 F4 看全部，按 Ctrl+U 换身份。",
        "No unit to list. F4 shows all of them, Ctrl+U changes in whose name you enter.",
    ),
    "scoring_place.filter_units": (
        "单位名称里的字，或拼音首字母（如 yjj）",
        "Words of a unit's name, or its pinyin initials (yjj)",
    ),
    "scoring_place.filter_items": (
        "指标、评分标准或评分部门里的字",
        "Words of an item, its rule or its scoring body",
    ),
    # Actions
    "scoring_place.enter": ("填报", "Fill in"),
    "scoring_place.next_unit": ("下一单位", "Next unit"),
    "scoring_place.previous_unit": ("上一单位", "Previous unit"),
    "scoring_place.next_open_unit": ("下一个没填完的单位", "Next unfinished unit"),
    "scoring_place.previous_open_unit": ("上一个没填完的单位", "Previous unfinished unit"),
    "scoring_place.by_item": ("按指标", "By item"),
    "scoring_place.by_item.help": (
        "一项指标一张表：从上到下填各单位，和手里的表一样；再按一次转回来",
        "One item down all its units, as on the sheet in your hand; again turns it back",
    ),
    "scoring_place.by_unit": ("按单位", "By unit"),
    "scoring_place.by_unit.help": (
        "一个单位一张表：从上到下填它的各项指标",
        "The items of one unit, one below the other",
    ),
    "scoring_place.next_item": ("下一指标", "Next item"),
    "scoring_place.previous_item": ("上一指标", "Previous item"),
    "scoring_place.next_open_item": ("下一项没填完的指标", "Next unfinished item"),
    "scoring_place.previous_open_item": ("上一项没填完的指标", "Previous unfinished item"),
    "scoring_place.only_missing": ("只看未填", "Only missing"),
    "scoring_place.show_all": ("看全部", "Show all"),
    "scoring_place.next_place": ("结果", "Results"),
    "scoring_place.why_action": ("得分来历", "Why"),
    "scoring_place.edit": ("填写全部内容", "Everything of the item"),
    "scoring_place.clear": ("清除填报", "Clear"),
    "scoring_place.add": ("添加佐证或事件", "Add evidence or event"),
    "scoring_place.check": ("本阶段还差什么", "What this stage lacks"),
    "scoring_place.find": ("查找", "Find"),
    "scoring_place.import": ("导入评分", "Import scores"),
    "scoring_place.export": ("导出评分表", "Export forms"),
    "scoring_place.save_entry": ("保存并到下一项", "Save, next"),
    "scoring_place.save_entry_up": ("保存并到上一项", "Save, previous"),
    "scoring_place.leave_entry": ("不改", "Leave it"),
    "scoring_place.switch": ("是/否", "Yes/no"),
    # Cells
    "scoring_place.done_of": ("已完成 {done}/{count}", "{done} of {count} done"),
    "scoring_place.sum": ("{value} / {points}", "{value} / {points}"),
    "scoring_place.factor": ("系数", "×"),
    "scoring_place.by_hand": ("给 {score}", "={score}"),
    "scoring_place.quota_of": ("控{quota}", "max{quota}"),
    "scoring_place.nothing_happened": ("没有发生", "none"),
    "scoring_place.events_count": ("{count} 件", "{count} ev"),
    "scoring_place.events_more": ("另{count}件", "+{count} ev"),
    "scoring_place.ratings_count": ("{count} 位评委", "{count} rated"),
    "scoring_place.not_applicable": ("不涉及", "N/A"),
    "scoring_place.to_confirm": ("待确认", "none?"),
    "scoring_place.incomplete": ("没填全", "partly"),
    "scoring_place.empty_sign": ("未填", "empty"),
    "scoring_place.to_rate": ("待打分", "rate"),
    "scoring_place.look_at": ("请核对", "check"),
    "scoring_place.missing": ("未填{count}", "{count} left"),
    "scoring_place.mark.zero": ("零分", "zero"),
    "scoring_place.mark.fail": ("否决", "veto"),
    "scoring_place.mark.minus": ("扣分", "minus"),
    "scoring_place.mark.block": ("否优", "barred"),
    "scoring_place.mark.downgrade": ("降等", "lowered"),
    "scoring_place.mark.yellow_card": ("黄牌", "yellow"),
    "scoring_place.mark.red_card": ("红牌", "red"),
    "scoring_place.mark.talk": ("约谈", "talk"),
    "scoring_place.mark.rectify": ("整改", "mend"),
    "scoring_place.mark_open": ("{mark}暂定", "{mark}?"),
    "scoring_place.mark_open_long": (
        "{mark}暂定（责任未认定）",
        "{mark} provisional (responsibility not found yet)",
    ),
    "scoring_place.mark_open_beside": ("{words}（暂定）", "{words} (provisional)"),
    "scoring_place.mark_open_why": (
        "暂定：事件的责任还没有认定，先按有责任计。认定后在事件里填“本单位有无责任”。",
        "Provisional: who is responsible is not found yet, so it counts. Say it in the event once it is found.",
    ),
    "scoring_place.evidence_sign": ("附{count}", "doc{count}"),
    "scoring_place.evidence_held": (
        "附{count}：已登记 {count} 件佐证，见下",
        "doc{count}: {count:piece|pieces} of evidence, below",
    ),
    # The line over the table
    "scoring_place.not_scored_here": ("{unit}  不在这里评分", "{unit}  not scored here"),
    "scoring_place.total_of": ("总分 {total}", "total {total}"),
    "scoring_place.total_changed": ("总分 {total}（{change}）", "total {total} ({change})"),
    "scoring_place.round_of": ("{round} {value}", "{round} {value}"),
    "scoring_place.rank_of": ("第{rank}名/共{count}个", "rank {rank} of {count}"),
    "scoring_place.missing_of": ("{count}项未填，暂定", "{count} missing, provisional"),
    "scoring_place.full_mark": ("分值 {points}", "{points:point|points}"),
    "scoring_place.entered_of": ("已填 {done}/{count}", "{done} of {count} in"),
    "scoring_place.mean": ("平均 {value}", "mean {value}"),
    "scoring_place.highest": ("最高 {value}", "highest {value}"),
    "scoring_place.lowest": ("最低 {value}", "lowest {value}"),
    "scoring_place.others_missing": ("还有{count}项由别人评，暂定", "{count} left to others, provisional"),
    # Who enters
    "scoring_place.who": ("以谁的名义录入？", "In whose name?"),
    "scoring_place.voice": ("{kind}：{whose}", "{kind}: {whose}"),
    "scoring_place.kind.verified": ("评分", "Scoring"),
    "scoring_place.kind.self": ("自评", "Self-rating"),
    "scoring_place.kind.rating": ("评委", "Assessor"),
    "scoring_place.kind.meeting": ("审定", "Decision"),
    "scoring_place.everybody.verified": ("各评分部门", "all bodies"),
    "scoring_place.everybody.verified.note": (
        "每一项记在它的评分部门名下",
        "in the name of each item's body",
    ),
    "scoring_place.everybody.self": ("各单位", "all units"),
    "scoring_place.everybody.self.note": ("代各单位录入自评", "each unit's own word, entered for it"),
    "scoring_place.everybody.rating": ("全体评委", "all assessors"),
    "scoring_place.everybody.meeting": ("会议", "meeting"),
    "scoring_place.items_of": ("{count} 项指标", "{count:item|items}"),
    "scoring_place.rating.note": ("只看到自己打的分", "sees only their own ratings"),
    "scoring_place.meeting.note": ("会议改动得分，要写理由", "changes scores, with a reason"),
    "scoring_place.self.note": ("只看本单位", "this unit only"),
    "scoring_place.which_round": ("哪个时段？", "Which round?"),
    "scoring_place.whole_year": ("全年", "Whole year"),
    # Typing
    "scoring_place.yes": ("是", "yes"),
    "scoring_place.no": ("否", "no"),
    "scoring_place.locked_meanwhile": (
        "阶段刚变，此项已锁定，没有存。请记下填的数，按 Esc 离开，按 F8 看阶段",
        "Not saved: the stage has changed and locks this. Esc leaves it; F8 tells more",
    ),
    "scoring_place.assessors_turn": (
        "现在由评委打分：评委请按 Ctrl+U 选自己的名字。",
        " Assessors rate now: Ctrl+U, then choose your name.",
    ),
    "scoring_place.typing": ("正在填报，先按 Esc 离开", "First leave the line with Esc"),
    "scoring_place.hint.number": (
        "回车保存，到下一项；上下键也保存；填错了按 Ctrl+Z",
        "Enter saves and goes on; up and down too; Ctrl+Z takes it back",
    ),
    "scoring_place.hint.count": (
        "有几次填几，没有填 0；回车保存，到下一项",
        "How many times, 0 for none; Enter saves and goes on",
    ),
    "scoring_place.hint.rating": (
        "满分 {points}；回车保存，到下一项",
        "Full mark {points}; Enter saves and goes on",
    ),
    "scoring_place.hint.place": (
        "填名次，1 为最好；回车保存，到下一项",
        "The place, 1 is the best; Enter saves and goes on",
    ),
    "scoring_place.hint.score": (
        "满分 {points}；输入 -2 就是扣 2 分；回车保存，到下一项",
        "Full mark {points}; -2 takes 2 off; Enter saves and goes on",
    ),
    "scoring_place.hint.yes_no": (
        "空格切换是/否；回车保存，到下一项",
        "Space switches yes and no; Enter saves and goes on",
    ),
    "scoring_place.hint.day": (
        "如 6-30 或 2026-6-30；回车保存，到下一项",
        "Such as 6-30 or 2026-6-30; Enter saves and goes on",
    ),
    "scoring_place.hint.day_or_no": (
        "如 6-30；没有完成填“否”；回车保存，到下一项",
        "Such as 6-30, or no where it was never done; Enter goes on",
    ),
    "scoring_place.hint.reason_deduction": (
        "写明扣分理由，回车；可以先空着，定稿前要补上",
        "Why points are taken off, then Enter; it may wait, but not past the end",
    ),
    "scoring_place.hint.reason_decision": (
        "写明会议为什么这样定，回车",
        "Why the meeting decides so, Enter",
    ),
    "scoring_place.reason_of.deduction": ("扣分理由", "Reason"),
    "scoring_place.reason_of.decision": ("审定理由", "Reason"),
    "scoring_place.wrong.number": (
        "“{typed}”不是数字。{name}请填数字，如 96.5",
        "“{typed}” is no number. {name}: such as 96.5",
    ),
    "scoring_place.wrong.score": (
        "“{typed}”不是数字。{name}请填数字，如 8.5",
        "“{typed}” is no number. {name}: such as 8.5",
    ),
    "scoring_place.wrong.count": (
        "“{typed}”不是次数。{name}请填 0、1、2 这样的整数",
        "“{typed}” is no count. {name}: 0, 1, 2 and so on",
    ),
    "scoring_place.wrong.yes_no": (
        "“{typed}”不是“是”或“否”。{name}请填是或否",
        "“{typed}” is neither yes nor no. {name}: yes or no",
    ),
    "scoring_place.wrong.day": (
        "“{typed}”不是日期。{name}请写成 6-30 或 2026-6-30",
        "“{typed}” is no day. {name}: such as 6-30 or 2026-6-30",
    ),
    "scoring_place.optional": ("{name}（可不填）", "{name} (optional)"),
    "scoring_place.optional_count": ("{name}（次数，可不填）", "{name} (times, optional)"),
    "scoring_place.form_note_events": (
        "要写明文号、日期、同一事项的，不填次数，按 Esc 后用 Ctrl+N 逐件登记",
        "What has a number, a day or stands in several places: Esc, then Ctrl+N, one by one",
    ),
    "scoring_place.form_note": (
        "回车到下一行，最后一行回车保存；Ctrl+S 直接保存",
        "Enter goes on, on the last line it saves; Ctrl+S saves at once",
    ),
    "scoring_place.form_note_full": (
        "空着的不填。直接给分会代替按规则算的分。Ctrl+S 保存",
        "Empty lines stay empty. A score by hand takes the place of the rule's. Ctrl+S saves",
    ),
    "scoring_place.score_by_hand": ("直接给分（可不填）", "By hand (optional)"),
    "scoring_place.by_hand_name": ("直接给分", "The score by hand"),
    "scoring_place.reason": ("理由", "Reason"),
    "scoring_place.confirmed": ("{item}：已确认没有发生", "{item}: confirmed that nothing happened"),
    "scoring_place.not_ours.ratings": (
        "这一项由评委打分。按 Ctrl+U 换成评委的身份，或按 F2 直接给分。",
        "Assessors rate this item. Ctrl+U enters as one of them, F2 gives a score by hand.",
    ),
    "scoring_place.not_ours.assessor": ("这一项不由评委打分。", "Assessors do not rate this item."),
    "scoring_place.not_ours.other": (
        "这一项由{by}评分。按 Ctrl+U 换身份。",
        "{by} scores this item. Ctrl+U changes in whose name you enter.",
    ),
    "scoring_place.still_missing_unit": (
        "下面没有要填的了；这个单位还有 {count} 项没填，按 F4 只看没填的",
        "Nothing more below; {count:item|items} of this unit still missing, F4 shows them",
    ),
    "scoring_place.still_missing_item": (
        "下面没有要填的了；这一项还有 {count} 个单位没填，按 F4 只看没填的",
        "Nothing more below; {count:unit|units} of this item still missing, F4 shows them",
    ),
    "scoring_place.item_done": (
        "这一项填完了。按 Shift+右 到下一项没填完的指标",
        "This item is done. Shift+Right goes to the next unfinished one",
    ),
    "scoring_place.unit_done": (
        "这个单位填完了。按 Shift+右 到下一个没填完的单位",
        "This unit is done. Shift+Right goes to the next unfinished one",
    ),
    "scoring_place.all_done": ("全部填完了。按 F8 看能否进入下一阶段", "Everything is entered. F8 leads on"),
    "scoring_place.last_unit": ("已经是最后一个单位", "This is the last unit"),
    "scoring_place.first_unit": ("已经是第一个单位", "This is the first unit"),
    "scoring_place.last_item": ("已经是最后一项指标", "This is the last item"),
    "scoring_place.first_item": ("已经是第一项指标", "This is the first item"),
    "scoring_place.no_other_open_unit": ("别的单位都填完了", "All other units are done"),
    "scoring_place.no_other_open_item": ("别的指标都填完了", "All other items are done"),
    "scoring_place.choose_item": ("先选一项指标", "Choose an item first"),
    "scoring_place.choose_unit": ("先选一个在这里评分的单位", "Choose a unit that is scored here"),
    # Acts
    "scoring_place.why_not_applicable_unit": (
        "为什么不涉及？{item}（共 {count} 项）",
        "Why not applicable? {item} ({count:item|items})",
    ),
    "scoring_place.why_not_applicable_item": (
        "为什么不涉及？{item}（共 {count} 个单位）",
        "Why not applicable? {item} ({count:unit|units})",
    ),
    "scoring_place.not_applicable.note": (
        "如：该单位没有这项业务。写了理由才能记为不涉及。",
        "Such as: the unit has no such work. The reason is needed.",
    ),
    "scoring_place.reason_needed": ("请写明理由", "write the reason"),
    "scoring_place.concerned_again": (
        "已改回要考核：{count} 项",
        "{count:item is|items are} to be scored again",
    ),
    "scoring_place.cleared": ("已清除 {count} 项，Ctrl+Z 恢复", "Cleared {count}; Ctrl+Z brings them back"),
    "scoring_place.nothing_to_clear": (
        "这里没有您填的内容可清除",
        "There is nothing of yours to clear here",
    ),
    "scoring_place.add_what": ("给“{item}”添加什么？", "What to add to “{item}”?"),
    "scoring_place.event_here": ("本项的事件", "Events of this item"),
    "scoring_place.event_here.note": (
        "按次加分、扣分的，逐件登记",
        "counted here, one by one",
    ),
    "scoring_place.drop_evidence": ("移除佐证 {name}", "Take out {name}"),
    "scoring_place.which_evidence": ("“{item}”的佐证文件", "Evidence for “{item}”"),
    "scoring_place.evidence_when": (
        "已过佐证截止日 {day}。{name} 是哪天收到的？",
        "The day for evidence, {day}, is over. When did {name} come?",
    ),
    "scoring_place.evidence_day": ("收到的日期", "Day it came"),
    "scoring_place.evidence_day.note": (
        "按时收到、现在补登的，改成收到的那天；晚交的照填，按办法处理",
        "If it came in time, write that day; what came late is treated by the rules",
    ),
    "scoring_place.evidence_there": ("{name} 已经登记过", "{name} is there already"),
    "scoring_place.evidence_added": (
        "已登记 {name}。文件还在原处，没有复制",
        "Entered {name}. The file stays where it is",
    ),
    # Beside
    "scoring_place.rule": ("评分标准", "Rule"),
    "scoring_place.article": ("依据", "Article"),
    "scoring_place.evidence_asked": ("需要的佐证", "Evidence asked for"),
    "scoring_place.word_of": ("{kind}  {who}", "{kind}  {who}"),
    "scoring_place.events": ("计入的事件", "Events counted"),
    "scoring_place.why": ("得分怎么来的（Ctrl+K 逐步看）", "How the score came about (Ctrl+K: step by step)"),
    "scoring_place.why_more": (
        "还有 {count} 步，按 Ctrl+K 看全部",
        "{count:more step|more steps}; Ctrl+K shows all",
    ),
    "scoring_place.task": ("计划里的任务", "The plan's task"),
    "scoring_place.size": ("{size} KB", "{size} KB"),
    # Events
    "scoring_place.events.heading": ("{title}：事件登记", "{title}: events"),
    "scoring_place.events.open": ("选定", "Choose"),
    "scoring_place.events.new": ("登记一件", "Enter one"),
    "scoring_place.events.new.note": ("事故、表彰、通报、迟报等", "accident, honour …"),
    "scoring_place.events.edit": ("修改", "Change"),
    "scoring_place.events.delete": ("删除", "Take out"),
    "scoring_place.events.nothing": ("确认没有发生", "Confirm that nothing happened"),
    "scoring_place.events.nothing.note": ("到下一项", "and go on"),
    "scoring_place.events.done": ("登记完了，回到评分", "Done, back to scoring"),
    "scoring_place.events.done_onward": ("登记完了，到下一项", "Done, go on"),
    "scoring_place.events.deleted": (
        "已删除：{event}。Ctrl+Z 恢复",
        "Taken out: {event}. Ctrl+Z brings it back",
    ),
    "scoring_place.events.twice.matter": (
        "和“{event}”是同一事项：同一项指标里只计最高的一次",
        "The same matter as “{event}”: within an item only the highest counts",
    ),
    "scoring_place.events.twice.document": (
        "和“{event}”文号相同，请核对是否重复登记；是同一事项的，两件都填同一个“事项”",
        "The same document as “{event}”: is it entered twice? If it is one matter, give both the same “matter”",
    ),
    "scoring_place.events.twice.words": (
        "和“{event}”类别、日期、内容相同，请核对是否重复登记",
        "Same kind, day and words as “{event}”: is it entered twice?",
    ),
    "scoring_place.events.choose": ("先选一件", "choose one first"),
    "scoring_place.events.not_ours": (
        "这一件由{by}登记，由它来改",
        "{by} entered this one and may change it",
    ),
    "scoring_place.events.entered_by": ("{by}登记", "entered by {by}"),
    "scoring_place.events.points": ("{points} 分", "{points:point|points}"),
    "scoring_place.event.heading": ("登记事件", "An event"),
    "scoring_place.event.note": (
        "上下键换行；用不到的空着，填好按 Ctrl+S 保存",
        "Up and down change the line; leave empty what is not needed; Ctrl+S saves",
    ),
    "scoring_place.event.no_kind": ("请选事件类别", "choose its kind"),
    "scoring_place.event.no_level": ("请选级别，分值按级别定", "choose its level, which says its points"),
    "scoring_place.event.kind": ("类别", "Kind"),
    "scoring_place.event.day": ("日期", "Day"),
    "scoring_place.event.level": ("级别", "Level"),
    "scoring_place.event.document": ("文号", "Document number"),
    "scoring_place.event.matter": ("事项（同一事项只计一次）", "Matter (counted once)"),
    "scoring_place.event.text": ("内容", "What it is"),
    "scoring_place.event.count": ("次数", "Times"),
    "scoring_place.event.points": ("酌情分值", "Points by judgement"),
    "scoring_place.event.share": ("共几个单位", "Units that share it"),
    "scoring_place.event.place": ("本单位排第几", "The unit's place"),
    "scoring_place.event.severity": ("事故等级", "Severity"),
    "scoring_place.event.deaths": ("死亡人数", "Dead"),
    "scoring_place.event.injured": ("重伤人数", "Injured"),
    "scoring_place.event.loss": ("直接经济损失（元）", "Loss in yuan"),
    "scoring_place.event.responsible": ("本单位有无责任", "Responsible"),
    "scoring_place.event.repeated": ("重复发生", "Repeated"),
    "scoring_place.event.concealed": ("瞒报", "Concealed"),
    "scoring_place.event.falsified": ("弄虚作假", "Falsified"),
    "scoring_place.none": ("没有", "none"),
    "scoring_place.not_found_yet": ("还没有认定", "not found yet"),
    "scoring_place.severity_by_deaths": ("按死亡人数认定", "by the dead"),
    "scoring_place.severity.ordinary": ("一般", "ordinary"),
    "scoring_place.severity.larger": ("较大", "larger"),
    "scoring_place.severity.major": ("重大", "major"),
    "scoring_place.severity.extraordinary": ("特别重大", "extraordinary"),
    # The stage
    "scoring_place.stage.heading": ("现在的阶段：{stage}", "Present stage: {stage}"),
    "scoring_place.stage.open": (
        "还差 {errors} 处才能进入下一阶段，另有 {others} 处提醒。",
        "{errors:thing is|things are} in the way of the next stage; {others} more to look at.",
    ),
    "scoring_place.stage.open.errors": (
        "还差 {errors} 处才能进入下一阶段。",
        "{errors:thing is|things are} in the way of the next stage.",
    ),
    "scoring_place.stage.open.others": (
        "有 {others} 处提醒，看过就可以进入下一阶段。",
        "{others:thing|things} to look at; nothing is in the way of the next stage.",
    ),
    "scoring_place.stage.nothing_open": ("本阶段没有要处理的了。", "Nothing is open in this stage."),
    "scoring_place.stage.lead": (
        "回车到该单位的第一处。{advice}",
        "Enter goes to a unit's first. {advice}",
    ),
    "scoring_place.stage.between": ("、", ", "),
    "scoring_place.stage.of_unit.missing_score": (
        "{weight} {unit}：{count} 项没有评分：{items}",
        "{weight} {unit}: {count:item|items} not scored: {items}",
    ),
    "scoring_place.stage.of_unit.deduction_without_reason": (
        "{weight} {unit}：{count} 项扣了分没写理由：{items}",
        "{weight} {unit}: points lost in {count:item|items} without a reason: {items}",
    ),
    "scoring_place.stage.of_unit.left_out_without_reason": (
        "{weight} {unit}：{count} 项不涉及没写理由：{items}",
        "{weight} {unit}: {count:item|items} left out without a reason: {items}",
    ),
    "scoring_place.stage.of_unit.too_few_ratings": (
        "{weight} {unit}：{count} 项打分的评委不够：{items}",
        "{weight} {unit}: too few have rated {count:item|items}: {items}",
    ),
    "scoring_place.stage.of_unit.evidence.missing": (
        "{weight} {unit}：{count} 份佐证找不到：{items}。请找回文件，或重新登记",
        "{weight} {unit}: {count:piece|pieces} of evidence not found: {items}. Find them, or enter them anew",
    ),
    "scoring_place.stage.of_unit.evidence.unreadable": (
        "{weight} {unit}：{count} 份佐证打不开：{items}。请关掉正在用它的程序，或换一份能打开的",
        "{weight} {unit}: evidence that cannot be opened: {items} ({count}). Close it elsewhere, or replace it",
    ),
    "scoring_place.stage.of_unit.evidence.changed": (
        "{weight} {unit}：{count} 份佐证登记后被改过：{items}。请核实后重新登记",
        "{weight} {unit}: {count:piece of evidence was|pieces of evidence were} changed: {items}. Look into it, enter them anew",
    ),
    "scoring_place.stage.advice.missing_score": (
        "没评分的请补上，或记为不涉及。",
        "Score it or mark it n/a. ",
    ),
    "scoring_place.stage.advice.deduction_without_reason": (
        "扣了分的请写明理由。",
        "Write why points were lost. ",
    ),
    "scoring_place.stage.advice.left_out_without_reason": (
        "不涉及的请写明理由。",
        "Write why it is left out. ",
    ),
    "scoring_place.stage.advice.too_few_ratings": (
        "请没打分的评委补上。",
        "Ask the assessors who have not rated. ",
    ),
    "scoring_place.stage.unsaved": (
        "有内容还没有保存，先按 Ctrl+S",
        "something is not saved yet: Ctrl+S first",
    ),
    # The files of the evidence
    "scoring_place.evidence.check": ("核对佐证文件", "Check the evidence"),
    "scoring_place.evidence.heading": ("佐证材料", "Evidence"),
    "scoring_place.evidence.which_folder": (
        "佐证文件放在哪个文件夹？",
        "In which folder does the evidence lie?",
    ),
    "scoring_place.evidence.unasked": (
        "选文件夹，看文件缺不缺、改没改过",
        "is any file gone or changed?",
    ),
    "scoring_place.evidence.under_way": ("正在核对 {folder}", "checking {folder}"),
    "scoring_place.evidence.done": (
        "核对完，{count} 处要看：{folder}",
        "checked, {count} to look at: {folder}",
    ),
    "scoring_place.evidence.gone": (
        "找不到文件夹，请重选：{folder}",
        "folder not found, choose again: {folder}",
    ),
    "scoring_place.stage.reopened": (
        "{day} {by} 退回到“{stage}”：{reason}",
        "{day}: {by} went back to {stage}: {reason}",
    ),
    "scoring_place.stage.stay": ("留在本阶段", "Stay"),
    "scoring_place.stage.stay.note": ("继续评分", "go on scoring"),
    "scoring_place.stage.advance": ("进入“{stage}”", "On to {stage}"),
    "scoring_place.stage.advance.note": (
        "本阶段的填报会锁定",
        "what was entered in this stage is locked",
    ),
    "scoring_place.stage.hindered": (
        "还差 {count} 处，见下",
        "{count:thing is|things are} in the way, see below",
    ),
    "scoring_place.stage.reveal": ("公开评委打分", "Reveal the ratings"),
    "scoring_place.stage.reveal.note": ("评委可以互相看到", "assessors see each other's"),
    "scoring_place.stage.reveal.sure": (
        "公开评委打分？公开后不能再隐藏",
        "Reveal the ratings? They cannot be hidden again",
    ),
    "scoring_place.stage.reveal.all_in": (
        "评委都打完了。公开后各位评委能看到彼此的打分。",
        "All assessors have finished. Then each sees what the others gave.",
    ),
    "scoring_place.stage.reveal.lacking": (
        "还差 {count} 项打分：{whose}。没打完的评委会先看到别人的打分。",
        "Ratings still missing: {count} ({whose}). Whoever has not finished would see the others' marks first.",
    ),
    "scoring_place.stage.reveal.whose": ("{name} {count} 项", "{name} {count}"),
    "scoring_place.stage.reveal.yes": ("现在公开", "Reveal them now"),
    "scoring_place.stage.reveal.no": ("先不公开", "Not yet"),
    "scoring_place.stage.reopen": ("退回前面的阶段", "Go back"),
    "scoring_place.stage.reopen.note": ("要写理由，理由记入日志", "with a reason, kept in the journal"),
    "scoring_place.stage.sure": ("进入“{stage}”？", "On to {stage}?"),
    "scoring_place.stage.sure.yes": ("进入下一阶段", "Yes, move on"),
    "scoring_place.stage.sure.note": (
        "前面的填报会锁定；需要时可以写明理由退回。",
        "What came before is locked; going back is possible, with a reason.",
    ),
    "scoring_place.stage.to_which": ("退回到哪个阶段？", "Back to which stage?"),
    "scoring_place.stage.why": ("为什么退回到“{stage}”？", "Why back to {stage}?"),
    "scoring_place.stage.why.note": ("理由会和您的名字一起记入日志", "kept in the journal with your name"),
    "scoring_place.stage.now": ("现在的阶段：{stage}", "The stage is now {stage}"),
    "scoring_place.stage.revealed": ("评委打分已公开", "The ratings are revealed"),
    # Appeals
    "scoring_place.appeals.heading": ("申诉和复核", "Appeals"),
    "scoring_place.appeals.new": ("登记一件申诉", "Enter an appeal"),
    "scoring_place.appeals.not_now": (
        "公示以后、定稿以前才能登记",
        "only after publication and before the result is final",
    ),
    "scoring_place.appeals.whole": ("总分和等次", "Total and grade"),
    "scoring_place.appeals.item.note": ("光标所在的指标", "the item under the cursor"),
    "scoring_place.appeals.about": ("对什么申诉？", "Against what?"),
    "scoring_place.appeals.text": ("单位申诉的内容和理由", "What the unit says, and why"),
    "scoring_place.appeals.open": ("待答复：{text}", "open: {text}"),
    "scoring_place.appeals.stands": ("维持：{answer}", "stands: {answer}"),
    "scoring_place.appeals.changed": ("改为 {score} 分：{answer}", "now {score}: {answer}"),
    "scoring_place.appeals.answer": ("复核意见（答复）", "Answer"),
    "scoring_place.appeals.score": ("复核后得分", "Score after review"),
    "scoring_place.appeals.score.note": ("维持原分就空着", "Empty where the score stands"),
    "scoring_place.appeals.entered": (
        "申诉已登记。到“申诉复核”阶段再答复",
        "The appeal is entered. It is answered in the stage Appeals",
    ),
    "scoring_place.appeals.answered": (
        "已答复，得分已按复核结果计算",
        "Answered; the score follows the review",
    ),
    "scoring_place.appeals.meanwhile": (
        "别人刚刚答复了这件申诉，请再看一下",
        "Somebody answered this appeal just now; look again",
    ),
    # Files
    "scoring_place.which_file": ("导入哪份评分？（.xlsx、.toml）", "Which scores? (.xlsx, .toml)"),
    "scoring_place.whose_scores": ("这是谁的评分？", "Whose scores are these?"),
    "scoring_place.whose_form": ("给谁的评分表？", "Whose form?"),
    "scoring_place.export_what": ("导出什么？", "What to write?"),
    "scoring_place.export.form": ("评分录入表", "Form for scores"),
    "scoring_place.export.form.note": (
        "Excel，发给部门填好再导入",
        "Excel, to be filled in and taken back",
    ),
    "scoring_place.export.sheets": ("全部评分表", "All sheets"),
    "scoring_place.export.sheets.note": (
        "TOML，一张一个文件，放进一个文件夹",
        "TOML, a file each, in one folder",
    ),
    "scoring_place.import.refused": (
        "{name}：{count} 处不能导入",
        "{name}: {count:thing|things} cannot be taken",
    ),
    "scoring_place.import.nothing_taken": (
        "还没有导入任何内容。逐行说明如下：",
        "Nothing was taken over. Row by row:",
    ),
    "scoring_place.import.first": ("只列出前 {count} 处", "The first {count} are listed"),
    "scoring_place.import.leave": ("不导入", "Take nothing"),
    "scoring_place.import.leave.note": ("改好文件再来", "mend the file first"),
    "scoring_place.import.skip": ("导入其余正确的行", "Take the right rows"),
    "scoring_place.import.skip.note": ("有问题的行不动", "the wrong ones are left out"),
    "scoring_place.import.over": ("覆盖已有的内容", "Write over what is there"),
    "scoring_place.import.over.note": ("以文件里的为准", "the file's word counts"),
    "scoring_place.import.done": (
        "{name}：导入 {cells} 项、{events} 件事件",
        "{name}: {cells:cell|cells} and {events:event|events} taken over",
    ),
    "scoring_place.import.done.cells": ("{name}：导入 {cells} 项", "{name}: {cells:cell|cells} taken over"),
    "scoring_place.import.seen": ("知道了", "All right"),
}
