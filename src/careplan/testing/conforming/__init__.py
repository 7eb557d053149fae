"""A whole plan as plain data that an app in any language can check itself against.

`conformance` writes it: the cases of duties and benefits, `marking` those of sheets, `steps` of
ladders and gradings, `applicants` of routes, `reckoning` of figures and days.
"""
