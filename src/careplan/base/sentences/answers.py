"""What answers say, in Chinese and English, by code."""

from collections.abc import Mapping

ANSWERS: Mapping[str, tuple[str, str]] = {
    "assessment": ("{document}：{outcome}", "{document}: {outcome}"),
    "assessment.silent": (
        "该文件对此类对象没有规定。",
        "The document says nothing about a subject of this kind.",
    ),
    "assessment.no_duty": (
        "对此类对象没有强制条款；以下为建议和可享受的支持。",
        "Nothing here binds a subject of this kind; advice and benefits follow.",
    ),
    "clause": (
        "{locator}（{number}）{summary}：{outcome}",
        "{locator} ({number}) {summary} {outcome}",
    ),
    "definition": (
        "{mark} {locator}（{number}）所称“{term}”",
        "{mark} {locator} ({number}) falls under the term: {term}",
    ),
    "ladder.binds": ("适用的一档：{numbers}", "the rung that binds: {numbers}"),
    "ladder.may_bind": ("可能适用的各档：{numbers}", "rungs that may bind: {numbers}"),
    "advisory": ("仅为建议：{reason}", "advice only: {reason}"),
    "advisory.modality": ("条款用语为“{modality}”", "the clause says '{modality}'"),
    "evidence.applies": (
        "{mark} {fact}：{observed}（适用条件：{required}）",
        "{mark} {fact}: {observed} (applies if: {required})",
    ),
    "evidence.requires": (
        "{mark} {fact}：{observed}（须：{required}）",
        "{mark} {fact}: {observed} (required: {required})",
    ),
    "evidence.condition": (
        "{mark} {fact}：{observed}（享受条件：{required}）",
        "{mark} {fact}: {observed} (open if: {required})",
    ),
    "evidence.part": (
        "{mark} {fact}：{observed}（条件：{required}）",
        "{mark} {fact}: {observed} (asked: {required})",
    ),
    "evidence.applies.joined": ("{mark} 适用条件：{required}", "{mark} applies if: {required}"),
    "evidence.requires.joined": ("{mark} 须：{required}", "{mark} required: {required}"),
    "evidence.condition.joined": ("{mark} 享受条件：{required}", "{mark} open if: {required}"),
    "evidence.part.joined": ("{mark} {required}", "{mark} {required}"),
    # Of a sum or elapsed time: what each fact in it comes to, and what is asked of them together.
    "evidence.applies.sum": (
        "{mark} {observed}（适用条件：{required}）",
        "{mark} {observed} (applies if: {required})",
    ),
    "evidence.requires.sum": (
        "{mark} {observed}（须：{required}）",
        "{mark} {observed} (required: {required})",
    ),
    "evidence.condition.sum": (
        "{mark} {observed}（享受条件：{required}）",
        "{mark} {observed} (open if: {required})",
    ),
    "evidence.part.sum": (
        "{mark} {observed}（条件：{required}）",
        "{mark} {observed} (asked: {required})",
    ),
    "evidence.exception.sum": (
        "{mark} 例外——{observed}（例外条件：{required}）",
        "{mark} exception: {observed} (excepted if: {required})",
    ),
    "evidence.requires.unless": (
        "{mark} 须：{required}，但{unless}的除外",
        "{mark} required: {required}, unless {unless}",
    ),
    "evidence.part.any": ("{mark} 下列任一项：", "{mark} any of these:"),
    "evidence.part.all": ("{mark} 下列各项：", "{mark} all of these:"),
    "evidence.part.any_of": ("{mark} 任一项{items}：", "{mark} any {items}:"),
    "evidence.part.all_of": ("{mark} 每一项{items}：", "{mark} every {items}:"),
    "evidence.exception": (
        "{mark} 例外——{fact}：{observed}（例外条件：{required}）",
        "{mark} exception: {fact}: {observed} (excepted if: {required})",
    ),
    "evidence.exception.any": ("{mark} 例外——下列任一项：", "{mark} exception: any of these:"),
    "evidence.exception.all": ("{mark} 例外——下列各项：", "{mark} exception: all of these:"),
    "evidence.exception.any_of": (
        "{mark} 例外——任一项{items}：",
        "{mark} exception: any {items}:",
    ),
    "evidence.exception.all_of": (
        "{mark} 例外——每一项{items}：",
        "{mark} exception: every {items}:",
    ),
    "evidence.exception.joined": ("{mark} 例外——{required}", "{mark} exception: {required}"),
    "fact": ("{label} [{path}]", "{label} [{path}]"),
    "measured": ("{value}{unit}", "{value} {unit}"),
    "missing": ("尚需说明：{facts}", "still to be stated: {facts}"),
    "reading": (
        "读法（{id}）：{question}——{text}；其他读法：{others}",
        "reading ({id}): {question} Taken: {text}; otherwise: {others}",
    ),
    "owed": ("{document}：应尽的义务", "{document}: what is owed"),
    "owed.nothing": ("没有适用的强制条款", "no duty binds"),
    "owed.duty": (
        "{mark} {locator}（{number}）须：{required}",
        "{mark} {locator} ({number}) must have: {required}",
    ),
    "graded": ("{title}（{locator}）：{grade}", "{title} ({locator}): {grade}"),
    "graded.none": ("未达到任何一级", "no grade"),
    "graded.between": ("{low}至{high}", "{low} to {high}"),
    "graded.at_most": ("至多{high}，也可能不入级", "{high} at most, or no grade"),
    "graded.grade": ("{mark} {locator} {title}", "{mark} {locator} {title}"),
    "graded.needed": ("升至{title}须：{needed}", "needed for {title}: {needed}"),
    "benefit.amount": ("金额：{amount}", "amount: {amount}"),
    "benefit.total": (
        "总额：{amount}（按{unit}{units}计）",
        "total: {amount} (for {unit} {units})",
    ),
    "benefit.uncounted": ("总额待定，尚需说明：{fact}", "what it comes to takes: {fact}"),
    "finding.limit": ("时限：{limit}", "time limit: {limit}"),
    "finding.limit.open": (
        "时限：{limit}（未计期限是否届满）",
        "time limit: {limit} (whether it has run out is not reckoned)",
    ),
    "finding.within": ("施行期：{within}", "in force: {within}"),
    "consequence": ("后果：{said}（{locator}）", "what follows: {said} ({locator})"),
    "benefit.no_claim": (
        "条款用语为“{modality}”，不构成请求权",
        "the clause says '{modality}': no claim to it",
    ),
    "remedy": (
        "{locator}（{number}）任选其一即不再违反：",
        "{locator} ({number}) any one of these ends the breach:",
    ),
    "remedy.option": ("{changes}；须{needed}", "{changes}; needed: {needed}"),
    "remedy.ends": ("；{numbers}也一并纠正", "; it ends {numbers} as well"),
    "remedy.ends_with": (
        "；满足{needed}的，{numbers}也一并纠正",
        "; with {needed} it ends {numbers} as well",
    ),
    "remedy.elsewhere": (
        "按{numbers}项所列做法办理，也可纠正{number}",
        "an option under {numbers} can end {number} as well",
    ),
    "remedy.cut": (
        "{number}：可能的做法太多，所试的都不能纠正；现有事实：{fixed}",
        (
            "{number}: there are too many ways to try all, and none that was tried mends it; "
            "as it stands: {fixed}"
        ),
    ),
    "remedy.change": ("改变 {path}（现为{observed}）", "change {path} (now {observed})"),
    "remedy.add": ("增设 {path}", "add {path}"),
    "remedy.none": (
        "{number}：没有人可以改变的事实能够纠正；现有事实：{fixed}",
        "{number}: no fact that a person can change would mend it; as it stands: {fixed}",
    ),
    "share": ("{share}", "{share}"),
    "share.percent": ("{share}%", "{share}%"),
    "target.words": (
        "{title}：{figure}；目标为文字表述，无数字，期限{due}",
        "{title}: {figure}; the goal is in words, without a figure, by {due}",
    ),
    "target.undated": (
        "{title}：{figure}；须{required}（{measure}），未定期限",
        "{title}: {figure}; required {required} ({measure}), no date set",
    ),
    "target.no_date": (
        "达到即为符合，未达到时不能判断",
        "it is met once the figure is as required, and unknown until then",
    ),
    "target.not_due": ("期限未到", "its date has not come"),
    "target.unmeasured": ("没有统计数", "no figure was given"),
    "target.stale": ("最近一次统计早于期限", "the newest figure is older than the date due"),
    "target.stays": (
        "期限前的统计已达到，建成的不因时间而减少",
        "reached by an older count: what was there by then is there",
    ),
    "target.words_undated": (
        "{title}：{figure}；目标为文字表述，无数字，未定期限",
        "{title}: {figure}; the goal is in words, without a figure, no date set",
    ),
    "target.several": (
        "{title}：{figure}（{measure}）；应达{due}；下一步{next}",
        "{title}: {figure} ({measure}); due {due}; next {next}",
    ),
    "target.milestone": ("{milestone}：{outcome}", "{milestone}: {outcome}"),
    "target.goal": ("文字目标：{words}", "the goal: {words}"),
    "target.scope": ("范围：{scope}", "of: {scope}"),
    "target.striven_for": ("力争达到，不是约束性指标", "striven for, and not binding"),
    "progress.added": (
        "各期数为新增数，应达数逐期累加；统计数应为起算以来的新增",
        "each figure is what its period adds, and due is their sum; counts are of what was added",
    ),
    "progress.added_to_base": (
        "各期数为新增数，应达数为原有{base}加逐期累加；统计数应为总数",
        (
            "each figure is what its period adds, and due is their sum on top of the {base} there "
            "were before; counts are of the whole"
        ),
    ),
    "target.forecast": ("仅为预计数，不是义务", "a forecast, not a duty"),
    "agenda": ("{start}至{end}的工作安排", "agenda from {start} to {end}"),
    "agenda.entry": ("{period} {title}（{locator}）", "{period} {title} ({locator})"),
    "agenda.unscheduled": (
        "未定间隔：{title}（{locator}）",
        "no interval stated: {title} ({locator})",
    ),
    "meeting.least": ("{title}：每年至少{least}次", "{title}: at least {least} a year"),
    "meeting.most": ("{title}：每年至多{most}次", "{title}: at most {most} a year"),
    "meeting.exactly": ("{title}：每年{least}次", "{title}: {least} a year"),
    "meeting.between": ("{title}：每年{least}至{most}次", "{title}: {least} to {most} a year"),
    "meeting.in_principle": ("{said}（原则上）", "{said} (in principle)"),
    "period.year": ("{year}年", "{year}"),
    "period.year_end": ("{year}年底", "end of {year}"),
    "period.quarter": ("{year}年第{number}季度", "{year}-Q{number}"),
    "ledger": (
        "{title}（{locator}）截至{on}：{outcome}；{localities}处中{behind}处未达到、{unreported}处未报、{stale}处统计过期",
        (
            "{title} ({locator}) as of {on}: {outcome}; of {localities} localities {behind} "
            "behind, {unreported} without a count, {stale} with one too old"
        ),
    ),
    "ledger.row": (
        "{locality}：{outcome}；现有{reached}；应有{due}；下一步{next}",
        "{locality}: {outcome}; has {reached}; due {due}; next {next}",
    ),
    "ledger.joint": ("；", "; "),
    "ledger.stale": ("最近一次统计早于期限", "the newest count is older than the date due"),
    "ledger.short_of_due": ("距应有差{short}", "{short} short of what is due"),
    "ledger.of": ("{place}（{column}）", "{place} ({column})"),
    "ledger.together": ("合计", "total"),
    "ledger.added": (
        "各期数为新增数，应达数逐期累加；未写原有数的，统计数应为起算以来的新增，写有原有数的，应为总数",
        (
            "each figure is what its period adds, and due is their sum; counts are of what was "
            "added since the start, or of the whole where the document states what was there before"
        ),
    ),
    "ledger.over_due": ("超出应有{over}", "{over} over what is due"),
    "ledger.short_of_next": (
        "距下一步差{short}，每月需增{pace}",
        "{short} short of the next, {pace} a month",
    ),
    "ledger.total": (
        "{together}：{outcome}；{localities}处中{reported}处的统计可计入、{stale}处早于合计期限；现有{slots}；应有{due}；下一步{next}",
        (
            "{together}: {outcome}; {reported} of {localities} count for it, {stale} are older "
            "than its date; has {slots}; due {due}; next {next}"
        ),
    ),
    "milestone": ("{figure}（{notes}）", "{figure} ({notes})"),
    "milestone.joint": ("，", ", "),
    "milestone.derived": ("推算合计", "derived, not printed"),
    "milestone.exactly": ("恰为{value}", "exactly {value}"),
    "milestone.in_words": ("文字目标", "a goal in words"),
    "milestone.undated": ("未定期限", "no date set"),
    "target": (
        "{title}：{figure}；须{required}（{measure}），期限{due}",
        "{title}: {figure}; required {required} ({measure}) by {due}",
    ),
    # Documents, clause by clause.
    "shown.head": (
        "{locator}（{number}）【{modality}】{summary}",
        "{locator} ({number}) [{modality}] {summary}",
    ),
    "shown.clause": ("{locator}　{summary}", "{locator} {summary}"),
    "shown.part": ("另见{locator}：{summary}", "see {locator}: {summary}"),
    "shown.within": ("属于：{kind}", "part of: {kind}"),
    "shown.field": ("{label}：{value}", "{label}: {value}"),
    "shown.list": ("{label}：", "{label}:"),
    "shown.between": ("；", "; "),
    "shown.option": ("理解为“{option}”", "read as '{option}'"),
    "shown.all": ("下列各项均满足", "all of these"),
    "shown.any": ("下列任一项满足", "any of these"),
    "shown.everyone": ("所有此类对象", "every one of them"),
    "shown.under": ("仅在理解为“{option}”时", "only if it is read as '{option}'"),
    "shown.force": ("效力", "force"),
    "shown.noun": ("对象", "about"),
    "shown.not_known": ("不明", "not known"),
    "shown.share": ("适用项目满分的{share}", "{share} of the points of what applies"),
    "shown.months": ("每{months}个月", "every {months} months"),
    "shown.milestone": ("{due}：{figure}", "{due}: {figure}"),
    "shown.derived": ("推算，原文未印", "ours, not printed"),
}
