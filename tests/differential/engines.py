"""`careplan.frames` on what holds frames: each is given the same tables and asked the same.

A criterion is asked as the duty of a rule that applies to everybody, since only so it may ask
about items; those of one batch are the rules of one plan. Where some are refused, each is asked
by itself.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import attrs
from differential.asked import Asked
from differential.held import Held, Sort, arrow, held, package
from differential.ways import Answer, Answers, Batch, said
from differential.whole import Asking, Row

import careplan as cp
import careplan.criteria.nodes as n
from careplan.documents.clauses import Clause, Document, Modality
from careplan.documents.plan import Plan
from careplan.documents.rules import Rule
from careplan.layout import ID

_SAID: Mapping[str, Answer] = {"met": True, "not_met": False, "unknown": None}


def plan_of(criteria: Sequence[n.Criterion]) -> Plan:
    """Return a plan of a rule for each criterion, which applies to everybody."""
    title = cp.Text(zh="甲", en="A")
    numbers = map(str, range(1, len(criteria) + 1))
    clauses = tuple(Clause(number, number, Modality.MUST, title) for number in numbers)
    pairs = zip(clauses, criteria, strict=True)
    rules = tuple(Rule(clause=clause, requires=criterion) for clause, criterion in pairs)
    document = Document(title=title, issuer=title)
    return Plan(id="asked", document=document, clauses=clauses, rules=rules)


@attrs.frozen
class Engine:
    """What holds frames: how a table becomes one, and how a frame's columns are read back."""

    name: str
    package: str
    made: Callable[[Held], Any]
    read: Callable[[Any], Mapping[str, list[Any]]]
    mixed: bool = False  # columns of types that cannot be joined in one expression

    @property
    def runs_on(self) -> str:
        """The package with its version."""
        return f"{self.package} {package(self.package).__version__}"


def _pandas_nullable(table: Held) -> Any:
    """Return a frame of the types that know of NA; decimals and days have none but Arrow's."""
    pandas, pyarrow = package("pandas"), package("pyarrow")
    day = pandas.ArrowDtype(pyarrow.date32())
    number = pandas.ArrowDtype(pyarrow.decimal128(28, table.scale)) if table.exact else "Float64"
    types = {
        Sort.WHOLE: "Int64",
        Sort.NUMBER: number,
        Sort.FLAG: "boolean",
        Sort.TEXT: "string",
        Sort.DAY: day,
    }
    return pandas.DataFrame(
        {
            name: pandas.array(table.values(name), dtype=types[sort])
            for name, sort in table.columns.items()
        }
    )


def _pandas_arrow(table: Held) -> Any:
    return arrow(table).to_pandas(types_mapper=package("pandas").ArrowDtype)


def _polars(table: Held) -> Any:
    return package("polars").from_arrow(arrow(table))


def _of_pandas(frame: Any) -> Mapping[str, list[Any]]:
    return {name: frame[name].tolist() for name in frame.columns}


def _of_polars(frame: Any) -> Mapping[str, list[Any]]:
    return {name: frame.get_column(name).to_list() for name in frame.columns}


def _of_arrow(frame: Any) -> Mapping[str, list[Any]]:
    return {name: frame.column(name).to_pylist() for name in frame.column_names}


ENGINES = (
    Engine(
        "frames, polars", "polars", lambda one: package("polars").from_arrow(arrow(one)), _of_polars
    ),
    Engine(
        "frames, polars lazy",
        "polars",
        lambda one: package("polars").from_arrow(arrow(one)).lazy(),
        lambda frame: _of_polars(frame.collect()),
    ),
    Engine("frames, pyarrow", "pyarrow", arrow, _of_arrow),
    Engine("frames, pandas nullable", "pandas", _pandas_nullable, _of_pandas, mixed=True),
    Engine("frames, pandas of Arrow", "pandas", _pandas_arrow, _of_pandas),
    Engine(
        "frames, DuckDB",
        "duckdb",
        lambda one: package("duckdb").from_arrow(arrow(one)),
        lambda frame: _of_arrow(frame.to_arrow_table()),
    ),
)


@attrs.frozen
class Asks:
    """What asks frames of one sort, and is called as these are."""

    engine: Engine

    @property
    def name(self) -> str:
        """What the way is called."""
        return self.engine.name

    @property
    def runs_on(self) -> str:
        """What it runs on, with the version; raises NotHere where that is not here."""
        package("narwhals")
        return self.engine.runs_on


@attrs.frozen
class Framed(Asks):
    """Criteria asked of frames."""

    def answers(self, batch: Batch) -> Iterator[Answers]:
        """Ask all of the batch at once, or one by one where some are refused."""
        frames = {path: self.engine.made(table) for path, table in held(batch).items()}
        about = [one for one in batch.asked if n.noun_of(one.criterion) is not None]
        try:
            found = iter(self._asked(frames, batch, about))
        except Exception:  # noqa: BLE001 - each by itself says what it was
            found = self._one_by_one(frames, batch, about)
        for one in batch.asked:
            # No plan asks a noun what reads no fact.
            constant = n.noun_of(one.criterion) is None
            yield expressed(self.engine, frames[""], one, batch) if constant else next(found)

    def _one_by_one(
        self, frames: Mapping[str, Any], batch: Batch, asked: Sequence[Asked]
    ) -> Iterator[Answers]:
        for one in asked:
            yield said(partial(self._alone, frames, batch, one))

    def _alone(self, frames: Mapping[str, Any], batch: Batch, asked: Asked) -> Answers:
        [answers] = self._asked(frames, batch, [asked])
        return answers

    def _asked(
        self, frames: Mapping[str, Any], batch: Batch, asked: Sequence[Asked]
    ) -> list[Answers]:
        if not asked:
            return []
        plan = plan_of([one.criterion for one in asked])
        found = outcomes_of(self.engine, frames, plan, batch)
        names = [rule.id for rule in plan.rules]
        return [[_SAID[one] for one in found[name]] for name in names]


@attrs.frozen
class Expressed:
    """Criteria as expressions over the columns of a frame: those that ask about one row."""

    engine: Engine

    @property
    def name(self) -> str:
        """What the way is called."""
        return f"{self.engine.name}, expression"

    @property
    def runs_on(self) -> str:
        """What it runs on, with the version; raises NotHere where that is not here."""
        package("narwhals")
        return self.engine.runs_on

    def answers(self, batch: Batch) -> Iterator[Answers]:
        """Ask one by one what looks at no items."""
        frame = self.engine.made(held(batch)[""])
        for one in batch.asked:
            asks_items = looks_at_items(one.criterion)
            ask = partial(expressed, self.engine, frame, one, batch)
            yield None if asks_items else said(ask)


def looks_at_items(node: n.Criterion) -> bool:
    """Say whether a criterion asks anything of items, but how many there are."""
    return any(
        isinstance(one, n.Quantified)
        or (isinstance(one, n.Linear) and any(term.over for _, term in one.terms))
        or (isinstance(one, n.Linear) and any(looks_at_items(term.where) for _, term in one.terms))
        for one in n.reads(node)
    )


def expressed(engine: Engine, frame: Any, asked: Asked, batch: Batch) -> Answers:
    """Return the answers of a criterion as an expression."""
    narwhals = package("narwhals")
    expression = cp.frames.expression(asked.criterion, on=batch.on, frame=frame)
    selected = narwhals.from_native(frame).select(ID, expression.alias("asked"))
    found = engine.read(selected.to_native())
    answers: list[Answer] = [None] * len(batch.subjects)
    for place, one in zip(found[ID], found["asked"], strict=True):
        answers[place] = one if isinstance(one, bool) else None
    return answers


@attrs.frozen
class WholeFramed(Asks):
    """Whole plans asked of frames."""

    def rows(self, asking: Asking) -> list[Row]:
        """Return the outcomes of each row."""
        batch = Batch(asking.noun, [], asking.subjects, asking.on, asking.exact)
        tables = held(batch)
        frames = {path: self.engine.made(table) for path, table in tables.items()}
        found = outcomes_of(self.engine, frames, asking.plan, batch, asking.readings)
        names = [name for name in found if name not in tables[""].columns]
        columns = ([cp.Outcome(one) for one in found[name]] for name in names)
        return [*zip(*columns, strict=True)]


def outcomes_of(
    engine: Engine,
    frames: Mapping[str, Any],
    plan: Plan,
    batch: Batch,
    readings: Mapping[str, str] | None = None,
) -> dict[str, list[Any]]:
    """Return the columns of what a plan comes to, in the order of the subjects."""
    children = {path: frame for path, frame in frames.items() if path}
    found = engine.read(
        cp.frames.outcomes(
            frames[""],
            plan,
            noun=batch.noun,
            children=children,
            readings=readings,
            on=batch.on,
        )
    )
    order = sorted(range(len(batch.subjects)), key=found[ID].__getitem__)
    assert [found[ID][place] for place in order] == [*range(len(batch.subjects))]
    return {name: [column[place] for place in order] for name, column in found.items()}
