"""Subjects on which one fact of a plan decides, and the answers that are to be given.

`pivots` finds where in a criterion a fact decides, `sums` and `days` what stands in for a sum and
for elapsed time, `solving` a subject for it, `variants` the readings; `boundaries` makes cases of
the duties, rungs and benefits, `classes` those of terms and grades.
"""
