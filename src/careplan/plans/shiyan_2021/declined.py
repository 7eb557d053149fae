"""Clauses that no object encodes, each with the reason."""

from careplan.text import Text

_CITED = Text(
    zh="所引文件的正文不在本文之内",
    en="a cited basis whose text is not part of this document",
)
_NO_CONTENT = Text(
    zh="只表明鼓励或支持的方向，没有对象条件、数量或期限",
    en="a direction of encouragement or support, without conditions, number or date",
)
_OTHER_LAW = Text(
    zh="责任内容由法律法规规定，本文没有可算的条件",
    en="liability lies in laws outside the text, which states nothing to compute",
)

NOT_ENCODED = {
    "0.issue": Text(
        zh="印发信息，见文件记录（标题、日期）",
        en="how the notice was issued; title and date are in the document record",
    ),
    "0.addressees": Text(
        zh="受文单位，没有规定事项；名称可按单位查得",
        en="addressees, who are told nothing here; their names are among the offices",
    ),
    "0.basis.1": _CITED,
    "0.basis.2": _CITED,
    "1.a": Text(zh="原则口号", en="principles, worded as slogans"),
    "1.c": _NO_CONTENT,
    "2.1.1.b": Text(
        zh="只要求探索，没有天数和条件",
        en="leave that is only to be explored, without days or conditions",
    ),
    "2.2.1.a": _NO_CONTENT,
    "2.2.1.c": _NO_CONTENT,
    "2.2.2.1.b": _NO_CONTENT,
    "2.2.3.a": _NO_CONTENT,
    "2.2.4.b": _NO_CONTENT,
    "2.3.2.b": _NO_CONTENT,
    "2.4.1.d": Text(
        zh="只要求探索，奖惩是否也属探索并不清楚，不推算后果",
        en="to be explored; whether reward and punishment are too is unclear, so no effect follows",
    ),
    "2.4.2.h": _OTHER_LAW,
    "3.2.b": _NO_CONTENT,
    "3.2.c": Text(
        zh="宣传要求，没有承担者和衡量办法",
        en="publicity, without anyone to do it or a measure",
    ),
    "3.3.b": _OTHER_LAW,
}
