"""What answers say, in Chinese and English, by code."""

from collections.abc import Mapping

ANSWERS: Mapping[str, tuple[str, str]] = {
    "assessment": ("{document}：{outcome}", "{document}: {outcome}"),
    "assessment.silent": (
        "该文件对此类对象没有规定。",
        "The document says nothing about a subject of this kind.",
    ),
    "clause": (
        "{locator} {summary}：{outcome}",
        "{locator}: {outcome}. {summary}",
    ),
    "definition": (
        "{mark} {locator}所称“{term}”",
        "{mark} {locator} falls under the term: {term}",
    ),
    "ladder.binds": ("适用的一档：{numbers}", "the rung that binds: {numbers}"),
    "ladder.may_bind": ("可能适用的各档：{numbers}", "rungs that may bind: {numbers}"),
    "advisory": ("仅为建议：{reason}", "advice only: {reason}"),
    "advisory.modality": ("条款用语为“{modality}”", "the clause says '{modality}'"),
    # What was looked at: a fact and what it is, or what each fact of a sum comes to.
    "evidence.applies": (
        "{mark} {seen}（适用条件：{required}）",
        "{mark} {seen} (applies if: {required})",
    ),
    "evidence.requires": (
        "{mark} {seen}（要求：{required}）",
        "{mark} {seen} (required: {required})",
    ),
    "evidence.condition": (
        "{mark} {seen}（享受条件：{required}）",
        "{mark} {seen} (open if: {required})",
    ),
    "evidence.part": ("{mark} {seen}（要求：{required}）", "{mark} {seen} (asked: {required})"),
    "evidence.seen": ("{fact}：{observed}", "{fact}: {observed}"),
    "evidence.applies.joined": ("{mark} 适用条件：{required}", "{mark} applies if: {required}"),
    "evidence.requires.joined": ("{mark} 要求：{required}", "{mark} required: {required}"),
    "evidence.condition.joined": ("{mark} 享受条件：{required}", "{mark} open if: {required}"),
    "evidence.part.joined": ("{mark} {required}", "{mark} {required}"),
    "evidence.requires.unless": (
        "{mark} 要求：{required}；但{unless}的除外",
        "{mark} required: {required}, unless {unless}",
    ),
    "evidence.part.any": ("{mark} 下列任一项：", "{mark} any of these:"),
    "evidence.part.all": ("{mark} 下列各项：", "{mark} all of these:"),
    "evidence.part.any_of": ("{mark} 任一{measure}{items}：", "{mark} any {measure}{items}:"),
    "evidence.part.all_of": ("{mark} 每{measure}{items}：", "{mark} every {measure}{items}:"),
    "evidence.exception": (
        "{mark} 例外：{seen}（例外条件：{required}）",
        "{mark} exception: {seen} (excepted if: {required})",
    ),
    "evidence.exception.any": ("{mark} 例外：下列任一项：", "{mark} exception: any of these:"),
    "evidence.exception.all": ("{mark} 例外：下列各项：", "{mark} exception: all of these:"),
    "evidence.exception.any_of": (
        "{mark} 例外：任一{measure}{items}：",
        "{mark} exception: any {measure}{items}:",
    ),
    "evidence.exception.all_of": (
        "{mark} 例外：每{measure}{items}：",
        "{mark} exception: every {measure}{items}:",
    ),
    "evidence.exception.joined": ("{mark} 例外：{required}", "{mark} exception: {required}"),
    "measured": ("{value}{unit}", "{value} {unit}"),
    "missing": ("待补充：{facts}", "still to be stated: {facts}"),
    "reading": (
        "条文理解：{question}——{text}（另一种理解：{others}）",
        "reading: {question} Taken: {text}; otherwise: {others}",
    ),
    # A fact that another plan answered.
    "answered.met": (
        "{fact}：由《{document}》{locators}得出：是",
        "{fact}: yes, by {document}, {locators}",
    ),
    "answered.not_met": (
        "{fact}：由《{document}》{locators}得出：否",
        "{fact}: no, by {document}, {locators}",
    ),
    "answered.unknown": (
        "{fact}：由《{document}》{locators}判断，所需情况尚未说明",
        "{fact}: for {document}, {locators} to say, once what it waits for is stated",
    ),
    "answered.not_applicable": (
        "{fact}：《{document}》对此类对象不适用，未作回答",
        "{fact}: {document} does not apply to it and does not say",
    ),
    "answered.turns": (
        "取决于《{document}》{locators}的结论",
        "It turns on what {document} says by {locators}",
    ),
    "answered.turns.mend": (
        "取决于《{document}》的结论，先整改其{locators}所涉事项",
        "It turns on {document}: mend first what is not met there, {locators}",
    ),
    "answered.known": ("{said}（{known}）", "{said} ({known})"),
    "answered.more": ("{locators}等{count}处", "{locators} and others, {count} in all"),
    "owed": ("{document}：应尽的义务", "{document}: what is owed"),
    "graded": ("{title}（{locator}）：{grade}", "{title} ({locator}): {grade}"),
    "graded.none": ("未达到任何一级", "no grade"),
    "graded.between": ("{low}至{high}", "{low} to {high}"),
    "graded.at_most": ("至多{high}，也可能不入级", "{high} at most, or no grade"),
    "benefit.amount": ("金额：{amount}", "amount: {amount}"),
    "benefit.total": (
        "总额：{amount}（按{unit}{units}计）",
        "total: {amount} ({unit}: {units})",
    ),
    "benefit.uncounted": ("总额待定，待补充：{fact}", "what it comes to takes: {fact}"),
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
        "{locator}整改方式（任选其一）：",
        "{locator}: any one of these ends the breach:",
    ),
    "share": ("{whole}分之{part}", "{part}/{whole}"),
    "share.percent": ("{share}%", "{share}%"),
    "score.item": (
        "{locator} {item}：{mark}（满分{maximum}分）",
        "{locator} {item}: {mark} of {maximum}",
    ),
    "score.yes_or_no": ("{locator} {item}：{mark}", "{locator} {item}: {mark}"),
    "score.not_for_it": ("{locator} {item}：不适用", "{locator} {item}: does not apply"),
    "score.may_apply": ("是否适用尚不明确", "whether it applies is not known"),
    "score.open": ("未评", "open"),
    "score.passed": ("通过", "passed"),
    "score.not_passed": ("未通过", "not passed"),
    "score.must": (
        "须得{least}分以上，否则不论总分一律不合格",
        "needs {least} at least, whatever the total",
    ),
    "score.failed": (
        "未得到本项至少须得的{least}分，不论总分一律不合格",
        "less than the {least} it needs at least, whatever the total",
    ),
    "score.must.yes": ("须通过，否则不论总分一律不合格", "must pass, whatever the total"),
    "score.failed.yes": ("未通过的，不论总分一律不合格", "it had to pass, whatever the total"),
    "score.vetoed": ("不论总分一律不合格，未达到：{items}", "failed, whatever the points: {items}"),
    "score.band": ("档次：{band}", "band: {band}"),
    "score.bands": ("可能的档次：{bands}", "bands still possible: {bands}"),
    "score.bands_or_none": (
        "可能的档次：{bands}，也可能不入档",
        "bands still possible, or none: {bands}",
    ),
    "score.no_band": ("不入任何一档", "no band is reached"),
    "score.no_cuts": (
        "分数线不明，不能判断属于哪一档：{bands}",
        "no cut points are known, so which band it is cannot be said: {bands}",
    ),
    "score.next_band": (
        "未评项目再得{needed}分即入{band}档",
        "{needed} more from the open items reach the band {band}",
    ),
    "score.needed": ("未评项目还须得{needed}分", "the open items must bring {needed} more"),
    "score.enough": ("已达合格线", "the pass mark is reached"),
    "score.room_ignored": (
        "得分由评分人员评定；所填房间情况不决定任何一项的得分",
        "the assessor gives the marks: the room that was given sets none",
    ),
    "score.room_counts": (
        "按条文的另一种理解，房间情况才决定得分：{text}",
        "the room would set marks under another reading: {text}",
    ),
    "score.out_of_reach": ("已无法达到合格线", "the pass mark is out of reach"),
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
    "meeting.least": ("{title}：每年至少{least}次", "{title}: at least {least} a year"),
    "meeting.most": ("{title}：每年至多{most}次", "{title}: at most {most} a year"),
    "meeting.exactly": ("{title}：每年{least}次", "{title}: {least} a year"),
    "meeting.between": ("{title}：每年{least}至{most}次", "{title}: {least} to {most} a year"),
    "meeting.in_principle": ("{said}（原则上）", "{said} (in principle)"),
    "period.year": ("{year}年", "{year}"),
    "period.year_end": ("{year}年底", "end of {year}"),
    "period.quarter": ("{year}年{quarter}", "{quarter} of {year}"),
    "period.quarters": ("{year}年{first}至{last}", "{first} to {last} of {year}"),
    "quarter.1": ("第一季度", "first quarter"),
    "quarter.2": ("第二季度", "second quarter"),
    "quarter.3": ("第三季度", "third quarter"),
    "quarter.4": ("第四季度", "fourth quarter"),
    "period.month": ("{year}年{month}", "{month} {year}"),
    "period.months": ("{year}年{first}至{last}", "{first} to {last} {year}"),
    "period.span": ("{first}至{last}", "{first} to {last}"),
    "form.field": ("{label}：{said}", "{label}: {said}"),
    "ledger.added": (
        "各期数为新增数，应达数逐期累加；未写原有数的，统计数应为起算以来的新增，写有原有数的，应为总数",
        (
            "each figure is what its period adds, and due is their sum; counts are of what was "
            "added since the start, or of the whole where the document states what was there before"
        ),
    ),
    "milestone": ("{figure}（{notes}）", "{figure} ({notes})"),
    "milestone.joint": ("，", ", "),
    "milestone.exactly": ("恰为{value}", "exactly {value}"),
    "milestone.in_words": ("文字表述的目标", "a goal in words"),
    "milestone.undated": ("未定期限", "no date set"),
    # Documents, clause by clause.
    "shown.plan": ("{title}", "{title}"),
    "shown.issuer": (
        "发布：{issuer}；文号：{number}；日期：{issued_on}",
        "issued by {issuer}; number: {number}; date: {issued_on}",
    ),
    "shown.validity": ("施行期：{validity}", "in force: {validity}"),
    "shown.supersedes": ("代替：{supersedes}", "supersedes: {supersedes}"),
    "shown.coverage": (
        "共{clauses}条：已转为规则{encoded}条，说明理由未转{declined}条，尚未处理{missing}条",
        (
            "{clauses} clauses: {encoded} encoded, {declined} declined with a reason, "
            "{missing} neither"
        ),
    ),
    "shown.head": (
        "{locator}【{modality}】{summary}",
        "{locator} [{modality}] {summary}",
    ),
    "shown.clause": ("{locator}{summary}", "{locator} {summary}"),
    "shown.named": ("{kind}", "{kind}"),
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
    "shown.not_encoded": ("未转为规则：{reason}", "not encoded: {reason}"),
    "shown.nothing": ("尚未转为规则", "not encoded yet"),
    "shown.only_if": ("“{field}”选相应选项时", "the option of '{field}' that it explains"),
    "shown.modes": ("服务方式", "modes"),
    "shown.question": ("待明确：{question}", "left open: {question}"),
    "shown.taken": ("采用：{option}", "taken: {option}"),
    "shown.other": ("另一种理解：{option}", "otherwise: {option}"),
}
