"""Special rules on the protection of women workers, 2012: articles 9 and 10.

Source: 《女职工劳动保护特别规定》, the text of the rules as published.

Limits: article 9 gives one hour a day to nurse an infant of less than one year (twelve months),
and one more for each further infant of a multiple birth: the hours are as many as the infants.
They are asked of a woman who nurses, and of her employer for each of those who do. That nobody
who nurses works overtime or at night no fact tells. Article 10 asks employers with many women for
such rooms as they need: one for nursing is what a rule can ask. Leave, allowances, the list of
barred work and the fines are left out.
"""

from datetime import date

from careplan import writing as w
from careplan.criteria.nodes import Criterion, all_of, any_of, not_
from careplan.criteria.proxies import every, facts, has, some
from careplan.nouns.care.nursing import NursingEmployee
from careplan.nouns.facilities import Employer, Room, RoomUse
from careplan.plans.national.sources import WOMEN

employer, room = facts(Employer), facts(Room)
worker = facts(NursingEmployee)

YOUNGER = worker.infant_age_months < 12
OF_SEVERAL = all_of(YOUNGER, worker.infants_nursed >= 2)
ONE_HOUR = worker.nursing_hours_a_day >= 1
AN_HOUR_FOR_EACH = worker.nursing_hours_a_day >= 1 * worker.infants_nursed
FOR_NURSING = any_of(
    has(room.use, RoomUse.LACTATION),
    has(room.use, RoomUse.REST_AND_LACTATION),
    has(room.use, RoomUse.MOTHER_AND_BABY),
    has(room.use, RoomUse.MUMMY_HUT),
    has(room.use, RoomUse.CARE_ROOM),
)


def known(fact: str = "") -> w.KnownFrom:
    """Say that the rules as published have a fact."""
    return w.known_from(w.Support.SOLID, WOMEN, facts=fact)


def of_each(whom: Criterion, hours: Criterion) -> w.Draft[w.Rule]:
    """Ask an employer for the hours of each worker they are due to."""
    return w.duty(
        part="employer",
        applies=some(employer.nursing_employees, whom),
        requires=every(employer.nursing_employees, any_of(not_(whom), hours)),
    )


# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("9.1", "第九条第一款", w.PROHIBITED, "哺乳未满1周岁婴儿的女职工，不得延长劳动时间或者安排夜班",
        "Nobody who nurses an infant of less than one year works overtime or at night.",
        w.declined("没有加班和夜班的情况可以申报", "no fact tells of overtime or night shifts"), known_from=known()),
    w.clause("9.2.a", "第九条第二款", w.MUST, "每天的劳动时间内安排1小时哺乳时间",
        "One hour of each working day is for nursing.",
        w.duty(applies=YOUNGER, requires=ONE_HOUR), of_each(YOUNGER, ONE_HOUR),
        title=("每天1小时哺乳时间", "one hour a day"), known_from=known("wom.break")),
    w.clause("9.2.b", "第九条第二款", w.MUST, "生育多胞胎的，每多哺乳1个婴儿每天增加1小时",
        "One hour more for each further infant of a multiple birth.",
        w.duty(applies=OF_SEVERAL, requires=AN_HOUR_FOR_EACH), of_each(OF_SEVERAL, AN_HOUR_FOR_EACH),
        title=("多胞胎增加的哺乳时间", "more for a multiple birth"), known_from=known("wom.break wom.extra")),
    w.clause("10", "第十条", w.MUST, "女职工比较多的单位根据需要建立卫生室、孕妇休息室、哺乳室等设施",
        "Employers with many women set up a health room, a rest room for the pregnant, a nursing room and the like, as needed.",
        w.duty(applies=employer.many_female_employees, requires=some(employer.rooms, FOR_NURSING)),
        title=("建立哺乳室等设施", "a room for nursing"), known_from=known()),
    w.clause("rest", "其余条文", w.FACT, "本规定其余条文和附录", "All other articles and the annex.",
        w.declined("不在所编范围", "beyond what is encoded here"), known_from=known()),
)
# fmt: on

PLAN = w.Plan.of(
    "national_women_2012",
    w.Document(
        title=w.Text(
            zh="女职工劳动保护特别规定",
            en="Special rules on the protection of women workers",
        ),
        issuer=w.Text(zh="国务院", en="State Council"),
        issued_on=date(2012, 4, 28),
        in_force=w.IN_FORCE,
        parallels=("national_population_law_2021", "national_rooms_2016"),
        known_from=known(),
    ),
    CLAUSES,
)
