"""What the document leaves open, and the readings it allows; the first option is taken."""

from careplan.base.text import Text
from careplan.documents.clauses import Interpretation, Option

GRANT_KINDS = Interpretation(
    id="grant_kinds",
    clauses=("3.2.a", "a1.2.3.2"),
    question=Text(
        zh="资金支持是否包括母婴关爱室", en="Is the grant paid for care rooms, or for huts only?"
    ),
    options=(
        Option("main_text", Text(zh="正文：两类均可", en="main text: huts and care rooms")),
        Option("annex", Text(zh="附件1：只限妈咪小屋", en="annex 1: huts only")),
    ),
)
CARE_ROOM_AREA = Interpretation(
    id="care_room_area",
    clauses=("a1.1.area", "a4.1.care"),
    question=Text(
        zh="母婴关爱室的面积：附件1为10平方米，附件4为20平方米",
        en="Area of a care room: 10 m2 in annex 1, 20 m2 in annex 4",
    ),
    options=(
        Option(
            "by_source",
            Text(
                zh="各按出处：设置10平方米，评分20平方米",
                en="each by its source: 10 to set up, 20 for the points",
            ),
        ),
        Option("sheet", Text(zh="设置也须20平方米", en="20 m2 to set up as well")),
    ),
)
AREA_MEASURE = Interpretation(
    id="area_measure",
    clauses=("a1.1.area", "a4.1"),
    question=Text(
        zh="“面积”未说明是使用面积还是建筑面积",
        en="'Area' is said without usable or gross: which area counts?",
    ),
    options=(
        Option("plain", Text(zh="按所报面积", en="the area as it is reported")),
        Option("usable", Text(zh="按使用面积", en="the usable area")),
    ),
)
MARKING = Interpretation(
    id="marking",
    clauses=("a4.1", "a4.2", "a4.3", "a4.4", "a4.5"),
    question=Text(
        zh="单项能否得部分分数", en="May an item bring a part of its points, or all or nothing?"
    ),
    options=(
        Option("assessor", Text(zh="由评分人评定", en="the assessor decides the mark")),
        Option("all_or_nothing", Text(zh="全得或全不得", en="all or nothing, by the facts")),
    ),
)
BEFORE_THE_DAY = Interpretation(
    id="before_the_day",
    clauses=("4.a",),
    question=Text(
        zh="“2017年8月31日之前”是否包括8月31日（《民法典》第一千二百五十九条未提“之前”）",
        en=(
            "Does 'before 31 August 2017' (之前) include that day? "
            "Article 1259 of the Civil Code does not speak of the word"
        ),
    ),
    options=(
        Option("including", Text(zh="包括当日", en="the day itself included")),
        Option("day_before", Text(zh="至前一日8月30日止", en="by 30 August, the day before")),
    ),
)
TEN_ROOMS = Interpretation(
    id="ten_rooms",
    clauses=("1.d",),
    question=Text(
        zh="“10个”是合计还是各10个", en="Are the ten rooms both kinds together, or ten of each?"
    ),
    options=(
        Option("together", Text(zh="合计", en="both kinds together")),
        Option("each", Text(zh="各10个", en="ten of each kind")),
    ),
)
