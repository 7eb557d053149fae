"""Guidance on mother-and-baby facilities, 2016: which places, which room, by when.

Source: 《关于加快推进母婴设施建设的指导意见》, 国卫指导发〔2016〕63号, by a reprint on the page of an
industry federation; pages of an autonomous region and of a county, and reports, have the same
numbers. The original was not seen, and no article numbers are known.

Limits: a public place owes a room if mothers and infants often stay there and it is large or
busy; either figure will do. That the room "generally" has no less than 10 square metres is advice
here. The rates go by the end of a year: that of 2016 is of other places than airports of
provincial capitals and main railway stations, and "basically" all by 2020 is read as all. What a
room is fitted with, and what else the guidance says, is not known well enough.
"""

from careplan import writing as w
from careplan.criteria.nodes import all_of, any_of
from careplan.criteria.proxies import facts, some
from careplan.nouns.facilities import Room, Venue
from careplan.plans.national.periods import in_force_since
from careplan.plans.national.sources import CLII, DAX, HAIYAN, HB17, NMG, TJM1

venue, room = facts(Venue), facts(Room)

LARGE_OR_BUSY = any_of(venue.building_area_m2 > 10_000, venue.daily_visitors > 10_000)


def known(*also: w.Source, fact: str = "") -> w.KnownFrom:
    """Say that the reprint has a fact, and which other pages the same number."""
    return w.known_from(w.Support.SOLID, CLII, also=also, facts=fact)


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("place.area", "配置范围（条次不详）", w.MUST, "常有母婴停留、建筑面积超过1万平方米或日客流量超过1万人的公共场所设独立母婴室",
        "A public place where mothers and infants often stay, with a building area above 10 000 m2 or more than 10 000 visitors a day, has an independent room.",
        # A ladder of one rung is a duty.
        w.duty(also="place.flow",
            applies=all_of(venue.mothers_and_infants_stay, LARGE_OR_BUSY),
            requires=some(venue.rooms, room.independent)),
        title=("大型场所设独立母婴室", "large places have a room"), known_from=known(NMG, TJM1, fact="mb.area")),
    w.clause("place.flow", "配置范围（条次不详）", w.MUST, "常有母婴停留、日客流量超过1万人的公共场所设独立母婴室",
        "A place with more than 10 000 visitors a day where mothers and infants often stay has one as well.",
        w.encoded_with("place.area"),
        title=("客流大的场所设独立母婴室", "busy places have a room"), known_from=known(NMG, TJM1, fact="mb.flow")),
    w.clause("room", "母婴室面积（条次不详）", w.SHOULD, "独立母婴室使用面积一般不少于10平方米",
        "An independent room generally has at least 10 m2 of usable area.",
        w.duty(applies=all_of(venue.mothers_and_infants_stay, LARGE_OR_BUSY),
            requires=some(venue.rooms, all_of(room.independent, room.usable_area_m2 >= 10))),
        title=("独立母婴室面积", "area of an independent room"), known_from=known(NMG, HAIYAN, fact="mb.room mb.area mb.flow")),
    w.clause("rate.2016", "目标（条次不详）", w.MUST, "到2016年底，省会机场、主要火车站以外的场所配置率达到50%",
        "By the end of 2016, 50 % of the places are equipped that are other than airports of provincial capitals and main railway stations.",
        w.target("equipped", ("母婴设施配置率", "places with facilities"), w.Measure.PERCENT,
            w.milestone(2016, 50, scope=(
                "省会机场、主要火车站以外的公共场所",
                "public places other than airports of provincial capitals and main railway stations")),
            w.milestone(2018, 80, scope=("应配置的公共场所", "public places that are to have them")),
            w.milestone(2020, 100, op=w.Op.EQ, scope=(
                "应配置的公共场所（基本达到）", "public places that are to have them (basically all)")),
            also="rate.2018 rate.2020"),
        title=("2016年底配置率", "rate by the end of 2016"), known_from=known(fact="mb.2016")),
    w.clause("rate.2018", "目标（条次不详）", w.MUST, "到2018年底，应配置的场所配置率达到80%",
        "By the end of 2018, 80 % of the places that are to have facilities have them.",
        w.encoded_with("rate.2016"),
        title=("2018年底配置率", "rate by the end of 2018"), known_from=known(HB17, DAX, fact="mb.2018")),
    w.clause("rate.2020", "目标（条次不详）", w.MUST, "到2020年底，应配置的场所基本全部配置",
        "By the end of 2020, basically all places that are to have facilities have them.",
        w.encoded_with("rate.2016"),
        title=("2020年底配置率", "rate by the end of 2020"), known_from=known(HB17, DAX, fact="mb.2020")),
    w.clause("rest", "其余内容", w.FACT, "指导意见的其余内容", "Whatever else the guidance says.",
        w.declined("内容未经核实，不作编码", "not known well enough to be encoded"),
        known_from=w.known_from(w.Support.UNSEEN)),
)
# fmt: on

PLAN = w.Plan.of(
    "national_rooms_2016",
    w.Document(
        title=w.Text(
            zh="关于加快推进母婴设施建设的指导意见",
            en="Guiding opinions on mother-and-baby facilities",
        ),
        issuer=w.Text(
            zh="国家卫生计生委等10部门",
            en="National Health and Family Planning Commission and others, ten in all",
        ),
        number="国卫指导发〔2016〕63号",
        in_force=in_force_since(2016),
        parallels=("national_population_law_2021", "national_women_2012"),
        known_from=known(),
    ),
    CLAUSES,
)
