"""What any cell may hold in the place of a value: nothing, a word for nothing, a mask, an error."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from careplan.base.characters import folded, is_unseen, mended, raised, squeezed, trimmed
from careplan.base.exact import NotExact, exact
from careplan.base.foreign import stated
from careplan.base.text import Labelled
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.taken import NOT_STATED, Doubt, Taken

Scalar = str | bool | int | Decimal | Fraction | date | Labelled

LONGEST = 2_000  # characters of a cell; what is longer is prose, or hostile
_DASHES = frozenset("-‐‑‒–—―−─")
_MOST_DASHES = 4
_NOT_STATED = frozenset({"/", "无数据", "未知", "待填", "nan", "NA"})
# Often meant for "not stated", and sometimes for something else: only the caller can say.
_PERHAPS = frozenset(
    {
        *("n/a", "n.a.", "na", "null", "none", "nil", "nat", "<na>", "undefined", "..."),
        *("......", "not applicable", "not available", "unknown", "tbd", "暂无", "暂无数据"),
        *(
            "未统计",
            "未填",
            "未填写",
            "未填寫",
            "未報",
            "未报",
            "未上报",
            "不详",
            "不詳",
            "不明",
            "待定",
        ),
        *(
            "(跳过)",
            "(空)",
            "(空白)",
            "空",
            "空白",
            "跳过",
            "缺",
            "缺失",
            "非公開",
            "非公开",
            "未公布",
        ),
        *("保密", "不适用", "不適用", "无法统计", "待统计", "無資料", "无资料", "未知数", "待核定"),
    }
)
_DITTO = frozenset({"同上", "〃", "′′", '"', "''", "々", "同左", "ditto"})
_ERROR = re.compile(
    r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|#+)", re.IGNORECASE
)
_WHY = {"computed": "cell.computed", "out_of_range": "cell.out_of_range"}
_MASK = re.compile(r"[*＊]+")
_LABEL = re.compile("[^0-9:：]{1,40}[:：](?P<rest>[^:：]*)")
# A character with its sound in brackets, as pages mirrored by machines have them.
_GLOSSED = re.compile("[\u3400-\u9fff][(（][a-z\u00e0-\u01dc]{1,6}[)）]", re.IGNORECASE)
_MARKUP = re.compile(r"&(#[0-9]{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});|</?[a-z]", re.IGNORECASE)


def opened(raw: object, habits: Habits, *, blank: object = None) -> Scalar | Taken | Doubt:
    """Return a cell as one of Python's own values, or what is known of it at once.

    `blank` is what a blank cell says, which a dash does not. Texts stay as they were written.
    """
    value = _scalar(raw)
    if value is None:
        return Taken(blank)
    if isinstance(value, Labelled | Doubt):
        return value
    if not isinstance(value, str):
        return _by_caller(folded(str(value)), habits) or value
    if len(value) > LONGEST:
        return Doubt("cell.too_long", {"maximum": LONGEST})
    word = folded(value)
    if word == "":
        return Taken(blank)
    return _by_caller(word, habits) or _by_itself(word) or value


def worded(raw: object, habits: Habits, *, blank: object = None) -> Scalar | Taken | Doubt:
    """Return a cell that is to be a known word, as `opened` does; it has no raised characters."""
    value = opened(raw, habits, blank=blank)
    if isinstance(value, str) and not isinstance(value, Labelled) and (found := raised(value)):
        return Doubt("cell.raised", {"found": found})
    return value


def behind_label(text: str) -> str | None:
    """Return what stands behind a label and a colon in a text, if one does.

    >>> behind_label("母婴室数：2间"), behind_label("10:30")
    ('2间', None)
    """
    match = _LABEL.fullmatch(text)
    return None if match is None else match["rest"].strip()


def _scalar(raw: object) -> Scalar | Doubt | None:
    """Return a value of Python's own for what data frames and files hold; None for nothing."""
    try:
        value = stated(raw)
        if value is None or isinstance(value, Labelled | date | bool):
            return value
        return str.__str__(value) if isinstance(value, str) else exact(value)
    except NotExact as reason:
        return Doubt(_WHY.get(reason.code, "cell.no_value"))
    except Exception:  # noqa: BLE001 - a foreign object may raise anything
        return Doubt("cell.no_value")


def _by_caller(word: str, habits: Habits) -> Taken | None:
    if is_among(word, habits.withheld):
        return Taken(None, (word,))
    return Taken(None) if is_among(word, habits.not_stated) else None


def _by_itself(word: str) -> Taken | Doubt | None:
    bare = squeezed(word)
    if set(bare) <= _DASHES and len(bare) <= _MOST_DASHES:
        return Taken(None)
    if bare in _NOT_STATED or bare.casefold() in _NOT_STATED:
        return Taken(None)
    if word.casefold() in _PERHAPS or bare in _PERHAPS:
        return Doubt("cell.perhaps_not_stated", suggestion=NOT_STATED)
    if bare.casefold() in _DITTO:
        return Doubt("cell.ditto")
    if _ERROR.fullmatch(bare):
        return Doubt("cell.spreadsheet_error")
    if bare.startswith("=") and bare != "=":
        return Doubt("cell.formula")
    if _MASK.fullmatch(bare) or "(略)" in bare:
        return Doubt("cell.masked")
    if "\ufffd" in bare or _MARKUP.search(bare) or len(_GLOSSED.findall(bare)) > 1:
        return Doubt("cell.damaged")
    return None


def is_among(word: str, words: tuple[str, ...]) -> bool:
    """Say whether a folded text is one of a caller's words, whatever their width and case."""
    return word.casefold() in _compared(words)


@lru_cache(maxsize=64)
def _compared(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(folded(one).casefold() for one in words)


def text_cell(raw: object, habits: Habits) -> Taken | Doubt:
    """Return the text of a cell as it is written, its look-alike characters mended and noted.

    >>> text_cell(" ⼤⽂托育园 ", Habits())
    Taken(value='大文托育园', notes=('⼤⽂托育园',))
    >>> text_cell("乙 (略) 城东分公司", Habits()).code
    'cell.masked'
    """
    value = opened(raw, habits)
    if isinstance(value, Taken | Doubt):
        return value
    if isinstance(value, Labelled) or not isinstance(value, str):
        # A number in the place of a code or name may have lost its first zeros.
        return Doubt("cell.no_text", suggestion=folded(str(value)))
    text, written = mended(value), trimmed(value)
    if any(one in text for one in "*＊"):
        return Doubt("cell.masked")
    if any(is_unseen(one) or one in "\t\n\r\v\f" for one in text):
        seen = "".join(one for one in text if not is_unseen(one)).split()
        return Doubt("cell.unseen", suggestion=(" " if text.isascii() else "").join(seen))
    return Taken(text, () if text == written else (written,))
