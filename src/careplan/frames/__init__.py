"""Rules where the rows are: criteria and plans asked of whole data frames, with narwhals.

Null is unknown. `expression` is a criterion over columns, `outcomes` what a plan comes to for each
row; `columns_asked` says which columns that takes. The extra `frames` brings narwhals.
"""

from careplan.frames.asking import columns_asked, expression, outcomes

__all__ = ["columns_asked", "expression", "outcomes"]
