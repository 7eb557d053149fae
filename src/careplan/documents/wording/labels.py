"""What the objects of a document and their fields are called, for people.

Fields that are not here say nothing of their own: the clause an object stands with, the keys by
which programs ask for it, and questions, which are said where they are asked.
"""

from collections.abc import Mapping

from careplan.base.text import Text


def _texts(**pairs: tuple[str, str]) -> Mapping[str, Text]:
    return {name: Text(zh=zh, en=en) for name, (zh, en) in pairs.items()}


KINDS = _texts(
    Rule=("义务", "duty"),
    Ladder=("分档义务", "ladder of duties"),
    Rung=("档", "rung"),
    Consequence=("法律责任", "consequence"),
    Benefit=("支持", "benefit"),
    Grading=("等级评定", "grading"),
    Grade=("等级", "grade"),
    Definition=("用语", "definition"),
    Task=("任务", "task"),
    Council=("协调机构", "council"),
    Meeting=("会议", "meeting"),
    Target=("目标", "target"),
    Ledger=("台账", "ledger"),
    LedgerRow=("台账行", "row of a ledger"),
    Stage=("阶段", "stage"),
    Deadline=("限期事项", "deadline"),
    Duty=("经常性职责", "recurring duty"),
    Registration=("登记", "registration"),
    Route=("登记途径", "route of registration"),
    Step=("登记步骤", "step of registration"),
    Oversight=("主管与监管", "oversight"),
    BusinessScope=("经营范围", "business scope"),
    Scorecard=("评分表", "score sheet"),
    SheetItem=("评分项", "item of a score sheet"),
    Band=("档次", "band of a score sheet"),
    Form=("表格", "form"),
)

# By name; where a class means something else by a name, by both.
FIELDS = {
    **_texts(
        title=("名称", "title"),
        name=("名称", "name"),
        label=("项目", "item"),
        note=("注意", "note"),
        modality=("用语", "wording"),
        # Whom a clause speaks of, and what it asks.
        applies=("适用于", "for whom"),
        requires=("须", "must have"),
        who=("各档共同的对象", "for whom, of all rungs"),
        rungs=("各档（由低到高，取所适用的最高一档）", "rungs, lowest first; the highest binds"),
        grades=("各级（由低到高）", "grades, lowest first"),
        exclusive=("各级单独认定", "each grade says alone who has it"),
        condition=("条件", "if"),
        criterion=("要求", "asked"),
        advisory=("仅为建议，因为", "advice only, because"),
        otherwise=("不适用时", "where it does not apply"),
        when=("情形", "case"),
        text=("说明", "note"),
        term=("所称", "term"),
        amount_yuan=("金额（元）", "amount in yuan"),
        per=("计发单位", "for each"),
        units=("单位数取自", "units counted by"),
        consequences=("违反的后果", "what follows a breach"),
        where=("情形", "in which cases"),
        order=("先行", "ordered first"),
        fine_yuan=("罚款（元）", "fine in yuan"),
        imposed_by=("由谁作出", "imposed by"),
        # Who acts.
        owed_by=("由谁给予", "owed by"),
        lead=("牵头单位", "lead"),
        support=("责任单位", "support"),
        territorial=("属地", "territorial"),
        acting=("承担者", "acting"),
        recipient=("报送", "reported to"),
        open_list=("名单以“等”收尾", "the list ends in 'and so on'"),
        aliases=("又称", "also called"),
        convenor=("召集人", "convenor"),
        deputies=("副召集人", "deputies"),
        members=("成员单位", "members"),
        members_under=("成员名单见", "members are named in"),
        office_at=("办公室设在", "its office is at"),
        office_director=("办公室主任", "director of its office"),
        liaison=("联络员", "liaison"),
        meetings=("会议", "meetings"),
        chaired_by=("主持", "chaired by"),
        least_per_year=("每年至少（次）", "at least a year"),
        most_per_year=("每年至多（次）", "at most a year"),
        in_principle=("原则上", "in principle"),
        # When, and how much.
        period=("时间", "when"),
        tasks=("任务", "tasks"),
        every=("周期", "every"),
        within=("期间", "within"),
        measure=("计量", "measured as"),
        value=("目标值", "to reach"),
        due=("期限", "by"),
        precision=("日期精确到", "dates are exact to the"),
        strength=("约束力", "how strongly"),
        increments=("为各期新增数", "each is what its period adds"),
        may_exceed_whole=("可超过百分之百", "may pass 100 per cent"),
        columns=("栏目", "columns"),
        unit=("单位", "unit"),
        rows=("各地", "localities"),
        totals=("合计", "all together"),
        locality=("地方", "locality"),
        milestones=("应达数", "owed"),
        # Where institutions register.
        routes=("登记途径", "routes"),
        steps=("步骤", "steps"),
        scope=("经营范围", "business scope"),
        oversight=("主管与监管", "oversight"),
        conflict=("不能并存的情形", "what cannot be together"),
        grounds=("不能并存的依据", "by which law"),
        unassigned=("未写分工的部门", "named, not said for whom"),
        filing_office=("备案机关", "filing office"),
        deferred_to=("具体见", "left to"),
        registrar=("登记机关", "registrar"),
        level=("层级", "level"),
        key=("代号", "key"),
        action=("办理", "action"),
        actor=("由谁办理", "by whom"),
        before=("向谁办理", "before whom"),
        after=("须先完成", "after"),
        promptly=("及时", "promptly"),
        limit=("时限", "time limit"),
        whenever=("每遇", "each time after"),
        instead_of=("可代替", "in place of"),
        noun=("对象", "for"),
        managed_by=("主管", "managed by"),
        supervised_by=("监管", "supervised by"),
        guided_by=("指导", "guided by"),
        guided_under=("指导的依据", "guided under"),
        base=("基本表述", "base phrase"),
        modes=("服务方式的写法", "how modes are worded"),
        words=("用词", "words"),
        between=("间隔", "between them"),
        pattern=("格式", "pattern"),
        # Sheets and forms.
        items=("评分项", "items"),
        max_points=("满分", "most points"),
        must_pass=("须通过，否则不论总分不合格", "must pass, whatever the points"),
        least=("单项最低分", "least of its own"),
        pass_mark=("合格线", "pass mark"),
        bands=("档次", "bands"),
        total_points=("印载总分", "printed total"),
        marking=("评分方式", "marking"),
        fields=("栏目", "fields"),
        type=("填写", "takes"),
        options=("选项", "options"),
        required=("必填", "must be filled"),
        must_be_yes=("须为“是”", "must be yes"),
        only_if=("仅当", "only with"),
        most=("最大", "at most"),
        total_of=("为下列各栏之和", "sum of"),
    ),
    "Consequence.title": Text(zh="处理", en="what follows"),
    "Consequence.limit": Text(zh="改正时限", en="time to obey"),
    "Target.milestones": Text(zh="目标值", en="to reach"),
    "Target.base": Text(zh="原有数", en="there before"),
    "LedgerRow.base": Text(zh="原有数", en="there before"),
    "Milestone.scope": Text(zh="范围", en="of what"),
    "Milestone.words": Text(zh="文字目标", en="in words"),
    "Task.title": Text(zh="事项", en="what"),
    "Definition.criterion": Text(zh="指", en="means"),
    "Band.label": Text(zh="名称", en="name"),
    "Band.least": Text(zh="分数线", en="from"),
    "FormField.label": Text(zh="栏目", en="field"),
}
_UNSAID = {
    "also", "clause", "part", "question", "questions", "under",
    "ModeWords.listed_in", "Milestone.op", "Milestone.derived", "Milestone.of",
}  # fmt: skip
# Keys that other objects of the same clause name.
_KEYED = {"Column"}


def field_label(cls: type, name: str) -> Text | None:
    """Return what a field is called; None for one that says nothing of its own.

    >>> from careplan.documents.rules import Rule
    >>> field_label(Rule, "requires").zh
    '须'
    """
    own = f"{cls.__name__}.{name}"
    if {name, own} & _UNSAID or (name == "key" and cls.__name__ not in _KEYED):
        return None
    return FIELDS.get(own) or FIELDS[name]
