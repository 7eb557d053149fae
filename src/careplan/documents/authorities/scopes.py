"""How the business scope to register is worded: a document's own words, as data."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from careplan.base.errors import NotFound, Problem
from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text
from careplan.criteria.nodes import Criterion
from careplan.documents.encoded import ByReading, Encoded, duplicates, given
from careplan.documents.rules import Cited
from careplan.fields.kinds import ChoicesKind
from careplan.fields.paths import kind_at, parse_path
from careplan.fields.shapes import NAME, kept

# Where a pattern of wording puts the base phrase, and the modes.
_BASE, _MODES = "{base}", "{modes}"
_A_SET = Text(zh="集合", en="a set of members")


@frozen(kw_only=True)
class ModeWords(Encoded):
    """How the modes of service offered are written into a business scope.

    `listed_in` is the path of the applicant's fact that lists them. `words` are pairs of a
    mode's value and its word, in the order they are written, joined by `between`; of a mode
    without a word nobody can say how it is written. `pattern` places {base} and {modes}.

    >>> from careplan.nouns.care.institutions import ServiceMode
    >>> words = ModeWords(
    ...     listed_in="service_modes",
    ...     words=(("full_day", "全日托"), ("hourly", "计时托")),
    ...     between="、",
    ...     pattern="{base}（{modes}）",
    ... )
    >>> words.written("托育服务", {ServiceMode.FULL_DAY})
    '托育服务（全日托）'
    """

    listed_in: str = attrs.field(metadata=kept(NAME))
    words: tuple[tuple[str, str], ...]
    between: str
    pattern: str

    def _contradictions(self) -> Iterable[Problem]:
        yield from duplicates("words", (mode for mode, _ in self.words))
        for index, (_, word) in enumerate(self.words):
            if not word.strip():
                yield Problem(f"words[{index}]", "blank", word)
        for name in (_BASE, _MODES):
            if self.pattern.count(name) != 1:
                yield Problem("pattern", "no_place", self.pattern, {"other": name})

    def unworded(self, offered: AbstractSet[Labelled]) -> tuple[Text, ...]:
        """Return the labels of the modes offered that have no word, in one order."""
        known = {mode for mode, _ in self.words}
        strange = (mode for mode in offered if mode.value not in known)
        return tuple(mode.label for mode in sorted(strange, key=lambda mode: str(mode.value)))

    def written(self, base: str, offered: AbstractSet[Labelled]) -> str | None:
        """Return the wording with the modes offered; None if there are none or one has no word."""
        values = {mode.value for mode in offered}
        words = [word for mode, word in self.words if mode in values]
        if not words or len(words) < len(values):
            return None
        places = {_BASE: base, _MODES: self.between.join(words)}
        either = "|".join(map(re.escape, places))
        return re.sub(either, lambda place: places[place[0]], self.pattern)


@frozen(kw_only=True)
class BusinessScope(Cited):
    """The wording to register where `applies` holds: a base phrase.

    With `modes` the modes offered are written beside it; None says that the text asks for none.
    """

    applies: Criterion | ByReading = attrs.field(converter=given)
    base: str
    modes: ModeWords | None

    def wording(self, offered: AbstractSet[Labelled] | None = None) -> str | None:
        """Return the wording for the modes offered.

        None where the document asks for modes and none are given, or for one it has no word for.
        """
        if self.modes is None:
            return self.base
        return None if offered is None else self.modes.written(self.base, offered)


def unlisted(modes: ModeWords, noun: type[Any]) -> Iterator[Problem]:
    """Yield why the modes of a noun cannot be written: no fact lists them, or no such mode."""
    at = "scope.modes"
    try:
        kind = kind_at(noun, parse_path(noun, modes.listed_in))
    except NotFound as error:
        yield Problem(f"{at}.listed_in", "not_found", modes.listed_in, error.parameters())
        return
    if not isinstance(kind, ChoicesKind):
        yield Problem(f"{at}.listed_in", "wrong_fact", modes.listed_in, {"expected": _A_SET})
        return
    known = [member.value for member in kind.enum]
    for index, (mode, _) in enumerate(modes.words):
        if mode not in known:
            options = {"options": ", ".join(known)}
            yield Problem(f"{at}.words[{index}]", "not_an_option", mode, options)
