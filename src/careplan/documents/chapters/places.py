"""Kinds of public place across documents: which surely is another, and which may be one.

Each document lists places in words of its own, and a venue has one kind. A kind that surely is
one of those listed falls under the list; one that may be is left to a declared fact, and so is
any kind that is none of ours; only a kind that is surely none of them is outside. How our kinds
relate, and why, stands in `careplan.nouns.kinds`, once for all documents.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from careplan.base.errors import InvalidCriterion, check_type
from careplan.base.text import Labelled, Text
from careplan.criteria.nodes import Criterion, all_of, any_of, not_
from careplan.criteria.proxies import Fact, among, fact_kind
from careplan.fields.kinds import ChoiceKind
from careplan.nouns.facilities import VenueCategory
from careplan.nouns.kinds import OURS, Relations

NOT_LISTED = Text(
    zh="这一类场所不在文件所列之内",
    en="this kind of place is none of those the document lists",
)


def surely(listed: Iterable[Labelled], relations: Relations = OURS) -> frozenset[Labelled]:
    """Return the kinds listed, and every kind that surely is one of them.

    Raises InvalidInput for anything but kinds of the relations: ours, unless others are given.

    >>> sorted(surely({VenueCategory.STATION}))[0]
    VenueCategory.COACH_STATION
    """
    check_type(relations, Relations, "relations")
    return relations.surely(listed)


def outside(listed: Iterable[Labelled], relations: Relations = OURS) -> frozenset[Labelled]:
    """Return the kinds that are surely none of those listed.

    Raises InvalidInput for anything but kinds of the relations: ours, unless others are given.

    >>> VenueCategory.STATION in outside({VenueCategory.TRANSPORT_HUB})
    False
    """
    check_type(relations, Relations, "relations")
    return relations.outside(listed)


def of_kinds(
    category: Fact,
    listed: Iterable[Labelled],
    held: Fact,
    *,
    conditions: Mapping[Any, Criterion | Fact] | None = None,
    open_list: bool = False,
    relations: Relations | None = None,
) -> Criterion:
    """Write that a place is of a kind that a document lists.

    `held` is the declared fact that decides for a kind that may be one of those listed, or
    that is none we know; for a list that is open (等), for every kind that is not listed.
    `conditions` are the kinds listed with something to say of them, such as a grade: a place of
    such a kind that does not satisfy it is not listed, and nothing else brings it in. How the
    kinds relate `relations` say; without them ours say it of our kinds, and kinds of a caller's
    own have nothing to do with each other. Raises InvalidInput for anything but kinds that
    `category` may have, InvalidCriterion for anything but facts.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.criteria.evaluation import evaluate
    >>> from careplan.nouns.facilities import Venue
    >>> venue = facts(Venue)
    >>> hubs = of_kinds(venue.category, {VenueCategory.TRANSPORT_HUB}, venue.treated_as_listed)
    >>> kinds = ("INTEGRATED_PASSENGER_HUB", "STATION", "HOSPITAL")
    >>> [evaluate(hubs, Venue(category=VenueCategory[kind])).truth for kind in kinds]
    [Truth.TRUE, Truth.UNKNOWN, Truth.FALSE]
    """
    check_type({} if conditions is None else conditions, Mapping, "conditions")
    asked = dict(conditions or {})
    related = _related(category) if relations is None else relations
    check_type(related, Relations, "relations")
    kinds = related.checked(listed)
    excluded = set(asked) if open_list else {*asked, *related.outside({*kinds, *asked})}
    may_be = all_of(not_(among(category, excluded)), held) if excluded else held
    with_condition = [all_of(category == kind, asked[kind]) for kind in asked]
    plainly = related.surely(kinds) - set(asked)  # none where every kind listed has its condition
    listed_as_it_is = [among(category, plainly)] if plainly else []
    return any_of(*listed_as_it_is, *with_condition, may_be)


def _related(category: Fact) -> Relations:
    """Return how the kinds that a fact may have relate, as far as this library knows."""
    kind = fact_kind(category)
    if not isinstance(kind, ChoiceKind):
        raise InvalidCriterion(
            f"of_kinds asks for one kind of several, as venue.category is; "
            f"{category!r} is of another kind"
        )
    return OURS if kind.enum is VenueCategory else Relations(kind.enum)
