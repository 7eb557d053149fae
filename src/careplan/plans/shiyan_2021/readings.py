"""What the document leaves open, and the readings it allows; the first option is taken."""

from careplan.base.text import Text
from careplan.documents.clauses import Interpretation, Option

OFFICE_SPLIT = Interpretation(
    id="office_split",
    clauses=("2.3.3.a", "2.3.3.b", "a1.4.1", "a1.4.5", "a1.4.13", "a1.4.14"),
    question=Text(
        zh="几个登记机关以“或”相连，何者登记何种机构",
        en="Several offices are joined by 'or': which one registers whom?",
    ),
    options=(
        Option(
            "annex_duties",
            Text(zh="按附件所列职责划分", en="split by the duties the annex gives each office"),
        ),
        Option(
            "any_named", Text(zh="条款所列任一机关均可", en="any office the clause names will do")
        ),
    ),
)
# Annex 四（一） has the staffing offices register public institutions and knows no merged powers;
# 四（十三） has the approval office register for-profit and non-profit institutions alike.
PUBLIC_WHEN_MERGED = Interpretation(
    id="public_when_merged",
    clauses=("2.3.3.a", "a1.4.1", "a1.4.13"),
    question=Text(
        zh="行政许可权相对集中的县市区，事业单位性质的机构由谁登记",
        en="Where licensing powers are concentrated, who registers a public institution?",
    ),
    options=(
        Option(
            "approval_office",
            Text(zh="与其他机构一样由行政审批部门登记", en="the approval office, as all others"),
        ),
        Option(
            "staffing_office",
            Text(zh="仍由机构编制部门登记", en="the staffing office, as everywhere else"),
        ),
    ),
)
CITY_REGISTERS = Interpretation(
    id="city_registers",
    clauses=("a1.4.13", "a1.4.14"),
    question=Text(
        zh="“负责实施并指导”是否包括市级机关自行登记",
        en="Does 'carry out and guide' have the city's own office register?",
    ),
    options=(
        Option("guides", Text(zh="只指导，由县级登记", en="it guides; county offices register")),
        Option("registers", Text(zh="市级也自行登记", en="the city's office registers as well")),
    ),
)
SCOPE_FOR = Interpretation(
    id="scope_for",
    clauses=("2.3.3.c",),
    question=Text(
        zh="经营范围的写法是否只约束营利性机构",
        en="Is the wording of the business scope for for-profit institutions only?",
    ),
    options=(
        Option("for_profit", Text(zh="只约束营利性机构", en="for-profit institutions only")),
        Option("all", Text(zh="约束各类机构", en="every institution that registers")),
    ),
)
UNDER_THREE = Interpretation(
    id="under_three",
    clauses=("0.def.infant",),
    question=Text(
        zh="“3岁以下”是否包括已满三岁的幼儿",
        en="Does 'three years and under' take in a child who has turned three?",
    ),
    options=(
        Option("before_birthday", Text(zh="未满三周岁", en="until the third birthday")),
        Option("age_three", Text(zh="三周岁在内", en="the whole age of three as well")),
    ),
)
UPPER_AGE = Interpretation(
    id="upper_age",
    clauses=("2.2.3.b", "2.2.3.d", "2.2.5.a"),
    question=Text(
        zh="“2—3岁”“0—3岁”的上限是否包括已满三岁的幼儿",
        en="Does '2-3' or '0-3' years take in a child who has turned three?",
    ),
    options=(
        Option("before_birthday", Text(zh="未满三周岁", en="until the third birthday")),
        Option("age_three", Text(zh="三周岁在内", en="the whole age of three as well")),
    ),
)
# Said of rural communities as needed, and of demonstration institutions and community
# facilities. The word tells what work concentrates on; of no single one it says that it must.
EMPHASIS = Interpretation(
    id="emphasis",
    clauses=("2.2.1.d", "2.2.2.3.c"),
    question=Text(
        zh="“重点扶持”“重点建设”只定工作重点，还是对每一个都适用",
        en="Does 'mainly' (support, build) only set priorities, or hold for each one concerned?",
    ),
    options=(
        Option(
            "priority",
            Text(
                zh="只定工作重点，不逐个要求", en="it sets priorities and asks it of no single one"
            ),
        ),
        Option(
            "each",
            Text(
                zh="每一个都适用：有需要的农村社区应建，所列机构设施应得扶持",
                en="each one: a rural community with need must build, each one listed is supported",
            ),
        ),
    ),
)
SUPPORTED = Interpretation(
    id="supported",
    clauses=("2.1.6.a", "2.1.6.c", "2.1.6.d"),
    question=Text(
        zh="价格、贷款、保险支持是否以登记为前提",
        en="Are prices, loans and insurance for registered institutions only?",
    ),
    options=(
        Option("every", Text(zh="文件未设前提", en="the text sets no such condition")),
        Option("registered", Text(zh="限已登记机构", en="registered institutions only")),
    ),
)
CHARGES_PUBLISHED = Interpretation(
    id="charges_published",
    clauses=("2.4.4.b",),
    question=Text(
        zh="明码标价并公示是否也约束非营利性机构",
        en="Must non-profit institutions mark and publish their charges too?",
    ),
    options=(
        Option("for_profit", Text(zh="按语法只约束营利性机构", en="by grammar, for-profit only")),
        Option("all", Text(zh="一并约束", en="both kinds")),
    ),
)
CHECK_YEAR = Interpretation(
    id="check_year",
    clauses=("2.4.3.c",),
    question=Text(
        zh="“每年”按自然年还是按上次体检后十二个月",
        en="Is 'each year' the calendar year, or twelve months since the last check?",
    ),
    options=(
        Option("calendar", Text(zh="自然年", en="the calendar year")),
        Option("rolling", Text(zh="十二个月之内", en="within twelve months")),
    ),
)
GOODS_ACTOR = Interpretation(
    id="goods_actor",
    clauses=("2.4.2.f",),
    question=Text(
        zh="照护用品的评估与监测由谁承担，文件没有写明",
        en="Who assesses and monitors care goods? The text names nobody.",
    ),
    options=(
        Option(
            "unnamed", Text(zh="未指明，不约束机构", en="nobody named: it binds no institution")
        ),
        Option("institution", Text(zh="由机构承担", en="the institution")),
    ),
)

INTERPRETATIONS = (
    UNDER_THREE,
    SUPPORTED,
    UPPER_AGE,
    EMPHASIS,
    OFFICE_SPLIT,
    PUBLIC_WHEN_MERGED,
    CITY_REGISTERS,
    SCOPE_FOR,
    GOODS_ACTOR,
    CHECK_YEAR,
    CHARGES_PUBLISHED,
)
