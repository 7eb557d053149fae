"""Clauses that nothing encodes, each with the reason."""

from careplan.base.text import Text

NOT_ENCODED = {
    "0.annexes": Text(
        zh="附件目录；四份附件各自编入",
        en="a list of the annexes; the four are encoded themselves",
    ),
}
