"""What the document leaves open, and the readings it allows; the first option is taken."""

from careplan.base.text import Text
from careplan.documents.clauses import Interpretation, Option

PILOT_UNIT = Interpretation(
    id="pilot_unit",
    clauses=("2.1", "2.1.1", "2.1.2", "2.1.3"),
    question=Text(
        zh="各项试点的“1个”“1所”按镇街还是按全区计",
        en="Each pilot asks for one: one in every town, or one in the district?",
    ),
    options=(
        Option("each_town", Text(zh="每个镇街一个", en="one in every town or sub-district")),
        Option("whole_district", Text(zh="全区一个", en="one in the whole district")),
    ),
)
EVERY_YEAR = Interpretation(
    id="every_year",
    clauses=("2.2",),
    question=Text(
        zh="“每年”是否也管成本和入托率",
        en="'Every year' stands before supply: does it also govern cost and enrolment?",
    ),
    options=(
        Option("all", Text(zh="三项都按年", en="all three, every year")),
        Option(
            "supply_only",
            Text(zh="只管供给，其余未定时间", en="supply only; the others have no time"),
        ),
    ),
)
TODDLER_AGE = Interpretation(
    id="toddler_age",
    clauses=("2.1.3", "3.3.3.a"),
    question=Text(
        zh="托班招收“2—3岁”，年满三岁的幼儿是否在内",
        en="Toddler classes take ages two to three: is a child who has turned three in?",
    ),
    options=(
        Option("under_three", Text(zh="不在内：满三岁为止", en="no: until the third birthday")),
        Option("three_too", Text(zh="在内：满四岁为止", en="yes: until the fourth birthday")),
    ),
)
EMPLOYER_ROOMS = Interpretation(
    id="employer_rooms",
    clauses=("3.1.2.b",),
    question=Text(
        zh="用人单位须设三种房间，还是其中一种即可",
        en="Does an employer owe all three kinds of room, or any one of them?",
    ),
    options=(
        Option("all_three", Text(zh="三种都设", en="all three")),
        Option("any_one", Text(zh="设其中一种即可", en="any one of them")),
    ),
)
PLACE_LIST = Interpretation(
    id="place_list",
    clauses=("3.1.2.d",),
    question=Text(
        zh="场所清单以“等”收尾，是否限于所列",
        en="The list of places ends in 'and so on': is it closed?",
    ),
    options=(
        Option("closed", Text(zh="限于所列", en="only the kinds listed")),
        Option(
            "open",
            Text(
                zh="未列场所由主管部门认定",
                en="other places too, if the authority holds them to be of that kind",
            ),
        ),
    ),
)
EMPLOYER_CARE = Interpretation(
    id="employer_care",
    clauses=("3.3.1.a",),
    question=Text(
        zh="本句用“要”，下一句对同类单位用“鼓励”：单位是否必须办普惠照护",
        en=(
            "This sentence says employers must, the next only encourages those of them with many "
            "young workers: does the first bind?"
        ),
    ),
    options=(
        # If every employer were bound, nothing would be left to encourage in those with most
        # need of it; "actively" and "of suitable size" name no measure and no date either.
        Option("advice", Text(zh="不约束，与下一句同为倡导", en="no: advice, as the next one")),
        Option("binds", Text(zh="约束所列三类单位", en="yes: it binds the three kinds it lists")),
    ),
)
YEARLY_EVENT = Interpretation(
    id="yearly_event",
    clauses=("3.5.3.b",),
    question=Text(
        zh="每年一次的培训和体检是否须覆盖每名从业人员",
        en="Training and health check once a year: one event, or one for each worker?",
    ),
    options=(
        Option(
            "one_event",
            Text(zh="一年组织一次，面向从业人员", en="one event a year, open to those who work"),
        ),
        Option(
            "each_worker",
            Text(zh="每名从业人员当年各一次", en="each worker once within the year"),
        ),
    ),
)

INTERPRETATIONS = (
    PILOT_UNIT,
    EVERY_YEAR,
    TODDLER_AGE,
    EMPLOYER_ROOMS,
    PLACE_LIST,
    EMPLOYER_CARE,
    YEARLY_EVENT,
)
