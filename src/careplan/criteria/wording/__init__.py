"""Facts, values and criteria in words, for a sentence or for the cell of a table.

`describe` says a criterion, `requirement` and `cell_requirement` what is asked of one fact, `label`
what a fact is called, `value_text` what it is, `change_text` and `add_text` what is to be done.
"""
