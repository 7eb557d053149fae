"""What is wrong with an input, as tests compare it: paths and codes, said in both languages."""

from collections.abc import Callable

import pytest

from careplan.base.errors import InvalidInput


def refused(call: Callable[..., object], *args: object, **kwargs: object) -> list[tuple[str, str]]:
    """Return where and why a call is refused, in order; that it is not fails the test."""
    with pytest.raises(InvalidInput) as caught:
        call(*args, **kwargs)
    for problem in caught.value.problems:
        assert problem.text("zh") != problem.text("en")
    return [(problem.path, problem.code) for problem in caught.value.problems]
