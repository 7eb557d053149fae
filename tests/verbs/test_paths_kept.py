"""What was found for an applicant is kept for those of whom nothing else is told apart."""

from datetime import date
from itertools import product

import attrs
import pytest
from counting import calls

import careplan as cp
from careplan.criteria.steps import Facts
from careplan.verbs.registering import routing
from careplan.verbs.registering.finding import find
from careplan.verbs.registering.routing import Prepared

SHIYAN = cp.get_plan("shiyan_2021")
NON, FOR = cp.ProfitStatus
PUBLIC, SOCIAL, COMPANY = tuple(cp.LegalForm)[:3]
OTHER = cp.LegalForm.OTHER
STATES = tuple(product((None, NON, FOR), (None, SOCIAL, COMPANY), (None, True, False)))


def prepared(plan: cp.Plan = SHIYAN) -> Prepared:
    """Prepare what is asked of an applicant, with nothing kept yet."""
    return Prepared.of(plan, cp.Applicant, plan.read_as(), None)


def applicants() -> list[cp.Applicant]:
    """Return applicants of many states, among them some that contradict themselves."""
    return [
        cp.Applicant(profit_status=profit, legal_form=form, in_special_zone=zone)
        for profit, form, zone in STATES
    ]


def test_of_two_that_are_told_apart_by_nothing_the_paths_are_the_same() -> None:
    """Dawa 三（五）1 asks for no special zone."""
    one, other = cp.Applicant(), cp.Applicant(in_special_zone=True)
    found = [cp.registration_paths(each, cp.get_plan("dawa_2023")) for each in (one, other)]
    assert found[0].paths is found[1].paths
    assert [each.subject for each in found] == [one, other]


def test_what_is_kept_is_what_is_found_anew() -> None:
    asked = prepared()
    for applicant in applicants() * 2:
        seen = Facts(applicant)
        assert asked.found(seen) == find(seen, SHIYAN.registration, SHIYAN.read_as())


def test_what_contradicts_is_evidence_of_one_subject_and_not_kept() -> None:
    asked = prepared()
    found = asked.found(Facts(cp.Applicant(profit_status=FOR, legal_form=PUBLIC)))
    assert (found.conflict is None, asked.known) == (False, {})


def test_no_more_is_kept_than_so_many_states(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routing, "MOST_STATES", 3)
    asked = prepared()
    for applicant in applicants():
        asked.found(Facts(applicant))
        assert len(asked.known) <= 3


def test_a_second_applicant_costs_a_twelfth_of_the_first() -> None:
    """The calls of functions are counted: an applicant of whom nothing is stated, asked twice."""
    plan = attrs.evolve(SHIYAN)  # of which nothing was found out yet
    first, second = (calls(lambda: cp.registration_paths(cp.Applicant(), plan)) for _ in range(2))
    assert 12 * second <= first


def test_readings_and_days_are_kept_apart() -> None:
    """The same answer in whatever order readings and days are asked for."""
    asked = [
        ({one.id: option.id}, day)
        for one in SHIYAN.interpretations
        for option in one.options
        for day in (None, date(2020, 1, 1), date(2024, 6, 1))
    ]

    def found(plan: cp.Plan, given: tuple[dict[str, str], date | None]) -> object:
        answer = cp.registration_paths(cp.Applicant(), plan, readings=given[0], on=given[1])
        return answer.paths, answer.missing, answer.readings, answer.in_force, answer.on

    alone = [found(attrs.evolve(SHIYAN), one) for one in asked]
    assert [found(SHIYAN, one) for one in asked] == alone
    assert [found(SHIYAN, one) for one in reversed(asked)] == alone[::-1]
