"""Hypothesis strategies for every noun, derived from the kinds of fact it declares.

Each takes one keyword per fact, a value or a strategy. `unknowns=False` states every fact;
`near_boundary=plan` draws numbers and days at the plan's thresholds and one step beside.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol, TypeVar, assert_never

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import careplan.fields.kinds as k
from careplan.base.errors import check_type
from careplan.base.exact import Exact
from careplan.documents.plan import Plan
from careplan.documents.scales.ledgers import Ledger
from careplan.fields.declaring import Noun, facts_declared
from careplan.nouns.applicants import Applicant, EarlyEducationCentre, Filing, ToddlerClass
from careplan.nouns.care.groups import ClassGroup, FamilyPoint
from careplan.nouns.care.institutions import Institution
from careplan.nouns.care.nursing import NursingEmployee
from careplan.nouns.care.people import Child, StaffMember
from careplan.nouns.care.premises import Premises, Site
from careplan.nouns.counts import LedgerCount, Measurement, SlotCount
from careplan.nouns.estates import (
    Community,
    Kindergarten,
    LandPlot,
    MedicalInstitution,
    ResidentialArea,
)
from careplan.nouns.facilities import Employer, Grant, Room, Venue
from careplan.testing.agreeing import agreed, refused_by
from careplan.testing.thresholds import Near, near_milestones, near_thresholds
from careplan.testing.vocabulary import check_facts, check_noun, is_possible, kept

_N = TypeVar("_N", bound=Noun)
_N_co = TypeVar("_N_co", bound=Noun, covariant=True)

# Figures that documents like to use, and their neighbours: met often, as in real data.
USUAL: tuple[Exact, ...] = (
    *(0, 1, 2, 3, 6, 10, 20, 99, 100, 101, 5_000, 10_000),
    *map(Decimal, ("5.99", "9.99", "10.01", "19.99", "4999.99", "10000.01")),
    Fraction(1, 3),
)
MOST_ITEMS = 3
_NOWHERE: Near = {}


class Strategy(Protocol[_N_co]):
    """A strategy of one noun: unknown facts or not, near a plan's thresholds, facts given."""

    def __call__(
        self, *, unknowns: bool = True, near_boundary: Plan | None = None, **facts: object
    ) -> SearchStrategy[_N_co]:
        """Return the strategy."""


def nouns(
    cls: type[_N], /, *, unknowns: bool = True, near_boundary: Plan | None = None, **facts: object
) -> SearchStrategy[_N]:
    """Draw a noun; about half of its facts are not stated unless `unknowns` is False.

    A noun of a caller's own is drawn as ours are. What its `contradictions` refuse beside the
    rest is stated otherwise, or not stated: nothing is drawn in vain.
    Each keyword is a fact: a value, or a strategy for it. Raises NotFound for a fact the
    noun does not have, InvalidInput, all problems at once, for a value it cannot hold.

    >>> from careplan import Venue
    >>> from hypothesis import find
    >>> find(nouns(Venue, daily_visitors=7), lambda venue: venue.rooms == ()).daily_visitors
    7
    """
    check_noun(cls)
    check_type(unknowns, bool, "unknowns")
    if near_boundary is not None:
        check_type(near_boundary, Plan, "near_boundary")
    near = _NOWHERE if near_boundary is None else near_thresholds(near_boundary)
    return _nouns(cls, facts, near, full=not unknowns)


def slot_counts(
    ledger: Ledger | None = None,
    *,
    unknowns: bool = True,
    near_boundary: Plan | None = None,
    **facts: object,
) -> SearchStrategy[SlotCount]:
    """Draw slot counts of a ledger's localities, at its milestones and beside them.

    Raises InvalidInput for a ledger that is none, and what `nouns` raises.

    >>> from careplan import get_plan
    >>> from hypothesis import find
    >>> ledger = get_plan("dawa_2023").ledgers["slots"]
    >>> find(slot_counts(ledger), lambda count: count.slots > 80).locality in [
    ...     row.locality for row in ledger.rows
    ... ]
    True
    """
    given = {**_of_ledger(SlotCount, ledger), **facts}
    return nouns(SlotCount, unknowns=unknowns, near_boundary=near_boundary, **given)


def ledger_counts(
    ledger: Ledger | None = None,
    *,
    unknowns: bool = True,
    near_boundary: Plan | None = None,
    **facts: object,
) -> SearchStrategy[LedgerCount]:
    """Draw counts of a ledger's localities and columns, at its milestones and beside them.

    Raises InvalidInput for a ledger that is none, and what `nouns` raises.

    >>> from careplan import get_plan
    >>> from hypothesis import find
    >>> ledger = get_plan("dawa_2023").ledgers["slots"]
    >>> find(ledger_counts(ledger), lambda count: True).of
    'slots'
    """
    given = _of_ledger(LedgerCount, ledger)
    if ledger is not None:
        given["of"] = st.sampled_from([column.key for column in ledger.columns])
    given |= facts
    return nouns(LedgerCount, unknowns=unknowns, near_boundary=near_boundary, **given)


def _of_ledger(noun: type[Noun], ledger: Ledger | None) -> dict[str, object]:
    """Return strategies for the facts of a count of a ledger; none without a ledger."""
    if ledger is None:
        return {}
    check_type(ledger, Ledger, "ledger")
    near = near_milestones(ledger).items()
    return {
        "locality": st.sampled_from([row.locality for row in ledger.rows]),
        **{name: st.sampled_from(found) for (of, name), found in near if of is noun},
    }


def values(kind: k.Kind, *, unknowns: bool = True) -> SearchStrategy[Any]:
    """Draw a stated value of a kind; without `unknowns` nothing inside it is unstated.

    >>> from careplan.fields.kinds import FlagKind
    >>> values(FlagKind())
    booleans()
    """
    return _values(kind, (), _NOWHERE, full=not unknowns)


def _values(kind: k.Kind, near: tuple[Any, ...], known: Near, *, full: bool) -> SearchStrategy[Any]:
    match kind:
        case k.NumberKind() | k.CountKind() | k.DayKind() if near:
            return st.sampled_from(near)
        case k.NumberKind() | k.CountKind():
            whole = isinstance(kind, k.CountKind)
            fits = [n for n in USUAL if is_possible(kind, n) and (isinstance(n, int) or not whole)]
            return st.sampled_from(fits) | st.integers(int(kind.minimum), 20_000)
        case k.FlagKind():
            return st.booleans()
        case k.ChoiceKind(enum):
            return st.sampled_from(list(enum))
        case k.ChoicesKind(enum):
            return st.frozensets(st.sampled_from(list(enum)))
        case k.DayKind():
            return st.dates(date(2017, 1, 1), date(2026, 12, 31))
        case k.TextKind():
            return st.sampled_from(["", "a", "大洼街道"]) | st.text(max_size=20)
        case k.PartKind(noun):
            return _nouns(noun, {}, known, full=full)
        case k.ItemsKind(noun):
            return st.lists(_nouns(noun, {}, known, full=full), max_size=MOST_ITEMS)
        case k.TableKind(enum):
            counts = st.sampled_from(near) if near else st.integers(0, MOST_ITEMS)
            if full:
                return st.fixed_dictionaries(dict.fromkeys(enum, counts))
            return st.dictionaries(st.sampled_from(list(enum)), counts)
        case _:
            assert_never(kind)


def _nouns(
    cls: type[_N], given: Mapping[str, object], near: Near, *, full: bool
) -> SearchStrategy[_N]:
    check_facts(cls, given)
    declared = facts_declared(cls)
    stated = {name: given[name] for name in declared if name in given}
    plain = kept(cls, {n: one for n, one in stated.items() if not isinstance(one, SearchStrategy)})
    if plain and refused_by(cls, {}) is None and (wrong := refused_by(cls, plain)) is not None:
        raise wrong  # values that contradict each other are refused before anything is drawn
    drawn: dict[str, Any] = {}
    for name, spec in declared.items():
        if name in given:
            drawn[name] = st.just(plain[name]) if name in plain else given[name]
            continue
        value = _values(spec.kind, near.get((cls, name), ()), near, full=full)
        drawn[name] = value if full or spec.required else st.none() | value
    fixed, facts = frozenset(given), st.fixed_dictionaries(drawn)
    if full or cls.contradictions is Noun.contradictions:
        return facts.map(lambda one: agreed(cls, one, fixed, full=full))
    # What is refused is left out, or stays and the rest gives way: else it were rarely stated.
    return st.builds(lambda one, stays: agreed(cls, one, fixed, full=stays), facts, st.booleans())


def _of(cls: type[_N]) -> Strategy[_N]:
    def strategy(
        *, unknowns: bool = True, near_boundary: Plan | None = None, **facts: object
    ) -> SearchStrategy[_N]:
        return nouns(cls, unknowns=unknowns, near_boundary=near_boundary, **facts)

    strategy.__doc__ = f"Draw {cls.__name__} objects; see `nouns`."
    return strategy


applicants = _of(Applicant)
children = _of(Child)
class_groups = _of(ClassGroup)
communities = _of(Community)
early_education_centres = _of(EarlyEducationCentre)
employers = _of(Employer)
family_points = _of(FamilyPoint)
filings = _of(Filing)
grants = _of(Grant)
institutions = _of(Institution)
kindergartens = _of(Kindergarten)
land_plots = _of(LandPlot)
measurements = _of(Measurement)
medical_institutions = _of(MedicalInstitution)
nursing_employees = _of(NursingEmployee)
premises = _of(Premises)
residential_areas = _of(ResidentialArea)
rooms = _of(Room)
sites = _of(Site)
staff_members = _of(StaffMember)
toddler_classes = _of(ToddlerClass)
venues = _of(Venue)
