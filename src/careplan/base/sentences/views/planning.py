"""What displays of agendas, matrices, clauses and plans say, in Chinese and English, by code."""

from collections.abc import Mapping

PLANNING: Mapping[str, tuple[str, str]] = {
    # An agenda.
    "planning.title": ("工作安排", "Agenda"),
    "planning.source": ("依据：{documents}", "Under: {documents}"),
    "planning.document": ("{title}（{number}）", "{title} ({number})"),
    "planning.span": ("{start}至{end}", "{start} to {end}"),
    "planning.answer": (
        "{start}至{end}共{count}项：{kinds}",
        "From {start} to {end} there are {count}: {kinds}",
    ),
    "planning.answer.kind": ("{kind}{count}项", "{kind}: {count}"),
    "planning.answer.none": (
        "{start}至{end}没有写明时间的事项",
        "Nothing has its time between {start} and {end}",
    ),
    "planning.answer.unscheduled": (
        "另有{count}项只写“定期”等，未规定间隔",
        "{count} more are only to be done regularly, with no interval stated",
    ),
    "planning.nothing": ("暂无安排", "Nothing"),
    "planning.head.time": ("时间", "When"),
    "planning.head.what": ("事项", "What"),
    "planning.head.clause": ("条款", "Clause"),
    "planning.head.months": ("月份", "Months"),
    "planning.nobody": ("责任单位未指明", "nobody is named"),
    "planning.chaired": ("{who}主持", "chaired by {who}"),
    "planning.reported_to": ("{who}（报{to}）", "{who} (to {to})"),
    "planning.see": ("　{who}，见{locator}", " – {who}, see {locator}"),
    "planning.unscheduled": (
        "未规定间隔的经常性工作（{count}项）",
        "To be done regularly, with no interval stated ({count})",
    ),
    "planning.key.stage": ("阶段", "stage"),
    "planning.key.recurring": ("定期事项所属期间", "period of what recurs"),
    "planning.key.end": ("期限", "date by which it is done"),
    "planning.note.exact": (
        "文件写到月、季、年底的，照录到月、季、年底，不推定具体日期。",
        "Times are as exact as the document says them: a month, a quarter or the end of a year.",
    ),
    "planning.note.open": (
        "开口箭头表示该期间超出所列起止日期，图中只绘其间部分。",
        "An open arrow says that the period goes on beyond the days asked about.",
    ),
    # The same as calendar text.
    "planning.calendar.when": ("时间：{period}（照录文件）", "When: {period} (as in the document)"),
    "planning.calendar.who": ("责任单位：{who}", "By: {who}"),
    "planning.calendar.source": ("依据：{document}　{locator}", "Under: {document}, {locator}"),
    "planning.calendar.clause": ("依据：{locator}", "Under: {locator}"),
    "planning.calendar.regular": (
        "文件只写“定期”等，未规定间隔，故不列日期。",
        "The document states no interval, so that no date is set.",
    ),
    "planning.calendar.kind.unscheduled": ("未规定间隔", "no interval stated"),
}
