"""Whether sums by group, read from a file, can be those of any items."""

from collections.abc import Iterator

from careplan.base.errors import Problem
from careplan.base.exact import Exact
from careplan.documents.encoded import duplicates
from careplan.verbs.figures.groups import GroupSum, RollUp
from careplan.verbs.figures.ways import ONE_OR_TWO, is_key


def of_roll_up(made: RollUp) -> Iterator[Problem]:
    """Yield what the groups say that no items come to."""
    for name, listed in (("by", made.by), ("of", made.of)):
        if len(listed) not in ONE_OR_TWO:
            yield Problem(name, "other_answer", len(listed), {"expected": "1, 2"})
    for index, cell in enumerate(made.cells):
        yield from _of_cell(cell, made, f"cells[{index}]")
    yield from duplicates("cells", (repr(cell.keys) for cell in made.cells))


def _of_cell(cell: GroupSum, made: RollUp, at: str) -> Iterator[Problem]:
    keys: object = cell.keys
    if not isinstance(keys, tuple) or len(keys) != len(made.by):
        yield Problem(f"{at}.keys", "other_answer", keys, {"expected": len(made.by)})
    elif not all(is_key(key) or isinstance(key, Exact | frozenset) for key in keys):
        yield Problem(f"{at}.keys", "no_group", keys)
    if not cell.items:
        yield Problem(f"{at}.items", "not_positive", cell.items)
    if cell.stated > cell.items:
        yield Problem(f"{at}.stated", "too_large", cell.stated, {"maximum": cell.items})
    wholes = cell.stated > 0 and len(made.of) > 1
    yield from _stated(cell.sum, f"{at}.sum", said=cell.stated > 0)
    yield from _stated(cell.whole, f"{at}.whole", said=wholes)


def _stated(figure: Exact | None, path: str, *, said: bool) -> Iterator[Problem]:
    """Yield a problem where a figure stands that no item states, or one lacks that some do."""
    if (figure is not None) != said:
        yield (
            Problem(path, "required", None)
            if said
            else Problem(path, "contradiction", figure, {"other_field": "stated", "other": 0})
        )
