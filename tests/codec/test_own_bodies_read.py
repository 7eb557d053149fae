"""JSON of bodies of a caller's own: read where they are passed, and never in the place of ours."""

from typing import Any

import attrs
import pytest
from own_bodies import CENTRE, MARKET, PLAN, CountyBody, CountySite
from refusing import refused

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.codec.known import known_names, shadowed
from careplan.codec.structuring import reader
from careplan.documents.authorities.offices import Office
from careplan.fields.declaring import choice
from careplan.results import Change

codec = cp.codec
OWN: dict[str, Any] = {"nouns": [CountySite], "enums": [CountyBody]}
OFFICE = {"name": "县市场办", "body": "market_office"}


def own(name: str, value: str, zh: str, en: str, *, cls: str = "OtherBody") -> type[w.AnyBody]:
    """Make an enum with one body."""
    return w.AnyBody(cls, {name: (value, zh, en)})  # type: ignore[arg-type,return-value]  # makes an enum


def test_a_plan_of_a_county_with_own_bodies_makes_the_round_trip() -> None:
    text = codec.dumps(PLAN)
    assert '"registrar":"market_office"' in text
    read = codec.loads(text, cp.Plan, **OWN)
    assert read == PLAN
    assert read.tasks_of(MARKET) == PLAN.tasks_of(MARKET)
    assert codec.dumps(read) == text


def test_plans_of_ours_need_nothing_and_mind_nothing() -> None:
    plan = cp.get_plan("baodi_2020")
    text = codec.dumps(plan)
    assert codec.loads(text, cp.Plan) == codec.loads(text, cp.Plan, enums=[CountyBody]) == plan


@pytest.mark.parametrize(
    "said", ["market_office", "MARKET_OFFICE", "市场办", "market office", MARKET]
)
def test_a_body_is_read_by_value_name_or_label(said: str) -> None:
    office = Office("县市场办", MARKET)
    assert codec.structure({**OFFICE, "body": said}, Office, enums=[CountyBody]) == office
    assert codec.structure(said, w.AnyBody, enums=[CountyBody]) is MARKET
    assert codec.structure({**OFFICE, "body": "卫生健康部门"}, Office, enums=[CountyBody]).body is (
        cp.Body.HEALTH
    )


def test_where_a_body_or_a_party_is_asked_for() -> None:
    step = PLAN.registration.steps[1]  # type: ignore[union-attr]  # it has one
    data = codec.unstructure(step)
    assert (data["actor"], data["before"]) == ("care_centre", "market_office")
    assert codec.structure(data, w.Step, enums=[CountyBody]) == step
    data["actor"] = "registrar"
    assert codec.structure(data, w.Step, enums=[CountyBody]).actor is cp.Party.REGISTRAR


def test_it_has_to_be_passed() -> None:
    text = codec.dumps(attrs.evolve(PLAN, registration=None))
    assert ("offices.县市场办.body", "not_a_member") in refused(codec.loads, text, cp.Plan)
    with pytest.raises(InvalidInput) as caught:
        codec.structure({**OFFICE, "body": "health_office"}, Office)
    (problem,) = caught.value.problems
    assert "expected one of health, education" in problem.text("en")


def test_the_known_members_are_named_and_the_near_one_is_suggested() -> None:
    with pytest.raises(InvalidInput) as caught:
        codec.structure({**OFFICE, "body": "market_ofice"}, Office, enums=[CountyBody])
    assert "did you mean market_office?" in caught.value.problems[0].text("en")
    with pytest.raises(InvalidInput) as caught:
        codec.structure({**OFFICE, "body": "market_ofice"}, Office)
    assert "did you mean" not in caught.value.problems[0].text("en")


def test_what_was_observed_names_the_enum() -> None:
    for change in (Change("body", MARKET), Change("bodies", frozenset({MARKET, CENTRE}))):
        text = codec.dumps(change)
        assert codec.loads(text, Change, enums=[CountyBody]) == change
        assert codec.loads(text, Change, nouns=[CountySite]) == change  # the enum of a fact
        assert [code for _, code in refused(codec.loads, text, Change)] == [
            "not_a_member"
        ] * text.count("CountyBody")


def test_an_enum_of_no_bodies_may_be_passed_as_well() -> None:
    class Sky(w.Labelled):
        HEALTH = ("health", "晴", "clear")  # no body, so it stands in nobody's place

    change = Change("sky", Sky.HEALTH)
    assert codec.loads(codec.dumps(change), Change, enums=[Sky]) == change
    assert codec.structure({**OFFICE, "body": "health"}, Office, enums=[Sky]).body is cp.Body.HEALTH


def test_a_converter_for_a_callers_own_classes() -> None:
    @attrs.frozen
    class Register:
        """A caller's own class."""

        office: Office
        body: CountyBody

    register = Register(Office("县市场办", MARKET), CENTRE)
    data = {"office": {**OFFICE, "own_name": False}, "body": "care_centre"}
    converter = codec.converter(enums=(enum for enum in [CountyBody]))
    assert converter.unstructure(register) == data
    assert converter.structure(data, Register) == register
    assert converter.structure(data, Register) == register  # nothing was used up
    # What a class of the caller's names by itself is known; what an office holds has to be passed.
    with pytest.raises(
        InvalidInput, match=r"^office\.body: .*; pass an enum of your own as enums=$"
    ):
        codec.converter().structure(data, Register)


def test_what_is_known_of_one_reader_is_not_of_another() -> None:
    assert reader((), (CountyBody,)) is reader((), (CountyBody,))
    assert reader((), (CountyBody,)) is not reader()
    assert reader((), (CountyBody,)).known.options(w.AnyBody) == (cp.Body, CountyBody)
    assert reader().known.options(w.AnyBody, cp.Party) == (cp.Body, cp.Party)
    assert reader().known.options(w.Labelled, w.Unordered) == (w.Labelled, w.Unordered)


# --- schema ---------------------------------------------------------------------------------


def test_the_schema_names_them_where_a_body_is_asked_for() -> None:
    ours = codec.schema(Office)["$defs"]["Office"]["properties"]["body"]["enum"]
    with_own = codec.schema(Office, enums=[CountyBody])["$defs"]["Office"]["properties"]["body"]
    names = {"market_office", "MARKET_OFFICE", "市场办", "market office"}
    assert set(with_own["enum"]) - set(ours) > names
    assert set(ours) < set(with_own["enum"])
    step = codec.schema(w.Step, enums=[CountyBody])["$defs"]["Step"]["properties"]["actor"]["enum"]
    assert {*names, "registrar", "health"} <= set(step)


# --- names that are taken -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "zh", "en", "taken"),
    [
        ("CLINIC", "health", "诊所", "clinic", ["health"]),
        ("HEALTH", "clinic", "诊所", "clinic", ["HEALTH"]),
        ("CLINIC", "clinic", "卫生健康部门", "our clinic", ["卫生健康部门"]),
        ("CLINIC", "clinic", "诊所", "tax authority", ["tax authority"]),
        ("CLINIC", "TAX", "诊所", "a clinic", ["TAX"]),
        ("CLINIC", "clinic", "health", "a clinic", ["health"]),
        # Where a body may act a party may: its names are taken, too.
        ("REGISTRAR", "clinic", "诊所", "clinic", ["REGISTRAR"]),
        ("CLINIC", "institution", "托育机构", "a clinic", ["institution", "托育机构"]),
        ("CLINIC", "clinic", "诊所", "a clinic", []),
        ("CLINIC", "clinic", "", "", []),
    ],
)
def test_what_would_be_read_as_ours_is_neither_read_nor_written(
    name: str, value: str, zh: str, en: str, taken: list[str]
) -> None:
    enum = own(name, value, zh, en)
    office = Office("诊所", enum(value))
    assert sorted(shadowed(enum)) == sorted(taken)
    if not taken:
        text = codec.dumps(office)
        assert codec.loads(text, Office, enums=[enum]) == office
        return
    problems = [("enums", "shadows")] * len(taken)
    for call, args in (
        (codec.loads, ("{}", Office)),
        (codec.structure, (OFFICE, Office)),
        (codec.schema, (Office,)),
        (codec.converter, ()),
    ):
        assert refused(call, *args, enums=[enum]) == problems
    with pytest.raises(InvalidInput) as caught:
        codec.schema(Office, enums=[enum])
    assert [one.value for one in caught.value.problems] == sorted(taken)
    assert refused(codec.dumps, office) == [("body", "shadows")]
    assert refused(codec.dumps, Change("body", enum(value))) == [("observed", "shadows")]
    plan = attrs.evolve(PLAN, offices={"诊所": office})
    assert refused(codec.dumps, plan) == [("offices.诊所.body", "shadows")]


def test_a_label_that_stands_twice_in_it_takes_none_of_ours() -> None:
    twice = w.AnyBody("Twice", {"A": ("a", "民政部门", ""), "B": ("b", "民政部门", "")})  # type: ignore[arg-type]  # makes an enum
    assert refused(codec.structure, OFFICE, Office, enums=[twice]) == [("enums", "shadows")]


def test_an_enum_named_as_ours() -> None:
    enum = own("CLINIC", "clinic", "诊所", "clinic", cls="Body")
    assert refused(codec.schema, Office, enums=[enum]) == [("enums", "shadows")]
    assert refused(codec.dumps, Office("诊所", enum("clinic"))) == [("body", "shadows")]
    assert codec.schema(Office, enums=[cp.Body, CountyBody, CountyBody]) == codec.schema(
        Office, enums=[CountyBody]
    )


@pytest.mark.parametrize(
    ("name", "value", "zh", "en", "taken"),
    [
        ("OTHER", "market_office", "别的", "another", "market_office"),
        ("MARKET_OFFICE", "other", "别的", "another", "MARKET_OFFICE"),
        ("OTHER", "other", "市场办", "another", "市场办"),
        ("OTHER", "other", "别的", "market office", "market office"),
    ],
)
def test_two_enums_of_a_callers_own_share_no_name(
    name: str, value: str, zh: str, en: str, taken: str
) -> None:
    other = own(name, value, zh, en)
    with pytest.raises(InvalidInput) as caught:
        codec.loads(codec.dumps(PLAN), cp.Plan, nouns=[CountySite], enums=[CountyBody, other])
    assert [(one.path, one.code, one.value) for one in caught.value.problems] == [
        ("enums", "shadows", taken)
    ]
    assert taken in caught.value.problems[0].text("zh")
    assert codec.dumps(Office("别的", other(value)))  # alone it can be read


def test_enums_of_facts_are_held_to_the_same() -> None:
    enum = own("CLINIC", "health", "诊所", "clinic")

    @attrs.frozen(kw_only=True)
    class Ward(cp.Noun):
        """A noun with a body that cannot be told from ours."""

        run_by: Any = choice(enum, "由谁办", "run by")

    assert refused(codec.structure, {}, Ward, nouns=[Ward]) == [("nouns", "shadows")]
    # What is wrong already with the noun is not said of the enum again.
    assert refused(known_names, [Ward], [enum]) == [("nouns", "shadows")]
    assert refused(codec.dumps, Ward(run_by=enum("health"))) == [("run_by", "shadows")]


def test_a_base_of_bodies_between() -> None:
    class TownBody(w.AnyBody):
        """A base of its own, derived from ours."""

    class OldTown(TownBody):
        MARKET = ("old_market", "老街市场办", "old market")

    assert codec.structure("old_market", TownBody, enums=[OldTown]) is OldTown.MARKET
    assert codec.structure("old_market", w.AnyBody, enums=[OldTown]) is OldTown.MARKET
    assert refused(codec.structure, "health", TownBody, enums=[OldTown]) == [("", "not_a_member")]
    assert refused(codec.structure, "health", TownBody) == [("", "not_a_member")]


# --- what is no enum ------------------------------------------------------------------------


def test_what_is_no_enum_is_refused() -> None:
    odd: list[Any] = [3, "CountyBody", int, cp.Venue, MARKET, [], {}]
    wrong = [(f"enums[{index}]", "wrong_type") for index in range(len(odd))]
    assert refused(codec.structure, {}, cp.Venue, enums=odd) == wrong
    assert refused(codec.loads, "{}", cp.Venue, enums=odd) == wrong
    assert refused(codec.schema, cp.Venue, enums=odd) == wrong
    assert refused(codec.converter, enums=odd) == wrong
    assert refused(codec.structure, {}, cp.Venue, enums=3) == [("enums", "wrong_type")]
    both = refused(codec.schema, cp.Venue, nouns=[CountyBody], enums=[CountySite, w.AnyBody])
    assert both == [("nouns[0]", "wrong_type"), ("enums[0]", "wrong_type")]


@pytest.mark.parametrize("base", [w.AnyBody, w.Labelled, w.Unordered])
def test_a_base_names_no_member(base: Any) -> None:
    found = refused(codec.schema, cp.Venue, enums=[CountyBody, base])
    assert found == [("enums[1]", "nothing_listed")]


def test_what_is_read_without_what_is_ones_own_says_how_it_is_passed() -> None:
    with pytest.raises(InvalidInput) as caught:
        codec.structure(codec.unstructure(PLAN), cp.Plan)
    of_nouns = [one for one in caught.value.problems if one.path.endswith(".noun")]
    of_bodies = [one for one in caught.value.problems if one.path.endswith(".registrar")]
    assert of_nouns
    assert of_bodies
    assert all("; pass a noun of your own as nouns=" in one.text("en") for one in of_nouns)
    assert all("；自有的名词须一并传入" in one.text("zh") for one in of_nouns)
    assert all("; pass an enum of your own as enums=" in one.text("en") for one in of_bodies)
    assert all("；自有的枚举须一并传入" in one.text("zh") for one in of_bodies)
    # What was probably meant goes before.
    with pytest.raises(InvalidInput, match=r"did you mean health\?"):
        codec.structure(codec.unstructure(PLAN) | {"offices": office("helth")}, cp.Plan)


def office(body: str) -> dict[str, object]:
    return {"某办": {"name": "某办", "body": body}}
