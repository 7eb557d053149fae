"""A cell of a number: its value in the unit of the fact, exact, or why it is not certain."""

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import takewhile

import attrs

from careplan.base.characters import squeezed, trimmed
from careplan.base.exact import Exact, NotExact, exact, ratio
from careplan.base.text import Labelled
from careplan.fields.kinds import CountKind, FactSpec, NumberKind
from careplan.intake.cells.figures import Figure, figure
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.marks import opened
from careplan.intake.cells.numerals import CHARACTERS, numeral
from careplan.intake.cells.taken import Doubt, Taken
from careplan.intake.cells.units import PERSONS, SLOTS, Quantity, Unit, fact_unit, unit_of

# Of these a bare number says nothing: 8800 may be yuan or 万元, 0.63 a share or a percentage.
_UNIT_NEEDED = frozenset(
    {Quantity.MONEY, Quantity.RATE, Quantity.PERCENT, Quantity.PER_MILLE, Quantity.LENGTH}
)
_PLAIN_COUNT = frozenset({"", "个"})
_NUMERAL = re.compile(
    rf"(?P<about>约|近)?(?P<digits>[{''.join(sorted(CHARACTERS))}]+)(?P<unit>.{{0,20}})"
)
_CIRCLE = "〇"  # alone, a mark: yes in tables of Japan
_INEXACT = frozenset("多余餘几数")


def number_cell(
    raw: object,
    spec: FactSpec,
    habits: Habits,
    *,
    heading_unit: Unit | None = None,
    currency: Unit | None = None,
) -> Taken | Doubt:
    """Return the number a cell states for a fact, in the fact's own unit.

    `heading_unit` is what the heading says, `currency` in what money the table is kept. A cell's
    own unit settles that cell. What stands beside the number and is no part of it is a note.

    >>> from careplan.nouns.care.institutions import Institution
    >>> from careplan.fields.declaring import facts_declared
    >>> slots = facts_declared(Institution)["slots"]
    >>> number_cell("20（其中乳儿班10）", slots, Habits())
    Taken(value=20, notes=('其中乳儿班10',))
    >>> number_cell("1300+", slots, Habits()).code
    'cell.bound'
    """
    value = opened(raw, habits, blank=0 if habits.blank_is_zero else None)
    if isinstance(value, Taken | Doubt):
        return value
    units = _Units(_wanted(spec, heading_unit), heading_unit, currency)
    if isinstance(value, bool | date | Labelled):
        return Doubt("cell.no_number")
    if isinstance(value, str):
        return _of_text(value, spec, units, habits)
    return _of_number(value, spec, units)


def _wanted(spec: FactSpec, heading: Unit | None) -> Unit:
    """Return the unit a fact is kept in; what has none is of what the heading says, or a count."""
    own = fact_unit(spec)
    if own.quantity is not Quantity.NUMBER:
        return own
    if heading is None or heading.quantity is Quantity.NUMBER:
        return Unit(quantity=Quantity.COUNT, text="")
    whole = heading.quantity is Quantity.RATE or not heading.noun
    return attrs.evolve(heading, factor=1, text=heading.text if whole else heading.noun)


@attrs.frozen
class _Units:
    """The unit a number is wanted in, and what the table says of its numbers."""

    wanted: Unit
    heading: Unit | None
    currency: Unit | None

    def stated(self, cell: Unit | None) -> list[Unit]:
        """Return what is said of a number, the nearest first."""
        said = [one for one in (cell, self.heading) if one is not None]
        settled = any(one.quantity is not Quantity.NUMBER for one in said)
        money = self.wanted.quantity in {Quantity.MONEY, Quantity.RATE}
        return said if settled or not money or self.currency is None else [*said, self.currency]


def _of_number(value: Exact, spec: FactSpec, units: _Units) -> Taken | Doubt:
    shares = {Quantity.PERCENT, Quantity.PER_MILLE}
    if units.wanted.quantity in shares and 0 < abs(ratio(value)) <= 1:
        return Doubt("cell.share")  # a spreadsheet keeps 63 % as 0.63
    return _valued(value, spec, units, Figure(value, unit=None, written=str(value)))


def _of_text(text: str, spec: FactSpec, units: _Units, habits: Habits) -> Taken | Doubt:
    found = _numeral(text, units, habits) or figure(text)
    if isinstance(found, Figure):
        return _valued(found.number, spec, units, found)
    if not isinstance(found.suggestion, str) or found.code == "cell.unit_refused":
        return found  # another unit is to be written, and that is what is said
    # What was probably meant is said as it would have been taken.
    meant = _of_text(found.suggestion, spec, units, habits)
    return attrs.evolve(found, suggestion=meant.value if isinstance(meant, Taken) else None)


def _numeral(text: str, units: _Units, habits: Habits) -> Figure | Doubt | None:
    """Return a figure in Chinese numerals, as far as the caller has them read."""
    match = _NUMERAL.fullmatch(squeezed(text))
    if match is None or unit_of(squeezed(text)) is not None or squeezed(text) == _CIRCLE:
        return None
    if any(one in _INEXACT for one in match["unit"][:1]):
        return Doubt("cell.bound")
    value, unit = numeral(match["digits"]), unit_of(match["unit"])
    if match["unit"] and unit is None and squeezed(units.wanted.text) != match["unit"]:
        return None
    if value is None:
        return Doubt("cell.malformed_numeral")
    if not habits.numerals:
        return Doubt("cell.numeral", suggestion=f"{value}{match['unit']}")
    if isinstance(unit, Doubt):
        return unit
    notes = (match["about"],) if match["about"] else ()
    written, named = trimmed(text), match["unit"]
    return Figure(value, unit=unit, notes=notes, written=written, named=named)


def _valued(number: Exact, spec: FactSpec, units: _Units, found: Figure) -> Taken | Doubt:
    """Return a number in the unit of the fact, if all that is said of it fits together."""
    stated = units.stated(found.unit)
    doubt = _clash(units.wanted, stated) or _lacking(units.wanted, stated)
    if doubt is not None:
        return _with_meant(doubt, number, spec, units, found)
    try:
        value = exact(_in_unit(number, units.wanted, stated))
    except NotExact:
        return Doubt("cell.out_of_range")
    problem = _unlike(value, spec, signed=found.signed)
    if problem is not None:
        return problem
    return Taken(value, (*found.notes, *_notes(stated, units.wanted, found)))


def _in_unit(number: Exact, wanted: Unit, stated: Sequence[Unit]) -> Exact | Fraction:
    """Return a number in the unit wanted, which it is in already where nothing else is said."""
    factors = [one.factor for one in stated if one.factor != 1]
    if not stated or (not factors and wanted.factor == 1):
        return number
    return ratio(number) * ratio(factors[0] if factors else 1) / ratio(wanted.factor)


def _with_meant(doubt: Doubt, number: Exact, spec: FactSpec, units: _Units, found: Figure) -> Doubt:
    """Suggest what a multiple that is said twice comes to if it is said once."""
    said = {one.factor for one in units.stated(found.unit)} - {1}
    if doubt.code != "cell.multiplied_twice" or len(said) > 1:
        return doubt
    once = _valued(number, spec, units, attrs.evolve(found, unit=None))
    return attrs.evolve(doubt, suggestion=once.value) if isinstance(once, Taken) else doubt


def _clash(wanted: Unit, stated: Sequence[Unit]) -> Doubt | None:
    """Say what does not fit: units of other things, two multiples, one that is not the cell's."""
    for one in stated:
        if not _fits(one, wanted):
            code = "cell.rate" if one.quantity is Quantity.RATE else "cell.unit_differs"
            return Doubt(code, {"unit": one.text, "wanted": wanted.text or wanted.quantity})
    multiples = {one.text: one for one in stated if one.factor != 1}
    bare = all(one.quantity is Quantity.NUMBER for one in stated)
    if len(multiples) > 1 or (multiples and bare and wanted.factor != 1):
        return Doubt("cell.multiplied_twice")
    nearer = list(takewhile(lambda one: one.factor == 1, stated))
    if multiples and nearer:
        (far,) = multiples
        return Doubt("cell.two_units", {"unit": nearer[0].text, "other": far})
    return None


def _fits(unit: Unit, wanted: Unit) -> bool:
    if unit.quantity is Quantity.NUMBER:
        return True
    if unit.quantity is Quantity.RATE:
        return unit.text == wanted.text
    if unit.quantity is Quantity.COUNT and wanted.text in SLOTS | PERSONS:
        return unit.noun in PERSONS | _PLAIN_COUNT | (SLOTS if wanted.text in SLOTS else set())
    return unit.quantity is wanted.quantity


def _lacking(wanted: Unit, stated: Sequence[Unit]) -> Doubt | None:
    known = any(one.quantity is wanted.quantity for one in stated)
    if wanted.quantity not in _UNIT_NEEDED or known:
        return None
    return Doubt("cell.no_unit", {"wanted": wanted.text or wanted.quantity})


def _unlike(value: Exact, spec: FactSpec, *, signed: bool) -> Doubt | None:
    """Say why a number is none the fact can have."""
    minimum = spec.kind.minimum if isinstance(spec.kind, NumberKind | CountKind) else 0
    if isinstance(spec.kind, CountKind) and not isinstance(value, int):
        return Doubt("cell.not_whole")
    if ratio(value) < ratio(minimum):
        return Doubt("cell.too_small", {"minimum": minimum})
    if signed and minimum >= 0:  # a change, not what there is
        return Doubt("cell.signed", suggestion=None)
    return None


def _notes(stated: Sequence[Unit], wanted: Unit, found: Figure) -> tuple[str, ...]:
    """Note what was counted in another word, and a count that is not to the last one."""
    if wanted.quantity is not Quantity.COUNT:
        return ()
    if many := [one for one in stated if one.factor != 1]:
        return (found.written if found.unit is not None else f"{found.written}{many[0].text}",)
    unit = found.unit
    return () if unit is None or unit.text in _PLAIN_COUNT | {wanted.text} else (found.named,)
