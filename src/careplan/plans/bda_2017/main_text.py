"""Main text: the drive and its figure (1), stars, grant and plaque (3)."""

from datetime import date

from careplan.base.text import Text
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import among, some
from careplan.documents.authorities.offices import named
from careplan.documents.encoded import ByReading
from careplan.documents.places import NOT_LISTED, of_kinds, outside
from careplan.documents.rules import Benefit, Otherwise, Rule
from careplan.documents.targets import Precision, Target
from careplan.nouns.counts import Measure
from careplan.nouns.facilities import EmployerKind, GrantRecipient, VenueCategory
from careplan.plans.bda_2017.clauses import C
from careplan.plans.bda_2017.criteria import (
    IS_CARE_ROOM,
    IS_HUT,
    OF_EITHER_KIND,
    employer,
    grant,
    room,
    venue,
)
from careplan.plans.bda_2017.offices import OFFICES
from careplan.plans.bda_2017.readings import TEN_ROOMS

ZONE_UNION = named(OFFICES, "区总工会")

# Which parks are "characteristic" the text does not say: a declared fact.
PARKS = frozenset({VenueCategory.CHARACTERISTIC_PARK})

RULES = (
    Rule(
        clause=C["1.a"],
        applies=all_of(employer.kind == EmployerKind.ENTERPRISE, employer.female_employees >= 100),
        requires=some(employer.rooms, IS_HUT),
        advisory=Text(
            zh="划定推进范围，不是验收或资助的条件",
            en="the scope of a drive, not a condition of acceptance or grant",
        ),
    ),
    Rule(
        clause=C["1.b"],
        applies=of_kinds(venue.category, PARKS, venue.treated_as_listed),
        requires=some(venue.rooms, IS_CARE_ROOM),
        advisory=Text(
            zh="第1部分规定成熟一批、发展一批，没有期限",
            en="section 1 develops rooms batch by batch as each is ripe, without a date",
        ),
        otherwise=Otherwise(when=among(venue.category, outside(PARKS)), text=NOT_LISTED),
    ),
    Rule(
        clause=C["3.2.c"],
        applies=among(
            grant.recipient,
            {GrantRecipient.GRASSROOTS_UNION, GrantRecipient.PARK_PROPERTY_MANAGER},
        ),
        requires=all_of(grant.booked_as_superior_subsidy, grant.used_for_purpose_only),
    ),
)

BENEFITS = (
    Benefit(
        clause=C["3.1.a"],
        also=(C["a1.2.3.1"],),
        condition=OF_EITHER_KIND,
        owed_by=ZONE_UNION,
    ),
    Benefit(
        clause=C["3.1.b"],
        also=(C["a1.2.3.1"],),
        condition=some(employer.rooms, IS_HUT),
        owed_by=ZONE_UNION,
    ),
    # One grant, told twice; 3.2.b says what it is for.
    Benefit(
        clause=C["3.2.a"],
        also=(C["3.2.b"], C["a1.2.3.2"]),
        condition=ByReading(
            "grant_kinds",
            {
                "main_text": all_of(OF_EITHER_KIND, room.acceptance_passed),
                "annex": all_of(IS_HUT, room.acceptance_passed),
            },
        ),
        owed_by=ZONE_UNION,
        amount_yuan=10_000,
    ),
    Benefit(
        clause=C["3.3.a"],
        also=(C["a1.2.3.3"],),
        condition=employer.active_in_hut_work,
        owed_by=ZONE_UNION,  # it applies; the plaque is the city union's
    ),
    Benefit(
        clause=C["3.3.b"],
        also=(C["a1.2.3.3"],),
        condition=employer.active_in_hut_work,
        owed_by=named(OFFICES, "市总"),
    ),
)

TARGETS = tuple(
    Target(
        clause=C["1.d"],
        part=key,
        under=("ten_rooms", option),
        question=TEN_ROOMS,
        key=key,
        title=title,
        measure=Measure.COUNT,
        value=10,
        due=date(2017, 12, 31),
        precision=Precision.YEAR,
        forecast=True,
        acting=named(OFFICES, "区总工会女职工委员会"),  # as the preface names who goes on with it
    )
    for key, option, title in (
        ("rooms", "together", Text(zh="建成小屋和关爱室", en="huts and care rooms built")),
        ("mummy_huts", "each", Text(zh="建成爱心妈咪小屋", en="mummy huts built")),
        ("care_rooms", "each", Text(zh="建成母婴关爱室", en="care rooms built")),
    )
)
