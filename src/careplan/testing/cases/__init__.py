"""Subjects on which one fact of a plan decides, and the answers that are to be given.

`pivots` finds where in a criterion a fact decides, `sums` and `days` what stands in for a sum and
for elapsed time, `solving` a subject for it, `deciding` the places at which it decides, `variants`
the readings; `duties` makes cases of the duties, rungs and benefits, `classes` those of terms and
grades, `figures` those of ledgers, targets and sheets, and `boundaries` puts them together. `face`
is what a case is.
"""
