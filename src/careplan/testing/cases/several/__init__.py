"""Where several facts, or several items, decide together.

`sums` finds what of a sum one fact is compared with, `items` the items that a sum counts or adds
up; `alike` gives items that are not alike where some or all are asked for, and none; `one_item`
lets a fact of one item decide beside others.
"""
