"""What the audit says of a document's flaws, and the test kit of a test's."""

from collections.abc import Mapping

CRITICISM: Mapping[str, tuple[str, str]] = {
    "flaw.unencoded": ("条款既未编码也未说明理由", "neither encoded nor declined with a reason"),
    "flaw.declined_in_vain": (
        "说明了不编码，却已编码或无此条款",
        "declined, but encoded or unknown",
    ),
    "flaw.not_solid": ("有强制力，而{detail}", "binding, but known {detail}"),
    "flaw.idle_body": ("列名而无任务的部门：{detail}", "named, but nothing reads it: {detail}"),
    "flaw.ledger_falls": ("累计数下降：{detail}", "cumulative figures fall: {detail}"),
    "flaw.ledger_total": ("合计与各行之和不符：{detail}", "total and sum of rows differ: {detail}"),
    "flaw.sheet_total": ("总分与各项之和不符：{detail}", "total and sum of items differ: {detail}"),
    "flaw.sheet_pass": (
        "无人能得到的合格线：{detail}",
        "a pass mark that no sum can bring: {detail}",
    ),
    "flaw.band_never": ("无人能评入的档次：{detail}", "a band that nobody can be put in: {detail}"),
    "flaw.never_applies": ("适用条件自相矛盾", "can never apply"),
    "flaw.never_met": ("适用时不可能符合", "can never be met where it applies"),
    "flaw.never_open": ("条件自相矛盾，永远不能享受", "can never be open to anyone"),
    "flaw.term_never": ("用语的条件自相矛盾", "nobody can fall under the term"),
    "flaw.grade_never": ("不可能评为此级：{detail}", "nobody can have this grade: {detail}"),
    "flaw.grade_adds_nothing": (
        "高一级并无更多要求，可能次序颠倒：{detail}",
        "the higher grade asks for no more; the order may be wrong: {detail}",
    ),
    "flaw.grades_overlap": (
        "单独认定的两级可同时符合：{detail}",
        "two grades that exclude each other can both be had: {detail}",
    ),
    "flaw.rungs_swapped": (
        "低一档要求更高，可能次序颠倒",
        "the lower rung asks for more; the order may be wrong",
    ),
    "flaw.ladder_hole": (
        "各档之间没有规定的范围：{detail}",
        "a hole between the rungs: no duty for {detail}",
    ),
    "flaw.contradictory": ("同时适用而不能同时符合", "both can apply, and not both be met"),
    "flaw.not_taken_apart": (
        "选择情形过多，未逐一核对",
        "too many alternatives to look at each: not all of it was checked",
    ),
    "flaw.not_compared": (
        "条款过多，只比较了相距最近的 {detail} 对",
        "very many clauses: only the {detail} pairs nearest to each other were compared",
    ),
    "flaw.overlap": ("分档重叠：{detail}", "the tiers overlap: {detail}"),
    "flaw.ledger_dates": ("各行日期不一：{detail}", "a row has other dates: {detail}"),
    "flaw.ledger_below_rows": (
        "合计少于各行届时之和：{detail}",
        "the total is less than the rows owe by then: {detail}",
    ),
    "flaw.idle_reading": ("各种理解没有差别：{detail}", "no option makes a difference: {detail}"),
    "flaw.gap": ("没有规定的范围：{detail}", "no rule for {detail}"),
    "flaw.different_bounds": (
        "同一对象的同一事实有不同界限：{detail}",
        "different bounds for one fact of one subject: {detail}",
    ),
    "flaw.stages_overlap": ("阶段重叠", "the stages overlap"),
    "flaw.stages_gap": ("阶段之间有空档：{detail}", "a gap between the stages: {detail}"),
    "flaw.never_in_force": ("从不施行：{detail}", "is never in force: {detail}"),
    "flaw.unused_option": ("没有内容用到的理解：{detail}", "nothing uses the reading {detail}"),
    # A detail in words.
    "flaw.bounds": ("{fact}{bounds}", "{fact} {bounds}"),
    "flaw.joint": ("，另一处", ", elsewhere "),
    "flaw.or": ("或", " or "),
    "flaw.and": ("且", " and "),
    "flaw.days": ("{start}至{end}", "{start} to {end}"),
    "flaw.times": ("其施行期为{own}，所属的为{whole}", "{own}, and what it is a part of {whole}"),
    "flaw.pair": ("{one}、{other}", "{one}, {other}"),
    "flaw.band": ("{band}（{line}）", "{band} ({line})"),
    "flaw.figures": ("{due}分别为{one}、{other}", "{one} and {other} by {due}"),
    "flaw.no_figure": ("未载", "none"),
    "flaw.option": ("{question}——{option}", "{question} - {option}"),
    "kit.without": (
        "{plan}中没有用例的内容须逐一列明：{listed}",
        "{plan}: name exactly what has no case, or nothing was tried there: {listed}",
    ),
    "kit.answer": (
        "{id}（{locator}）：{path}为{value}{on}时应为{expected}，得到{given}；对象为{subject}",
        "{id} ({locator}): with {path} {value}{on} expected {expected}, got {given}; of {subject}",
    ),
    "kit.on": ("、所问之日为{on}", " on {on}"),
    "kit.beside": ("，房间为{room}", " with {room}"),
    "kit.under": ("按{readings}理解：", "under {readings}:"),
    "kit.readings": ("{readings}", "readings={readings}"),
    "kit.or": ("或", " or "),
    "kit.every_reading": ("每种理解下均如此：", "under every reading:"),
    "kit.nothing_missing": (
        "结论未知却未列出待补充的事实：{result}",
        "unknown, but lists no fact to state: {result}",
    ),
    "kit.unsaid": (
        "以{language}说明时没有提到：{listed}",
        "the words in {language} do not mention: {listed}",
    ),
}
