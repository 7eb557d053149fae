"""Chapter 二（一）: pilots and demonstration sites. No date is set for any of them."""

from careplan.base.text import Text
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import among, facts
from careplan.documents.authorities.offices import named
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Definition, Rule
from careplan.documents.targets import Target
from careplan.nouns.counts import Measure
from careplan.nouns.estates import Kindergarten
from careplan.nouns.facilities import Employer, EmployerKind
from careplan.nouns.institutions import Institution, OwnershipMode, Setting
from careplan.nouns.people import Child
from careplan.plans.dawa_2023.clauses import C
from careplan.plans.dawa_2023.offices import OFFICES
from careplan.plans.dawa_2023.readings import PILOT_UNIT

institution, kindergarten = facts(Institution), facts(Kindergarten)
employer, child = facts(Employer), facts(Child)

# 二（一） begins with them: whichever way the ones are counted, the towns run the pilots.
TOWNS = named(OFFICES, "各镇街")

ONE_OF_EACH = tuple(
    Target(
        clause=C[number],
        part=part,
        under=("pilot_unit", option),
        question=PILOT_UNIT,
        key=f"{key}_in_{part}",
        title=Text(zh=f"{where_zh}{zh}", en=f"{en} in {where_en}"),
        measure=Measure.COUNT,
        value=1,
        due=None,
        acting=TOWNS,
    )
    for number, key, zh, en in (
        ("2.1.1", "brand_chain", "品牌连锁机构", "branded chain institutions"),
        ("2.1.2", "community_pilot", "社区试点机构", "community pilot institutions"),
        ("2.1.3", "toddler_class_pilot", "托班试点幼儿园", "kindergartens that try a class"),
    )
    for part, option, where_zh, where_en in (
        ("town", "each_town", "本镇街", "the town"),
        ("district", "whole_district", "全区", "the district"),
    )
)

TARGETS = (
    Target(
        clause=C["2.1"],
        key="demonstration_sites",
        title=Text(zh="照护服务示范点", en="demonstration sites, no number given"),
        measure=Measure.WORDS,
        value=None,
        due=None,
        acting=TOWNS,
    ),
    *ONE_OF_EACH,
    Target(
        clause=C["2.1.4"],
        part="count",
        key="employer_pilots",
        title=Text(zh="单位福利性机构试点", en="institutions at employers, no number given"),
        measure=Measure.WORDS,
        value=None,
        due=None,
        acting=TOWNS,
    ),
)

RULES = (
    Rule(
        clause=C["2.1.4"],
        applies=all_of(
            among(
                employer.kind,
                {
                    EmployerKind.STATE_ORGAN,
                    EmployerKind.ENTERPRISE,
                    EmployerKind.PUBLIC_INSTITUTION,
                },
            ),
            employer.young_workers_concentrated,
        ),
        requires=employer.care_on_site,
        advisory=Text(
            zh="所要求者是镇街：开展试点，未定单位数；此句未用“要”",
            en="the towns are asked, to run a pilot of no stated number; no must of its own",
        ),
    ),
)

DEFINITIONS = (
    Definition(
        clause=C["2.1.2"],
        part="kind",
        term=Text(zh="社区试点机构", en="community pilot institution"),
        criterion=all_of(
            institution.setting == Setting.COMMUNITY,
            among(
                institution.ownership_mode,
                {
                    OwnershipMode.PUBLIC_BUILT_PRIVATELY_RUN,
                    OwnershipMode.PRIVATE_WITH_PUBLIC_AID,
                },
            ),
        ),
    ),
    Definition(
        clause=C["2.1.3"],
        part="kind",
        term=Text(zh="托班试点幼儿园", en="kindergarten that tries a toddler class"),
        criterion=all_of(kindergarten.inclusive, kindergarten.toddler_class),
    ),
    Definition(
        clause=C["2.1.3"],
        also=(C["3.3.3.a"],),
        part="age",
        term=Text(zh="托班招收的幼儿", en="child of the age a toddler class takes"),
        criterion=ByReading(
            "toddler_age",
            {
                "under_three": all_of(child.age_months >= 24, child.age_months < 36),
                "three_too": all_of(child.age_months >= 24, child.age_months < 48),
            },
        ),
    ),
)
