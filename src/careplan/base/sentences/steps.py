"""What is said of steps and days: where to register, by when, and which documents are in force.

Each sentence in Chinese and English; the parts in braces are named.
"""

from collections.abc import Mapping

STEPS: Mapping[str, tuple[str, str]] = {
    "in_force.unknown": (
        "该文件在{on}是否施行不明，仍按其条文判断",
        "whether the document is in force on {on} is not known; asked all the same",
    ),
    "in_force.false": (
        "该文件在{on}不在施行期内，仍按其条文判断",
        "the document is not in force on {on}; asked all the same",
    ),
    "assessments": (
        "依据文件{count}份：{outcome}",
        "documents asked: {count}; {outcome}",
    ),
    "assessments.draft": (
        "未适用：{document}（{validity}）",
        "not asked: {document} ({validity})",
    ),
    "assessments.superseded": (
        "未适用：{document}（已被{other}代替）",
        "not asked: {document} (superseded by {other})",
    ),
    "assessments.may_be": (
        "{document}可能已被{other}代替",
        "{document} may have been superseded by {other}",
    ),
    "registration.none": (
        "{document}：未规定登记途径",
        "{document}: no registration path laid down",
    ),
    "registration.conflict": ("相互矛盾的事实：{facts}", "facts that contradict: {facts}"),
    "registration.not_stated": ("登记：文件未说明", "registration: not stated"),
    "registration.managed_by": ("主管：{value}", "managed by: {value}"),
    "registration.supervised_by": ("行业监管：{value}", "supervised by: {value}"),
    "registration.guided_by": ("业务指导：{value}", "guided by: {value}"),
    "registration.filing_office": ("备案机关：{value}", "files with: {value}"),
    "registration.deferred_to": ("细则见：{value}", "details left to: {value}"),
    "registration.unassigned": (
        "列名而未说明分工的机关：{value}",
        "named without saying for whom: {value}",
    ),
    "registration.missing": ("可缩小范围的事实：{facts}", "would narrow it: {facts}"),
    "path.if": ("条件：{condition}", "if {condition}"),
    "path.scope": ("经营范围：{scope}", "business scope: {scope}"),
    "path.unworded": (
        "须登记经营范围，但文件没有此类服务形式的写法：{modes}",
        "a business scope is asked for, and the document has no word for: {modes}",
    ),
    "step.no_limit": ("未规定期限", "no time limit stated"),
    "step.promptly": ("及时，未定天数", "promptly, no number of days stated"),
    "step.done": ("已于{day}完成", "done on {day}"),
    "step.late": ("已于{day}完成，晚于期限{due}", "done on {day}, after its last day, {due}"),
    "step.replaced": ("已由“{step}”代替", "{step} was taken in its place"),
    "step.by": ("最迟{day}（{limit}）", "by {day} at the latest ({limit})"),
    "step.by.open": ("{limit}；截止日待定：{lack}", "{limit}; its last day is open: {lack}"),
    "step.begun": ("须知道“{step}”是哪天完成的", "the day on which {step} is done"),
    "step.event": ("须知道{event}的日期", "the day of: {event}"),
    "step.start": ("须知道起算日", "the day it begins"),
    "class_kind.title": ("班型", "Kind of class"),
    "class_kind.word": ("未定", "Not settled"),
    "class_kind.settled": ("{kind}（{ages}；{locators}）", "{kind} ({ages}; {locators})"),
    "class_kind.if_any": (
        "如属一种班型，即为{kind}（{ages}；{locators}）",
        "{kind}, if it is of any kind ({ages}; {locators})",
    ),
    "class_kind.several": (
        "可能为：{kinds}（{ages}；{locators}）",
        "may be: {kinds} ({ages}; {locators})",
    ),
    "class_kind.open": (
        "{kinds}均可（{ages}；{locators}）；满{months}个月时两种班型相接，条文未说明属于哪一种",
        "may be: {kinds} ({ages}; {locators}); which, at {months} months, is open",
    ),
    "class_kind.none": (
        "不属任何一种班型（{ages}；{locators}）",
        "of no kind ({ages}; {locators})",
    ),
    "class_kind.ages": ("{youngest}至{oldest}个月", "{youngest} to {oldest} months"),
    "class_kind.ages.youngest": (
        "最小{youngest}个月，最大未说明",
        "the youngest is {youngest} months, the oldest not stated",
    ),
    "class_kind.ages.oldest": (
        "最大{oldest}个月，最小未说明",
        "the oldest is {oldest} months, the youngest not stated",
    ),
    "class_kind.ages.none": ("月龄未说明", "ages not stated"),
    "due": ("最迟{day}（{limit}，起算日{start}）", "by {day} ({limit}, from {start})"),
    "due.at_least": (
        "{limit}（起算日{start}），届满日{day}；遇休息日顺延，所给工作日历不足以确定",
        (
            "{limit} (from {start}) ends on {day}, or on the first day worked after it if that is "
            "a day off: no calendar given says"
        ),
    ),
    "due.unknown": (
        "{limit}（起算日{start}）：工作日历未覆盖，无法确定截止日",
        "{limit} (from {start}): no calendar covers the days to count",
    ),
    "due.calendar": ("须有覆盖这些日期的工作日历", "a calendar that covers these days"),
}
