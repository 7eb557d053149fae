"""Clauses that nothing encodes, each with the reason."""

from careplan.base.text import Text

CITED_ONLY = Text(
    zh="只列为依据，其文本不在本文件内",
    en="cited as a basis; its text is not part of the document",
)
LAW_CITED = Text(
    zh="所列法规的文本不在本文件内；要落实的事项见其后的假期条款",
    en="the law cited is another text; what it is to bring about is in the clause on leave",
)
PRINCIPLE = Text(
    zh="原则性表述，没有主体、条件或尺度",
    en="a principle: it names no addressee, no condition and no measure",
)

NOT_ENCODED = {
    "0.issue": Text(
        zh="标题、机关和日期见文件信息；会议和公开属性不产生要求",
        en="title, issuer and date are the document's own data; the rest asks for nothing",
    ),
    "0.addressees": Text(
        zh="受文单位；各自的任务在正文各条",
        en="who is written to; what each is to do stands in the clauses themselves",
    ),
    "0.basis.1": CITED_ONLY,
    "0.basis.2": CITED_ONLY,
    "1.b": Text(
        zh="工作思路的概括，没有要求",
        en="the approach in slogans; it asks for nothing",
    ),
    "3.3": PRINCIPLE,
    "4.1.basis.1": LAW_CITED,
    "4.1.basis.2": LAW_CITED,
    "4.1.basis.3": LAW_CITED,
    "4.1.basis.4": LAW_CITED,
    "4.3.d": Text(
        zh="只是探索，没有主体和尺度；开设托班见前一句",
        en="to be explored: nobody is named and nothing measured; the class itself is in 4.3.c",
    ),
}
