"""Chapter 二（二）2（2）: care facilities of new residential areas, and who receives them."""

from careplan.base.text import Text
from careplan.criteria.nodes import all_of, not_
from careplan.criteria.proxies import facts
from careplan.documents.rules import Benefit, Otherwise, Rule
from careplan.nouns.bodies import Body
from careplan.nouns.estates import ResidentialArea
from careplan.plans.shiyan_2021.clauses import C

area = facts(ResidentialArea)

HAS_FACILITY = all_of(area.new, area.care_facility_planned)

RULES = (
    # The share of facility to residents is left to standards outside the text.
    Rule(
        clause=C["2.2.2.2.a"],
        applies=area.new,
        requires=all_of(
            area.care_facility_planned,
            area.safety_facility_planned,
            area.fits_population,
            area.meets_standards,
        ),
    ),
    # Acceptance and delivery are named, planning and construction are not.
    Rule(
        clause=C["2.2.2.2.b"],
        applies=HAS_FACILITY,
        requires=all_of(area.accepted_with_housing, area.delivered_with_housing),
    ),
    # To build together is a choice; who then receives the facility is none. Free of
    # charge is said of the independent facility only.
    Rule(
        clause=C["2.2.2.2.d"],
        also=(C["2.2.2.2.c"],),
        part="with_kindergarten",
        applies=all_of(HAS_FACILITY, area.combined_with_kindergarten),
        requires=area.handed_over_to == Body.EDUCATION,
    ),
    Rule(
        clause=C["2.2.2.2.d"],
        applies=all_of(
            HAS_FACILITY, area.independently_built, not_(area.combined_with_kindergarten)
        ),
        requires=all_of(area.handed_over_to == Body.HEALTH, area.handed_over_free),
        otherwise=Otherwise(
            when=all_of(HAS_FACILITY, not_(area.combined_with_kindergarten)),
            text=Text(
                zh="文件只规定独立建设和与幼儿园合建两种移交对象",
                en="the text names a recipient for two ways of building only: alone, or with a "
                "kindergarten",
            ),
        ),
    ),
)

BENEFITS = (Benefit(clause=C["2.2.2.2.c"], condition=HAS_FACILITY),)
