"""What a caller says of how a table is written; every default is the safe one."""

from collections.abc import Iterable, Mapping

import attrs

from careplan.base.errors import InvalidInput, Problem, inside
from careplan.base.frozenmap import FrozenMap
from careplan.base.text import Labelled, Text, is_text

_WORDS = ("not_stated", "withheld", "yes", "no", "separators")
_SWITCHES = ("numerals", "serials", "roc", "last_day", "blank_is_zero", "blank_is_no")
_A_LIST = Text(zh="由文本组成的元组", en="a tuple of texts")
_A_FLAG = Text(zh="“是”或“否”", en="True or False")
_A_MEMBER = Text(zh="枚举的一项", en="a member of an enum")
_A_MAPPING = Text(zh="映射表", en="a mapping")


def _listed(given: object) -> object:
    """Return a list as a tuple; a text alone is no list of its characters."""
    return tuple(given) if isinstance(given, list | set | frozenset) else given


@attrs.frozen(kw_only=True)
class Habits:
    """How a table is written, as far as its caller says so.

    `not_stated` are words for "not stated", beside the built-in ones: a blank, dashes, /, 无数据,
    未知, 待填, NaN, NA. `withheld` are words for what somebody knows and does not tell: not stated,
    and kept as a note. `yes` and `no` stand beside 是 有 √ Y Yes 1 true and 否 无 × N No 0 false.
    `separators` part several members of one cell; `synonyms` are members by other names.

    `numerals`: Chinese numerals are numbers. `serials`: a bare number in a column of dates
    is a day as Excel counts them from 1900. `roc`: years are of 民國. `last_day`: a month, a
    quarter or a year stands for its last day. `blank_is_zero`,
    `blank_is_no`: what a blank cell of a number, or of a yes or no, says.

    Raises InvalidInput for what is none of these.

    >>> Habits(not_stated=["未统计"]).not_stated
    ('未统计',)
    """

    not_stated: tuple[str, ...] = attrs.field(default=(), converter=_listed)
    withheld: tuple[str, ...] = attrs.field(default=(), converter=_listed)
    yes: tuple[str, ...] = attrs.field(default=(), converter=_listed)
    no: tuple[str, ...] = attrs.field(default=(), converter=_listed)
    separators: tuple[str, ...] = attrs.field(default=("、",), converter=_listed)
    synonyms: Mapping[str, Labelled] = attrs.field(factory=dict)
    numerals: bool = False
    serials: bool = False
    roc: bool = False
    last_day: bool = False
    blank_is_zero: bool = False
    blank_is_no: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what is no list of words, no member and no yes or no: all at once."""
        problems = [*self._of_words(), *self._of_synonyms(), *self._of_switches()]
        if problems:
            raise InvalidInput(problems)
        object.__setattr__(self, "synonyms", FrozenMap(self.synonyms))

    def _of_words(self) -> Iterable[Problem]:
        for name in _WORDS:
            given = getattr(self, name)
            if not isinstance(given, tuple) or not all(is_text(one) for one in given):
                yield Problem(name, "wrong_type", given, {"expected": _A_LIST})
            elif name == "separators" and "" in given:  # it would part every character
                yield Problem(name, "blank", "")

    def _of_synonyms(self) -> Iterable[Problem]:
        if not isinstance(self.synonyms, Mapping):
            yield Problem("synonyms", "wrong_type", self.synonyms, {"expected": _A_MAPPING})
            return
        for word, member in self.synonyms.items():
            if not is_text(word) or not isinstance(member, Labelled):
                at = inside("synonyms", word)
                yield Problem(at, "wrong_type", member, {"expected": _A_MEMBER})

    def _of_switches(self) -> Iterable[Problem]:
        for name in _SWITCHES:
            if not isinstance(given := getattr(self, name), bool):
                yield Problem(name, "wrong_type", given, {"expected": _A_FLAG})
