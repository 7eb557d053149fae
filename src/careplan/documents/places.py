"""Kinds of public place across documents: which surely is another, and which may be one.

Each document lists places in words of its own, and a venue has one kind. A kind that surely is
one of those listed falls under the list; one that may be is left to a declared fact, and so is
any kind this module does not know; only a kind that is surely none of them is outside. The
relations and their reasons stand here once, for all documents.
"""

from collections.abc import Iterable, Mapping

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.text import Text
from careplan.criteria.nodes import Criterion, all_of, any_of, not_
from careplan.criteria.proxies import Fact, among
from careplan.documents.encoded import read_shape
from careplan.fields.kinds import ChoicesKind
from careplan.nouns.facilities import VenueCategory

_K = VenueCategory
# The first surely is the second, by what the words mean.
IS_A: Mapping[tuple[VenueCategory, VenueCategory], Text] = {
    (_K.COACH_STATION, _K.STATION): Text(zh="汽车客运站是车站", en="a coach station is a station"),
    (_K.INTEGRATED_PASSENGER_HUB, _K.TRANSPORT_HUB): Text(
        zh="综合客运枢纽是交通枢纽", en="an integrated passenger hub is a transport hub"
    ),
    (_K.COMMERCIAL_CENTRE, _K.SHOP): Text(
        zh="商业中心即大型商场", en="a commercial centre is a large shop, a shopping centre"
    ),
    (_K.CULTURAL_CENTRE, _K.CULTURE_OR_TOURISM): Text(
        zh="文化活动中心是文化场所", en="a cultural activity centre is a cultural place"
    ),
    (_K.SCENIC_AREA, _K.CULTURE_OR_TOURISM): Text(
        zh="旅游景区是旅游场所", en="a scenic area is a tourist place"
    ),
}
# Some of the one are of the other, and some are not; whoever is broader than a kind may be it.
MAY_BE: Mapping[frozenset[VenueCategory], Text] = {
    frozenset({_K.STATION, _K.TRANSPORT_HUB}): Text(
        zh="大型车站可为交通枢纽，机场、码头不是车站",
        en="a large station may be a hub; an airport or a port is no station",
    ),
    frozenset({_K.STATION, _K.INTEGRATED_PASSENGER_HUB}): Text(
        zh="综合客运枢纽多以车站为主体，也可以机场为主体",
        en="an integrated hub is mostly built around a station, but may be around an airport",
    ),
    frozenset({_K.COACH_STATION, _K.TRANSPORT_HUB}): Text(
        zh="大型客运站可为交通枢纽，小站不是",
        en="a large coach station may be a hub; a small one is none",
    ),
    frozenset({_K.COACH_STATION, _K.INTEGRATED_PASSENGER_HUB}): Text(
        zh="综合客运枢纽可以客运站为主体，只有客车的站不是",
        en="an integrated hub may be built around a coach station; coaches alone make none",
    ),
    frozenset({_K.AMUSEMENT_VENUE, _K.CULTURE_OR_TOURISM}): Text(
        zh="游览娱乐场所有的供旅游，有的只供娱乐",
        en="some amusement venues are for tourists, some for amusement only",
    ),
    frozenset({_K.AMUSEMENT_VENUE, _K.SCENIC_AREA}): Text(
        zh="游览场所可为旅游景区", en="a place of sights may be a scenic area"
    ),
}
NOT_LISTED = Text(
    zh="这一类场所不在文件所列之内",
    en="this kind of place is none of those the document lists",
)


def surely(listed: Iterable[VenueCategory]) -> frozenset[VenueCategory]:
    """Return the kinds listed, and every kind that surely is one of them.

    Raises InvalidInput for anything but kinds of public place.

    >>> sorted(surely({VenueCategory.STATION}))
    [VenueCategory.COACH_STATION, VenueCategory.STATION]
    """
    kinds = _checked(listed)
    return kinds | {narrow for narrow, broad in IS_A if broad in kinds}


def outside(listed: Iterable[VenueCategory]) -> frozenset[VenueCategory]:
    """Return the kinds that are surely none of those listed.

    Raises InvalidInput for anything but kinds of public place.

    >>> VenueCategory.STATION in outside({VenueCategory.TRANSPORT_HUB})
    False
    """
    inside = surely(listed)
    broader = {broad for narrow, broad in IS_A if narrow in inside}
    akin = {kind for pair in MAY_BE if pair & inside for kind in pair}
    return frozenset(VenueCategory) - inside - broader - akin


def _checked(listed: Iterable[VenueCategory]) -> frozenset[VenueCategory]:
    check_type(listed, Iterable, "listed")
    problems: list[Problem] = []
    kinds: frozenset[VenueCategory]
    kinds = read_shape(ChoicesKind(VenueCategory), tuple(listed), "listed", problems)
    if problems:
        raise InvalidInput(problems)
    return kinds


def of_kinds(
    category: Fact,
    listed: Iterable[VenueCategory],
    held: Fact,
    *,
    conditions: Mapping[VenueCategory, Criterion | Fact] | None = None,
    open_list: bool = False,
) -> Criterion:
    """Write that a place is of a kind that a document lists.

    `held` is the declared fact that decides for a kind that may be one of those listed, or
    that is none we know; for a list that is open (等), for every kind that is not listed.
    `conditions` are the kinds listed with something to say of them, such as a grade: a place of
    such a kind that does not satisfy it is not listed, and nothing else brings it in. Raises
    InvalidInput for anything but kinds of public place, InvalidCriterion for anything but facts.

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
    kinds = _checked(listed)
    excluded = set(asked) if open_list else {*asked, *outside({*kinds, *asked})}
    may_be = all_of(not_(among(category, excluded)), held) if excluded else held
    with_condition = [all_of(category == kind, asked[kind]) for kind in asked]
    plainly = surely(kinds) - set(asked)  # none where every kind listed has its condition
    listed_as_it_is = [among(category, plainly)] if plainly else []
    return any_of(*listed_as_it_is, *with_condition, may_be)
