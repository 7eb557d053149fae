"""Annex 一 to 四, head: the joint conference, who calls it, who belongs, how it meets.

A duty of the annex is one row, in the printed order: part, modality, title. An entry prints
several duties; each has its own verb, which says how strongly it is asked. 负责, 配合, 参与 and
verbs without such a word (指导, 督促, 推动) ask outright, to help or take part as well; where the
verb is to support or guide towards (支持, 引导, 支持配合, 协调支持) it is SHOULD, where it is 鼓励
it is ENCOURAGED. A unit leads only where 牵头 is printed.
"""

from careplan import writing as w


def asked_of(offices: str, *rows: tuple[str, w.Modality, str, str]) -> tuple[w.Draft[w.Task], ...]:
    """Return the tasks of offices: part, modality, and title in both languages."""
    return tuple(
        w.task((zh, en), part=part, modality=modality, acting=offices)
        for part, modality, zh, en in rows
    )


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("a1.0", "附件 前言", w.FACT, "经市政府同意建立联席会议制度",
        "Establishes the joint conference system with the city government's consent.",
        w.encoded_with("a1.2.b")),
    w.clause("a1.1", "附件 一", w.MUST, "联席会议的主要职责",
        "Lists the conference's functions: coordinate, draft policy and yearly plan, advise, settle major problems, align policy, press counties and members, report progress, do assigned work.",
        w.encoded_with("a1.2.b"),
        *asked_of("联席会议",
            ("coordinate", w.MUST, "统筹全市照护服务工作", "coordinate care work in the whole city"),
            ("policy", w.MUST, "拟定政策措施，向市政府建议", "draft policies and advise the city government"),
            ("guide", w.MUST, "协调指导发展工作，明确分工", "coordinate and guide the work and settle who does what"),
            ("problems", w.MUST, "及时解决重大问题", "settle major problems promptly"),
            ("alignment", w.MUST, "衔接政策、对接工作，完善体系机制", "align policies and work, and improve the system"),
            ("press", w.MUST, "督促县市区和成员单位履职", "press counties and members to do their duties"),
            ("report", w.MUST, "及时通报进展", "report progress promptly"),
            ("assigned", w.MUST, "办理市政府交办事项", "do what the city government assigns")),
        w.regular("yearly_work_plan", ("年度工作计划", "yearly work plan"), acting="联席会议", every=w.Interval(12))),
    w.clause("a1.2.a", "附件 二", w.MUST, "召集人、两名副召集人和成员的职务构成",
        "Convener is the city government leader in charge of the field; deputy conveners are the deputy secretary-general in charge and the head of the health commission; members are the officials of the other units who have the field in their portfolio.",
        w.encoded_with("a1.2.b")),
    w.clause("a1.2.b", "附件 二", w.MUST, "成员单位19家，市卫健委牵头",
        "Nineteen named units form the conference; the health commission leads.",
        w.council("joint_conference", "十堰市促进3岁以下婴幼儿照护服务发展工作联席会议",
            also="3.1.b a1.0 a1.1 a1.2.a a1.3.4.a a1.4.0.a a1.4.0.b a1.4.0.c a1.4.0.d",
            aliases="市级促进3岁以下婴幼儿照护服务发展工作联席会议 联席会议",
            convenor=("市政府分管领导", "the city government leader in charge of the field"),
            deputies=(
                ("市政府分管副秘书长", "the city government's deputy secretary-general in charge of the field"),
                ("市卫健委主要负责同志", "the head of the city health commission")),
            lead="市卫健委",
            # The text names the lead among the nineteen, and ends the list in "and so on".
            members="市委编办 市发改委 市教育局 市公安局 市民政局 市财政局 市人社局 市自然资源和规划局 市住建局 市卫健委 "
                "市应急管理局 市税务局 市行政审批局 市市场监管局 市总工会 团市委 市妇联 市消防救援支队 市计划生育协会 等",
            office_at="市卫健委",
            office_director=("市卫健委分管负责同志兼任", "the health commission's official in charge of the field"),
            liaison=("各成员单位有关科室负责同志1名", "one responsible person of the relevant section of each member unit")),
        title=("联席会议成员单位", "members of the joint conference")),

    # Further plenaries may be called, so a third in a year is no breach.
    w.clause("a1.3.1.a", "附件 三（一）", w.SHOULD, "全体会议原则上每年召开1至2次",
        "The convener or a deputy chairs a plenary, in principle once or twice a year.",
        w.inside("a1.2.b", w.meeting("plenary", ("全体会议", "plenary meeting"), also="a1.3.1.b a1.3.1.c",
            chaired_by=("召集人或副召集人", "the convenor or a deputy"), least_per_year=1, most_per_year=2, in_principle=True))),
    w.clause("a1.3.1.b", "附件 三（一）", w.MAY, "可临时召开，也可邀请列席",
        "Plenaries may also be called ad hoc and may invite other units.",
        w.encoded_with("a1.3.1.a")),
    w.clause("a1.3.1.c", "附件 三（一）", w.MUST, "听取年度报告，协调重大问题",
        "The plenary mainly hears the yearly work report and settles major problems.",
        w.encoded_with("a1.3.1.a"),
        w.regular("yearly_report", ("年度工作报告", "yearly work report to the plenary"), recipient="联席会议", every=w.Interval(12))),
    w.clause("a1.3.2", "附件 三（二）", w.MUST, "专题会议不定期召开",
        "A deputy convener or the office director calls thematic meetings of the units concerned, irregularly, by need or on a member's proposal.",
        w.inside("a1.2.b", w.meeting("thematic", ("专题会议", "thematic meeting"),
            chaired_by=("副召集人或办公室主任", "a deputy convenor or the director of the office"))),
        w.task(("召集专题会议", "the office's director, or a deputy convenor, calls thematic meetings"),
            part="convene", acting="联席会议办公室", modality=w.MUST),
        w.task(("有关单位参加专题会议", "the units concerned attend thematic meetings"),
            part="attend", acting="成员单位", modality=w.MUST)),
    w.clause("a1.3.3", "附件 三（三）", w.MUST, "联络员会议由办公室主任主持",
        "The office director chairs irregular meetings of liaison officers, which propose topics for and follow up the other meetings.",
        w.inside("a1.2.b", w.meeting("liaison", ("联络员会议", "meeting of liaison officers"),
            chaired_by=("办公室主任", "the director of the office"))),
        w.task(("办公室主任主持联络员会议", "the office's director chairs the meetings of liaison officers"),
            part="chair", acting="联席会议办公室", modality=w.MUST),
        w.task(("参加联络员会议、落实议定事项", "liaison officers attend, propose topics and follow up what was decided"),
            part="attend", acting="成员单位", modality=w.MUST)),
    w.clause("a1.3.4.a", "附件 三（四）", w.MUST, "以纪要明确议定事项，重大事项报市政府",
        "Decisions are fixed in minutes; after discussion the lead unit submits major matters to the city government for decision.",
        w.encoded_with("a1.2.b"),
        w.task(("以纪要明确议定事项", "fix decisions in minutes"),
            part="minutes", acting="联席会议", modality=w.MUST),
        w.task(("把讨论过的重大事项报市政府", "refer major matters to the city government after discussion"),
            part="refer", acting="市卫健委", modality=w.MUST),
        w.task(("审定重大事项", "decide on major matters"),
            part="decide", acting="市人民政府", modality=w.MUST)),
    w.clause("a1.3.4.b", "附件 三（四）", w.MUST, "办公室跟踪督办并通报进展",
        "The office follows up decisions, promptly collects members' progress and informs all members.",
        w.regular("circulate_progress", ("跟踪议定事项、收集并通报进展", "follow up decisions, collect and circulate progress"),
            acting="联席会议办公室", recipient="成员单位")),

    w.clause("a1.4.0.a", "附件 四", w.MUST, "办公室设在市卫健委，主任由其分管负责人兼任",
        "The office sits in the health commission and does the daily, organising and liaison work; its director is the commission's official with the field in his or her portfolio.",
        w.encoded_with("a1.2.b"),
        w.task(("日常工作与组织、联络、协调", "daily work, organising, liaison and coordination"),
            part="office_work", acting="联席会议办公室", modality=w.MUST),
        w.task(("设置办公室并兼任主任", "host the office and provide its director"),
            part="host", acting="市卫健委", modality=w.MUST)),
    w.clause("a1.4.0.b", "附件 四", w.MUST, "各单位业务科室明确1名联络员",
        "Liaison officers are office members: one responsible person of the relevant section of each member unit.",
        w.encoded_with("a1.2.b"),
        w.task(("各派1名科室负责人任联络员", "each send one responsible person of the relevant section as liaison officer"),
            acting="成员单位", modality=w.MUST)),
    w.clause("a1.4.0.c", "附件 四", w.MUST, "人员调整由单位提出、办公室确定",
        "When a member or liaison officer changes post, the unit proposes a replacement and the office confirms it.",
        w.encoded_with("a1.2.b"),
        w.task(("提出成员和联络员的调整", "propose changes of members and liaison officers"),
            part="propose", acting="成员单位", modality=w.MUST),
        w.task(("确定人员调整", "confirm these changes"),
            part="confirm", acting="联席会议办公室", modality=w.MUST)),
    w.clause("a1.4.0.d", "附件 四", w.MUST, "办公室不刻印章，由市卫健委代章",
        "The office has no seal; the health commission stamps documents on its behalf.",
        w.encoded_with("a1.2.b"),
        w.task(("为办公室代章", "stamp documents on the office's behalf"),
            acting="市卫健委", modality=w.MUST)),
)
# fmt: on
