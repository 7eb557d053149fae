"""How fast careplan answers, beside what others use: `nox -s bench` measures and writes the page.

Every way answers the same three tasks about the same drawn subjects, and all answers are
compared before any clock runs. No test asserts a time.
"""
