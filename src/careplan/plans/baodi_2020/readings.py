"""What the document leaves open, and the readings it allows; the first option is taken."""

from careplan.base.text import Text
from careplan.documents.clauses import Interpretation, Option

HEALTH_SYSTEMS = Interpretation(
    id="health_systems",
    clauses=("4.4.c",),
    question=Text(
        zh="“卫生保健”与“健康检查”之间没有标点，是一项制度还是两项",
        en="Health care and health check stand unseparated: one system or two?",
    ),
    options=(
        Option("one", Text(zh="一项（健康检查），共五项", en="one (health checks), five in all")),
        Option("two", Text(zh="两项，共六项", en="two, six in all")),
    ),
)
NINE_DEPARTMENTS = Interpretation(
    id="nine_departments",
    clauses=("4.5.2.a", "4.5.2.b"),
    question=Text(
        zh="“会同”九部门是只管查处，还是也管日常监管",
        en="Do the nine departments join the handling of violations only, or supervision too?",
    ),
    options=(
        Option("violations", Text(zh="只管查处（按语序）", en="violations only, by word order")),
        Option("supervision_too", Text(zh="日常监管也会同", en="daily supervision as well")),
    ),
)
TODDLER_AGE = Interpretation(
    id="toddler_age",
    clauses=("4.3.c",),
    question=Text(
        zh="“2至3岁”是否包括已满3岁的幼儿",
        en="Does 'aged two to three' take in children who have turned three?",
    ),
    options=(
        Option("under_three", Text(zh="不满3周岁", en="until the third birthday")),
        Option("three_too", Text(zh="包括3岁，不满4周岁", en="three-year-olds too")),
    ),
)
