"""Clauses that nothing encodes, each with the reason."""

from careplan.text import Text

NOT_ENCODED = {
    "0.issue": Text(
        zh="标题和发文机关见文件信息；未印文号和日期",
        en="title and issuer are the document's own data; no number or date is printed",
    ),
    "2": Text(
        zh="只指向附件1，附件1已逐条编入",
        en="only points to annex 1, which is encoded clause by clause",
    ),
    "0.annexes": Text(
        zh="附件目录；四份附件各自编入",
        en="a list of the annexes; the four are encoded themselves",
    ),
}
