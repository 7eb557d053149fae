"""What displays of agendas, matrices, clauses and plans say, in Chinese and English, by code."""

from collections.abc import Mapping

PLANNING: Mapping[str, tuple[str, str]] = {
    # What is asked of bodies.
    "view.tasks.title": ("任务清单", "Tasks"),
    "view.tasks.none": ("没有任务。", "No tasks."),
    "view.tasks.count": ("共{count}项：{roles}。", "{count} in all: {roles}."),
    "view.tasks.of_role": ("{role}{count}项", "{role} {count}"),
    "view.tasks.head.task": ("任务", "Task"),
    "view.tasks.head.office": ("单位", "Office"),
    "view.tasks.head.role": ("分工", "Role"),
    "view.matrix.title": ("任务分工表", "Who does what"),
    "view.matrix.sources": ("；", "; "),
    "view.matrix.between": ("", " "),
    "view.matrix.none": ("没有任务。", "No tasks."),
    "view.matrix.count": (
        "共{tasks}项任务、{bodies}家单位。",
        "{tasks} tasks, {bodies} bodies.",
    ),
    "view.matrix.most": (
        "{offices}牵头最多，为{count}项。",
        "Most often in the lead, {count} times: {offices}.",
    ),
    "view.matrix.each": (
        "每项均列有牵头单位。",
        "Each that is shared out has a lead.",
    ),
    "view.matrix.without": (
        "其中{count}项未列牵头单位。",
        "Without a lead among those that are shared out: {count}.",
    ),
    "view.matrix.beside": (
        "另有{count}项只写承担单位，列于后。",
        "Listed below, as they only name who acts: {count}.",
    ),
    "view.matrix.others": ("其他事项（{count}项）", "Other tasks ({count})"),
    "view.matrix.task": ("{locator}　{title}", "{locator} {title}"),
    "view.matrix.chip.lead": ("牵头", "Lead"),
    "view.matrix.chip.support": ("配合", "Support"),
    "view.matrix.chip.territorial": ("属地", "Territory"),
    "view.matrix.chip.acting": ("承担", "Acting"),
    "view.matrix.chip.member": ("成员", "Member"),
    "view.matrix.sum.lead": ("牵头项数", "In the lead"),
    "view.matrix.sum.support": ("配合项数", "In support"),
    "view.matrix.note": (
        "单位按牵头项数由多到少排列，名称照录原文。空格表示未列该单位。",
        "Offices stand by how often they lead, by their printed names; a blank: not named.",
    ),
    # A clause.
    "view.clause.title": ("条款说明：{locator}", "Clause {locator}"),
    "view.clause.holds": (
        "{summary}（{modality}）。共{count}层：{kinds}。",
        "{summary} ({modality}) Layers: {count}, namely {kinds}.",
    ),
    "view.clause.kind": ("{kind}{count}项", "{kind} {count}"),
    "view.clause.alone": ("{summary}（{modality}）。", "{summary} ({modality})"),
    "view.clause.declined.word": ("未编", "Not encoded"),
    "view.clause.declined": (
        "{summary}（{modality}）。未编的理由：{reason}。",
        "{summary} ({modality}) The reason: {reason}.",
    ),
    "view.clause.missing.word": ("尚未编码", "Not encoded yet"),
    "view.clause.layers": ("约束谁，要求什么", "Who is bound, and to what"),
    "view.clause.head.layer": ("层次", "Layer"),
    "view.clause.head.force": ("约束力", "Force"),
    "view.clause.head.who": ("约束谁", "For whom"),
    "view.clause.head.what": ("要求", "What"),
    "view.clause.head.use": ("用于", "Used as"),
    "view.clause.every": ("所有{noun}", "every {noun}"),
    "view.clause.check": ("核对{noun}", "to check: {noun}"),
    "view.clause.readings": ("条文理解（{count}处）", "Readings ({count})"),
    "view.clause.default": ("默认理解", "Taken by default"),
    "view.clause.touches": ("涉及", "Touches"),
    "view.clause.fields": ("逐项内容", "Field by field"),
    "view.clause.note": (
        "层次号为便于引用所编，原文未编号。所列为摘要，以公布的文件为准。",
        "The numbers of layers are ours. What is said is a summary; the published text decides.",
    ),
}
