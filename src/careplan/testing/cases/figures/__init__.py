"""Cases of what documents count, measure and mark: ledgers, targets and sheets.

`due` and `marking` reckon what is to be answered, `stands` where a figure stands and when it was
counted; `ledgers`, `targets` and `sheets` make the cases of each, `newest` those of a figure
beside an older one.
"""
