"""What displays of registration paths say, in Chinese and English, by code."""

from collections.abc import Mapping

REGISTERING: Mapping[str, tuple[str, str]] = {
    # One path.
    "view.path.title": ("登记途径", "Registration path"),
    "view.path.office": ("{level}{office}", "{office} ({level})"),
    "view.path.settled": ("途径已定", "Settled"),
    "view.path.open": ("途径未定", "Not yet settled"),
    "view.path.at": ("在{office}登记。", "Registration is with the {office}."),
    "view.path.if": (
        "{case}的，在{office}登记。",
        "Registration is with the {office} in this case: {case}.",
    ),
    "view.path.always": ("按已述情况即适用", "applies by what is stated"),
    "view.path.scope": ("经营范围", "Business scope"),
    "view.path.unworded": (
        "须登记经营范围，但文件没有此类服务形式的写法：{modes}",
        "to be registered, but the document has no word for: {modes}",
    ),
    "view.path.steps": ("办理步骤", "Steps"),
    # Its steps.
    "view.path.who": ("{actor} → {before}", "{actor} → {before}"),
    "view.path.now": ("现在可办", "can be done now"),
    "view.path.waits": ("待{steps}完成后办", "after {steps}"),
    "view.path.whenever": ("每遇{event}时办", "after {event}, each time"),
    "view.path.only_if": ("适用于{case}的", "if {case}"),
    "view.path.instead": ("可代替“{step}”", "in place of: {step}"),
    # Their days.
    "view.due.title": ("各步骤办理期限", "Steps and their last days"),
    "view.due.start": ("起算日", "Begins on"),
    "view.due.late.word": ("逾期", "Late"),
    "view.due.late": ("{steps}晚于期限完成。", "Done after its last day: {steps}."),
    "view.due.next": (
        "最近的期限是{day}：{step}。",
        "The next last day is {day}: {step}.",
    ),
    "view.due.open": (
        "期限尚不能确定，须先明确下列日期。",
        "No last day is settled yet: the days named below are still to be given.",
    ),
    "view.due.none": ("没有待办的限期。", "No last day is ahead."),
    # All paths.
    "view.paths.title": ("{noun}登记途径", "Where to register: {noun}"),
    "view.paths.conflict.word": ("情况矛盾", "Contradiction"),
    "view.paths.conflict": (
        "下列情况不能同时成立，请核实后再查：{facts}。",
        "These cannot be true together; check them and ask again: {facts}.",
    ),
    "view.paths.not_stated.word": ("文件未载", "Not stated"),
    "view.paths.not_stated": (
        "本文件未规定{noun}在何处登记。",
        "The document does not say where to register: {noun}.",
    ),
    "view.paths.none.word": ("无对应途径", "No path"),
    "view.paths.none": (
        "按所述情况，文件所列途径均不适用。",
        "By what is stated, none of the paths of the document applies.",
    ),
    "view.paths.open": (
        "现有{count}条可能的登记途径；补充{asked}项情况可缩小范围。",
        "{count} paths are possible; what is asked below narrows them ({asked}).",
    ),
    "view.paths.one_open": (
        "现有{count}条可能的登记途径；补充{asked}项情况，可确定是否适用。",
        "{count} path is possible; what is asked below settles whether it applies ({asked}).",
    ),
    "view.paths.any": (
        "下列机关均可登记：{offices}。",
        "Registration is with any of these: {offices}.",
    ),
    "view.paths.head.answer": ("回答", "Answer"),
    "view.paths.head.left": ("剩余途径", "Paths left"),
    "view.paths.none_left": ("无", "none"),
    "view.paths.beside": (
        "不影响途径，用于经营范围或步骤",
        "none falls away: for the business scope or the steps",
    ),
    "view.paths.path": ("途径{number}", "Path {number}"),
    "view.paths.head.path": ("途径", "Path"),
    "view.paths.head.office": ("登记机关", "Registers"),
    "view.paths.head.case": ("适用情形", "In which case"),
    "view.paths.paths": ("可能的途径（{count}条）", "Possible paths ({count})"),
    "view.paths.steps.alike": ("办理步骤（各途径相同）", "Steps (the same on every path)"),
    "view.paths.steps.of": ("办理步骤：{path}（{office}）", "Steps of {path} ({office})"),
    "view.paths.in_charge": ("主管与备案", "In charge"),
    "view.paths.managed_by": ("主管部门", "Managed by"),
    "view.paths.supervised_by": ("行业监管", "Supervised by"),
    "view.paths.guided_by": ("业务指导", "Guided by"),
    "view.paths.filing_office": ("备案机关", "Files with"),
    "view.paths.deferred_to": ("细则见", "Details left to"),
    "view.paths.unassigned": (
        "文件列名、未写分工的机关",
        "Named by the document without saying for whom",
    ),
    "view.paths.becomes": ("途径变为{count}条：{offices}", "{count} paths: {offices}"),
    "view.paths.scope_becomes": ("经营范围变为：{scopes}", "business scope: {scopes}"),
}
