"""Every applicant that routes tell apart: which facts are tried, and which are left open."""

from collections.abc import Iterable

import attrs
import conformance_evaluator as evaluator
from testing.cases.small_plans import CLAUSE, small_plan

import careplan as cp
from careplan import writing as w
from careplan.base.errors import Problem
from careplan.fields.declaring import count, flag, words
from careplan.testing.conforming.conformance import conformance


def test_a_fact_that_cannot_be_listed_is_left_open_in_every_case() -> None:
    applicant = cp.facts(cp.Applicant)
    condition = cp.has(applicant.service_modes, cp.ServiceMode.FULL_DAY)
    route = w.Route(clause=CLAUSE, registrar=cp.Body.HEALTH, level=None, condition=condition)
    plan = small_plan(registration=w.Registration(clause=CLAUSE, routes=(route,)))
    data = conformance(plan)
    [section] = data["registration"]
    assert "service_modes" not in section["domains"]
    assert data["without"] == ["1.a: service_modes"]
    assert evaluator.disagreements(data) == []


@attrs.frozen(kw_only=True)
class TownApplicant(cp.Applicant):
    """A county's own applicant, of whom two facts cannot be together."""

    in_old_town: bool | None = flag("位于老城", "in the old town")
    on_the_hill: bool | None = flag("位于山上", "on the hill")
    staff: int | None = count("人数", "staff")
    street: str | None = words("街道", "street")

    def contradictions(self) -> Iterable[Problem]:
        """Refuse a hill in the old town, which lies in the plain."""
        if self.in_old_town and self.on_the_hill:
            yield Problem("on_the_hill", "contradiction", value=True)


def test_routes_of_an_own_noun_are_tried_by_the_values_they_tell_apart() -> None:
    town = cp.facts(TownApplicant)
    small = cp.all_of(town.in_old_town, town.staff >= 3, town.staff < 4, town.street == "甲")
    none = cp.all_of(town.staff >= 3, town.staff < 3)
    routes = [
        w.Route(clause=CLAUSE, part=part, registrar=cp.Body.HEALTH, level=None, condition=one)
        for part, one in (("a", small), ("b", none), ("c", cp.not_(town.on_the_hill)))
    ]
    rules = w.Registration(clause=CLAUSE, routes=tuple(routes), conflict=cp.any_of())
    data = conformance(small_plan(registration=rules))
    [section] = data["registration"]
    # Each number named, and those around it; each text named, and another.
    assert list(section["domains"]) == ["in_old_town", "on_the_hill", "staff", "street"]
    assert section["domains"]["staff"] == [0, 2, 3, 4, 5]
    assert section["domains"]["street"] == ["甲", "甲+"]
    assert evaluator.disagreements(data) == []
    found = {tuple(case["expected"]["routes"]) for case in section["cases"]}
    assert found == {(), ("1.a/a",), ("1.a/c",), ("1.a/a", "1.a/c")}
    # Of the nine ways to (not) state the two places, the noun refuses one.
    assert len(section["cases"]) == (3 * 3 - 1) * 6 * 3
    assert data["without"] == []


def test_many_facts_of_an_applicant_are_not_all_tried() -> None:
    fields = {f"f{place}": flag("事实", "fact") for place in range(20)}
    noun = attrs.make_class("Many", fields, bases=(cp.Noun,), frozen=True, kw_only=True)
    flags = [getattr(cp.facts(noun), name) for name in fields]
    route = w.Route(
        clause=CLAUSE, registrar=cp.Body.HEALTH, level=None, condition=cp.all_of(*flags)
    )
    rules = w.Registration(clause=CLAUSE, routes=(route,), conflict=cp.any_of())
    data = conformance(small_plan(registration=rules))
    [section] = data["registration"]
    # 3 ** 7 = 2187 of at most 4096: yes, no, and not stated.
    assert (len(section["domains"]), len(section["cases"])) == (7, 3**7)
    assert data["without"] == [f"1.a: f{place}" for place in range(7, 20)]
    assert evaluator.disagreements(data) == []


def test_offices_without_a_route_have_no_case() -> None:
    plan = small_plan(registration=w.Registration(clause=CLAUSE))
    assert conformance(plan)["registration"] == []


def test_a_registration_of_one_option_has_cases_under_that_alone() -> None:
    options = (w.Option("plain", cp.Text(zh="甲")), w.Option("strict", cp.Text(zh="乙")))
    number = CLAUSE.number
    question = w.Interpretation(
        id="who", clauses=(number,), question=cp.Text(zh="问"), options=options
    )
    condition = cp.facts(cp.Applicant).profit_status == cp.ProfitStatus.NON_PROFIT
    route = w.Route(clause=CLAUSE, registrar=cp.Body.HEALTH, level=None, condition=condition)
    rules = w.Registration(clause=CLAUSE, routes=(route,), under=("who", "strict"))
    data = conformance(small_plan(registration=rules, interpretations=(question,)))
    # Under the option taken first nobody is registered: there is nothing to try.
    assert [section["readings"] for section in data["registration"]] == [{"who": "strict"}]
