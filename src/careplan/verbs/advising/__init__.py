"""How answers are shown: what is wrong and how to mend it, what to ask, what is kept.

The results look these up when they are shown: what they need stands after the results themselves.
"""
