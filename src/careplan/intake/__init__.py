"""Rows in: tables as people keep them, read as nouns, nothing guessed silently.

>>> import careplan as cp
>>> from datetime import date
>>> slots = {"甲镇": "20个", "乙镇": "约30", "丙镇": "无"}
>>> rows = [{"镇街": place, "托位数": said} for place, said in slots.items()]
>>> read = cp.intake.read(rows, cp.SlotCount, given={"on": date(2024, 6, 30)})
>>> [(item.locality, item.slots) for item in read.items]
[('甲镇', 20), ('乙镇', 30)]
>>> read.rows[1].notes["托位数"], read.problems[0].row
(('约',), 3)
"""

from careplan.intake.cells.habits import Habits
from careplan.intake.heads.columns import Each, Tick, each, tick
from careplan.intake.heads.headings import Heading, HeadingUse
from careplan.intake.problems import RowProblem
from careplan.intake.reading import read
from careplan.intake.result import Intake, ReadRow, SetAside
from careplan.intake.rows.sorting import RowKind
from careplan.intake.rows.totals import TotalCheck

__all__ = [
    "Each",
    "Habits",
    "Heading",
    "HeadingUse",
    "Intake",
    "ReadRow",
    "RowKind",
    "RowProblem",
    "SetAside",
    "Tick",
    "TotalCheck",
    "each",
    "read",
    "tick",
]
