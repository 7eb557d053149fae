"""Chapter 四（四）: registration and filing, systems in place, what is made public."""

from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import facts, has
from careplan.documents.authorities.routes import Registration
from careplan.documents.encoded import ByReading
from careplan.documents.rules import Rule
from careplan.nouns.bodies import Body
from careplan.nouns.institutions import Disclosure, HealthSystem, Institution
from careplan.plans.baodi_2020.clauses import C

institution = facts(Institution)

REGISTRATION = Registration(
    clause=C["4.4.a"],
    unassigned=(Body.STAFFING, Body.CIVIL_AFFAIRS, Body.MARKET_REGULATION),
    filing_office=Body.HEALTH,
    deferred_to="天津市促进3岁以下婴幼儿照护服务发展实施细则",
)

FIVE_SYSTEMS = all_of(
    has(institution.health_systems, HealthSystem.HEALTH_CHECK),
    has(institution.health_systems, HealthSystem.HYGIENE_AND_DISINFECTION),
    has(institution.health_systems, HealthSystem.INFECTIOUS_DISEASE),
    has(institution.health_systems, HealthSystem.COMMON_DISEASE),
    has(institution.health_systems, HealthSystem.FOOD_SAFETY),
)

RULES = (
    Rule(
        clause=C["4.4.c"],
        requires=ByReading(
            "health_systems",
            {
                "one": FIVE_SYSTEMS,
                "two": all_of(
                    FIVE_SYSTEMS, has(institution.health_systems, HealthSystem.HEALTH_CARE)
                ),
            },
        ),
    ),
    Rule(
        clause=C["4.4.d"],
        requires=all_of(
            has(institution.published, Disclosure.CHARGES),
            has(institution.published, Disclosure.CARE),
            has(institution.published, Disclosure.DIET),
            has(institution.published, Disclosure.HEALTH_CARE),
            has(institution.published, Disclosure.SECURITY),
        ),
    ),
)
