"""What displays of ledgers, targets and periods say, in Chinese and English, by code."""

from collections.abc import Mapping

TRACKING: Mapping[str, tuple[str, str]] = {
    # How something stands: what is counted is reached or not, or awaits a report.
    "tracking.state.met": ("已达标", "Met"),
    "tracking.state.not_met": ("未达标", "Not met"),
    "tracking.state.unknown": ("待上报", "Awaited"),
    "tracking.state.not_applicable": ("未到期", "Not yet due"),
    "tracking.state.not_measurable": ("无法量化", "Not measurable"),
    "tracking.state.empty": ("暂无记录", "Nothing recorded"),
    # Days in small print: those of the year that is asked about go without it.
    "short_month.1": ("1月", "Jan"),
    "short_month.2": ("2月", "Feb"),
    "short_month.3": ("3月", "Mar"),
    "short_month.4": ("4月", "Apr"),
    "short_month.5": ("5月", "May"),
    "short_month.6": ("6月", "Jun"),
    "short_month.7": ("7月", "Jul"),
    "short_month.8": ("8月", "Aug"),
    "short_month.9": ("9月", "Sep"),
    "short_month.10": ("10月", "Oct"),
    "short_month.11": ("11月", "Nov"),
    "short_month.12": ("12月", "Dec"),
    "short_month.end": ("{month}底", "end of {month}"),
    "short_month.day": ("{month}{day}日", "{day} {month}"),
    "short_month.of_year": ("{year}年{said}", "{said} {year}"),
    "short_month.quarter_end": ("{quarter}末", "end of {quarter}"),
    # What a ledger is of.
    "tracking.title": ("{title}进展情况", "Progress: {title}"),
    "tracking.source": ("依据：{document}　{locator}", "Under: {document}, {locator}"),
    "tracking.source.numbered": (
        "依据：{document}（{number}）　{locator}",
        "Under: {document} ({number}), {locator}",
    ),
    "tracking.source.clause": ("依据：{locator}", "Under: {locator}"),
    "tracking.town": ("镇街", "Town"),
    "tracking.towns": ("镇街", "towns"),
    "tracking.place": ("地方", "Place"),
    "tracking.places": ("地方", "places"),
    "tracking.unit": ("个", "counted"),
    "tracking.measured_in": ("单位：{unit}", "Unit: {unit}"),
    "tracking.as_of": ("数据截至{on}", "As of {on}"),
    "tracking.of": ("{place}（{column}）", "{place} ({column})"),
    "tracking.counted": ("{number}{unit}", "{number} {unit}"),
    "tracking.together": ("合计", "Total"),
    # Columns.
    "tracking.head.number": ("序号", "No."),
    "tracking.head.now": ("现有", "Now"),
    "tracking.head.due": ("应达", "Due"),
    "tracking.head.due_by": ("{due}应达", "Due by {due}"),
    "tracking.head.gap": ("差额", "Short"),
    "tracking.head.state": ("状态", "State"),
    "tracking.head.next": ("下一节点", "Next"),
    "tracking.head.next_by": ("{due}目标", "Next, by {due}"),
    "tracking.head.pace": ("每月需新增", "Needed a month"),
    "tracking.head.pace_broken": ("每月需/新增", "Needed/a month"),  # where its heading may break
    "tracking.head.bar": ("进展", "Progress"),
    # Cells.
    "tracking.unreported": ("未上报", "no report"),
    "tracking.none_due": ("暂无", "none yet"),
    "tracking.no_next": ("无", "none"),
    "tracking.dash": ("—", "–"),
    "tracking.stale": ("{day}，过期", "{day}, too old"),
    "tracking.fell": ("较上次少{change}", "{change} fewer than before"),
    "tracking.beside": ("{kind}{figure}，{state}", "{kind}: {figure}, {state}"),
    "tracking.at_least": ("≥{number}", "≥{number}"),
    "tracking.at_most": ("≤{number}", "≤{number}"),
    "tracking.over": ("超{number}", "{number} over"),
    "tracking.over_least": ("至少超{number}", "at least {number} over"),
    "tracking.reported": ("{count}个已报", "{count} reported"),
    # The key of the bars.
    "tracking.key.now": ("现有", "now"),
    "tracking.key.open": ("未上报，数量不明", "no report: not known how many"),
    "tracking.key.due": ("应达", "due"),
    "tracking.key.due_by": ("应达（{due}）", "due by {due}"),
    "tracking.key.full": ("满格为下一节点目标", "a full bar is the next target"),
    "tracking.key.full_by": ("满格为{due}目标", "a full bar is the target for {due}"),
    # The answer.
    "tracking.answer": (
        "截至{on}，{count}个{places}中{states}",
        "As of {on}, of {count} {places}: {states}",
    ),
    "tracking.answer.column": ("{column}：{states}", "{column}: {states}"),
    "tracking.answer.empty": ("该台账没有列出镇街。", "The ledger lists no town."),
    "tracking.answer.whole": (
        "截至{on}，台账只列合计",
        "As of {on}, the ledger states only the total",
    ),
    "tracking.answer.not_met": ("{count}个未达标", "{count} not met"),
    "tracking.answer.unreported": ("{count}个未上报", "{count} without a report"),
    "tracking.answer.stale": ("{count}个统计过期", "{count} with a count too old"),
    "tracking.answer.met": ("{count}个已达标", "{count} met"),
    "tracking.answer.not_due": ("{count}个未到期", "{count} not yet due"),
    "tracking.joint": ("；", "; "),
    "tracking.comma": ("，", ", "),
    "tracking.full_stop": ("{said}。", "{said}."),
    # One locality, or all together.
    "tracking.has": ("{place}现有{figure}", "{place}: {figure}"),
    "tracking.has_on": ("{place}现有{figure}（{on}）", "{place}: {figure} ({on})"),
    "tracking.has_none": ("{place}未上报", "{place}: no report"),
    "tracking.has_stale": (
        "{place}{on}为{figure}，此后未再报，已过期",
        "{place}: {figure} on {on}, which is too old",
    ),
    "tracking.all_stale": ("均过期", "all too old"),
    "tracking.has_all_stale": ("{place}的统计均已过期", "{place}: all counts are too old"),
    "tracking.has_least": (
        "{place}已报不少于{figure}（其余未报）",
        "{place}: at least {figure} (others have no report)",
    ),
    "tracking.due_by": ("{due}应达{figure}", "{figure} due by {due}"),
    "tracking.due_none": ("暂无到期目标", "nothing is due yet"),
    "tracking.next_by": ("{due}目标{figure}", "{figure} next, by {due}"),
    "tracking.next_none": ("无后续目标", "nothing further is due"),
    "tracking.short": ("尚差{figure}", "{figure} short"),
    "tracking.short_most": ("尚差不超过{figure}", "at most {figure} short"),
    "tracking.over_by": ("超出{figure}", "{figure} over"),
    "tracking.over_by_least": ("至少超出{figure}", "at least {figure} over"),
    "tracking.reached": ("已达到", "reached"),
    "tracking.pace": ("每月约需新增{figure}", "about {figure} a month needed"),
    "tracking.pace_most": (
        "每月需新增不超过{figure}",
        "at most {figure} a month needed",
    ),
    "tracking.weaker_by": (
        "{due}{strength}{figure}，{state}",
        "{figure} {strength} by {due}: {state}",
    ),
    "tracking.derived": ("推算合计", "summed by us"),
    # Another target, in its measure.
    "tracking.target.figure": ("{title}{figure}（{on}）", "{title}: {figure} ({on})"),
    "tracking.target.undated": ("应达{figure}，未定期限", "{figure} due, with no date set"),
    "tracking.target.words_by": (
        "目标为文字表述：{words}（{due}）",
        "the goal is in words: {words} ({due})",
    ),
    "tracking.target.off": ("相差{figure}", "{figure} off"),
    "tracking.target.points": ("{number}个百分点", "{number} percentage points"),
    "tracking.measure.percent": ("{figure}%", "{figure}%"),
    "tracking.measure.per_thousand": ("每千人{figure}", "{figure} per thousand"),
    "tracking.measure.count": ("{figure}", "{figure}"),
    "tracking.measure.words": ("{figure}", "{figure}"),
    "tracking.head.when": ("期限", "By"),
    "tracking.readings": ("条文理解", "Readings taken"),
    # Notes.
    "tracking.note.unreported": (
        "未上报{count}个：{places}。未上报不按0计。",
        "Without a report ({count}): {places}. No report is not taken for 0.",
    ),
    "tracking.note.older": (
        "“{said}”为{day}的数，此后未再报。",
        "'{said}' is the count of {day}; none was given since.",
    ),
    "tracking.note.olders": (
        "数字前注有日期的，为该日的数，此后未再报。",
        "A figure with a date before it is the count of that day; none was given since.",
    ),
    "tracking.note.stale": (
        "统计日期早于应达日期的为过期，不据以判断。",
        "A count older than the date on which figures are due says nothing of that date.",
    ),
    "tracking.note.pace": (
        "每月需新增按剩余{months}个月计，不足1个的进为1个。",
        "What is needed a month is for the {months} months that remain, rounded up.",
    ),
    "tracking.note.paces": (
        "每月需新增按距各自下一节点的月数计，不足1个的进为1个。",
        "What is needed a month is for the months to each next date, rounded up.",
    ),
    "tracking.note.open": (
        "合计按已报数推算：现有不低于此，差额、每月需新增不高于此。",
        "The total is of what was reported: there are no fewer, and no more is short or needed.",
    ),
    "tracking.note.derived": (
        "{dues}的合计为各行相加，文件未载。",
        "The total by {dues} is the sum of the rows; the document prints none.",
    ),
    "tracking.note.carried": (
        "数字前注有日期的，为该日的数，此后未再报；“沿用”指该期未报，照用此前的数。",
        (
            "A figure with a date before it is the count of that day; 'as of' means that nobody "
            "counted in the period, and the newest count before it stands."
        ),
    ),
    # Sums by group, and a total that is split.
    "figures.stated": ("{items}项中{stated}项已说明", "stated by {stated} of {items}"),
    "figures.total": (
        "按{by}汇总{of}：合计{sum}（{items}项中{stated}项已说明）。",
        "{of} by {by}: {sum} in all (stated by {stated} of {items}).",
    ),
    "figures.title": ("按{by}汇总{of}", "{of} by {by}"),
    "figures.split": ("分配结果", "What each is given"),
    "figures.name": ("名称", "Name"),
    "figures.weight": ("权数", "Weight"),
    "figures.quota": ("按比例应得", "Exact share"),
    "figures.given": ("分得", "Given"),
    # Periods side by side.
    "tracking.periods": ("各期末现有", "At the end of each period"),
    "tracking.carried": ("沿用{day}", "as of {day}"),
    "tracking.too_old": ("过期", "too old"),
    "tracking.rose": ("增{change}", "{change} more"),
    "tracking.dropped": ("减{change}", "{change} fewer"),
    "tracking.lacks": ("差{number}", "{number} short"),
    # The chart.
    "tracking.chart": ("目标与已报数", "Targets and what was reported"),
    "tracking.chart.of": ("{column}目标与已报数", "Targets and what was reported: {column}"),
    "tracking.chart.due": ("应达{number}", "due {number}"),
    "tracking.chart.alt": ("{targets}；{counts}", "{targets}; {counts}"),
    "tracking.chart.alt_due": ("{due}应达{figure}", "{figure} due by {due}"),
    "tracking.chart.alt_all": ("{day}{figure}", "{figure} at {day}"),
    "tracking.chart.alt_least": (
        "{day}已报{count}个{places}，不少于{figure}",
        "at least {figure} at {day} ({places} that reported: {count})",
    ),
    "tracking.chart.alt_none": ("尚无已报数", "nothing reported"),
    "tracking.chart.reading": (
        "阶梯线为应达数，柱为已报{places}之和。",
        "The stairs are what is due, the columns the sum of the {places} that reported.",
    ),
    "tracking.chart.reading_open": (
        "阶梯线为应达数，柱为已报{places}之和；柱顶箭头表示尚有{places}未报，实数不低于此。",
        (
            "The stairs are what is due, the columns the sum of the {places} that reported; "
            "an arrow says that some have not, and that there are no fewer."
        ),
    ),
}
