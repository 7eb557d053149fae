"""What facts are called in a sentence: of which item or part, and how a yes-or-no fact reads."""

from collections.abc import Callable
from typing import Any

from careplan.base.errors import check_language
from careplan.base.frozenmap import frozen
from careplan.base.messages import say, show
from careplan.base.sentences.denials import ASKED, BEFORE, NOT_SO, SO, form
from careplan.base.text import Text
from careplan.fields.declaring import Noun, facts_declared, measure_of
from careplan.fields.kinds import FlagKind
from careplan.fields.paths import ON, Path, dotted, facts_on, kind_at, parse_path

_NUMBERED = "数量"  # of a table: what is counted names itself (桌子), not the table (设施数量)


@frozen
class _Named:
    """A fact and whose it is."""

    owner: str
    fact: str


def label(noun: type[Any], path: Path, language: str, owner: str = "") -> str:
    """Say what a path names: the fact, and of which item or part; items count from 1.

    `owner` is what the noun itself is called, where it is an item or a part of another.
    """
    named = _named(noun, path, language, owner)
    if not named.owner:
        return named.fact
    code = "of.flag" if is_flag(noun, path) else _of(named.fact, language)
    return say(code, language, owner=named.owner, fact=named.fact)


def _of(fact: str, language: str) -> str:
    return "of.all" if language == "zh" and fact.startswith("所") else "of"


def _named(noun: type[Any], path: Path, language: str, above: str = "") -> _Named:
    owner, said = "", above
    kind, facts = None, facts_on(noun, path)
    for step in path:
        if type(step) is str:
            owner = _owned(owner, said, language)
            _, _, spec = next(facts)
            kind, said = spec.kind, _fact(spec.label, language)
        elif isinstance(step, int):
            said = say("item", language, items=said, number=str(step + 1), measure=_measure(kind))
        elif language == "zh" and said.endswith(_NUMBERED):
            said = show(step, language)
        else:
            said = say("of_key", language, fact=said, key=step)
    return _Named(owner, said)


def _fact(text: Text, language: str) -> str:
    return show(text, language)


def _measure(kind: Any) -> Text:
    return measure_of(kind.noun)


def _owned(owner: str, fact: str, language: str) -> str:
    return say("of", language, owner=owner, fact=fact) if owner else fact


def items_label(noun: type[Any], path: Path, language: str) -> dict[str, object]:
    """Return what the items at a path are called and counted by, as a sentence takes it."""
    kind = kind_at(noun, path)
    return {"items": label(noun, path, language), "measure": _measure(kind)}


def is_flag(noun: type[Any], path: Path) -> bool:
    """Say whether a path names a yes-or-no fact."""
    return isinstance(kind_at(noun, path), FlagKind)


def statement(noun: type[Any], path: Path, language: str, *, so: bool) -> str:
    """Say of a yes-or-no fact that it is so, or that it is not.

    >>> from careplan.nouns.facilities import Venue
    >>> statement(Venue, ("rooms", 0, "independent"), "zh", so=False)
    '第1间母婴室未独立设置'
    """
    named = _named(noun, path, language)
    said = form(SO if so else NOT_SO, named.fact, language)
    if not named.owner:
        return said
    return say("flag.of", language, owner=named.owner, fact=said)


def answer(noun: type[Any], path: Path, language: str, *, so: bool) -> str:
    """Say what a yes-or-no fact is, without whose it is: 独立设置, 未独立设置."""
    return form(SO if so else NOT_SO, _named(noun, path, language).fact, language)


def before_noun(noun: type[Any], path: Path, language: str) -> str:
    """Say a yes-or-no fact that is so before what it is said of: 独立母婴室."""
    return form(BEFORE, _named(noun, path, language).fact, language)


def owner_label(noun: type[Any], path: Path, language: str) -> str:
    """Say whose a fact is: 第1间母婴室; nothing if it is the subject's own."""
    return _named(noun, path, language).owner


def asked_label(noun: type[Any], path: Path, language: str, owner: str = "") -> str:
    """Say a fact that is still to be stated: 第1间母婴室是否整洁卫生; 建筑面积."""
    if not is_flag(noun, path):
        return label(noun, path, language, owner)
    named = _named(noun, path, language, owner)
    asked = form(ASKED, form(SO, named.fact, language), language)
    return say("flag.asked", language, owner=named.owner, asked=asked).strip()


def fact_label(noun: type[Noun], path: str, language: str) -> str:
    """Say in "zh" or "en" what a dotted path of `missing` names, for a question or a form.

    Raises NotFound for a path the noun does not have.

    >>> from careplan.nouns.facilities import Venue
    >>> fact_label(Venue, "rooms[0].usable_area_m2", "zh")
    '第1间母婴室的使用面积'
    >>> fact_label(Venue, "on", "zh")
    '所问之日'
    """
    return _of_path(noun, path, language, label)


def fact_asked(noun: type[Any], path: str, language: str) -> str:
    """Say what a dotted path of `missing` names as what is still to be stated.

    >>> from careplan.nouns.facilities import Venue
    >>> fact_asked(Venue, "rooms[0].clean", "zh")
    '第1间母婴室是否整洁卫生'
    """
    return _of_path(noun, path, language, asked_label)


def _of_path(
    noun: type[Any], path: str, language: str, say_of: Callable[[type[Any], Path, str], str]
) -> str:
    if path == dotted(ON) and path not in facts_declared(noun):
        return say("day_asked", check_language(language))
    return say_of(noun, parse_path(noun, path), check_language(language))
