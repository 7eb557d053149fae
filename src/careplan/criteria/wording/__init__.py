"""Facts, values and criteria in words, for a sentence or for the cell of a table.

`describe` says a criterion, `requirement` and `cell_requirement` what is asked of one fact, `label`
what a fact is called, `value_text` what it is, `change_text` and `add_text` what is to be done.
"""

from careplan.criteria.wording.changes import add_text as add_text
from careplan.criteria.wording.changes import change_text as change_text
from careplan.criteria.wording.criteria import (
    cell_requirement as cell_requirement,
)
from careplan.criteria.wording.criteria import (
    days_text as days_text,
)
from careplan.criteria.wording.criteria import (
    describe as describe,
)
from careplan.criteria.wording.criteria import (
    described as described,
)
from careplan.criteria.wording.criteria import (
    requirement as requirement,
)
from careplan.criteria.wording.criteria import (
    tally_text as tally_text,
)
from careplan.criteria.wording.labels import (
    asked_label as asked_label,
)
from careplan.criteria.wording.labels import (
    fact_asked as fact_asked,
)
from careplan.criteria.wording.labels import (
    fact_label as fact_label,
)
from careplan.criteria.wording.labels import (
    items_label as items_label,
)
from careplan.criteria.wording.labels import (
    label as label,
)
from careplan.criteria.wording.labels import (
    statement as statement,
)
from careplan.criteria.wording.requirements import FEW_LISTED as FEW_LISTED
from careplan.criteria.wording.values import measured as measured
from careplan.criteria.wording.values import value_text as value_text
