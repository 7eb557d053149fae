"""What the document leaves open, and the readings it allows; the first option is taken."""

from careplan.base.text import Text
from careplan.documents.clauses import Interpretation, Option

EXISTING_ROOMS = Interpretation(
    id="existing_rooms",
    clauses=("4.1.a", "4.1.b", "4.1.d"),
    question=Text(
        zh="面积下限是否也约束已建成的母婴室",
        en="Does the minimum area bind rooms that were already built?",
    ),
    options=(
        Option("bind", Text(zh="同样约束", en="it binds them too")),
        Option(
            "improve",
            Text(
                zh="已建房间面积不足只列为待改善",
                en="an existing room that is too small is only to be improved",
            ),
        ),
    ),
)
PLACE_LIST = Interpretation(
    id="place_list",
    clauses=("4.1.a", "4.1.b", "4.1.c", "4.1.d"),
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
BY_REFERENCE = Interpretation(
    id="by_reference",
    clauses=("4.1.e",),
    question=Text(
        zh="用人单位“参照标准”建设，是否也须符合该标准",
        en="Employers build 'by reference to the standard': must their room meet it?",
    ),
    options=(
        Option("room", Text(zh="设有休息哺乳室即可", en="a rest and lactation room will do")),
        Option("standard", Text(zh="还须符合配置标准", en="it also meets the standard")),
    ),
)
CITY_SUPERVISION = Interpretation(
    id="city_supervision",
    clauses=("7.1.f",),
    question=Text(
        zh="全市定期督导评估一句没有主语，由谁承担",
        en="The sentence on regular supervision of the city has no subject: who does it?",
    ),
    options=(
        Option(
            "group",
            Text(
                zh="协调组（五（三）（四）写明由其督导评估）",
                en="the coordination group, which supervises and evaluates by 五（三） and （四）",
            ),
        ),
        Option(
            "members",
            Text(
                zh="各成员单位（前一句的主语）",
                en="each member, the subject of the sentence before",
            ),
        ),
    ),
)
