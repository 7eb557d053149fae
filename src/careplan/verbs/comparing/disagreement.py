"""One disagreement of two sources: the fact, where it stands, and what each states."""

from collections.abc import Callable
from typing import Any

import attrs

import careplan.fields.kinds as k
from careplan.base.messages import LANGUAGES, join, say
from careplan.base.text import Text, Unordered
from careplan.criteria.wording.labels import answer, asked_label, label
from careplan.criteria.wording.values import in_order, value_text
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.paths import Path, dotted, kind_at
from careplan.verbs.advising.stating import stated_phrase, stated_value


class StatedBy(Unordered):
    """Who states a fact on which two sources do not agree."""

    BOTH = ("both", "两者不同", "stated differently")
    A = ("a", "仅前者有", "by the first only")
    B = ("b", "仅后者有", "by the second only")


@attrs.frozen
class Place:
    """Where a fact stands in one source: from its root, from the item or part that has the fact.

    `owner` is what that item or part is called; the source itself is called nothing.
    """

    whole: Path
    below: Path
    owner: Text | None = None

    def called(self, says: Callable[..., str], noun: type[Noun], language: str) -> str:
        """Say the fact, and whose it is."""
        owner = "" if self.owner is None else self.owner.get(language)
        return says(noun, self.below, language, owner)


@attrs.frozen(kw_only=True)
class Disagreement:
    """A fact that two sources state differently, or that one of them does not state.

    `a` and `b` are what they state, None where one does not. `noun` is the noun that has the
    fact. An entry of a table is a fact of its own; an item that one list has alone is stated by
    that source as a whole, and so is a part.
    """

    noun: type[Noun]
    a: Any
    b: Any
    at_a: Place
    at_b: Place

    @property
    def path(self) -> str:
        """Where it stands, as in `missing`: in the first source, unless only the second has it."""
        return dotted(self.at_a.whole)

    @property
    def path_in_b(self) -> str:
        """Where it stands in the second: another item than in the first if the order differs."""
        return dotted(self.at_b.whole)

    @property
    def stated_by(self) -> StatedBy:
        """Whether both state it, differently, or only one does."""
        if self.b is None:
            return StatedBy.A
        return StatedBy.B if self.a is None else StatedBy.BOTH

    @property
    def is_item(self) -> bool:
        """Whether it is an item that one list has alone, and no fact of one."""
        return isinstance(self.at_a.below[-1], int)

    @property
    def unit(self) -> Text | None:
        """The unit of the fact, if it has one."""
        return facts_declared(self.noun)[self._name].unit

    @property
    def label(self) -> Text:
        """What it is called: 第1间母婴室的使用面积."""
        return in_both(lambda language: self.at_a.called(label, self.noun, language))

    @property
    def said_a(self) -> Text | None:
        """What the first states, in words and with its unit; None where it does not."""
        return self._said(self.a, self.b)

    @property
    def said_b(self) -> Text | None:
        """What the second states, in words and with its unit; None where it does not."""
        return self._said(self.b, self.a)

    @property
    def _name(self) -> str:
        return str(self.at_a.below[0])

    def heading(self, language: str) -> str:
        """Say the fact over what is stated of it: of yes or no, whether it is so."""
        return self.at_a.called(asked_label, self.noun, language)

    def _said(self, value: Any, other: Any) -> Text | None:
        if value is None:
            return None
        return in_both(lambda language: self._stated(value, other, language))

    def _stated(self, value: Any, other: Any, language: str) -> str:
        path = self.at_a.below
        kind = kind_at(self.noun, path)
        match kind, path:
            case k.FlagKind(), _:  # 整洁卫生, 不整洁卫生
                return answer(self.noun, path, language, so=value)
            case k.PartKind(), _:
                return stated_phrase(value, language)
            case _, (_, _):  # an entry of a table
                return value_text(self.noun, path, value, language)
            case _:
                said = stated_value(self.noun, self._name, kind, value, language)
        if not isinstance(kind, k.ChoicesKind) or other is None or not value - other:
            return said
        only = join(in_order(value - other, language), language)
        return say("disagreements.only", language, all=said, only=only)


def in_both(says: Callable[[str], str]) -> Text:
    """Return what is said, in both languages."""
    zh, en = map(says, LANGUAGES)
    return Text(zh=zh, en=en)
