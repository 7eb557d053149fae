"""Section 四 and the list of annexes: what is handed in by when, and whom to ask."""

from datetime import date

from careplan import writing as w

BEFORE_THE_DAY = w.question(
    "before_the_day", "4.a",
    "“2017年8月31日之前”是否包括8月31日（《民法典》第一千二百五十九条未提“之前”）",
    "Does 'before 31 August 2017' (之前) include that day? Article 1259 of the Civil Code does not speak of the word",
    including=("包括当日", "the day itself included"),
    day_before=("至前一日8月30日止", "by 30 August, the day before"),
)  # fmt: skip

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    # Rooms built later have no date.
    w.clause("4.a", "四", w.MUST, "2017年8月31日前报送已建房间的资料",
        "Material on rooms already built is submitted to the women's department by 31 August 2017.",
        *(
            w.deadline("material_on_rooms", ("报送已建成房间的资料", "material on rooms already built is handed in"),
                w.one_day(last), under=(BEFORE_THE_DAY, option),
                acting="各基层工会女职工委员会", recipient="区总女工部")
            for option, last in (("including", date(2017, 8, 31)), ("day_before", date(2017, 8, 30)))
        )),
    # What the notice prints here is left out of the text: fields without values.
    w.clause("4.b", "四", w.FACT, "报送联系人的三项信息", "Gives the contact for submissions: name, telephone, e-mail.",
        w.form("contact", ("报送联系人", "contact for what is handed in"),
            w.blank("name", "联系人", "name"),
            w.blank("telephone", "联系电话", "telephone"),
            w.blank("email", "电子邮箱", "e-mail"))),
    w.clause("0.annexes", "附件目录", w.FACT, "四份附件的目录",
        "Lists four annexes: standard, hut form, care-room form, acceptance standard.",
        w.declined("附件目录；四份附件各自编入", "a list of the annexes; the four are encoded themselves")),
)
# fmt: on
