"""Criteria and plans asked of whole frames: an expression, and the outcomes row by row."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

import attrs

import careplan.criteria.nodes as n
from careplan.base.errors import InvalidInput, Problem, check_type, inside, look_up
from careplan.base.text import Text
from careplan.criteria.elapsing import day_asked
from careplan.criteria.soundness import sound
from careplan.documents.plan import Plan
from careplan.fields.checking import entries_of
from careplan.fields.declaring import Noun
from careplan.frames.duties import Duty, duties_of, with_outcomes
from careplan.frames.items import Taken, with_items
from careplan.frames.lent import narwhals
from careplan.frames.looking import check_values
from careplan.frames.taking import Given, beside, given, taken, unused_names
from careplan.frames.wants import Wants, wants_of
from careplan.frames.written.held import wanted
from careplan.frames.written.sight import Sight
from careplan.frames.written.truths import truth
from careplan.layout import ID, PARENT, NounTable, table_of

OUTCOME = "outcome"
_F = TypeVar("_F")


def expression(
    criterion: n.Given,
    *,
    columns: Mapping[str, str] | None = None,
    on: date | None = None,
    frame: object = None,
) -> Any:
    """Return a criterion as an expression of narwhals over the columns of a frame.

    True, false, or null where it is unknown, as `evaluate` says it of each row: a column is null
    where its fact is not stated. The columns are those of `careplan.layout.table_of`, otherwise
    named in `columns`; `on` is the day asked. `frame` is the one to be asked, or another whose
    columns have the same types: it is needed for literals that not every type of number holds
    (0.1, a third), and for sums of numbers that are no counts. Use it in `with_columns` or `filter`
    of a frame that `narwhals.from_native` returns. Of pandas give the frame: in some of its types
    a gap is no null, and without one nobody sees that.

    Only what lies in one row can be asked: of a collection how many items there are. Raises
    InvalidInput for other criteria about items (`outcomes` takes them), where `frame` is needed,
    and for sums that cannot be reckoned so; NotFound for columns that `frame` does not have.

    >>> import careplan as cp, narwhals as nw, polars as pl
    >>> venue = cp.facts(cp.Venue)
    >>> asked = cp.frames.expression(venue.building_area_m2 > 10_000)
    >>> frame = nw.from_native(pl.DataFrame({"building_area_m2": [12_000, 8_000, None]}))
    >>> frame.select(asked).to_native()["building_area_m2"].to_list()
    [True, False, None]
    """
    node, day = sound(criterion), day_asked(on)
    noun = n.noun_of(node)
    if noun is None:
        return narwhals().lit(_constant(node))
    table = table_of(noun, columns)
    if frame is None:
        return truth(node, Sight(table, {}, day))
    known, wants = given(frame, "frame"), wants_of(table, [node])
    if wants.below:  # refused, with what to do
        return truth(node, Sight(table, {}, day))
    held = taken(wants, {"": known}, as_is=True)[""].held
    return truth(node, Sight(table, held, day, typed=known.is_pandas))


def _constant(node: n.Criterion) -> bool:
    """Return what a criterion says that reads nothing: it is made of joins alone."""
    if isinstance(node, n.AllOf | n.AnyOf):
        join = all if isinstance(node, n.AllOf) else any
        return join(map(_constant, node.parts))
    assert isinstance(node, n.Not)  # noqa: S101 - whatever else there is reads something
    return not _constant(node.part)


def outcomes(
    frame: _F,
    plan: Plan,
    *,
    noun: type[Noun] | None = None,
    columns: Mapping[str, str] | None = None,
    children: Mapping[str, object] | None = None,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> _F:
    """Return a frame with what a plan comes to for each row: its columns, and the outcomes behind.

    `outcome` is that of the whole, then there is a column for each rule and ladder, called by its
    number ("4.1.b"): the texts "met", "not_met", "unknown" and "not_applicable", as `assess` says
    them of the row. `noun` is what a row is, to be named if the plan is about several.

    Frames of polars (eager and lazy), pyarrow, pandas (of nullable or Arrow types), DuckDB and
    PySpark; what is given decides what is returned. Eager frames keep the order of their rows. The
    columns lie as `careplan.layout.table_of` says; `children` are the frames of collections
    ({"rooms": rooms}), whose rows name the `id` of theirs as `parent`, while the column `rooms`
    says how many there are, null if that is not stated. `columns_asked` names all that is needed.

    Raises InvalidInput, with all that is wrong, for types that do not say what is meant: pandas'
    own in which NaN may be a gap, numbers of single precision, moments for days; of eager frames
    for values that no noun would take, and items that are more or less than their number. Of lazy
    ones nothing is known before they run: there NaN is unknown, and so is what is asked of items
    that are not all there. Raises NotFound for columns that are not there, and unknown readings.

    >>> import careplan as cp, polars as pl
    >>> plan = cp.get_plan("bda_2017")
    >>> rooms = pl.DataFrame({"area_m2": [12, 8, None]}, schema={"area_m2": pl.Int64})
    >>> others = set(cp.frames.columns_asked(plan, noun=cp.Room)[""]) - {"area_m2"}
    >>> rooms = rooms.with_columns(pl.lit(None).alias(name) for name in sorted(others))
    >>> cp.frames.outcomes(rooms, plan, noun=cp.Room)["outcome"].to_list()
    ['unknown', 'unknown', 'unknown']
    """
    duties, wants = _asked(plan, noun, columns, readings, on)
    frames = {"": given(frame, "frame")} | _children(children, wants.table)
    known = frames[""]
    _check_alike(frames)
    _check_free(known, duties)
    ready = taken(wants, frames)
    names = unused_names(frames)
    if not known.is_eager:
        work, sight = with_items(wants, ready, names, day_asked(on))
        work, found = with_outcomes(work, sight, duties, names, OUTCOME)
        own = {*known.columns, OUTCOME, *(duty.id for duty in duties)}
        work = work.with_columns(*found)
        # What is not wanted is dropped: Spark would select a name with points by its parts.
        answered: _F = work.drop(*(set(work.collect_schema().names()) - own)).to_native()
        return answered
    check_values(wants, ready, {path: one.path for path, one in frames.items()})
    order = next(names)
    work, sight = with_items(wants, _numbered(wants, ready, order), names, day_asked(on))
    _check_items(work, sight)
    if wants.below:  # a join may have put them in another order
        work = work.sort(order)
    work, found = with_outcomes(work, sight, duties, names, OUTCOME)
    made = [OUTCOME, *(duty.id for duty in duties)]
    return beside(known, work.with_columns(*found).select(*made))  # type: ignore[no-any-return]  # as it was given


def columns_asked(
    plan: Plan,
    *,
    noun: type[Noun] | None = None,
    columns: Mapping[str, str] | None = None,
    readings: Mapping[str, str] | None = None,
    on: date | None = None,
) -> dict[str, dict[str, str]]:
    """Return the columns that `outcomes` needs, table by table, and what each holds.

    The table of the rows is "", those of collections are called by their path.

    >>> import careplan as cp
    >>> asked = cp.frames.columns_asked(cp.get_plan("shuangliao_2021"), noun=cp.Venue)
    >>> asked["rooms"]["usable_area_m2"], asked[""]["rooms"], asked[""]["id"]
    ('numbers', 'whole numbers', 'what the rows of other tables name it by')
    """
    _, wants = _asked(plan, noun, columns, readings, on)
    found: dict[str, dict[str, str]] = {}
    for one in wants.tables:
        held = {column.name: str(wanted(column.kind).en) for column in one.columns}
        if one.table.path:
            held[PARENT] = "the id of the row that it belongs to"
        if one.below:
            held[ID] = "what the rows of other tables name it by"
        found[one.table.path] = held
    return found


def _asked(
    plan: Plan,
    noun: type[Noun] | None,
    columns: Mapping[str, str] | None,
    readings: Mapping[str, str] | None,
    on: date | None,
) -> tuple[tuple[Duty, ...], Wants]:
    check_type(plan, Plan, "plan")
    about = _noun_of(plan) if noun is None else noun
    table = table_of(about, columns)
    duties = duties_of(plan, about, readings, day_asked(on))
    return duties, wants_of(table, [one for duty in duties for one in duty.criteria])


def _noun_of(plan: Plan) -> type[Noun]:
    found = dict.fromkeys(one.noun() for one in (*plan.rules, *plan.ladders))
    nouns = [noun for noun in found if noun is not None]
    if len(nouns) != 1:
        options = ", ".join(noun.__name__ for noun in nouns)
        raise InvalidInput([Problem("noun", "which_noun", options)])
    return nouns[0]


def _children(children: object, table: NounTable) -> dict[str, Given]:
    entries = entries_of({} if children is None else children)
    if entries is None:
        expected = {"expected": "Mapping[str, object]"}
        raise InvalidInput([Problem("children", "wrong_type", children, expected)])
    known = [one.path for one in table.tables if one.path]
    for path, _ in entries:
        look_up("path", path, dict.fromkeys(known))
    return {path: given(one, inside("children", path)) for path, one in entries}


def _check_alike(frames: Mapping[str, Given]) -> None:
    """Refuse frames of several sorts, which cannot be joined."""
    first = frames[""]
    sort = type(first.native)
    said = Text(zh=f"“{sort.__name__}”", en=f"a {sort.__name__}, as the frame is")
    problems = [
        Problem(one.path, "wrong_type", one.native, {"expected": said})
        for one in frames.values()
        if type(one.native) is not sort
    ]
    if problems:
        raise InvalidInput(problems)


def _check_free(frame: Given, duties: tuple[Duty, ...]) -> None:
    """Refuse a frame that has a column of what is put beside its own."""
    made = {name.casefold() for name in (OUTCOME, *(duty.id for duty in duties))}
    taken_names = [name for name in frame.columns if name.casefold() in made]
    if taken_names:
        raise InvalidInput(
            [Problem(inside("frame", name), "column_taken", name) for name in taken_names]
        )


def _numbered(wants: Wants, ready: Mapping[str, Taken], order: str) -> dict[str, Taken]:
    """Return the same frames; of the rows that are asked what is asked for, and their order."""
    own = ready[""]
    needed = dict.fromkeys(column.name for column in wants.columns)
    if wants.below:
        needed[ID] = None
    frame = own.frame.select(*needed) if needed else own.frame
    return {**ready, "": attrs.evolve(own, frame=frame.with_row_index(order))}


def _check_items(work: Any, sight: Sight) -> None:
    """Refuse rows whose number of items is not that of the items there are."""
    nw, problems = narwhals(), []
    for path in sight.below:
        name = sight.table.column(path)
        rows = next(tallies.rows for asked, tallies in sight.tallies.items() if asked.over == path)
        wrong = (nw.col(name) != nw.col(rows)).fill_null(value=False).sum()
        if number := work.select(wrong)[name].to_list()[0]:
            problems.append(Problem(inside("frame", name), "other_number", number))
    if problems:
        raise InvalidInput(problems)
