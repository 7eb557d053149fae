"""Displays built by hand, one of each sort, for tests of how a view is written and looks.

The figures are those of the plans on made-up reports; what a result says itself is not tested here.
"""

from collections.abc import Iterator

from careplan.display.views.parts import (
    Answer,
    Chips,
    Entry,
    Facts,
    Figure,
    Form,
    Grid,
    Head,
    Key,
    Line,
    Listing,
    Nested,
    Paragraph,
    Quotation,
    Role,
    Step,
    Steps,
    View,
    cell,
    line,
    part,
)
from careplan.display.views.shapes import (
    Box,
    Hatch,
    Ink,
    Label,
    Picture,
    Shape,
    Stroke,
    diamond,
    picture,
)
from careplan.display.views.words import Cited, Mark, Muted, Small, Strong, Tag, Words

Row = tuple[str, Words, str, Words, Tag, str, str, Picture]  # a place of a ledger
NUMBER = Head("序号", Role.NUMBER)
HAVE = picture(18, 10, [Box(0, 0, 18, 10)])
UNKNOWN = picture(18, 10, [Hatch(0, 0, 18, 10)])
LOST = picture(18, 10, [Box(0, 0, 18, 10, Ink.TRACK), Box(0, 0, 18, 10, Ink.EDGE, filled=False)])
REQUIRED = picture(4, 12, [Stroke(((2, 0), (2, 12)), width=2.2)])
DATE = picture(12, 12, [diamond(6, 6, 6)])
SPAN = picture(18, 10, [Box(0, 0, 18, 10, Ink.FILL, filled=False, stroke=1.5)])
HOSTILE = '<script>alert("镇")</script>&\''


def upright(x: float, ink: Ink = Ink.INK, width: float = 2.2) -> Stroke:
    """Return a thick line across a bar: what is required."""
    return Stroke(((x, 0), (x, 20)), ink, width)


def bar(reached: int | None, due: int | None, full: int) -> Picture:
    """Return how far a place has come towards its next milestone."""
    shapes: list[Shape] = [Box(0, 4, 148, 12, Ink.TRACK)]
    if reached is None:
        shapes.append(Hatch(0, 4, 148, 12))
    else:
        shapes.append(Box(0, 4, min(148 * reached / full, 148), 12))
        shapes.append(Box(0, 4, 148, 12, Ink.EDGE, filled=False))
    if reached is not None and reached > full:
        shapes += (Stroke(((x, 6), (x + 4, 10), (x, 14)), Ink.PAPER, width=2) for x in (138, 143))
    if due is not None:
        shapes += (upright(148 * due / full, Ink.PAPER, 4.5), upright(148 * due / full))
    return picture(150, 20, shapes)


def assessment() -> View:
    """Return the checklist of a mall with one small room."""
    asked: tuple[tuple[Words, str], ...] = (
        (
            (
                Tag(Mark.OPEN, ""),
                "第1间母婴室是已建成的，还是新建的？",
                Small("已建成的按“改造完善”要求，新建的按“规范建设”要求"),
            ),
            "四（一）、四（二）",
        ),
        ((Tag(Mark.OPEN, ""), "醒目位置是否设有导向标志？"), "四（二）"),
        (
            (
                Tag(Mark.OPEN, ""),
                "是否符合省级配置标准？",
                Small("《吉林省公共场所母婴设施建设管理规定（试行）》"),
            ),
            "四（二）",
        ),
        ((Tag(Mark.OPEN, ""), "是否整洁卫生？"), "七（二）"),
        ((Tag(Mark.OPEN, ""), "是否正常使用？"), "七（二）"),
    )
    mend = Head("整改方式（任选其一）")
    breach = line(
        (Tag(Mark.BAD, ""), "四（一）"),
        "建筑面积超过1万平方米的商业中心，应有使用面积不少于10平方米的独立母婴室",
        ("第1间母婴室使用面积", Strong("8平方米"), Small("尚差2平方米")),
        Entry(
            listed=(
                "将第1间母婴室的使用面积由8平方米增至10平方米以上（含）",
                "增设1间独立母婴室，使用面积不少于10平方米",
            )
        ),
    )
    reading = line(
        ("面积下限是否也约束已建成的母婴室", Small("四（一）")),
        Strong("同样约束"),
        "已建成的面积不足，只列为待改善",
        (
            "结论由 ",
            Tag(Mark.BAD, "不符合"),
            " 变为 ",
            Tag(Mark.OPEN, "待补充"),
            Small("须先说明该室是否已建成"),
        ),
    )
    return View(
        "母婴室配置情况核对表",
        "依据：双辽市2021年公共场所母婴设施建设实施方案",
        Answer(
            "第1间母婴室使用面积8平方米，按要求应不少于10平方米；另有5项情况待补充。",
            Mark.BAD,
            "不符合",
        ),
        (
            part(
                "已知情况",
                Facts(
                    (
                        ("场所类型", "商业中心"),
                        ("建筑面积", "12000平方米"),
                        ("母婴室", "1间：独立设置，使用面积8平方米"),
                    )
                ),
            ),
            part(
                "不符合项及整改方式（1项）",
                Grid(
                    "不符合项",
                    (Head("条款", Role.NAME), Head("要求"), Head("现状"), mend),
                    (breach,),
                ),
            ),
            part(
                "待补充情况（5项）",
                Grid(
                    "待补充情况",
                    (NUMBER, Head("请补充", Role.NAME), Head("用于判断")),
                    tuple(line(str(i), *one) for i, one in enumerate(asked, 1)),
                ),
            ),
            part(
                "符合项",
                Paragraph("暂无可以认定符合的条款（第1间母婴室已独立设置）。", muted=True),
            ),
            part(
                "可争取的支持（1项）",
                Listing((("财政建设补助：由市母婴设施建设工作协调组争取。", Muted("（六）")),)),
            ),
            part(
                "影响结论的条文理解",
                Grid(
                    "条文理解",
                    (
                        Head("问题", Role.NAME),
                        Head("本次采用"),
                        Head("另一种理解"),
                        Head("若采用另一种理解"),
                    ),
                    (reading,),
                ),
            ),
        ),
        ("不适用于本场所的条款4项未列。依据事实判断，不替代主管部门认定。",),
        ("以文件原文为准，本结果不是裁定。",),
    )


def english() -> View:
    """Return a checklist in English that cites clauses as they are printed."""
    breach = line(
        (Tag(Mark.BAD, ""), Cited("四（一）")),
        "A commercial centre above 10,000 m² must have an independent room of at least 10 m²",
        ("Room 1: ", Strong("8 m²"), Small("2 m² short")),
        Entry(listed=("Enlarge room 1 from 8 m² to 10 m² or more", "Add an independent room")),
    )
    return View(
        "Mother-and-baby rooms: checklist",
        "Under: Shuangliao 2021 plan for mother-and-baby facilities",
        Answer("Room 1 has 8 m² of usable area; at least 10 m² is required.", Mark.BAD, "Not met"),
        (
            part(
                "Not met, and how to mend it (1)",
                Grid(
                    "Not met",
                    (
                        Head("Clause", Role.NAME),
                        Head("Required"),
                        Head("Seen"),
                        Head("Any one of these mends it"),
                    ),
                    (breach,),
                ),
            ),
            part(
                "Kept (1)",
                Listing(((Tag(Mark.GOOD, "Met"), "  ", Cited("四（二）"), " Direction signs."),)),
            ),
        ),
        ("Clauses that do not apply are not listed (5).", "Clauses are cited as printed."),
    )


def score() -> View:
    """Return a sheet with one item that is not yet scored."""

    def x(points: float) -> float:
        return 1 + points * 438 / 100

    whole = picture(
        440,
        74,
        [
            Box(x(0), 24, 438, 22, Ink.TRACK),
            Box(x(0), 24, x(88) - 1, 22),
            Hatch(x(88), 24, x(98) - x(88), 22, 6),
            Box(x(0), 24, 438, 22, Ink.EDGE, filled=False),
            Stroke(((x(90), 16), (x(90), 52)), width=2.2),
            Label(x(90), 12, "合格线90分", 12, "middle", strong=True),
            Label(x(44), 64, "已得88分", 12, "middle"),
            Label(x(99.8), 64, "未评10分", 12, "end"),
        ],
        "总分条：已得88分，未评10分，最高可得98分，合格线90分，满分100分",
    )
    items = (
        ("面积", 20, 20),
        ("整洁度", 20, 18),
        ("设施设备", 40, 40),
        ("护理材料", 10, None),
        ("管理", 10, 10),
    )
    return View(
        "母婴关爱室验收评分表",
        "依据：北京经济技术开发区母婴关爱室建设实施方案附件4",
        Answer(
            "已得88分，最高可得98分，合格线90分。护理材料（10分）未评，须得2分以上（含）方为合格。",
            Mark.OPEN,
            "尚不能判断",
        ),
        (
            part(
                "",
                Figure(whole),
                Key(
                    (
                        (HAVE, "已得"),
                        (UNKNOWN, "未评"),
                        (LOST, "失分"),
                        (REQUIRED, "合格线"),
                    )
                ),
                Grid(
                    "评分表",
                    (
                        NUMBER,
                        Head("评分项目", Role.NAME),
                        Head("满分", Role.FIGURE),
                        Head("得分", Role.FIGURE),
                        Head("得分情况", Role.PICTURE, "各项按分值同一比例"),
                        Head("状态", Role.STATE),
                    ),
                    tuple(scored(i, *one) for i, one in enumerate(items, 1)),
                    (line("", "合计", "100", "88～98", "", Tag(Mark.OPEN, "待评1项")),),
                    right="单位：分",
                ),
            ),
            part(
                "条文理解",
                Paragraph(("单项能否得部分分数：本次采用", Strong("由评分人员评定"), "。")),
            ),
        ),
        ("未评项目按0分至满分计入范围，不按0分计。",),
    )


def scored(index: int, name: str, most: int, points: int | None) -> Line:
    """Return an item of a sheet, its bar on the scale of all."""
    full = most * 4.2
    if points is None:
        drawn = picture(168, 20, [Hatch(0, 3, full, 14)])
        state = Tag(Mark.OPEN, "未评")
    else:
        edge = Box(0, 3, full, 14, Ink.EDGE, filled=False)
        track = Box(0, 3, full, 14, Ink.TRACK)
        drawn = picture(168, 20, [track, Box(0, 3, points * 4.2, 14), edge])
        lost = f"失{most - points}分"
        state = Tag(Mark.GOOD, "满分") if points == most else Tag(Mark.NONE, lost)
    got = f"0～{most}" if points is None else str(points)
    return line(str(index), name, str(most), got, cell(picture=drawn), state)


LEDGER = (
    NUMBER,
    Head("镇街", Role.NAME),
    Head("现有", Role.FIGURE),
    Head("应达", Role.FIGURE, "2023年底"),
    Head("差额", Role.FIGURE),
    Head("状态", Role.STATE),
    Head("下一节点", Role.FIGURE, "2024年底", "2024年底目标"),
    Head("每月需\n新增", Role.FIGURE),
    Head("进展", Role.PICTURE),
)
BAD, OPEN, GOOD = Tag(Mark.BAD, "未达标"), Tag(Mark.OPEN, "待上报"), Tag(Mark.GOOD, "已达标")


def ledger() -> View:
    """Return a ledger of places, some of which have not reported, and the chart of its sums."""
    june = Small("6月底", beside=True)
    rows: tuple[Row, ...] = (
        (
            "田家街道",
            (june, "90"),
            "109",
            Strong("19", Mark.BAD),
            BAD,
            "328",
            "80",
            bar(90, 109, 328),
        ),
        ("东风镇", (june, "0"), "14", Strong("14", Mark.BAD), BAD, "43", "15", bar(0, 14, 43)),
        ("榆树街道", "12", "14", Strong("2", Mark.BAD), BAD, "44", "11", bar(12, 14, 44)),
        ("王家街道", "未上报", "26", "—", OPEN, "79", "—", bar(None, 26, 79)),
        ("大洼街道", (june, "200"), "80", "0", GOOD, "241", "14", bar(200, 80, 241)),
        ("新兴镇", "57", "19", "0", GOOD, "57", "0", bar(57, 19, 57)),
    )
    lines = tuple(line(str(i), *one[:-1], cell(picture=one[-1])) for i, one in enumerate(rows, 1))
    several = (Small("5个已报", beside=True), "≥359")
    total = picture(150, 20, [Box(0, 4, 67, 12), Hatch(67, 4, 81, 12), upright(49)])
    foot = line("", "合计", several, "262", "0", GOOD, "792", "≤145", cell(picture=total))
    return View(
        "盘锦市大洼区托位建设进展台账",
        "依据：《2023—2025年度千人口托位数指标任务台账》　大政办发〔2023〕33号",
        Answer("截至2024年9月30日，6个镇街中3个未达标、1个未上报、2个已达标。", Mark.BAD, "未达标"),
        (
            part(
                "",
                Grid(
                    "托位台账",
                    LEDGER,
                    lines,
                    (foot,),
                    "数据截至2024年9月30日",
                    "单位：个",
                    Form.LEDGER,
                ),
                Key(
                    (
                        (HAVE, "现有"),
                        (UNKNOWN, "未上报，数量不明"),
                        (REQUIRED, "应达（2023年底）"),
                        (picture(0, 0, []), "满格为2024年底目标"),
                    )
                ),
            ),
            part("全区目标与已报数", chart()),
        ),
        ("未上报1个：王家街道。未上报不按0计。", "“6月底”为2024年6月30日的数，此后未再报。"),
    )


def chart() -> Figure:
    """Return what is required as steps, and a column of what was reported."""
    shapes: list[Shape] = []
    for value, y in ((0, 118), (500, 73), (1000, 28)):
        shapes.append(Stroke(((36, y), (432, y)), Ink.LINE))
        shapes.append(Label(30, y + 4, str(value), 11, "end", muted=True))
    steps = ((90, 118), (90, 94), (260, 94), (260, 47), (432, 47))
    arrow = ((196, 69), (200, 64), (204, 69))
    shapes += (
        Stroke(steps, width=1.8),
        diamond(90, 94, 5),
        Label(90, 86, "应达262", 12, "middle", strong=True, haloed=True),
        diamond(260, 47, 5),
        Label(252, 39, "应达792", 12, "end", strong=True, haloed=True),
        Box(195, 86, 10, 32),
        Stroke(((200, 86), (200, 66)), Ink.FILL, 1.6, dashed=True),
        Stroke(arrow, Ink.FILL, 1.6),
        Label(200, 134, "9月底", 11, "middle", muted=True),
        Label(200, 148, "≥359", 12, "middle", strong=True),
        Stroke(((36, 118), (432, 118)), Ink.EDGE, 1.2),
    )
    alt = "2023年底应达262个，2024年底应达792个；2024年9月底已报5个镇街，不少于359个"
    return Figure(
        picture(440, 160, shapes, alt), "阶梯线为应达数，柱为已报之和，单位：个，每格500，至1000。"
    )


def registration() -> View:
    """Return the paths that are open, what decides between them, and their steps."""
    questions = (
        ("法人类型是什么？", (("事业单位", "一、二"), ("社会服务机构", "三、四"), ("其他", "四"))),
        ("行政许可权是否相对集中到一个部门？", (("是", "二、四"), ("否", "一、二、三"))),
    )
    asked = tuple(
        line(
            cell(str(index), down=len(answers)) if first else None,
            cell((Tag(Mark.OPEN, ""), question), down=len(answers)) if first else None,
            answer,
            left,
        )
        for index, (question, answers) in enumerate(questions, 1)
        for first, (answer, left) in zip((True, *[False] * 9), answers, strict=False)
    )
    paths = (
        (
            "途径一",
            Strong("县级机构编制部门"),
            "法人类型为事业单位；行政许可权未相对集中",
            "二（三）3",
        ),
        (
            "途径二",
            Strong("市级机构编制部门"),
            "法人类型为事业单位；在市级直接登记的特区",
            "附件 四（一）",
        ),
    )
    steps = (
        Step(Mark.DONE, "注册登记", "已办", "托育机构 → 县级市场监管部门", "二（三）3；未规定期限"),
        Step(Mark.NOW, "推送登记信息", "现在可办", "县级市场监管部门 → 县级卫生健康部门", "及时"),
        Step(Mark.WAIT, "备案", "待登记完成后办"),
    )
    return View(
        "托育机构登记途径",
        "依据：十堰市促进3岁以下婴幼儿照护服务发展实施方案",
        Answer("现有4条可能的登记途径；补充2项情况可确定其中1条。", Mark.OPEN, "途径未定"),
        (
            part(
                "请补充（2项）",
                Grid(
                    "待补充",
                    (NUMBER, Head("问题", Role.NAME), Head("回答", label="若"), Head("剩余途径")),
                    asked,
                ),
            ),
            part(
                "可能的途径（2条）",
                Grid(
                    "途径",
                    (
                        Head("途径", Role.NAME),
                        Head("登记机关", Role.STATE),
                        Head("适用情形", label="适用"),
                        Head("依据"),
                    ),
                    tuple(line(*one) for one in paths),
                ),
            ),
            part("办理步骤", Steps(steps)),
        ),
    )


def agenda() -> View:
    """Return a schedule of work with a bar by months."""
    months = [
        Label(17 + 34 * index, 13, str(6 + index), 11, "middle", muted=True) for index in range(7)
    ]
    axis = picture(238, 18, months, "2021年6、7、8、9、10、11、12月")
    stage = picture(238, 22, [Box(1, 5, 68, 12)])
    report = picture(
        238,
        22,
        [
            Box(1, 6, 32, 10, Ink.FILL, filled=False, stroke=1.5),
            Stroke(((6, 5), (2, 11), (6, 17)), Ink.FILL, 1.5),
        ],
    )
    end = picture(238, 22, [diamond(231, 11, 6)])
    rows = (
        ("2021年6月至7月", Strong("动员部署"), "阶段；各成员单位", "五（一）", stage),
        (
            "2021年第二季度",
            Strong("报送进展"),
            "定期；各成员单位（报市卫生健康局）",
            "七（三）",
            report,
        ),
        ("2021年底", Strong("配置率达到100%"), "目标；责任单位未指明", "二", end),
    )
    lines = tuple(
        line(when, (what, Small(who)), where, cell(picture=drawn))
        for when, what, who, where, drawn in rows
    )
    heads = (
        Head("时间", Role.NAME),
        Head("事项"),
        Head("条款"),
        Head("月份", Role.PICTURE, picture=axis),
    )
    return View(
        "母婴设施建设工作安排",
        "依据：双辽市2021年公共场所母婴设施建设实施方案",
        Answer("2021年6月至12月共3项：阶段工作1项、定期报送1次、年底目标1项。"),
        (
            part(
                "",
                Grid("工作安排", heads, lines, left="2021年6月1日至12月31日"),
                Key(((HAVE, "阶段"), (SPAN, "定期报送所属期间"), (DATE, "期限"))),
            ),
            part(
                "未规定间隔的经常性工作（1项）",
                Listing((("定期通报", Muted("　市协调组，见七（一）")),)),
            ),
        ),
        ("文件写到月、季、年底的，照录到月、季、年底，不推定具体日期。第七至十二个月同。",),
    )


def matrix() -> View:
    """Return who leads and who supports, task by task."""
    bodies = ("市卫生健康局", "市发展和改革委员会", "市公安局大洼分局", "各镇人民政府、街道办事处")
    heads = (Head("任务", Role.NAME), *(Head(body, Role.CHIP) for body in bodies))
    lead, terr = Strong("牵头"), Muted("属地")
    rows = (
        line("三（一）1　加强家庭照护指导", lead, "", "配合", terr),
        line("三（一）2　落实产假政策", lead, "配合", "", terr),
        line("四（一）　强化组织领导", ("配合"), lead, "", terr, divided=True),
    )
    foot = (line("牵头项数", "2", "1", "", ""), line("配合项数", "1", "1", "1", ""))
    return View(
        "托育服务发展任务分工表",
        "依据：大洼区托育服务发展实施方案（大政办发〔2023〕33号）第三、四部分",
        Answer("共3项任务、4家单位。市卫生健康局牵头最多，为2项。"),
        (
            part(
                "",
                Grid("责任分工", heads, rows, foot, form=Form.MATRIX),
                Chips(((lead, "牵头单位（列第一位）"), ("配合", "责任单位"), (terr, "属地责任"))),
            ),
        ),
        ("空格表示未列该单位。",),
    )


def clause() -> View:
    """Return a clause with its text and what its layers ask for."""
    heads = (
        Head("层次", Role.NAME),
        Head("约束力", Role.STATE),
        Head("约束谁"),
        Head("要求"),
        Head("用于"),
    )
    rows = (
        (
            "①",
            "必须",
            "建筑面积5千至1万平方米的所列公共场所",
            "应有使用面积不少于6平方米的独立母婴室",
            "核对场所",
        ),
        ("②", "定义", "所列公共场所", "交通枢纽、商业中心、医院等场所", "确定适用范围"),
    )
    return View(
        "条款说明：四（一）科学规划，合理配置",
        "双辽市2021年公共场所母婴设施建设实施方案　发文字号：未载",
        Answer("本条有2层意思：1项必须做到，1项界定范围。"),
        (
            part(
                "原文",
                Quotation(
                    "建筑面积在5千至1万平方米的交通枢纽、商业中心等公共场所，应有6平方米的独立母婴室。\n"
                    "已建成的，做好改造完善。",
                    "（一）科学规划，合理配置。",
                ),
            ),
            part(
                "约束谁，要求什么",
                Grid("各层含义", heads, tuple(line(*one) for one in rows)),
                Nested(("附：", "  一级", "    二级", "  又一级", "又附")),
            ),
        ),
    )


def edges() -> View:
    """Return what is long, hostile, stale, fallen, exceeded and without a target."""
    long = "内蒙古自治区鄂尔多斯市准格尔旗大路新区管理委员会社会事务服务中心"
    stale, fell = ("20", Small("2023年11月底，过期")), ("45", Small("较上次少5"))
    rows: tuple[Row, ...] = (
        (long, "12", "14", Strong("2", Mark.BAD), BAD, "44", "11", bar(12, 14, 44)),
        (HOSTILE, stale, "14", "—", OPEN, "44", "—", bar(None, 14, 44)),
        ("田庄台镇", fell, "15", "0", GOOD, "46", "1", bar(45, 15, 46)),
        ("超额镇", "90", "15", "0", GOOD, "46", "0", bar(90, 15, 46)),
        ("无目标镇", "30", "暂无", "—", Tag(Mark.NONE, "未到期"), "57", "9", bar(30, None, 57)),
    )
    lines = tuple(line(str(i), *one[:-1], cell(picture=one[-1])) for i, one in enumerate(rows, 1))
    grid = Grid("边界情形", LEDGER, lines, left=HOSTILE, right="单位：个", form=Form.LEDGER)
    shown = (Tag(mark, mark.value) for mark in Mark)
    return View(
        f"边界情形{HOSTILE}",
        ("供核对", Cited(HOSTILE)),
        Answer("该台账没有列出镇街。", Mark.NONE, "暂无记录"),
        (
            part("台账", grid),
            part("标记", Listing(tuple(shown))),
            part("次序", Listing((HOSTILE, (Strong(HOSTILE), Small(HOSTILE))), numbered=True)),
            part("空", Grid("", (NUMBER,), ())),
        ),
        made=(HOSTILE, "以文件原文为准"),
    )


def many() -> View:
    """Return a ledger of a hundred places, which no sheet of paper holds."""
    rows = tuple(
        line(
            str(i),
            f"第{i}街道",
            str(i * 3 % 97),
            "14",
            "0",
            GOOD,
            "44",
            "1",
            cell(picture=bar(i * 3 % 97, 14, 44)),
        )
        for i in range(1, 101)
    )
    return View(
        "一百行台账", "供核对", None, (part("", Grid("一百行", LEDGER, rows, form=Form.LEDGER)),)
    )


def drawn() -> Iterator[tuple[str, View, str]]:
    """Yield each display with its name and language."""
    for build in (assessment, score, ledger, registration, agenda, matrix, clause, edges, many):
        yield build.__name__, build(), "zh"
    yield "english", english(), "en"
    yield "bare", View("没有别的"), "zh"
    yield "answered", View("甲", "", Answer("", Mark.GOOD, "符合")), "zh"
    yield "wordless", View("甲", "", Answer("乙", None, "丙")), "zh"
