"""Clauses that no object encodes, each with the reason."""

from careplan.base.text import Text

_CITED = Text(
    zh="所引文件的正文不在本文之内",
    en="a cited basis whose text is not part of this document",
)
_OTHER_LAW = Text(
    zh="责任由法律法规规定，本文没有可算的条件，也没有写明由谁追究",
    en="liability lies in laws outside the text, which states no condition and names no one to "
    "hold anybody liable",
)

NOT_ENCODED = {
    "0.issue": Text(
        zh="印发信息，见文件记录（标题、日期）",
        en="how the notice was issued; title and date are in the document record",
    ),
    "0.addressees": Text(
        zh="受文单位，请其遵照执行；各自的任务在正文各条，名称可按单位查得",
        en="addressees, asked to carry the plan out; what each is to do stands in the clauses, and "
        "their names are among the offices",
    ),
    "0.basis.1": _CITED,
    "0.basis.2": _CITED,
    "1.a": Text(zh="原则口号", en="principles, worded as slogans"),
    "3.2.c": Text(
        zh="要求宣传，没有写明由谁做（本章没有分工名单）、做到什么程度",
        en="publicity: nobody is named, the chapter closes with no list, nothing is measured",
    ),
    "3.3.b": _OTHER_LAW,
}
