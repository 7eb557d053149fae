"""What the document leaves open, and the readings it allows; the first option is taken."""

from careplan.sources import Interpretation, Option, Text

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
