"""Which known locality a name means: the same name, or the same behind the levels above it.

Anything else is a candidate. 王家镇 may be 王家街道 by another name, or another place; 田庄臺镇
may be 田庄台镇; who keeps the table knows. A suffix is taken off before names are compared: a
distance of characters alone puts 唐家镇 nearer to 王家镇 than 王家街道.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from careplan.base.characters import folded, is_unseen, squeezed, trimmed
from careplan.base.errors import Problem
from careplan.base.frozenmap import FrozenMap, frozen
from careplan.base.messages import LANGUAGES, say
from careplan.base.nearness import slips
from careplan.base.refusing.phrases import Both

# What kind of place a name says it is. Longest first, so that 街道办 is not left of 街道办事处.
_TOWNS = ("街道办事处", "街道办", "街道", "镇", "乡")
_DISTRICTS = ("自治县", "自治旗", "区", "县", "市", "旗", "州")
# Zones have no code of their own, and lie within a district or across several.
_ZONES = (
    *(
        "开发区",
        "高新区",
        "经开区",
        "新区",
        "园区",
        "经济区",
        "工业区",
        "保税区",
        "示范区",
        "合作区",
    ),
    *("管理区", "度假区", "功能区", "集聚区", "风景区", "试验区", "工业园", "产业园", "科技园"),
)
# Characters that are taken for each other by some tables: a place may have either in its name.
_FORMS = str.maketrans("臺區縣鎮鄉開發辦處園", "台区县镇乡开发办处园")
_LEVELS = frozenset("省市区县旗州盟")
# What the level above ends in, by the end of a name; any level above a town, street or village.
_ABOVE = {"区": frozenset("省市州盟"), "县": frozenset("省市州盟"), "旗": frozenset("省市州盟")}
_ABOVE["市"] = frozenset("省市州盟")
_FILLERS = ("市辖区", "辖区", "市直辖乡", "市直辖镇", "省直辖县", "直辖县级行政区划", "市县")
_AREAS = frozenset(
    {
        *("全省", "全市", "全区", "全县", "全镇", "全国", "本市", "本区", "本县", "各区", "各县区"),
        *(
            "省直",
            "市直",
            "区直",
            "县直",
            "省本级",
            "市本级",
            "区本级",
            "县本级",
            "省属",
            "市属",
            "区属",
        ),
        *("市辖区", "合计", "总计", "小计", "共计", "计", "其他", "其它"),
    }
)
_JOINTS = "、,，/／和及与"
_LAST_LEVEL = re.compile("[^省市区县旗州盟]+[省市区县旗州盟]$")
LONGEST = 60  # characters; a longer text is no name
MOST_CANDIDATES = 5
_SHORTEST = 3  # of two characters one slip is half
_MOST_ALIKE = 20  # looked at: more are no suggestion
_MOST_KEPT = 100_000  # answers by name, of a table that asks the same again and again


@frozen(kw_only=True)
class Resolved:
    """The locality that a name surely means, or why none is, and which may be meant.

    `notes` keep the name as it was written where it is not that of the locality. The likeliest
    candidate stands first, and none of them is taken. `code` is one of the sentences.
    """

    locality: str | None = None
    candidates: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    code: str | None = None

    def problem(self, path: str, name: object) -> Problem | None:
        """Return why a name at `path` was not resolved, with the candidates; None if it was."""
        if self.code is None:
            return None
        hint = Both("", "")
        if self.candidates:
            said = (say("did_you_mean", one, suggestion=self.candidates) for one in LANGUAGES)
            hint = Both(*said)
        return Problem(path, self.code, name, {"hint": hint})


def resolve(name: object, known: Iterable[str], within: Iterable[str] = ()) -> Resolved:
    """Return which of the known localities a name means; for many names take `Localities`.

    `within` are the levels above all of them, the highest first, as far as the caller names any:
    a name may then have these before it and no others.

    >>> towns = ["大洼街道", "王家街道", "唐家镇", "田庄台镇"]
    >>> resolve("大洼区大洼街道", towns).locality
    '大洼街道'
    >>> resolve("王家镇", towns).candidates
    ('王家街道', '唐家镇')
    >>> resolve("盘山县唐家镇", towns).candidates
    ('唐家镇',)
    >>> resolve("盘锦市唐家镇", towns, ["盘锦市", "大洼区"]).locality
    '唐家镇'
    """
    return Localities(known, within).resolve(name)


class Localities:
    """Known localities, prepared for many names: what was asked once is answered at once.

    Before a town or street stands the district that its seat is called after, before a district a
    city; of other levels nobody knows that a place of the same name is not meant, unless the caller
    says by `within` which levels are above.

    >>> Localities(["大安區"]).resolve("臺北市大安區").notes
    ('臺北市大安區',)
    """

    def __init__(self, known: Iterable[str], within: Iterable[str] = ()) -> None:
        """Prepare the names by which a locality is found, and those that only suggest it."""
        self._within = tuple(_Form.of(level).form for level in within)
        self._known = tuple(dict.fromkeys(known))
        self._exact = _named(self._known)
        self._by_form: dict[str, list[_Form]] = defaultdict(list)
        self._by_stem: dict[str, list[_Form]] = defaultdict(list)
        self._by_less: dict[str, list[_Form]] = defaultdict(list)
        self._by_start: dict[str, list[_Form]] = defaultdict(list)
        for one in map(_Form.of, self._known):
            self._by_form[one.form].append(one)
            self._by_stem[one.stem].append(one)
            for less in one.with_one_less():
                self._by_less[less].append(one)
            for end in range(2, len(one.stem)):
                self._by_start[one.stem[:end]].append(one)
        self._answers: dict[str, Resolved] = {}

    def resolve(self, name: object) -> Resolved:
        """Return the locality that a name means, or why none is certain."""
        if not isinstance(name, str) or len(name) > LONGEST:
            return Resolved(code="place.no_name")
        text = str.__str__(name)
        if text not in self._answers:
            if len(self._answers) >= _MOST_KEPT:
                self._answers.clear()
            self._answers[text] = self._resolved(text)
        return self._answers[text]

    def _resolved(self, text: str) -> Resolved:
        written, name = trimmed(text), folded(text)
        if not name:
            return Resolved(code="place.no_name")
        if not any(map(is_unseen, written)):
            if (exact := self._exact.get(name)) is not None:
                return Resolved(locality=exact, notes=() if written == exact else (written,))
            if len(behind := self._behind_levels(name)) == 1:
                return Resolved(locality=behind[0], notes=(written,))
        asked = _Form.of(text)
        if asked.form in _AREAS:
            return Resolved(code="place.area")
        found = tuple(dict.fromkeys(self._candidates(asked)))[:MOST_CANDIDATES]
        if found:
            return Resolved(candidates=found, code="place.candidates")
        return Resolved(code="place.zone" if asked.kind == "zone" else "place.unknown")

    def _behind_levels(self, name: str) -> list[str]:
        """Return the locality that stands behind the levels above it, or several it may be."""
        places = [place for place in range(1, len(name)) if name[place:] in self._exact]
        if not any(self._is_above(name[:place], name[place:]) for place in places):
            return []
        return [self._exact[name[place:]] for place in places]

    def _is_above(self, levels: str, name: str) -> bool:
        """Say whether a text is levels above a place: 大洼区 of 大洼街道, no 高新区 of 虎丘区."""
        above = _Form.of(levels).form
        bare = above.removesuffix("-")
        if not _is_name(bare) or bare.endswith(_ZONES) or any(one in bare for one in _FILLERS):
            return False
        if self._within:
            return self._is_within(bare)
        if bare != above and bare not in self._by_form and bare not in self._by_stem:
            return True  # 四川-成都
        last = name[-1].translate(_FORMS)
        if len(bare) < 2 or bare[-1] not in _ABOVE.get(last, _LEVELS):  # noqa: PLR2004 - a name
            return False
        return last in _ABOVE or self._is_seat(bare)

    def _is_within(self, levels: str) -> bool:
        """Say whether a text is some of the levels that are said to be above, in their order."""
        for level in self._within:
            levels = levels.removeprefix(level).removeprefix("-")
        return not levels

    def _is_seat(self, levels: str) -> bool:
        """Say whether the last of the levels above a town is called like a street in it.

        So 大洼区 is, of which 大洼街道 is the seat. Of another district, 盘山县, nobody says that
        a town of this name is not one of its own.
        """
        last = _LAST_LEVEL.search(levels)
        stem = "" if last is None else _Form.of(last[0]).stem
        return any(one.form.endswith("街道") for one in self._by_stem.get(stem, ()))

    def _candidates(self, asked: "_Form") -> Iterator[str]:
        """Yield who may be meant: spelt alike, several at once, with the same stem, nearly so."""
        for one in self._by_form.get(asked.form, ()):
            yield one.name
        yield from self._several(asked.name)
        for tail in map(_Form.of, _tails(asked.form)):
            for one in self._by_form.get(tail.form, ()):
                yield one.name
            for one in self._by_stem.get(tail.stem, ()):
                if one.may_be(tail):
                    yield one.name
        yield from self._near(asked)

    def _several(self, text: str) -> Iterator[str]:
        parts = [text]
        for joint in _JOINTS:
            parts = [one for part in parts for one in part.split(joint)]
        if len(parts) > 1:
            yield from (self._exact[one] for one in map(folded, parts) if one in self._exact)

    def _near(self, asked: "_Form") -> Iterator[str]:
        """Yield those whose name or longer stem is one slip away, or one short for the other."""
        for less in asked.with_one_less():
            for one in islice(self._by_less.get(less, ()), _MOST_ALIKE):
                if one.may_be(asked) and one.is_one_slip_from(asked):
                    yield one.name
        starts = (self._by_stem.get(asked.stem[:end], ()) for end in range(2, len(asked.stem)))
        for one in chain(self._by_start.get(asked.stem, ())[:_MOST_ALIKE], *starts):
            if one.may_be(asked) and asked.is_short_for(one):
                yield one.name


@frozen
class _Form:
    """A name, how some tables write it, and that without the kind of place it is."""

    name: str
    form: str
    stem: str
    kind: str

    @classmethod
    def of(cls, name: str) -> "_Form":
        """Take a name apart; of the kinds a name may end in, a zone goes first."""
        form = squeezed(name).translate(_FORMS)
        for kind, suffixes in (("zone", _ZONES), ("town", _TOWNS), ("district", _DISTRICTS)):
            for suffix in suffixes:
                if form.endswith(suffix):
                    return cls(name, form, form.removesuffix(suffix) or form, kind)
        return cls(name, form, form, "")

    def with_one_less(self) -> Iterator[str]:
        """Yield the name and its stem, and each without one of its characters.

        Of two texts that one slip makes of each other, one of these is the same.
        """
        for text in dict.fromkeys((self.form, self.stem)):
            if len(text) >= _SHORTEST:
                yield text
                yield from dict.fromkeys(
                    text[:place] + text[place + 1 :] for place in range(len(text))
                )

    def may_be(self, other: "_Form") -> bool:
        """Say whether both may be one kind of place, as one that does not say may be; no zone."""
        kinds = {self.kind, other.kind}
        return len(kinds) == 1 or ("" in kinds and "zone" not in kinds)

    def is_short_for(self, other: "_Form") -> bool:
        """Say whether one of two districts leaves out what follows: 岫岩县, 岫岩满族自治县."""
        shorter, longer = sorted((self, other), key=lambda one: len(one.stem))
        alike = shorter.kind == longer.kind == "district" or (shorter is self and not self.kind)
        more = longer.stem.removeprefix(shorter.stem)
        # What follows a level is another place: 札幌市中央区 is a part of 札幌市.
        begins = len(shorter.stem) > 1 and more != longer.stem and _LEVELS.isdisjoint(more)
        return alike and begins

    def is_one_slip_from(self, other: "_Form") -> bool:
        """Say whether one slip makes one of the other, or of a stem that is long enough."""
        return _is_one_slip(self.form, other.form) or _is_one_slip(self.stem, other.stem)


def _named(known: Iterable[str]) -> Mapping[str, str]:
    """Return localities by their folded names; a name of two of them names none."""
    names: dict[str, list[str]] = defaultdict(list)
    for one in known:
        names[folded(one)].append(one)
    return FrozenMap({name: ones[0] for name, ones in names.items() if len(ones) == 1})


def _is_name(text: str) -> bool:
    return bool(text) and all("\u3400" <= one <= "\u9fff" for one in text)


def _tails(form: str) -> Iterator[str]:
    """Yield a name, and what follows each level before it: the fillers fall away with them."""
    yield form
    for place, one in enumerate(form[:-1], start=1):
        if one in _LEVELS or one in "乡-":
            yield form[place:]


def _is_one_slip(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _SHORTEST or longer - shorter > 1:
        return False
    # One slip leaves no more than one sort of character to each; sets are quicker to compare.
    return len(set(one) ^ set(other)) <= 2 and slips(one, other) == 1  # noqa: PLR2004
