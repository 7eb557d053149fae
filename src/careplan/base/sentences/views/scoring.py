"""What displays of score sheets and forms say, in Chinese and English, by code."""

from collections.abc import Mapping

SCORING: Mapping[str, tuple[str, str]] = {
    "view.score.word.met": ("合格", "Passed"),
    "view.score.word.not_met": ("不合格", "Failed"),
    "view.score.word.unknown": ("尚不能判断", "Not yet decided"),
    "view.score.word.not_measurable": ("不判合格", "Not judged"),
    "view.score.word.not_applicable": ("不适用", "Does not apply"),
    # The answer.
    "view.score.joint": ("，", ", "),
    "view.score.stop": ("{said}。", "{said}."),
    "view.score.beside": ("", " "),
    "view.score.for_none": ("本表各项均不适用。", "No item of this sheet applies."),
    "view.score.points": ("得{low}分", "{low} points"),
    "view.score.points.range": (
        "已得{low}分，最高可得{high}分",
        "{low} points so far, {high} at most",
    ),
    "view.score.of": ("适用项目满分{points}分", "out of {points} that apply"),
    "view.score.no_line": ("文件未载合格线", "the document prints no pass mark"),
    "view.score.line": ("合格线{points}分", "pass mark {points}"),
    "view.score.line.share": (
        "合格线为适用项目满分的{share}",
        "pass mark {share} of what applies",
    ),
    "view.score.may_be_none": (
        "各项是否适用尚不明确",
        "Whether any item applies is not yet known",
    ),
    "view.score.vetoed": (
        "{items}未达到必须达到的要求，不论总分均不合格",
        "Short of what must be reached whatever the total: {items}",
    ),
    "view.score.out_of_reach": (
        "最高可得分仍达不到合格线",
        "Even the most that is possible does not reach the pass mark",
    ),
    "view.score.below": ("未达合格线", "It is below the pass mark"),
    "view.score.depends": (
        "能否合格，取决于尚待明确的项目是否适用",
        "Whether it passes depends on which items apply",
    ),
    "view.score.to_pass": (
        "{items}须通过，尚未评定",
        "Must pass and has not been marked yet: {items}",
    ),
    "view.score.needs": (
        "{item}（{most}分）未评，须得{needed}分以上（含）方为合格",
        "Not yet marked: {item} ({most}), which must bring at least {needed} to pass",
    ),
    "view.score.need": (
        "{count}项未评，合计须得{needed}分以上（含）方为合格",
        "Not yet marked: {count} items, which must bring at least {needed} together to pass",
    ),
    "view.score.enough": (
        "未评项目无论得多少分，均为合格",
        "It passes whatever the open items bring",
    ),
    # The bars.
    "view.score.picture": ("总分条：{said}", "Bar of the total: {said}"),
    "view.score.have": ("已得{points}分", "{points} so far"),
    "view.score.open": ("未评{points}分", "{points} open"),
    "view.score.key.have": ("已得", "reached"),
    "view.score.key.open": ("未评", "not yet marked"),
    "view.score.key.lost": ("失分", "lost"),
    "view.score.key.line": ("合格线", "pass mark"),
    # The items.
    "view.score.grid": ("评分表", "Score sheet"),
    "view.score.unit": ("单位：分", "in points"),
    "view.score.head.item": ("评分项目", "Item"),
    "view.score.head.most": ("满分", "Maximum"),
    "view.score.head.points": ("得分", "Points"),
    "view.score.head.bar": ("得分情况", "Result"),
    "view.score.head.scale": ("各项按分值同一比例", "one scale for all items"),
    "view.score.head.settles": ("用于评定", "Settles"),
    "view.score.state.out": ("不适用", "does not apply"),
    "view.score.state.open": ("未评", "not yet marked"),
    "view.score.state.open.must": ("未评，须达标", "not yet marked, must pass"),
    "view.score.state.passed": ("通过", "passed"),
    "view.score.state.not_passed": ("未通过，须通过", "not passed, must pass"),
    "view.score.state.failed": ("未达最低{least}分", "below the least of {least}"),
    "view.score.state.full": ("满分", "full marks"),
    "view.score.state.lost": ("失{lost}分", "{lost} lost"),
    "view.score.may_apply": ("{state}（是否适用待定）", "{state} (may not apply)"),
    "view.score.left": ("待评{count}项", "{count} to be marked"),
    # Bands and readings.
    "view.score.bands": ("档次", "Bands"),
    "view.score.band": ("评定为{band}。", "The band is {band}."),
    "view.score.bands.possible": ("可能的档次：{bands}", "bands still possible: {bands}"),
    "view.score.bands.or_none": (
        "可能的档次：{bands}；也可能不入档",
        "bands still possible: {bands}; or none",
    ),
    "view.score.no_band": ("不入任何一档。", "No band is reached."),
    "view.score.no_cuts": (
        "文件未载各档分数线，不能判断属于哪一档（{bands}）。",
        "The document prints no cut points, so the band cannot be said ({bands}).",
    ),
    "view.score.next": (
        "未评项目再得{needed}分，即入{band}档。",
        "{needed} more from the open items reach the band {band}.",
    ),
    "view.score.next_up": (
        "能否入{band}档，尚待明确哪些项目适用。",
        "Whether the band {band} is reached depends on which items apply.",
    ),
    "view.score.refused": (
        "{items}的评分不成立，须重评",
        "these marks cannot stand and have to be given again: {items}",
    ),
    "view.score.becomes": ("得分变为{points}分", "the points become {points}"),
    # Notes.
    "view.score.note.open": (
        "未评项目按0分至满分计入范围，不按0分计。",
        "An item that is not yet marked counts as a range from 0 to its maximum, never as 0.",
    ),
    "view.score.note.no_line": (
        "文件未载合格线，只列得分，不判合格与否。",
        "The document prints no pass mark: the points are said, and no pass or fail.",
    ),
    "view.score.note.room": (
        "得分由评分人评定，所报场所情况不决定任何一项的得分。",
        "The assessor gives the marks: the facts that were stated set none.",
    ),
    "view.score.note.room.other": (
        "得分由评分人评定，所报场所情况不决定任何一项的得分；按另一种理解才决定得分。",
        "The assessor gives the marks: facts that were stated set them under another reading only.",
    ),
    "view.score.note.out": (
        "不适用的{count}项未列，也不计入得分和满分。",
        "Left out, as they do not apply and stand in no sum: {count}.",
    ),
    # Words that scores, forms, paths, matrices, clauses and plans share.
    "view.common.number": ("序号", "No."),
    "view.common.state": ("状态", "State"),
    "view.common.locator": ("依据", "Clause"),
    "view.common.nothing": ("—", "—"),
    "view.common.figure": ("{low}", "{low}"),
    "view.common.range": ("{low}～{high}", "{low}–{high}"),
    "view.common.total": ("合计", "Total"),
    "view.common.asked": ("请补充（{count}项）", "Still to be stated ({count})"),
    "view.common.question.head": ("问题", "Question"),
    "view.common.readings": ("条文理解", "Readings"),
    "view.common.reading.taken": ("本次采用", "Taken here"),
    "view.common.reading.other": ("另一种理解", "Other reading"),
    "view.common.reading.effect": ("若采用另一种", "With the other"),
    "view.common.reading.same": ("结果不变", "no change"),
    "view.common.reading.becomes": ("结论变为“{outcome}”", 'the answer becomes "{outcome}"'),
    "view.common.source": ("依据：{document}{locator}", "By: {document}{locator}"),
    "view.common.source.number": (
        "依据：{document}（{number}）{locator}",
        "By: {document} ({number}){locator}",
    ),
    "view.common.source.at": ("　{locator}", ", {locator}"),
}
