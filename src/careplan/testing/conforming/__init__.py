"""A whole plan as plain data that an app in any language can check itself against.

`conformance` writes it: the cases of duties, benefits and terms, `sheets` those of sheets with
what `marking` tries, `steps` of ladders and gradings, `applicants` of routes, `reckoning` of
figures and days.
"""
