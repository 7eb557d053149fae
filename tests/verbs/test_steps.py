"""Steps that are conditional, alternative or taken again: which are open, and by which day.

The registration is `filing.FILING`; days are counted by hand from the calendar of 2025.
"""

from datetime import date
from typing import Any

import attrs
import pytest
from filing import FILING, SPRING, path
from small_plans import MUST, TITLE, plan_of

import careplan as cp
from careplan import writing as w
from careplan.base.messages import show
from careplan.criteria.wording.criteria import describe
from careplan.results import PathDue

FRIDAY = date(2025, 1, 3)


def ids(steps: Any) -> list[str]:
    return [step.id for step in steps]


@pytest.mark.parametrize(
    ("zone", "steps", "before_filing"),
    [
        (True, 7, ("register", "zone")),
        (False, 6, ("register",)),
        (None, 7, ("register", "zone")),  # perhaps it is asked for
    ],
)
def test_a_step_is_for_whom_it_says(
    zone: bool | None, steps: int, before_filing: tuple[str, ...]
) -> None:
    found = path(in_special_zone=zone)
    assert len(found.steps) == steps
    filing = next(step for step in found.steps if step.id == "file")
    assert filing.after == before_filing
    assert found.missing == (("in_special_zone",) if zone is None else ())
    # What narrows no path is not asked for of all paths together.
    asked = cp.registration_paths(cp.Applicant(in_special_zone=zone), FILING)
    assert asked.missing == ()


@pytest.mark.parametrize(
    ("done", "following", "standing"),
    [
        (set(), ["register"], []),
        ({"register"}, ["zone"], []),
        ({"register", "zone"}, ["file"], []),
        ({"register", "zone", "file"}, ["receipt", "notice"], []),
        # One of two is taken, and what comes after both comes after either.
        ({"register", "zone", "file", "receipt"}, ["publish"], ["update"]),
        ({"register", "zone", "file", "notice"}, ["publish"], []),
        ({"register", "zone", "file", "receipt", "publish"}, [], ["update"]),
        ({"register", "zone", "file", "receipt", "publish", "update"}, [], ["update"]),
    ],
)
def test_what_is_open(done: set[str], following: list[str], standing: list[str]) -> None:
    found = path(in_special_zone=True)
    assert ids(found.next(done)) == following
    assert ids(found.standing(done)) == standing


@pytest.mark.parametrize(
    ("done", "paths"),
    [
        ({"file"}, ["done.file"]),  # register is not done
        ({"register", "file", "receipt", "notice"}, ["done.notice"]),
        ({"register", "file", "publish"}, ["done.publish"] * 2),  # neither of the two
        ({"register", "update"}, ["done.update"]),
        ("register", ["done"]),
        (5, ["done"]),
    ],
)
def test_what_cannot_have_been_done(done: Any, paths: list[str]) -> None:
    for ask in (path(in_special_zone=False).next, path(in_special_zone=False).standing):
        with pytest.raises(cp.InvalidInput) as refused:
            ask(done)
        assert [problem.path for problem in refused.value.problems] == paths


def test_an_unknown_step_is_named() -> None:
    found = path()
    for ask in (found.next, found.standing, lambda done: found.due(None, done=done)):
        with pytest.raises(cp.NotFound, match="did you mean file"):
            ask({"fil": FRIDAY})
    with pytest.raises(cp.NotFound):  # it waits for nothing
        found.due(None, events={"file": FRIDAY})


def days(due: PathDue) -> dict[str, date | None]:
    return {one.step.id: one.day for one in due}


def test_every_step_from_the_day_the_path_begins() -> None:
    due = path(in_special_zone=False).due(FRIDAY, SPRING)
    # A month from the 3rd is Monday the 3rd of February, off; the first day worked is the 5th.
    assert days(due) == {
        "register": date(2025, 2, 5),
        "file": None,
        "receipt": None,
        "notice": None,
        "publish": None,
        "update": None,
    }
    # Nobody knows when it is filed, as that has no days; and a change has a day of its own.
    assert {one.step.id: one.missing for one in due if one.missing} == {
        "receipt": ("file",),
        "notice": ("file",),
        "publish": ("file",),
        "update": ("update",),
    }
    assert due.missing == ("file", "update")
    assert len(due) == 6


def test_days_of_what_is_done() -> None:
    done = {"register": date(2025, 1, 6), "file": date(2025, 1, 10)}
    due = path(in_special_zone=False).due(
        FRIDAY, SPRING, done=done, events={"update": date(2025, 3, 3)}
    )
    assert days(due) == {
        "register": date(2025, 2, 5),
        "file": None,
        "receipt": date(2025, 1, 17),  # five working days after Friday the 10th
        "notice": date(2025, 1, 26),  # 15 days: the 25th is a Saturday, Sunday is made up
        "publish": date(2025, 2, 5),  # 20 days from filing: the 30th, in the holiday
        "update": date(2025, 3, 17),  # ten working days after Monday the 3rd
    }
    assert due.missing == ()
    assert due["register"].done_on == date(2025, 1, 6)
    assert not any(one.at_latest for one in due)
    assert due["publish"].due.start == date(2025, 1, 10)  # type: ignore[union-attr]  # it is known


@pytest.mark.parametrize(
    ("taken", "other", "day", "outcome"),
    [
        # Due on Friday the 17th: on the day, and a day after it.
        ("receipt", "notice", date(2025, 1, 17), cp.Outcome.MET),
        ("receipt", "notice", date(2025, 1, 18), cp.Outcome.NOT_MET),
        ("notice", "receipt", date(2025, 1, 26), cp.Outcome.MET),
    ],
)
def test_what_was_taken_in_time_and_what_it_replaces(
    taken: str, other: str, day: date, outcome: cp.Outcome
) -> None:
    filed = {"file": date(2025, 1, 10)}
    due = path(in_special_zone=False).due(FRIDAY, SPRING, done={**filed, taken: day})
    assert (due[taken].outcome, due[taken].done_on) == (outcome, day)
    assert (due[other].outcome, due[other].replaced_by) == (cp.Outcome.NOT_APPLICABLE, taken)
    assert (due[other].day, due[other].missing) == (None, ())
    assert f"已由“步骤{taken}”代替" in due.explain("zh")
    limit = show(date(2025, 1, 17), "zh")
    late = f"已于{show(day, 'zh')}完成，晚于期限{limit}"
    assert (late in due.explain("zh")) is (outcome is cp.Outcome.NOT_MET)
    assert (due["file"].outcome, due["publish"].outcome) == (
        cp.Outcome.NOT_APPLICABLE,  # it has no limit
        cp.Outcome.UNKNOWN,
    )
    text = cp.codec.dumps(due)
    assert cp.codec.loads(text, PathDue) == due
    data = cp.codec.unstructure(due)
    (number,) = (place for place, one in enumerate(due) if one.replaced_by is not None)
    data["steps"][number]["replaced_by"] = "nobody"
    with pytest.raises(cp.InvalidInput) as refused:
        cp.codec.structure(data, PathDue)
    assert [one.path for one in refused.value.problems] == [f"steps[{number}].replaced_by"]


def test_what_follows_only_what_was_replaced_never_comes() -> None:
    first = w.limit(1, w.DAYS)
    found = route_of(
        w.Step(**ACTS, key="a", part="a"),
        w.Step(**ACTS, key="b", part="b", instead_of="a"),
        w.Step(**ACTS, key="c", part="c", after=("a",), limit=first),
        w.Step(**ACTS, key="d", part="d", after=("a", "b"), limit=first),
    )
    due = found.due(None, SPRING, done={"b": date(2025, 1, 6)})
    assert (due["c"].day, due["c"].missing, due["d"].day) == (None, (), date(2025, 1, 7))


def test_a_limit_runs_on_from_the_last_day_of_what_comes_before() -> None:
    first = w.limit(1, w.DAYS)
    found = route_of(
        w.Step(**ACTS, key="a", part="a", limit=first),
        w.Step(**ACTS, key="b", part="b", limit=first, after=("a",)),
        w.Step(**ACTS, key="c", part="c", limit=first, instead_of="b", after=("a",)),
        w.Step(**ACTS, key="d", part="d", limit=first, after=("b", "c")),
        w.Step(**ACTS, key="e", part="e"),
        w.Step(**ACTS, key="f", part="f", limit=first, after=("e",)),
    )
    # Monday the 6th begins it; each step has a day.
    due = found.due(date(2025, 1, 6), SPRING)
    monday = {"a": 7, "b": 8, "c": 8, "d": 9, "f": 7}
    assert {one.step.id: one.day.day for one in due if one.day is not None} == monday
    assert [one.step.id for one in due if one.at_latest] == ["b", "c", "d"]
    # What was taken counts, and not its alternative.
    due = found.due(date(2025, 1, 6), SPRING, done={"c": date(2025, 1, 13)})
    assert (due["d"].day, due["d"].at_latest) == (date(2025, 1, 14), False)
    # Without a beginning the first step has no day, and neither has what rests on it.
    due = found.due(None, SPRING)
    assert {one.step.id: one.missing for one in due} == {
        "a": ("start",),
        "b": ("a",),
        "c": ("a",),
        "d": ("b", "c"),
        "e": (),
        "f": ("e",),
    }
    # Without a calendar nothing has.
    assert found.due(date(2025, 1, 6)).missing == ("calendar", "a", "b", "c")


@pytest.mark.parametrize(
    ("given", "paths"),
    [
        ({"start": "2025-01-03"}, ["start"]),
        ({"start": FRIDAY, "calendar": 5}, ["calendar"]),
        ({"start": FRIDAY, "done": [FRIDAY]}, ["done"]),
        ({"start": 5, "done": {"file": None}, "events": {"update": 5}}, None),
        ({"start": FRIDAY, "done": {"receipt": FRIDAY, "notice": FRIDAY}}, ["done.notice"]),
        (
            {
                "start": FRIDAY,
                "done": {"file": date(2025, 1, 2)},
                "events": {"update": date(2025, 1, 2)},
            },
            ["done.file", "events.update"],  # before the path began
        ),
        (
            {"start": None, "done": {"register": FRIDAY, "file": date(2025, 1, 2)}},
            ["done.file"],
        ),
    ],
)
def test_refused_days(given: dict[str, Any], paths: list[str] | None) -> None:
    with pytest.raises(cp.InvalidInput) as refused:
        path(in_special_zone=False).due(**given)
    expected = ["start", "done.file", "events.update"] if paths is None else paths
    assert [problem.path for problem in refused.value.problems] == expected


DAYS = {
    "register": (1, 3),
    "file": (1, 10),
    "receipt": (1, 17),
    "notice": (1, 26),
    "publish": (2, 5),
}


def test_words() -> None:
    found = path()
    said = found.explain("zh")
    zone = describe(found.steps[1].condition, "zh")
    assert f"    一；未规定期限；适用于{zone}的" in said.split("\n")
    assert "    一；15日内；可代替“步骤receipt”" in said.split("\n")
    assert "  步骤update：每遇登记变更时办" in said.split("\n")
    due = found.due(None, SPRING, done={"register": FRIDAY, "file": date(2025, 1, 10)})
    lines = due.explain("zh").split("\n")
    days = {name: show(date(2025, *day), "zh") for name, day in DAYS.items()}
    assert lines[0] == f"最近的期限是{days['receipt']}：步骤receipt。"
    assert [line for line in lines[1:] if not line.startswith(" ")] == [
        f"步骤register：已于{days['register']}完成",
        "步骤zone：未规定期限",
        f"步骤file：已于{days['file']}完成",
        f"步骤receipt：最迟{days['receipt']}（自收到之日起5个工作日内）",
        f"步骤notice：最迟{days['notice']}（15日内）",
        f"步骤publish：最迟{days['publish']}（20日内）",
        "步骤update：10个工作日内；截止日待定：须知道登记变更的日期",
    ]
    assert "the day on which step file is done" in found.due(FRIDAY, SPRING).explain("en")
    assert "须有覆盖这些日期的工作日历" in found.due(FRIDAY).explain("zh")
    assert "须知道起算日" in found.due(None).explain("zh")


ACTS: dict[str, Any] = {
    "clause": MUST,
    "action": TITLE,
    "actor": cp.Party.INSTITUTION,
    "before": cp.Body.HEALTH,
}


def route_of(*steps: w.Step, **facts: Any) -> Any:
    """Return the only path, of an applicant with these facts, in a plan with these steps."""
    route = w.Route(
        clause=MUST, part="r", registrar=cp.Body.HEALTH, level=None, condition=cp.all_of()
    )
    registration = w.Registration(clause=MUST, routes=(route,), steps=steps)
    plan = attrs.evolve(plan_of(), registration=registration)
    (found,) = cp.registration_paths(cp.Applicant(**facts), plan).paths
    return found


def test_what_follows_a_step_that_is_left_out_follows_what_that_follows() -> None:
    zone = cp.facts(cp.Applicant).in_special_zone
    found = route_of(
        w.Step(**ACTS, key="a", part="a"),
        w.Step(**ACTS, key="b", part="b", after=("a",), applies=zone),
        w.Step(**ACTS, key="c", part="c", after=("b",), applies=zone),
        w.Step(**ACTS, key="d", part="d", after=("c",), limit=w.limit(5, w.DAYS, since="c")),
        w.Step(**ACTS, key="e", part="e", after=("d",), limit=w.limit(5, w.DAYS, since="a")),
        in_special_zone=False,
    )
    assert {step.id: step.after for step in found.steps} == {"a": (), "d": ("a",), "e": ("d",)}
    # A limit from the day of a step that is left out is one from what comes before.
    due = found.due(None, SPRING, done={"a": date(2025, 1, 6)})
    assert (due["d"].day, due["e"].day) == (date(2025, 1, 13),) * 2  # the 11th is a Saturday


def test_an_alternative_to_what_is_left_out_is_none() -> None:
    zone = cp.facts(cp.Applicant).in_special_zone
    steps = (
        w.Step(**ACTS, key="a", part="a", applies=zone),
        w.Step(**ACTS, key="b", part="b", instead_of="a"),
        w.Step(**ACTS, key="c", part="c", instead_of="a", applies=zone),
    )
    only = route_of(*steps, in_special_zone=False)
    assert [(step.id, step.instead_of) for step in only.steps] == [("b", None)]
    every = route_of(*steps, in_special_zone=True)
    assert [step.instead_of for step in every.steps] == [None, "a", "a"]


@pytest.mark.parametrize(
    ("changed", "paths"),
    [
        ({"after": ("x",)}, ["steps[1].after"]),
        ({"limit": w.limit(5, w.DAYS, since="x")}, ["steps[1].limit.since"]),
        ({"instead_of": "x"}, ["steps[1].instead_of"]),
        ({"instead_of": "b"}, ["steps[1].instead_of"]),  # itself
        ({"after": ("c",)}, ["steps[1].after"]),  # c stands, and is never done for good
        ({"limit": w.limit(5, w.DAYS, since="c")}, ["steps[1].limit.since"]),
        ({"limit": w.limit(5, w.DAYS, since="b")}, ["steps"]),  # from its own day
        ({"instead_of": "d"}, ["steps[1].instead_of"]),  # which stands in for another itself
    ],
)
def test_steps_that_name_no_step_for_them(changed: dict[str, Any], paths: list[str]) -> None:
    event = w.Text(zh="变更")
    with pytest.raises(cp.InvalidInput) as refused:
        w.Registration(
            clause=MUST,
            steps=(
                w.Step(**ACTS, key="a"),
                w.Step(**{**ACTS, "key": "b", **changed}),
                w.Step(**ACTS, key="c", whenever=event),
                w.Step(**ACTS, key="d", instead_of="a"),
                w.Step(**ACTS, key="e", whenever=event, after=("c",)),  # which may
            ),
        )
    assert [problem.path for problem in refused.value.problems] == paths


def test_json() -> None:
    for one in (path(), path().due(FRIDAY, SPRING, done={"file": date(2025, 1, 10)}), FILING):
        assert cp.codec.loads(cp.codec.dumps(one), type(one)) == one


def test_an_answer_whose_steps_go_round_is_refused() -> None:
    data = cp.codec.unstructure(path())
    data["steps"][0]["after"] = ["file"]
    with pytest.raises(cp.InvalidInput) as refused:
        cp.codec.structure(data, type(path()))
    assert [problem.path for problem in refused.value.problems] == ["steps"]


def test_a_step_under_a_reading_is_taken_under_it_only() -> None:
    which = w.question(
        "who", "1", "谁推送", "Who pushes?", one=("甲", "one"), other=("乙", "other")
    )
    clause = w.clause(
        "1",
        "一",
        w.MUST,
        "登记",
        w.registration(
            routes=(w.route(cp.Body.HEALTH, None, cp.all_of()),),
            steps=(
                w.step("a", "甲", actor=cp.Body.HEALTH, before=cp.Body.FINANCE, part="a"),
                w.step(
                    "b",
                    "乙",
                    actor=cp.Body.HEALTH,
                    before=cp.Body.FINANCE,
                    part="b",
                    under=(which, "other"),
                ),
            ),
        ),
    )
    plan = cp.Plan.of("own", "办法", (clause,), issuer="某县", questions=which)
    steps = {
        option: ids(
            cp.registration_paths(cp.Applicant(), plan, readings={"who": option}).paths[0].steps
        )
        for option in ("one", "other")
    }
    assert steps == {"one": ["a"], "other": ["a", "b"]}


# --- time that passes --------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class Founded(cp.Applicant):
    """An applicant with the day it was founded."""

    founded_on: date | None = w.day("成立日期", "founded on")


founded = cp.facts(Founded)
HALF_A_YEAR = cp.elapsed(founded.founded_on, months=6)
BY_AGE = cp.Plan.of(
    "by_age",
    "办法",
    (
        w.clause(
            "1",
            "一",
            w.MUST,
            "满半年的在卫健登记，其余的在财政登记",
            w.registration(
                routes=(
                    w.route(cp.Body.HEALTH, None, HALF_A_YEAR, part="old"),
                    w.route(cp.Body.FINANCE, None, ~HALF_A_YEAR, part="new"),
                )
            ),
        ),
    ),
    issuer="某县",
)


@pytest.mark.parametrize(
    ("founded_on", "day", "registrars", "missing"),
    [
        # Six months from 1 January are over on 1 July.
        (date(2024, 1, 1), date(2024, 6, 30), ["FINANCE"], ()),
        (date(2024, 1, 1), date(2024, 7, 1), ["HEALTH"], ()),
        (date(2024, 1, 1), None, ["HEALTH", "FINANCE"], ("on",)),
        (None, date(2024, 7, 1), ["HEALTH", "FINANCE"], ("founded_on",)),
        (None, None, ["HEALTH", "FINANCE"], ("founded_on", "on")),
    ],
)
def test_routes_by_the_day_asked(
    founded_on: date | None, day: date | None, registrars: list[str], missing: tuple[str, ...]
) -> None:
    found = cp.registration_paths(Founded(founded_on=founded_on), BY_AGE, on=day)
    assert [one.registrar.name for one in found.paths] == registrars
    assert (found.missing, found.on) == (missing, day)
    assert ("所问之日" in found.explain("zh")) is ("on" in missing)
    text = cp.codec.dumps(found)
    assert cp.codec.loads(text, type(found), nouns=[Founded]) == found
    with pytest.raises(cp.InvalidInput):
        cp.registration_paths(Founded(), BY_AGE, on="2024-07-01")  # type: ignore[arg-type]


def test_scope_and_oversight_hold_for_a_time() -> None:
    year = (date(2024, 1, 1), date(2024, 12, 31))
    plan = cp.Plan.of(
        "own",
        "办法",
        (
            w.clause(
                "1",
                "一",
                w.MUST,
                "登记",
                w.registration(
                    routes=(w.route(cp.Body.HEALTH, None, cp.all_of()),),
                    scope=w.scope("托育服务", applies=cp.all_of(), modes=None, within=year),
                    oversight=(
                        w.oversight(cp.ToddlerClass, managed_by=cp.Body.EDUCATION, within=year),
                    ),
                ),
            ),
        ),
        issuer="某县",
    )
    for day, scope, manager in (
        (year[1], "托育服务", cp.Body.EDUCATION),
        (date(2025, 1, 1), None, None),
    ):
        (found,) = cp.registration_paths(cp.Applicant(), plan, on=day).paths
        assert found.business_scope == scope
        assert cp.registration_paths(cp.ToddlerClass(), plan, on=day).managed_by is manager
