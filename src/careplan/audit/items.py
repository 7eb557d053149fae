"""Whether two demands bound a fact of the same item: an infant class is no class of toddlers."""

from itertools import chain

from careplan.criteria.regions.spaces import OF_ITEM, Space
from careplan.criteria.regions.spans import ALL, Spans


def of_one_item(one: Space, other: Space, fact: str) -> bool:
    """Say whether some item has the fact bounded in both spaces, each narrowed from the same one.

    The items that are needed stand in the same order in both, those that only one of them needs
    behind. Where the alternatives of the two are not alike in number it is not known, and true;
    so it is for what is no fact of items.
    """
    name, found, inner = fact.partition(OF_ITEM)
    if not found:
        return True
    own, its = (_by_item(space, name, inner) for space in (one, other))
    if [len(items) for items in own] != [len(items) for items in its]:
        return True
    pairs = chain.from_iterable(zip(*both, strict=True) for both in zip(own, its, strict=True))
    return any(first != second and ALL not in (first, second) for first, second in pairs)


def _by_item(space: Space, name: str, inner: str) -> list[list[Spans]]:
    """Return what each alternative leaves to the fact, item by item."""
    regions = space.factors[name].regions if name in space.factors else ()
    listed = (one.asked[name].items if name in one.asked else () for one in regions)
    return [[item.allowed(inner) for item in items] for items in listed]
