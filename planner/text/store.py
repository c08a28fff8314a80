"""Words of the catalogue: the workspace and its backups."""

TEXTS: dict[str, tuple[str, str]] = {
    "store.created": ("已新建工作区：{file}", "A new workspace was made: {file}"),
    "store.failed": (
        "没有保存成功，原有内容没有变动。请再试一次。",
        "Nothing was saved and nothing was changed. Please try again.",
    ),
    "store.not_found": (
        "找不到这份内容，可能已在别处删除。请回到列表刷新；误删的可以恢复。",
        "This is no longer there; it may have been deleted elsewhere. Go back to the list; a deletion can be undone.",
    ),
    "store.duplicate": (
        "同样编号的内容已经有了，没有覆盖它。请改存为新的一份。",
        "One with the same id is there already and was not overwritten. Save it as a new one.",
    ),
    "store.conflict": (
        "{who} 刚刚改了同一处，两边的内容都还在。请对照后选一个再保存。",
        "{who} has just changed the same place; both versions are kept. Compare them, choose one and save again.",
    ),
    "store.bad_value": (
        "“{place}”里有无法保存的字符或数字，没有保存。请重新输入这一处。",
        "“{place}” holds a character or number that cannot be kept; nothing was saved. Type this place again.",
    ),
    "store.missing": (
        '工作区文件不见了：{file}。备份还在，用这条命令恢复最近的一份：planner rescue --workspace "{file}"',
        'The workspace file is gone: {file}. Its backups are there: planner rescue --workspace "{file}" brings the latest back.',
    ),
    "store.damaged": (
        '工作区文件已损坏：{file}（{detail}）。原文件不会被改动或删除。用这条命令把它放到一边，恢复最近的备份：planner rescue --workspace "{file}"',
        "The workspace file is damaged: {file} ({detail}). It will not be changed or deleted: "
        'planner rescue --workspace "{file}" sets it aside and brings the latest backup back.',
    ),
    "store.foreign": (
        "这个文件不是本程序的工作区：{file}。没有动它，请另选文件。",
        "This file is not a workspace of this program: {file}. It was left alone; choose another file.",
    ),
    "store.too_new": (
        "工作区由较新的程序保存（版本 {found}，本程序最高认得 {known}）：{file}。没有动它，请先升级本程序。",
        "The workspace was written by a newer version of this program ({found}; this one knows {known}): {file}. "
        "It was left alone; upgrade this program first.",
    ),
    "store.network_share": (
        "工作区在网络共享盘上（{filesystem}），几台电脑同时用会丢内容，所以没有打开：{file}。"
        "请放到本机硬盘上。",
        "The workspace is on a network share ({filesystem}), where two machines would lose each other's work, "
        "so it was not opened: {file}. Put it on a disk of this machine.",
    ),
    "store.busy": (
        "别的程序正占用工作区，没有保存，原有内容没有变动。请稍后再试。",
        "Another program is using the workspace; nothing was saved or changed. Try again in a moment.",
    ),
    "store.full": (
        "磁盘满了，没有保存，原有内容没有变动。请腾出空间后再保存。",
        "The disk is full; nothing was saved or changed. Free some space and save again.",
    ),
    "store.read_only": (
        "没有写入权限：{file}。没有保存，原有内容没有变动。请检查文件夹权限，或另选位置。",
        "Writing is not allowed here: {file}. Nothing was saved or changed. Check the folder or choose another.",
    ),
    "store.unreachable": (
        "打不开：{file}。请检查磁盘和路径，或另选位置。",
        "Cannot be opened: {file}. Check the disk and the path, or choose another place.",
    ),
    "store.broken_disk": (
        "读写磁盘出错：{file}。这一步没有保存，先前保存的内容仍在。请检查磁盘后重试，并尽快另存一份。",
        "The disk reported an error: {file}. This step was not saved; what was saved before is there. "
        "Check the disk, try again, and make a copy soon.",
    ),
    "store.closed": (
        "工作区已经关闭。请重新打开程序。",
        "The workspace was closed. Start the program again.",
    ),
    "store.no_backup": (
        "今天的备份没有做成：{file}。内容已保存，请先处理上面的问题。",
        "Today's backup could not be made: {file}. Everything is saved; see to the problem above first.",
    ),
    "store.restored": (
        "工作区文件原先不见了，已恢复 {day} 的备份。",
        "The workspace file was gone; the backup of {day} was brought back.",
    ),
    "store.rescued": (
        "已恢复 {day} 的备份。损坏的文件原样放在：{aside}",
        "The backup of {day} was brought back. The damaged file lies untouched at: {aside}",
    ),
    "store.rescued_without_backup": (
        "没有可用的备份。损坏的文件原样放在：{aside}。程序将从空的工作区开始。",
        "There is no sound backup. The damaged file lies untouched at: {aside}. "
        "The program starts with an empty workspace.",
    ),
}
