"""What is asked of bodies, as lists and matrices that show themselves: who leads, who supports."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

import careplan.display.views.parts as p
from careplan.base.messages import join, say
from careplan.display.cells import Row
from careplan.display.result import Shown
from careplan.display.tables.columns import Column
from careplan.display.tables.laid import noted
from careplan.display.tables.named import heading_of
from careplan.display.tables.table import Table
from careplan.display.views.parts import line, part
from careplan.display.views.words import Muted, Piece, Small, Strong, Words
from careplan.documents.authorities.assignments import Assignment
from careplan.documents.wording.citing import source_of, told
from careplan.documents.wording.made import Sourced, made_lines
from careplan.nouns.bodies import AnyBody, Role

# A clause, by its number, or by the id of its plan and its number.
Key = str | tuple[str, str]
_Key = TypeVar("_Key", bound=Key)
Asked = Mapping[AnyBody, tuple[Assignment, ...]]
MOST_UPRIGHT = 24  # bodies side by side; of more a list is made
SHARED = (Role.LEAD, Role.SUPPORT, Role.TERRITORIAL)  # what a matrix shares out


class Assignments(tuple[Assignment, ...], Shown):
    """What is asked of bodies, in the document's order: a tuple that shows itself.

    >>> from careplan.plans import get_plan
    >>> from careplan.nouns.bodies import Body
    >>> led = get_plan("shuangliao_2021").tasks_of(Body.HEALTH, role=Role.LEAD)
    >>> led.explain(detail="short")
    '共2项：牵头单位2项。'
    """

    __slots__ = ()

    def _view(self, language: str, detail: p.Detail) -> p.View:  # noqa: ARG002 - all of it is said
        counted = Counter(one.role for one in self)
        roles = join(
            (
                say("view.tasks.of_role", language, role=role, count=counted[role])
                for role in Role
                if counted[role]
            ),
            language,
        )
        answer = say("view.tasks.none", language)
        if self:
            answer = say("view.tasks.count", language, count=len(self), roles=roles)
        return p.View(
            title=say("view.tasks.title", language),
            answer=p.Answer(answer),
            parts=(part("", self._grid(language)),) if self else (),
        )

    def _grid(self, language: str) -> p.Grid:
        heads = (
            p.Head(say("view.common.number", language), p.Role.NUMBER),
            p.Head(say("view.tasks.head.task", language), p.Role.NAME),
            p.Head(say("view.tasks.head.office", language)),
            p.Head(say("view.tasks.head.role", language)),
            p.Head(say("view.common.locator", language)),
        )
        lines = tuple(
            line(
                str(number),
                one.title.get(language),
                one.office.name,
                one.role.label.get(language),
                one.clause.locator,
            )
            for number, one in enumerate(self, start=1)
        )
        return p.Grid(say("view.tasks.title", language), heads, lines, one_line=True)

    def _rows(self) -> Iterator[Row]:
        for one in self:
            yield from one.records()


@attrs.frozen(eq=False, repr=False)
class Matrix(Shown, Mapping[_Key, Asked]):
    """Clauses by bodies: a mapping of what each clause asks of each body, which shows itself.

    `plans` are those asked, by their ids.
    """

    by_clause: Mapping[_Key, Asked]
    plans: Mapping[str, Sourced] = attrs.field(factory=dict)

    def __getitem__(self, key: _Key) -> Asked:
        return self.by_clause[key]

    def __iter__(self) -> Iterator[_Key]:
        return iter(self.by_clause)

    def __len__(self) -> int:
        return len(self.by_clause)

    def __repr__(self) -> str:
        return f"<Matrix: {self.explain('en', detail='short').splitlines()[0]}>"

    def table(self, language: str = "zh") -> Table:
        """Return it as a table for people: a row a clause, a column a body, in the cells roles."""
        return matrix_table(self.items(), language)

    def _rows(self) -> Iterator[Row]:
        for key, asked in self.items():
            own = {"plan_id": key[0]} if isinstance(key, tuple) else {}
            for listed in asked.values():
                yield from ({**own, **row} for one in listed for row in one.records())

    def _view(self, language: str, detail: p.Detail) -> p.View:  # noqa: ARG002 - all of it is said
        shared = {key: row for key, row in self.items() if _roles(row) & set(SHARED)}
        others = {key: row for key, row in self.items() if key not in shared}
        sources = [source_of(one.document, language) for one in self.plans.values()]
        parts = []
        if shared:
            parts.append(self._shared_out(shared, language))
        if others:
            title = say("view.matrix.others", language, count=len(others))
            parts.append(part(title if shared else "", self._listed(others, language)))
        notes = (say("view.matrix.note", language),) if shared else ()
        return p.View(
            title=say("view.matrix.title", language),
            source=say("view.matrix.sources", language).join(sources),
            answer=p.Answer(self._answer(shared, others, language)),
            parts=tuple(parts),
            notes=notes,
        )

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, *self.plans.values())

    def _answer(
        self, shared: Mapping[Any, Asked], others: Mapping[Any, Asked], language: str
    ) -> str:
        bodies = {body for row in self.values() for body in row}
        if not self:
            return say("view.matrix.none", language)
        said = [say("view.matrix.count", language, tasks=len(self), bodies=len(bodies))]
        leads = _counts(shared, Role.LEAD)
        if leads:
            most = max(leads.values())
            names = tuple(_names(shared)[body] for body, count in leads.items() if count == most)
            code = "view.matrix.most" if len(names) == 1 else "view.matrix.most_each"
            said.append(say(code, language, offices=names, count=most))
            without = sum(Role.LEAD not in _roles(row) for row in shared.values())
            code = "view.matrix.without" if without else "view.matrix.each"
            said.append(say(code, language, count=without))
        if others and shared:
            said.append(say("view.matrix.beside", language, count=len(others)))
        return told(said, language)

    def _shared_out(self, rows: Mapping[Any, Asked], language: str) -> p.Part:
        """Return who leads and supports: bodies side by side, or as a list where they are many."""
        bodies = _ordered(rows)
        if len(bodies) > MOST_UPRIGHT:
            return part("", self._listed(rows, language))
        names = _names(rows)
        heads = (
            p.Head(say("view.tasks.head.task", language), p.Role.NAME),
            *(p.Head(names[body], p.Role.CHIP) for body in bodies),
        )
        before: object = None
        lines = []
        for key, row in rows.items():
            cells = (tuple(_chip(one, language) for one in _of(row, body)) for body in bodies)
            chapter = _chapter(key, row)
            divided = before is not None and chapter != before
            lines.append(line(self._name(key, row, language), *cells, divided=divided))
            before = chapter
        foot = tuple(_sums(rows, bodies, role, language) for role in SHARED[:2])
        used = [role for role in Role if any(role in _roles(row) for row in rows.values())]
        chips = tuple((_chip(role, language), role.label.get(language)) for role in used)
        title = say("view.matrix.title", language)
        grid = p.Grid(title, heads, tuple(lines), foot, form=p.Form.MATRIX)
        return part("", grid, p.Chips(chips))

    def _listed(self, rows: Mapping[Any, Asked], language: str) -> p.Grid:
        """Return tasks as a list: which offices are in which role."""
        used = [role for role in Role if any(role in _roles(row) for row in rows.values())]
        heads = (
            p.Head(say("view.common.number", language), p.Role.NUMBER),
            p.Head(say("view.tasks.head.task", language), p.Role.NAME),
            *(p.Head(role.label.get(language)) for role in used),
        )
        lines = tuple(
            line(
                str(number),
                self._name(key, row, language),
                *(_offices(row, role, language) for role in used),
            )
            for number, (key, row) in enumerate(rows.items(), start=1)
        )
        return p.Grid(say("view.matrix.title", language), heads, lines, one_line=True)

    def _name(self, key: Key, row: Asked, language: str) -> Words:
        """Say where a task stands and what it is; of several plans, in which document."""
        first = next(iter(row.values()))[0]
        named = say("view.matrix.task", language, locator=first.clause.locator, title=first.title)
        if isinstance(key, tuple) and len(self.plans) > 1:
            document = self.plans[key[0]].document
            return named, Small("" if document is None else document.title.get(language))
        return named


def matrix_of(assignments: Iterable[Assignment], plan_id: str, plan: Sourced) -> Matrix[str]:
    """Return the assignments of a plan by their clauses, and there by their bodies."""
    listed: dict[str, dict[AnyBody, list[Assignment]]] = {}
    for one in assignments:
        listed.setdefault(one.number, {}).setdefault(one.body, []).append(one)
    by_clause: dict[str, Asked] = {
        number: {body: tuple(asked) for body, asked in row.items()}
        for number, row in listed.items()
    }
    return Matrix(by_clause, {plan_id: plan})


def _roles(row: Asked) -> set[Role]:
    return {one.role for listed in row.values() for one in listed}


def _of(row: Asked, body: AnyBody) -> Iterable[Role]:
    return dict.fromkeys(one.role for one in row.get(body, ()))


def _counts(rows: Mapping[Any, Asked], role: Role) -> Counter[AnyBody]:
    return Counter(body for row in rows.values() for body in row if role in _of(row, body))


def _names(rows: Mapping[Any, Asked]) -> dict[AnyBody, str]:
    """Return the name by which a document first prints each body."""
    names: dict[AnyBody, str] = {}
    for row in rows.values():
        for body, listed in row.items():
            names.setdefault(body, listed[0].office.name)
    return names


def _ordered(rows: Mapping[Any, Asked]) -> list[AnyBody]:
    """Return bodies by how often they lead, then support; last those that only have a territory."""
    leads, supports = _counts(rows, Role.LEAD), _counts(rows, Role.SUPPORT)
    named = dict.fromkeys(body for row in rows.values() for body in row)
    return sorted(
        named,
        key=lambda body: (not (leads[body] or supports[body]), -leads[body], -supports[body]),
    )


def _chapter(key: Key, row: Asked) -> object:
    """Return in which part of which document a clause stands: its place without the last step."""
    locator = next(iter(row.values()))[0].clause.locator
    steps = re.findall("（[^）]*）|[0-9]+|[^（）0-9]+", locator)
    return key[0] if isinstance(key, tuple) else "", steps[:-1] or steps


def _chip(role: Role, language: str) -> Piece:
    """Return the sign of a role: solid for who leads, dotted for who has the territory."""
    text = say(f"view.matrix.chip.{role.value}", language)
    match role:
        case Role.LEAD:
            return Strong(text)
        case Role.TERRITORIAL:
            return Muted(text)
        case _:
            return text


def _sums(
    rows: Mapping[Any, Asked], bodies: Iterable[AnyBody], role: Role, language: str
) -> p.Line:
    counts = _counts(rows, role)
    cells = (str(counts[body]) if counts[body] else "" for body in bodies)
    return line(say(f"view.matrix.sum.{role.value}", language), *cells)


def _offices(row: Asked, role: Role, language: str) -> str:
    names = dict.fromkeys(
        one.office.name for listed in row.values() for one in listed if one.role is role
    )
    return join(names, language) if names else ""


# --- a matrix as a table --------------------------------------------------------------------


def matrix_table(entries: Iterable[tuple[Any, Asked]], language: str) -> Table:
    """Return clauses by bodies: which clause each is, and in which roles it asks each of them."""
    entries = list(entries)
    bodies = dict.fromkeys(body for _, row in entries for body in row)
    of_plans = any(isinstance(key, tuple) for key, _ in entries)
    own = ("plan_id", "number", "locator", "summary")[0 if of_plans else 1 :]
    rows = [
        [
            *_clause_of(key, row, language)[-len(own) :],
            *(_roles_text(row.get(body), language) for body in bodies),
        ]
        for key, row in entries
    ]
    blank = any(cell is None for row in rows for cell in row)
    return Table(
        columns=[
            *(Column(key, heading_of(key)) for key in own),
            *(Column(repr(body), body.label) for body in bodies),
        ],
        rows=rows,
        notes=[noted("table.blank")] if blank else [],
        language=language,
    )


def _clause_of(key: Key, row: Asked, language: str) -> tuple[str | None, ...]:
    plan_id, number = key if isinstance(key, tuple) else (None, key)
    clause = next(iter(row.values()))[0].clause
    return plan_id, number, clause.locator, clause.summary.get(language)


def _roles_text(asked: tuple[Assignment, ...] | None, language: str) -> str | None:
    if asked is None:
        return None
    return join(dict.fromkeys(one.role.label.get(language) for one in asked), language)
