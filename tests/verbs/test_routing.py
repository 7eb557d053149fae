"""Registration paths of Shiyan 二（三）3 with annex 四, Dawa 三（五）1, Baodi 四（四）."""

from collections.abc import Collection
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import nouns

import careplan as cp
from careplan import writing as w
from careplan.criteria.nodes import Criterion
from careplan.criteria.proxies import facts
from careplan.criteria.steps import Facts
from careplan.verbs.registering.finding import find
from careplan.verbs.registering.paths import RegistrationPaths

Level = cp.Level
SHIYAN, DAWA, BAODI = map(cp.get_plan, ("shiyan_2021", "dawa_2023", "baodi_2020"))
NON, FOR = cp.ProfitStatus.NON_PROFIT, cp.ProfitStatus.FOR_PROFIT
PUBLIC, SOCIAL, COMPANY = tuple(cp.LegalForm)[:3]
OTHER = cp.LegalForm.OTHER
NARROWING = ("profit_status", "legal_form", "approval_powers_merged", "in_special_zone")

# Each path by a letter: office, level, the number its route is known by in the inventory.
PATHS: dict[str, tuple[w.AnyBody, cp.Level | None, str]] = {
    "S": (cp.Body.STAFFING, Level.COUNTY, "2.3.3.a/staffing"),
    "Z": (cp.Body.STAFFING, Level.CITY, "a1.4.1"),
    "C": (cp.Body.CIVIL_AFFAIRS, Level.COUNTY, "2.3.3.a/civil_affairs"),
    "M": (cp.Body.MARKET_REGULATION, Level.COUNTY, "2.3.3.b"),
    "A": (cp.Body.ADMIN_APPROVAL, Level.COUNTY, "a1.4.13"),
    "B": (cp.Body.ADMIN_APPROVAL, Level.CITY, "a1.4.13/city"),
    "N": (cp.Body.MARKET_REGULATION, Level.CITY, "a1.4.14/city"),
}
ORDER = "SZCMA"

# profit status, legal form, merged powers, special zone -> paths, and why.
APPLICANTS = [
    # Non-profit, everything else open: 2.3.3.a with annex 四（一）（五）（十三）.
    (NON, None, None, None, "SZCA"),
    (NON, None, None, False, "SCA"),  # no zone: a1.4.1's city office is out
    (NON, None, None, True, "ZCA"),  # in the zone the county staffing office is out
    (NON, None, False, None, "SZC"),  # a1.4.13 needs concentrated powers
    (NON, None, False, False, "SC"),
    (NON, None, False, True, "ZC"),
    (NON, None, True, None, "ZA"),  # merged leaves A, and Z for a public institution
    (NON, None, True, False, "A"),
    (NON, None, True, True, "ZA"),
    # A public institution (事业单位): annex 四（一）.
    (NON, PUBLIC, None, None, "SZA"),
    (NON, PUBLIC, None, False, "SA"),
    (NON, PUBLIC, None, True, "ZA"),
    (NON, PUBLIC, False, None, "SZ"),
    (NON, PUBLIC, False, False, "S"),
    (NON, PUBLIC, False, True, "Z"),
    (NON, PUBLIC, True, None, "ZA"),
    (NON, PUBLIC, True, False, "A"),
    (NON, PUBLIC, True, True, "ZA"),
    # Any other non-profit: annex 四（五）.
    (NON, SOCIAL, None, None, "CA"),
    (NON, SOCIAL, None, True, "CA"),
    (NON, SOCIAL, False, None, "C"),
    (NON, SOCIAL, False, True, "C"),
    (NON, SOCIAL, True, None, "A"),
    (NON, SOCIAL, True, False, "A"),
    # For-profit: 2.3.3.b with annex 四（十四）（十三）; the zone plays no part.
    (FOR, None, None, None, "MA"),
    (FOR, None, None, True, "MA"),
    (FOR, None, False, None, "M"),
    (FOR, None, False, False, "M"),
    (FOR, None, False, True, "M"),
    (FOR, None, True, None, "A"),
    (FOR, None, True, True, "A"),
    (FOR, COMPANY, None, None, "MA"),
    (FOR, COMPANY, False, None, "M"),
    (FOR, COMPANY, True, False, "A"),
    # Contradictions: Civil Code 87 (non-profit legal persons) and 76 (for-profit ones).
    (FOR, PUBLIC, None, None, ""),
    (FOR, PUBLIC, True, False, ""),
    (FOR, PUBLIC, False, True, ""),
    (FOR, SOCIAL, None, None, ""),
    (FOR, SOCIAL, False, False, ""),
    (NON, COMPANY, None, None, ""),
    (NON, COMPANY, False, True, ""),
    # A form of neither list may be either.
    (NON, OTHER, False, None, "C"),
    (FOR, OTHER, False, None, "M"),
    # Profit status not stated.
    (None, None, None, None, "SZCMA"),
    (None, None, True, None, "ZA"),
    (None, None, True, False, "A"),
    (None, None, False, False, "SCM"),
    (None, PUBLIC, None, None, "SZA"),  # so it can only be non-profit
    (None, PUBLIC, False, False, "S"),
    (None, COMPANY, False, None, "M"),  # so it can only be for-profit
    (None, SOCIAL, None, True, "CA"),
    (None, OTHER, False, None, "CM"),
]


def applicant(*facts: Any, **named: Any) -> cp.Applicant:
    """Make an applicant of the four facts in order."""
    return cp.Applicant(**dict(zip(NARROWING, facts, strict=False)), **named)


def letters(found: RegistrationPaths) -> str:
    """Write the paths as letters, after checking office, level and route of each."""
    known = {parts: letter for letter, parts in PATHS.items()}
    return "".join(known[path.registrar, path.level, path.route.id] for path in found.paths)


def test_the_table_is_large_enough() -> None:
    assert len(APPLICANTS) >= 40
    assert len({row[:4] for row in APPLICANTS}) == len(APPLICANTS)


@pytest.mark.parametrize(("profit", "form", "merged", "zone", "paths"), APPLICANTS)
def test_shiyan_applicants(
    profit: cp.ProfitStatus | None,
    form: cp.LegalForm | None,
    merged: bool | None,
    zone: bool | None,
    paths: str,
) -> None:
    found = cp.registration_paths(applicant(profit, form, merged, zone), SHIYAN)
    assert letters(found) == paths
    assert (found.conflict is None) == bool(paths)
    assert found.registration_stated


def test_the_example_of_the_design() -> None:
    found = cp.registration_paths(applicant(NON), SHIYAN)
    assert [(p.registrar.name, p.level) for p in found.paths] == [
        ("STAFFING", Level.COUNTY),
        ("STAFFING", Level.CITY),
        ("CIVIL_AFFAIRS", Level.COUNTY),
        ("ADMIN_APPROVAL", Level.COUNTY),
    ]
    assert found.missing == ("legal_form", "approval_powers_merged", "in_special_zone")
    narrow = applicant(FOR, None, False, service_modes={cp.ServiceMode.FULL_DAY})
    (path,) = cp.registration_paths(narrow, SHIYAN).paths
    assert (path.registrar, path.level) == (cp.Body.MARKET_REGULATION, Level.COUNTY)
    assert path.business_scope == "3岁以下婴幼儿照护服务（全日托）"  # 二（三）3
    assert [step.id for step in path.steps] == ["register", "push", "file"]
    push, file = path.next({"register"})
    assert (push.actor, push.before, push.level) == (
        cp.Body.MARKET_REGULATION,
        cp.Body.HEALTH,
        Level.COUNTY,
    )
    assert (file.actor, file.before) == (cp.Party.INSTITUTION, cp.Body.HEALTH)
    assert {step.limit for step in path.steps} == {None}  # 及时 has no days
    assert (push.clause.number, file.clause.number) == ("2.3.3.d", "2.3.3.e")


def completions(given_facts: cp.Applicant) -> list[cp.Applicant]:
    """State the four facts in all ways."""
    domains: list[tuple[Any, ...]] = [tuple(cp.ProfitStatus), tuple(cp.LegalForm)]
    domains += [(True, False), (True, False)]
    stated = [getattr(given_facts, name) for name in NARROWING]
    choices = [
        domain if value is None else (value,) for value, domain in zip(stated, domains, strict=True)
    ]
    return [
        attrs.evolve(given_facts, **dict(zip(NARROWING, values, strict=True)))
        for values in product(*choices)
    ]


APPLICANT_FACTS = st.builds(
    cp.Applicant,
    profit_status=st.none() | st.sampled_from(cp.ProfitStatus),
    legal_form=st.none() | st.sampled_from(cp.LegalForm),
    approval_powers_merged=st.none() | st.booleans(),
    in_special_zone=st.none() | st.booleans(),
)


ROUTED_BY = ("office_split", "public_when_merged", "city_registers")
READINGS = st.fixed_dictionaries(
    {
        one.id: st.sampled_from([option.id for option in one.options])
        for one in SHIYAN.interpretations
        if one.id in ROUTED_BY
    }
)


@given(APPLICANT_FACTS, READINGS.map(lambda taken: (SHIYAN, taken)) | st.just((DAWA, {})))
def test_paths_are_the_union_over_all_ways_to_state_the_facts(
    subject: cp.Applicant, asked: tuple[cp.Plan, dict[str, str]]
) -> None:
    plan, readings = asked

    def offices(one: cp.Applicant) -> set[str]:
        found = cp.registration_paths(one, plan, readings=readings)
        return {path.route.id for path in found.paths}

    assert offices(subject) == set().union(*map(offices, completions(subject)))


@given(APPLICANT_FACTS, st.data())
def test_only_missing_facts_narrow(subject: cp.Applicant, data: st.DataObject) -> None:
    found = cp.registration_paths(subject, SHIYAN)
    others = [n for n in NARROWING if n not in found.missing and getattr(subject, n) is None]
    if found.paths and others:
        name = data.draw(st.sampled_from(others))
        complete = data.draw(st.sampled_from(completions(subject)))
        stated = attrs.evolve(subject, **{name: getattr(complete, name)})
        later = cp.registration_paths(stated, SHIYAN)
        assert later.conflict is not None or letters(later) == letters(found)


def test_any_office_the_clause_names() -> None:
    any_named = {"office_split": "any_named"}
    non = cp.registration_paths(applicant(NON), SHIYAN, readings=any_named)
    assert letters(non) == "SCA"  # 2.3.3.a names three county offices
    assert non.missing == ()
    both = cp.registration_paths(applicant(FOR), SHIYAN, readings=any_named)
    assert letters(both) == "MA"  # 2.3.3.b names two
    assert {r.interpretation.id: r.option.id for r in both.readings} == {
        "office_split": "any_named",
        "public_when_merged": "approval_office",
        "city_registers": "guides",
        "scope_for": "for_profit",
    }


@pytest.mark.parametrize(
    ("facts_stated", "by_default", "otherwise"),
    [
        # 附件 四（一） has staffing offices register public institutions, merged powers or not;
        # 四（十三） has the approval office register non-profit institutions, which these are.
        ((NON, PUBLIC, True, False), "A", "S"),
        ((NON, PUBLIC, True, True), "ZA", "Z"),
        ((NON, PUBLIC, None, False), "SA", "S"),
        ((NON, None, True, False), "A", "SA"),
        ((NON, PUBLIC, False, False), "S", "S"),
        # Of others it says nothing.
        ((NON, SOCIAL, True, False), "A", "A"),
        ((FOR, COMPANY, True, False), "A", "A"),
    ],
)
def test_who_registers_a_public_institution_where_powers_are_merged(
    facts_stated: tuple[Any, ...], by_default: str, otherwise: str
) -> None:
    for option, paths in (("approval_office", by_default), ("staffing_office", otherwise)):
        taken = {"public_when_merged": option}
        found = cp.registration_paths(applicant(*facts_stated), SHIYAN, readings=taken)
        assert letters(found) == paths
    # Whoever takes any office the clause names asks for no duties of the annex.
    taken = {"public_when_merged": "staffing_office", "office_split": "any_named"}
    found = cp.registration_paths(applicant(*facts_stated), SHIYAN, readings=taken)
    assert letters(found) == ("SCA" if facts_stated[0] is NON else "MA")


@pytest.mark.parametrize(
    ("facts_stated", "guides", "registers"),
    [
        ((FOR, None, False, None), "M", "MN"),  # 附件 四（十四）: 负责实施并指导
        ((FOR, None, True, None), "A", "AB"),  # 附件 四（十三）: likewise
        ((NON, SOCIAL, True, None), "A", "AB"),
        ((NON, SOCIAL, False, None), "C", "C"),  # 附件 四（五）: the city only guides
        ((NON, PUBLIC, False, False), "S", "S"),  # 附件 四（一）: elsewhere it only guides
        ((None, None, None, None), "SZCMA", "SZCMABN"),
    ],
)
def test_whether_the_citys_own_office_registers(
    facts_stated: tuple[Any, ...], guides: str, registers: str
) -> None:
    for option, paths in (("guides", guides), ("registers", registers)):
        taken = {"city_registers": option}
        found = cp.registration_paths(applicant(*facts_stated), SHIYAN, readings=taken)
        assert letters(found) == paths
    city = [path for path in found.paths if path.route.part == "city"]
    assert all(path.steps[0].clause == path.clause for path in city)
    assert all(path.steps[0].level is Level.CITY for path in city)
    # 二（三）3 names county offices only.
    taken = {"city_registers": "registers", "office_split": "any_named"}
    found = cp.registration_paths(applicant(*facts_stated), SHIYAN, readings=taken)
    assert {path.level for path in found.paths} == {Level.COUNTY}


def test_the_new_readings_together() -> None:
    """A public institution where powers are merged: the staffing office, not the city's either."""
    taken = {"city_registers": "registers", "public_when_merged": "staffing_office"}
    found = cp.registration_paths(applicant(NON, PUBLIC, True, False), SHIYAN, readings=taken)
    assert letters(found) == "S"
    found = cp.registration_paths(applicant(NON, None, True, False), SHIYAN, readings=taken)
    assert (letters(found), found.missing) == ("SAB", ("legal_form",))


@pytest.mark.parametrize("plan", [SHIYAN, DAWA, BAODI], ids=lambda plan: plan.id)
@pytest.mark.parametrize(
    ("profit", "form"),
    [
        (FOR, PUBLIC),  # Civil Code 87: public institutions are non-profit legal persons
        (FOR, SOCIAL),  # 87: so are social service organisations
        (NON, COMPANY),  # 76: companies and other enterprise legal persons are for-profit
    ],
    ids=["public", "social", "company"],
)
def test_a_contradiction_is_shown_with_its_facts(
    plan: cp.Plan, profit: cp.ProfitStatus, form: cp.LegalForm
) -> None:
    found = cp.registration_paths(applicant(profit, form), plan)
    assert (found.paths, found.missing) == ((), ())
    assert found.conflict is not None
    # Of the three contradictions the law knows, the one that holds.
    assert {(e.path, e.observed, e.truth) for e in found.conflict} == {
        ("profit_status", profit, cp.Truth.TRUE),
        ("legal_form", form, cp.Truth.TRUE),
    }
    assert found.explain("en").startswith("Contradiction: These cannot be true together;")
    assert found.explain("zh").startswith("情况矛盾：下列情况不能同时成立，请核实后再查：")


def test_the_business_scope_needs_the_modes_and_the_profit_status() -> None:
    (market,) = cp.registration_paths(applicant(FOR, None, False), SHIYAN).paths
    assert (market.business_scope, market.missing) == (None, ("service_modes",))
    (approval,) = cp.registration_paths(applicant(None, OTHER, True), SHIYAN).paths
    assert approval.missing == ("profit_status", "service_modes")
    # By law it is non-profit, so no wording is asked for, whatever is stated.
    (approval,) = cp.registration_paths(applicant(None, SOCIAL, True), SHIYAN).paths
    assert approval.missing == ()
    (civil,) = cp.registration_paths(applicant(NON, SOCIAL, False), SHIYAN).paths
    assert (civil.business_scope, civil.missing) == (None, ())  # 2.3.3.c: for-profit only
    modes = {cp.ServiceMode.HOURLY, cp.ServiceMode.FULL_DAY}
    several = cp.registration_paths(applicant(FOR, None, True, service_modes=modes), SHIYAN)
    assert several.paths[0].business_scope == "3岁以下婴幼儿照护服务（全日托、计时托）"
    with pytest.raises(cp.InvalidInput):
        cp.Applicant(service_modes=[])  # a stated list of no mode at all


def test_what_is_left_of_a_condition() -> None:
    market, approval = cp.registration_paths(applicant(FOR), SHIYAN).paths
    merged = facts(cp.Applicant).approval_powers_merged
    assert market.condition == cp.not_(merged)
    assert approval.condition == (merged == True)  # noqa: E712 - builds the criterion


def test_steps_follow_their_predecessors() -> None:
    (path,) = cp.registration_paths(applicant(NON, SOCIAL, False), SHIYAN).paths
    assert [step.id for step in path.next()] == ["register"]
    assert [step.id for step in path.next(["register", "push"])] == ["file"]
    assert path.next(["register", "file", "push"]) == ()
    with pytest.raises(cp.NotFound) as unknown:
        path.next({"registr"})
    assert unknown.value.suggestion == "register"
    with pytest.raises(cp.InvalidInput) as early:
        path.next(["push", "file"])
    assert [p.code for p in early.value.problems] == ["done_too_early", "done_too_early"]
    with pytest.raises(cp.InvalidInput, match=r"expected Sequence \| Set \| Mapping, got 3"):
        path.next(3)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "register", "r"])
def test_a_text_is_no_collection_of_steps(text: str) -> None:
    """Not even the empty one, though it holds no letter that is no step."""
    (path,) = cp.registration_paths(applicant(NON, SOCIAL, False), SHIYAN).paths
    with pytest.raises(cp.InvalidInput) as error:
        path.next(text)
    (problem,) = error.value.problems
    assert (problem.path, problem.code, problem.value) == ("done", "wrong_type", text)
    assert not isinstance(error.value, cp.NotFound)  # its letters are not looked for
    # 二（三）3: pushing and filing come after the registration (推送；经核准登记后备案).
    nothing_done: tuple[Collection[str], ...] = ((), [], set(), frozenset(), {})
    for done in nothing_done:
        assert [step.id for step in path.next(done)] == ["register"]
    assert path.next() == path.next(())


def test_each_path_registers_under_its_own_clause() -> None:
    found = cp.registration_paths(applicant(), SHIYAN)
    assert [path.steps[0].clause.number for path in found.paths] == [
        "2.3.3.a",
        "a1.4.1",
        "2.3.3.a",
        "2.3.3.b",
        "a1.4.13",
    ]


def test_classes_and_centres_have_no_path_but_someone_in_charge() -> None:
    toddlers = cp.registration_paths(cp.ToddlerClass(), SHIYAN)
    assert (toddlers.paths, toddlers.missing, toddlers.registration_stated) == ((), (), False)
    assert toddlers.managed_by is cp.Body.EDUCATION  # 2.3.3.g
    assert (toddlers.supervised_by, toddlers.guided_by) == (None, cp.Body.HEALTH)  # 2.3.3.i
    centre = cp.registration_paths(cp.EarlyEducationCentre(), SHIYAN)
    assert (centre.managed_by, centre.missing) == (None, ("approved_by",))  # 2.3.3.h
    assert centre.supervised_by is cp.Body.EDUCATION
    known = cp.EarlyEducationCentre(approved_by=cp.Body.CIVIL_AFFAIRS)
    assert cp.registration_paths(known, SHIYAN).managed_by is cp.Body.CIVIL_AFFAIRS
    for subject in (toddlers, centre):
        assert subject.explain("en").startswith("Not stated: ")


@pytest.mark.parametrize(
    ("has_toddler_class", "guided_by"),
    [
        # 二（三）3: the health authority guides the toddler classes of kindergartens and centres.
        (True, cp.Body.HEALTH),
        (None, cp.Body.HEALTH),  # there may be one: nothing stated takes no guidance away
        (False, None),  # no class that it could guide
    ],
)
def test_a_centre_without_a_toddler_class_is_guided_by_nobody(
    has_toddler_class: bool | None, guided_by: cp.Body | None
) -> None:
    centre = cp.EarlyEducationCentre(has_toddler_class=has_toddler_class)
    found = cp.registration_paths(centre, SHIYAN)
    assert found.guided_by is guided_by
    # The sector supervision (same sentence, 早教机构) does not hang on the class.
    assert found.supervised_by is cp.Body.EDUCATION
    assert ("Guided by: health authority" in found.explain("en")) is (guided_by is not None)
    (row,) = found.records()
    assert row["guided_by_en"] == (None if guided_by is None else "health authority")
    # Dawa says of no centre who guides it.
    assert cp.registration_paths(centre, DAWA).guided_by is None


def test_dawa_by_profit_status_with_details_left_to_the_province() -> None:
    non = cp.registration_paths(applicant(NON), DAWA)
    assert [path.registrar for path in non.paths] == [
        cp.Body.CIVIL_AFFAIRS,  # 附件1 第5段
        cp.Body.ADMIN_APPROVAL,  # 附件1 第4段: 依职权
    ]
    assert [path.level for path in non.paths] == [None, None]
    assert non.missing == ("approval_office_has_power",)
    assert (non.unassigned, non.deferred_to) == ((cp.Body.STAFFING,), "辽政办发〔2020〕12号")
    no_power = {"approval_office_has_power": False}
    both = cp.registration_paths(applicant(FOR, COMPANY, **no_power), DAWA)
    (market,) = both.paths  # 附件1 第14段
    assert (market.registrar, market.business_scope) == (cp.Body.MARKET_REGULATION, None)
    assert [step.id for step in market.steps] == ["register", "push"]  # filing is not stated
    assert both.filing_office is None
    # Never another document's split: a public institution is not sent to STAFFING here.
    public = cp.registration_paths(applicant(NON, PUBLIC, **no_power), DAWA)
    assert [path.registrar for path in public.paths] == [cp.Body.CIVIL_AFFAIRS]


def test_baodi_names_offices_and_leaves_the_split_to_tianjin() -> None:
    found = cp.registration_paths(applicant(NON), BAODI)
    assert (found.paths, found.missing) == ((), ())
    assert found.unassigned == (
        cp.Body.STAFFING,
        cp.Body.CIVIL_AFFAIRS,
        cp.Body.MARKET_REGULATION,
    )
    assert found.filing_office is cp.Body.HEALTH
    assert found.deferred_to == "天津市促进3岁以下婴幼儿照护服务发展实施细则"


def test_a_document_that_is_silent_says_nothing() -> None:
    found = cp.registration_paths(applicant(NON), cp.get_plan("bda_2017"))
    assert (found.paths, found.unassigned, found.deferred_to) == ((), (), None)
    assert not found.registration_stated
    overseen = cp.registration_paths(cp.ToddlerClass(), DAWA)
    assert (overseen.managed_by, overseen.missing) == (None, ())


def test_wrong_subjects_are_input_errors() -> None:
    with pytest.raises(cp.InvalidInput) as error:
        cp.registration_paths(cp.Venue(), SHIYAN)
    assert error.value.problems[0].path == "applicant"
    with pytest.raises(cp.InvalidInput):
        cp.registration_paths(applicant(NON), "shiyan_2021")  # type: ignore[arg-type]
    with pytest.raises(cp.NotFound):
        cp.registration_paths(applicant(NON), SHIYAN, readings={"office": "any_named"})


def test_facts_without_a_bounded_domain_stay_missing() -> None:
    """A route may depend on a fact that cannot be tried value by value."""
    full_day = cp.has(facts(cp.Applicant).service_modes, cp.ServiceMode.FULL_DAY)
    clause = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A."))
    title = cp.Text(zh="某县方案", en="A county's plan")
    routes = (
        w.Route(clause=clause, registrar=cp.Body.HEALTH, level=None, condition=full_day),
        w.Route(
            clause=clause,
            part="b",
            registrar=cp.Body.EDUCATION,
            level=None,
            condition=cp.not_(full_day),
        ),
    )
    plan = cp.Plan(
        id="x",
        document=w.Document(title=title, issuer=title),
        clauses=(clause,),
        registration=w.Registration(clause=clause, routes=routes),
    )
    found = cp.registration_paths(applicant(), plan)
    assert len(found.paths) == 2
    assert found.missing == ("service_modes",)
    stated = cp.registration_paths(applicant(service_modes={cp.ServiceMode.HOURLY}), plan)
    assert [path.registrar for path in stated.paths] == [cp.Body.EDUCATION]


OURS = facts(cp.Applicant)


def one_route(condition: Criterion) -> cp.Plan:
    """Make a plan of one office that registers on a condition."""
    clause = w.Clause("1", "一", w.Modality.MUST, cp.Text(zh="甲", en="A."))
    title = cp.Text(zh="某县方案", en="A county's plan")
    route = w.Route(clause=clause, registrar=cp.Body.HEALTH, level=None, condition=condition)
    return cp.Plan(
        id="x",
        document=w.Document(title=title, issuer=title),
        clauses=(clause,),
        registration=w.Registration(clause=clause, routes=(route,)),
    )


@pytest.mark.parametrize(
    ("merged", "zone", "offices", "missing"),
    [
        # (a and b) or (not a and not b): each alone leaves it open, so both are asked for.
        (None, None, 1, ("approval_powers_merged", "in_special_zone")),
        (True, None, 1, ("in_special_zone",)),
        (False, None, 1, ("in_special_zone",)),
        (None, True, 1, ("approval_powers_merged",)),
        (None, False, 1, ("approval_powers_merged",)),
        # By the table of the equivalence: settled one way or the other.
        (True, True, 1, ()),
        (False, False, 1, ()),
        (True, False, 0, ()),
        (False, True, 0, ()),
    ],
)
def test_facts_that_decide_only_together_narrow(
    merged: bool | None, zone: bool | None, offices: int, missing: tuple[str, ...]
) -> None:
    a, b = OURS.approval_powers_merged, OURS.in_special_zone
    alike = cp.any_of(cp.all_of(a, b), cp.all_of(cp.not_(a), cp.not_(b)))
    found = cp.registration_paths(applicant(None, None, merged, zone), one_route(alike))
    assert (len(found.paths), found.missing) == (offices, missing)
    assert tuple(fact for path in found.paths for fact in path.missing) == missing


@pytest.mark.parametrize(
    ("form", "offices", "missing"),
    [
        # Civil Code 76: no company is non-profit, so the form takes the office away by itself.
        (None, 1, ("profit_status", "legal_form")),
        (OTHER, 1, ("profit_status",)),
        (SOCIAL, 1, ()),  # 87: it can only be non-profit
        (COMPANY, 0, ()),
    ],
)
def test_a_fact_that_decides_by_what_it_contradicts_narrows(
    form: cp.LegalForm | None, offices: int, missing: tuple[str, ...]
) -> None:
    found = cp.registration_paths(applicant(None, form), one_route(OURS.profit_status == NON))
    assert (len(found.paths), found.missing) == (offices, missing)


@given(nouns(cp.Institution), st.sampled_from([SHIYAN, DAWA, BAODI]), st.sampled_from(["zh", "en"]))
def test_institutions_are_assessed_and_explained(
    subject: cp.Institution, plan: cp.Plan, language: str
) -> None:
    assessment = cp.assess(subject, plan)
    assert assessment.findings
    assert all(f.clause in plan.clauses for f in assessment.findings)
    assert assessment.document.get(language) in assessment.explain(language)


def test_without_rules_of_registration_there_is_no_path() -> None:
    assert find(Facts(cp.Applicant()), None, {}).paths == ()
