"""A cell of a yes or no: words that say one of them, and nothing that only points to one."""

import re
from datetime import date

from careplan.base.characters import squeezed
from careplan.base.text import Labelled
from careplan.fields.kinds import FactSpec
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.marks import behind_label, is_among, worded
from careplan.intake.cells.taken import Doubt, Taken

_YES = frozenset({"是", "有", "√", "y", "yes", "1", "true"})
_NO = frozenset({"否", "无", "無", "×", "n", "no", "0", "false"})
# What a column that asks whose a place is holds in place of yes and no, by the fact's label.
_OWN = frozenset({"自有", "自有房屋", "自有产权"})
_LEASED = frozenset({"租赁", "租用", "租借", "承租", "租赁房屋"})
_WHOSE = frozenset({"自有场地", "自有住宅"})
_THERE = frozenset({"有", "无", "無"})
# What looks like a mark for yes or no and is not in the list: the caller may add it.
_LIKE = dict.fromkeys("✓✔☑✅", "√") | dict.fromkeys("✗✘✕✖xX☒❌", "×")
_DENIALS = ("非", "未", "不")
_TOWARDS = re.compile("^已向[^向]{1,12}部门")


def flag_cell(raw: object, spec: FactSpec, habits: Habits) -> Taken | Doubt:
    """Return the yes or no a cell states for a fact; a blank is neither, unless the caller says so.

    Beside the words of the caller's and the usual ones, the fact's own label is yes, and no with
    非, 未 or 不 before it.

    >>> from careplan.nouns.care.institutions import Institution
    >>> from careplan.fields.declaring import facts_declared
    >>> inclusive = facts_declared(Institution)["inclusive"]
    >>> flag_cell("非普惠", inclusive, Habits()).value
    False
    >>> flag_cell("✓", inclusive, Habits()).suggestion
    '√'
    """
    value = worded(raw, habits, blank=False if habits.blank_is_no else None)
    match value:
        case Taken() | Doubt():
            return value
        case bool():
            return Taken(value)
        case date() | Labelled():
            return Doubt("cell.not_a_flag")
        case str():
            return _of_word(squeezed(value), spec, habits)
        case _:
            return _of_word(str(value), spec, habits)


def _of_word(word: str, spec: FactSpec, habits: Habits) -> Taken | Doubt:
    yes, no = is_among(word, habits.yes), is_among(word, habits.no)
    if yes and no:
        return Doubt("cell.yes_and_no")
    if yes or no:
        return Taken(yes)
    label, plain = squeezed(spec.label.zh), word.casefold()
    if word in _said_of(label):
        return Taken(value=True)
    if word in _denying(label):
        return Taken(value=False)
    if plain in _THERE and label.startswith((*_DENIALS, *_THERE)):
        return Doubt("cell.denied_label", {"label": spec.label})  # 无 of 无异味 may be either
    if label in _WHOSE and word in _OWN | _LEASED:
        return Taken(word in _OWN)
    if plain in _YES | _NO:
        return Taken(plain in _YES)
    if word.isdecimal():
        return Doubt("cell.code")
    if (rest := behind_label(word)) is not None:
        meant = _of_word(rest, spec, habits)
        said = meant.value if isinstance(meant, Taken) else None
        return Doubt("cell.label_inside", suggestion=said)
    return Doubt("cell.not_a_flag", suggestion=_LIKE.get(word))


def _said_of(label: str) -> frozenset[str]:
    """Return the words that say yes by the label: 普惠, or 已备案 for a label that ends so."""
    short = _TOWARDS.sub("已", label)
    return frozenset({label, short, short if short.startswith("已") else f"已{short}"})


def _denying(label: str) -> frozenset[str]:
    """Return the words that say no by the label: 非普惠; of what is done, 未备案."""
    short = _TOWARDS.sub("已", label)
    if short.startswith("已"):
        return frozenset(f"未{one.removeprefix('已')}" for one in (label, short))
    return frozenset(f"{one}{label}" for one in _DENIALS)
