"""Beijing's opinions on mother-and-baby facilities, 2017: the rates by year.

Source: 《关于加快推进母婴设施建设的实施意见》, 京卫指导〔2017〕12号, by a copy of the text and a
notice of one district, which agree. The original was not seen.

Limits: the copy says 力争 of the rates, so that they are striven for. Which places and which room
the opinions ask for is not listed as known: the national guidance has a plan of its own.
"""

from careplan import writing as w
from careplan.plans.national.periods import in_force_since
from careplan.plans.national.sources import BJ15, DAX

PLACES = ("应设置母婴设施的公共场所", "public places that are to have facilities")
STRIVEN_FOR = w.Strength.STRIVEN_FOR


def known(fact: str = "") -> w.KnownFrom:
    """Say that two pages agree on a fact."""
    return w.known_from(w.Support.SOLID, DAX, BJ15, facts=fact)


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("rate.2017", "目标（条次不详）", w.MUST, "到2017年底，应设置母婴设施的公共场所设置率达到60%",
        "By the end of 2017, 60 % of the public places that are to have facilities.",
        w.target("equipped", ("母婴设施设置率", "places with facilities"), w.Measure.PERCENT,
            w.milestone(2017, 60, scope=PLACES, strength=STRIVEN_FOR),
            w.milestone(2018, 80, scope=PLACES, strength=STRIVEN_FOR),
            also="rate.2018"),
        title=("2017年底设置率", "rate by the end of 2017"), known_from=known("bj.2017")),
    w.clause("rate.2018", "目标（条次不详）", w.MUST, "到2018年底，应设置母婴设施的公共场所设置率达到80%",
        "By the end of 2018, 80 % of the public places that are to have facilities.",
        w.encoded_with("rate.2017"),
        title=("2018年底设置率", "rate by the end of 2018"), known_from=known("bj.2018")),
    w.clause("rest", "其余内容", w.FACT, "实施意见的其余内容", "Whatever else the opinions say.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "beijing_rooms_2017",
    w.Document(
        title=w.Text(
            zh="关于加快推进母婴设施建设的实施意见",
            en="Opinions of Beijing on mother-and-baby facilities",
        ),
        issuer=w.Text(
            zh="北京市卫生计生委等15部门",
            en="Beijing Health and Family Planning Commission and others, fifteen in all",
        ),
        number="京卫指导〔2017〕12号",
        in_force=in_force_since(2017),
        parallels=("national_rooms_2016",),
        known_from=known(),
    ),
    CLAUSES,
)
