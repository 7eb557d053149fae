"""What facts of a caller's own noun cannot be together: said by the noun, heard everywhere."""

import pickle
from collections.abc import Callable, Iterable
from typing import Any

import attrs
import pytest
from refusing import refused

import careplan as cp
from careplan import writing as w
from careplan.base.errors import InvalidInput
from careplan.nouns.catalogue import NOUNS


@attrs.frozen(kw_only=True)
class Works(cp.Employer):
    """An employer with a contradiction of its own beside that of ours."""

    shifts: int | None = w.count("班次", "shifts")
    night_work: bool | None = w.flag("夜班", "night work")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Night work needs two shifts."""
        yield from super().contradictions()
        if self.night_work and self.shifts == 1:
            yield cp.Problem(
                "night_work",
                "own.shifts",
                value=True,
                message=("一班制没有夜班", "one shift, no night"),
            )


def test_own_and_inherited_ones_are_said_together() -> None:
    facts: dict[str, Any] = {"shifts": 1, "night_work": True, "female_employees": 1}
    assert refused(Works, **facts, pregnant_or_nursing_employees=2) == [
        ("pregnant_or_nursing_employees", "contradiction"),
        ("night_work", "own.shifts"),
    ]
    assert Works(shifts=2, night_work=True).night_work
    assert Works(night_work=True).shifts is None


def test_they_are_asked_of_good_values_only() -> None:
    assert refused(Works, shifts=1, night_work="yes") == [("night_work", "wrong_type")]


def test_the_sentence_is_heard_at_every_edge() -> None:
    ways: list[Callable[[], object]] = [
        lambda: Works(shifts=1, night_work=True),
        lambda: attrs.evolve(Works(shifts=1), night_work=True),
        lambda: cp.codec.loads('{"shifts": 1, "night_work": true}', Works),
        lambda: cp.codec.converter(nouns=[Works]).structure(
            {"shifts": 1, "night_work": True}, Works
        ),
    ]
    for make in ways:
        with pytest.raises(InvalidInput) as caught:
            make()
        again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own bytes
        assert [one.text("zh") for one in again.problems] == ["是否夜班：一班制没有夜班"]
        assert [one.text("en") for one in again.problems] == ["night work: one shift, no night"]
        assert [one.located() for one in again.problems] == ["night_work: one shift, no night"]
    with pytest.raises(InvalidInput, match=r"\[1\]\.night_work: one shift, no night"):
        cp.codec.loads('[{}, {"shifts": 1, "night_work": true}]', tuple[Works, ...])


@attrs.frozen(kw_only=True)
class Rota(cp.Noun):
    """A noun whose problems stand where no fact does: in a table of the caller's, and in itself."""

    shifts: int | None = w.count("班次", "shifts")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Say the same of a place that is no fact, and of the whole."""
        for path in ("rota.page", ""):
            yield cp.Problem(path, "own.rota", None, message=("与排班表不符", "is not as the rota"))


def test_a_place_that_is_no_fact_is_said_as_it_is_written() -> None:
    with pytest.raises(InvalidInput) as caught:
        Rota(shifts=1)
    problems = caught.value.problems
    assert [one.path for one in problems] == ["rota.page", ""]
    assert [one.place for one in problems] == [None, None]
    assert [one.text("zh") for one in problems] == ["“rota.page”：与排班表不符", "与排班表不符"]
    assert problems[0].text("en") == "rota.page: is not as the rota"


@attrs.frozen(kw_only=True)
class Stall(cp.Noun):
    """A noun that hands on what is wrong with another, whose fact has a name of its own here."""

    area_m2: Any = w.number("摊位面积", "area of the stall")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Ask a room of no area."""
        try:
            cp.Room(area_m2=-1)
        except InvalidInput as error:
            yield from error.problems


def test_what_is_wrong_with_another_noun_keeps_the_label_of_its_own_fact() -> None:
    with pytest.raises(InvalidInput) as caught:
        Stall(area_m2=3)
    [problem] = caught.value.problems
    assert (problem.path, problem.code) == ("area_m2", "too_small")
    # Room calls it 面积; the stall has 3, and nothing is wrong with that.
    assert problem.text("zh").startswith("面积：")


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (["no night"], "str"),
        ([cp.Problem("shifts", "own.rota", 1, message="夜班"), None], "NoneType"),
        (None, "NoneType"),  # nothing was returned, nor yielded
        (False, "bool"),
    ],
)
def test_what_is_no_problem_is_refused_with_the_name_of_the_noun(given: Any, named: str) -> None:
    @attrs.frozen(kw_only=True)
    class Loose(cp.Noun):
        """A noun that says what is wrong in another form."""

        shifts: int | None = w.count("班次", "shifts")

        def contradictions(self) -> Any:
            """Give what a test says."""
            return given

    said = rf"^Loose\.contradictions yields problems, not {named}: yield Problem\("
    with pytest.raises(TypeError, match=said):
        Loose(shifts=1)


def test_a_fact_cannot_stand_in_its_place() -> None:
    with pytest.raises(InvalidInput) as caught:

        @attrs.frozen(kw_only=True)
        class Odd(cp.Noun):
            """A noun with a fact called like the method."""

            contradictions: bool | None = w.flag("矛盾")  # type: ignore[assignment]

    assert [(one.path, one.code) for one in caught.value.problems] == [("Odd", "shadows")]


@pytest.mark.parametrize("noun", NOUNS)
def test_no_noun_says_it_under_another_name(noun: type[cp.Noun]) -> None:
    # Objects of a document do, and nobody would ask a noun for it.
    assert not hasattr(noun, "_contradictions")


@attrs.frozen(kw_only=True)
class Yard(cp.Noun):
    """A noun that names facts of its parts and items."""

    site: cp.Site | None = w.part(cp.Site, "场地", "yard")
    rooms: tuple[cp.Room, ...] | None = w.items(cp.Room, "室", "room")

    def contradictions(self) -> Iterable[cp.Problem]:
        """Say what is wrong inside of what it holds."""
        said = ("不合适", "does not suit")
        for path in ("site.near_pipeline", "rooms[1].area_m2", "rooms[0].clean", "rooms[0].romm"):
            yield cp.Problem(path, "own.yard", None, message=said)


def test_what_is_wrong_inside_is_named_alike_in_python_and_in_json() -> None:
    def problems(make: Callable[[], object]) -> list[tuple[str, str]]:
        with pytest.raises(InvalidInput) as caught:
            make()
        return [(one.text("zh"), one.text("en")) for one in caught.value.problems]

    built = problems(lambda: Yard(rooms=()))
    assert built == problems(lambda: cp.codec.structure({"rooms": []}, Yard))
    assert [zh for zh, _ in built] == [
        "场地是否临近输油输气管道：不合适",
        "第2间室的面积：不合适",
        "第1间室是否整洁卫生：不合适",
        "第1间室的“romm”：不合适",
    ]
    assert [en for _, en in built] == [
        "yard: adjoins an oil or gas pipeline: does not suit",
        "area of room 2: does not suit",
        "room 1: clean and hygienic: does not suit",
        "room 1, 'romm': does not suit",
    ]
