"""How kinds of public place relate: which surely is another, and which may be one, and why.

Each document lists places in words of its own, and a venue has one kind. The relations between
our kinds stand here once, for all documents; who has kinds of his own states how those relate.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.frozenmap import FrozenMap, frozen
from careplan.base.text import Labelled, Text, Words, text_of
from careplan.fields.checking import entries_of, read, read_instance, read_member
from careplan.fields.kinds import ChoicesKind
from careplan.nouns.facilities import VenueCategory

_K = VenueCategory
_PAIR = 2


def _of_surely(narrow: VenueCategory, broad: VenueCategory, zh: str, en: str) -> Any:
    return (narrow, broad), Text(zh=zh, en=en)


def _of_maybe(one: VenueCategory, other: VenueCategory, zh: str, en: str) -> Any:
    return frozenset({one, other}), Text(zh=zh, en=en)


# The first surely is the second, by what the words mean.
IS_A: Mapping[tuple[VenueCategory, VenueCategory], Text] = dict(
    _of_surely(*row)
    for row in (
        (_K.COACH_STATION, _K.STATION, "汽车客运站是车站", "a coach station is a station"),
        (_K.RAILWAY_STATION, _K.STATION, "火车站是车站", "a railway station is a station"),
        (_K.METRO_STATION, _K.STATION, "地铁站是车站", "a metro station is a station"),
        (_K.INTEGRATED_PASSENGER_HUB, _K.TRANSPORT_HUB,
            "综合客运枢纽是交通枢纽", "an integrated passenger hub is a transport hub"),
        (_K.COMMERCIAL_CENTRE, _K.SHOP,
            "商业中心即大型商场", "a commercial centre is a large shop, a shopping centre"),
        (_K.CULTURAL_CENTRE, _K.CULTURE_OR_TOURISM,
            "文化活动中心是文化场所", "a cultural activity centre is a cultural place"),
        (_K.LIBRARY, _K.CULTURE_OR_TOURISM, "图书馆是文化场所", "a library is a cultural place"),
        (_K.MUSEUM, _K.CULTURE_OR_TOURISM, "博物馆是文化场所", "a museum is a cultural place"),
        (_K.EXHIBITION_HALL, _K.CULTURE_OR_TOURISM,
            "展览馆是文化场所", "an exhibition hall is a cultural place"),
        (_K.THEATRE, _K.CULTURE_OR_TOURISM,
            "影剧院是文化场所", "a theatre or cinema is a cultural place"),
        (_K.SCENIC_AREA, _K.CULTURE_OR_TOURISM,
            "旅游景区是旅游场所", "a scenic area is a tourist place"),
    )
)  # fmt: skip
# Some of the one are of the other, and some are not; whoever is broader than a kind may be it.
MAY_BE: Mapping[frozenset[VenueCategory], Text] = dict(
    _of_maybe(*row)
    for row in (
        (_K.STATION, _K.TRANSPORT_HUB, "大型车站可为交通枢纽，机场、码头不是车站",
            "a large station may be a hub; an airport or a port is no station"),
        (_K.STATION, _K.INTEGRATED_PASSENGER_HUB, "综合客运枢纽多以车站为主体，也可以机场为主体",
            "an integrated hub is mostly built around a station, but may be around an airport"),
        (_K.COACH_STATION, _K.TRANSPORT_HUB, "大型客运站可为交通枢纽，小站不是",
            "a large coach station may be a hub; a small one is none"),
        (_K.COACH_STATION, _K.INTEGRATED_PASSENGER_HUB,
            "综合客运枢纽可以客运站为主体，只有客车的站不是",
            "an integrated hub may be built around a coach station; coaches alone make none"),
        (_K.RAILWAY_STATION, _K.TRANSPORT_HUB, "大型火车站可为交通枢纽，小站不是",
            "a large railway station may be a hub; a small one is none"),
        (_K.RAILWAY_STATION, _K.INTEGRATED_PASSENGER_HUB,
            "综合客运枢纽可以火车站为主体，只有列车的站不是",
            "an integrated hub may be built around a railway station; trains alone make none"),
        (_K.METRO_STATION, _K.TRANSPORT_HUB, "大型换乘站可为交通枢纽，普通地铁站不是",
            "a large interchange may be a hub; an ordinary metro station is none"),
        (_K.METRO_STATION, _K.INTEGRATED_PASSENGER_HUB,
            "地铁站可与其他客运方式合为综合客运枢纽",
            "a metro station may be one integrated hub with other ways to travel"),
        (_K.AIRPORT, _K.TRANSPORT_HUB, "机场多为交通枢纽，小型机场未必",
            "an airport mostly is a hub; a small one need not be"),
        (_K.AIRPORT, _K.INTEGRATED_PASSENGER_HUB, "综合客运枢纽可以机场为主体",
            "an integrated hub may be built around an airport"),
        (_K.PASSENGER_PORT, _K.TRANSPORT_HUB, "大型客运码头可为交通枢纽，渡口不是",
            "a large passenger port may be a hub; a ferry landing is none"),
        (_K.PASSENGER_PORT, _K.INTEGRATED_PASSENGER_HUB, "综合客运枢纽可以客运码头为主体",
            "an integrated hub may be built around a passenger port"),
        (_K.LIBRARY, _K.CULTURAL_CENTRE, "文化活动中心可设图书馆",
            "a cultural activity centre may be the library of its place"),
        (_K.MUSEUM, _K.CULTURAL_CENTRE, "文化活动中心可设博物馆",
            "a cultural activity centre may be the museum of its place"),
        (_K.EXHIBITION_HALL, _K.CULTURAL_CENTRE, "文化活动中心可作展览馆",
            "a cultural activity centre may be an exhibition hall"),
        (_K.THEATRE, _K.CULTURAL_CENTRE, "文化活动中心可作影剧院",
            "a cultural activity centre may be a theatre or cinema"),
        (_K.STADIUM, _K.CULTURAL_CENTRE, "文体活动中心兼为体育馆和文化活动中心",
            "a centre for culture and sports is a sports hall and a cultural centre"),
        (_K.AMUSEMENT_VENUE, _K.CULTURE_OR_TOURISM, "游览娱乐场所有的供旅游，有的只供娱乐",
            "some amusement venues are for tourists, some for amusement only"),
        (_K.AMUSEMENT_VENUE, _K.SCENIC_AREA, "游览场所可为旅游景区",
            "a place of sights may be a scenic area"),
        (_K.MUSEUM, _K.AMUSEMENT_VENUE, "博物馆可供游览", "a museum may be a place of sights"),
        (_K.MUSEUM, _K.SCENIC_AREA, "博物馆可评为旅游景区", "a museum may be rated a scenic area"),
        (_K.EXHIBITION_HALL, _K.AMUSEMENT_VENUE, "展览馆可供游览",
            "an exhibition hall may be a place of sights"),
        (_K.EXHIBITION_HALL, _K.SCENIC_AREA, "展览馆可评为旅游景区",
            "an exhibition hall may be rated a scenic area"),
        (_K.THEATRE, _K.AMUSEMENT_VENUE, "影剧院可为娱乐场所",
            "a theatre or cinema may be a place of amusement"),
        (_K.STADIUM, _K.AMUSEMENT_VENUE, "体育场馆可兼供娱乐",
            "a sports venue may be for amusement as well"),
        (_K.PARK, _K.CULTURE_OR_TOURISM, "公园有的供旅游，有的只供居民休憩",
            "some parks are for tourists, some for those who live near by"),
        (_K.PARK, _K.SCENIC_AREA, "公园可评为旅游景区", "a park may be rated a scenic area"),
        (_K.PARK, _K.AMUSEMENT_VENUE, "公园可为游览或游乐场所",
            "a park may be a place of sights or of amusement"),
    )
)  # fmt: skip


def _reasons(given: object, name: str, problems: list[Problem]) -> list[tuple[Any, Any]]:
    """Return pairs of kinds with their reasons, these as texts."""
    entries = entries_of(given)
    if entries is None:
        read_instance(given, Mapping, name, problems)
        return []
    return [(pair, text_of(why)) for pair, why in entries]


@frozen
class Relations:
    """How the kinds of one enum relate: `is_a` (narrow, broad), `may_be` {one, other}.

    Each with its reason, a text. What surely is a second that surely is a third is the third.
    Raises InvalidInput, all problems at once, for anything else.

    >>> class Pier(Labelled):
    ...     FERRY = ("ferry", "渡口")
    ...     LANDING = ("landing", "码头")
    >>> piers = Relations(Pier, is_a={(Pier.FERRY, Pier.LANDING): "渡口是码头"})
    >>> sorted(piers.surely({Pier.LANDING}))
    [Pier.FERRY, Pier.LANDING]
    """

    kinds: type[Labelled]
    is_a: Mapping[tuple[Any, Any], Words] = attrs.field(factory=dict)
    may_be: Mapping[frozenset[Any], Words] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Refuse what relates no two kinds, or gives no reason."""
        if not (isinstance(self.kinds, type) and issubclass(self.kinds, Labelled)):
            expected = {"expected": "type[Labelled]"}
            raise InvalidInput([Problem("kinds", "wrong_type", self.kinds, expected)])
        problems: list[Problem] = []
        for name, sort in (("is_a", tuple), ("may_be", frozenset)):
            listed = _reasons(getattr(self, name), name, problems)
            for place, (pair, why) in enumerate(listed):
                at = f"{name}[{place}]"
                read_instance(why, Text, f"{at}.why", problems)
                if type(pair) is not sort or len(set(pair)) != _PAIR or len(pair) != _PAIR:
                    expected = {"expected": f"{sort.__name__} of two kinds"}
                    problems.append(Problem(at, "wrong_type", pair, expected))
                    continue
                for kind in pair:
                    read_member((self.kinds,), kind, at, problems)
            object.__setattr__(self, name, FrozenMap(dict(listed)))
        if problems:
            raise InvalidInput(problems)

    def _below(self, kind: Labelled) -> frozenset[Labelled]:
        """Return every kind that surely is one, by one step or more."""
        found: set[Any] = set()
        waiting = {kind}
        while waiting:
            waiting = {narrow for narrow, broad in self.is_a if broad in waiting} - found
            found |= waiting
        return frozenset(found)

    def surely(self, listed: Iterable[Labelled]) -> frozenset[Labelled]:
        """Return the kinds listed, and every kind that surely is one of them."""
        kinds = self.checked(listed)
        return kinds.union(*(self._below(kind) for kind in kinds))

    def outside(self, listed: Iterable[Labelled]) -> frozenset[Labelled]:
        """Return the kinds that are surely none of those listed."""
        inside = self.surely(listed)
        broader = {kind for kind in self.kinds if self._below(kind) & inside}
        akin = {kind for pair in self.may_be if pair & inside for kind in pair}
        return frozenset(self.kinds) - inside - broader - akin

    def checked(self, listed: Iterable[Labelled]) -> frozenset[Labelled]:
        """Return kinds as a set; raise InvalidInput for anything else."""
        check_type(listed, Iterable, "listed")
        problems: list[Problem] = []
        kinds: frozenset[Labelled]
        kinds = read(ChoicesKind(self.kinds), tuple(listed), "listed", problems)
        if problems:
            raise InvalidInput(problems)
        return kinds


OURS = Relations(VenueCategory, IS_A, MAY_BE)
