"""For test suites of programs that use careplan: generated subjects, boundaries, conformance.

Strategies need Hypothesis (the extra `testing`); nothing else here does, and nothing is
loaded before it is used. Once careplan is installed, Hypothesis finds the nouns by itself, ours and
a program's own: `st.from_type(careplan.Venue)`.

>>> from careplan import get_plan
>>> from careplan.testing.builders import make_venue
>>> from careplan.testing.cases.boundaries import boundary_cases
>>> make_venue(building_area_m2=4_999).building_area_m2
4999
>>> cases = boundary_cases(get_plan("bda_2017"), only="1.a")
>>> [(case.value, case.expected.name) for case in cases]
[(99, 'NOT_APPLICABLE'), (100, 'NOT_MET'), (101, 'NOT_MET')]
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

# Several names a line: the formatter would give each of them one.
# fmt: off
if TYPE_CHECKING:
    from careplan.testing.builders import (
        build as build, make_applicant as make_applicant, make_child as make_child,
        make_class_group as make_class_group, make_community as make_community,
        make_early_education_centre as make_early_education_centre, make_employer as make_employer,
        make_family_point as make_family_point, make_filing as make_filing,
        make_grant as make_grant, make_institution as make_institution,
        make_kindergarten as make_kindergarten, make_land_plot as make_land_plot,
        make_ledger_count as make_ledger_count, make_measurement as make_measurement,
        make_medical_institution as make_medical_institution,
        make_nursing_employee as make_nursing_employee, make_premises as make_premises,
        make_residential_area as make_residential_area, make_room as make_room,
        make_site as make_site, make_slot_count as make_slot_count,
        make_staff_member as make_staff_member, make_toddler_class as make_toddler_class,
        make_venue as make_venue,
    )
    from careplan.testing.cases.boundaries import (
        boundary_cases as boundary_cases, decisive_cases as decisive_cases,
    )
    from careplan.testing.cases.classes import class_cases as class_cases
    from careplan.testing.cases.face.case import BoundaryCase as BoundaryCase
    from careplan.testing.cases.face.collected import BoundaryCases as BoundaryCases
    from careplan.testing.conforming.conformance import conformance as conformance
    from careplan.testing.cases.pivots import Place as Place
    from careplan.testing.drawing import plans as plans
    from careplan.testing.drawn.criteria import criteria as criteria
    from careplan.testing.explained import assert_explained as assert_explained
    from careplan.testing.strategies import (
        applicants as applicants, children as children, class_groups as class_groups,
        communities as communities,
        early_education_centres as early_education_centres, employers as employers,
        family_points as family_points, filings as filings, grants as grants,
        institutions as institutions, kindergartens as kindergartens,
        land_plots as land_plots, ledger_counts as ledger_counts, measurements as measurements,
        medical_institutions as medical_institutions, nouns as nouns,
        nursing_employees as nursing_employees, premises as premises,
        residential_areas as residential_areas, rooms as rooms, sites as sites,
        slot_counts as slot_counts, staff_members as staff_members,
        toddler_classes as toddler_classes, values as values, venues as venues,
    )
# fmt: on

# The same to Python; a test keeps the two alike.
_NAMES = {
    "cases.boundaries": "boundary_cases decisive_cases",
    "cases.classes": "class_cases",
    "cases.face.case": "BoundaryCase",
    "cases.face.collected": "BoundaryCases",
    "builders": (
        "build make_applicant make_child make_class_group make_community "
        "make_early_education_centre make_employer make_family_point make_filing make_grant "
        "make_institution make_kindergarten make_land_plot make_ledger_count make_measurement "
        "make_medical_institution make_nursing_employee make_premises make_residential_area "
        "make_room make_site make_slot_count make_staff_member make_toddler_class make_venue"
    ),
    "conforming.conformance": "conformance",
    "drawing": "plans",
    "drawn.criteria": "criteria",
    "explained": "assert_explained",
    "cases.pivots": "Place",
    "strategies": (
        "applicants children class_groups communities early_education_centres employers "
        "family_points filings grants institutions kindergartens land_plots ledger_counts "
        "measurements medical_institutions nouns nursing_employees premises residential_areas "
        "rooms sites slot_counts staff_members toddler_classes values venues"
    ),
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - computed, so that there is one list


if not TYPE_CHECKING:  # a type checker must see that other names do not exist

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            message = f"module 'careplan.testing' has no attribute {name!r}"
            raise AttributeError(message)
        value: object = getattr(import_module(f"careplan.testing.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return list(__all__)


def _hypothesis_setup_hook() -> None:
    """Tell Hypothesis how each noun, criterion and object of a plan is drawn.

    It calls this when it is imported itself.
    """
    from hypothesis import strategies as st  # noqa: PLC0415 - only Hypothesis calls this

    from careplan.fields.declaring import Noun, of_each_noun  # noqa: PLC0415 - same
    from careplan.fields.telling import of_each_class  # noqa: PLC0415 - same
    from careplan.nouns.catalogue import NOUNS  # noqa: PLC0415 - same

    def drawn(noun: type[Any]) -> st.SearchStrategy[Any]:
        from careplan.testing.strategies import nouns  # noqa: PLC0415 - when first drawn

        return nouns(noun)

    def of_plans(cls: type[Any]) -> st.SearchStrategy[Any]:
        from careplan.testing.typed import drawn  # noqa: PLC0415 - when first drawn

        return drawn(cls)

    def register(noun: type[Any]) -> None:
        st.register_type_strategy(noun, drawn)

    waiting: list[type[Any]] = [*NOUNS, *Noun.__subclasses__()]
    for noun in waiting:  # it grows by what is made of each
        register(noun)
        waiting += (one for one in noun.__subclasses__() if one not in waiting)
    of_each_noun(register)  # a program's own, whenever it is made
    of_each_class(lambda cls: st.register_type_strategy(cls, of_plans))
