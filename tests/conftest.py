"""How property tests run: without a deadline, since no test here asserts a time."""

from hypothesis import settings

# A CI machine's own profile has no deadline, and is kept for what else it sets.
if settings().deadline is not None:
    settings.register_profile("careplan", deadline=None)
    settings.load_profile("careplan")
# For the sessions of nox: the same cases each time, so that nothing is reached by chance.
settings.register_profile("settled", deadline=None, derandomize=True)
# For the Pythons beside the one that runs nox: the first of the same cases.
settings.register_profile("brisk", deadline=None, derandomize=True, max_examples=25)
# For `nox -s laws`: many more of them.
settings.register_profile("laws", deadline=None, max_examples=3_000)
