"""Subjects on which one fact of a plan decides, and the answers that are to be given.

`pivots` finds where in a criterion a fact decides, `solving` a subject for it, `variants` the
readings; `boundaries` makes cases of these, `applicants` those of routes, `reckoning` those of
figures and days, and `conforming` writes all of a plan as plain data.
"""
