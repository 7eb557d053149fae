"""Criteria as data: how they are written, checked, evaluated, taken apart and said."""

import careplan.criteria.wording  # noqa: F401 - it gives every node its words (`describe`)
