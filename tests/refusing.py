"""What is wrong with an input, as tests compare it: paths and codes, said in both languages."""

import re
from collections.abc import Callable

import pytest

from careplan.base.errors import InvalidInput

# Proper names, and units as the texts print them. What stands in “” is to be taken to the letter:
# what the caller gave, or a name to write as it stands.
_PROPER = re.compile("JSON|Excel|CSV|HTML|iCalendar|PM2[.]5")
_QUOTED = re.compile("“[^”]*(”|$)")


def latin(said: str) -> list[str]:
    """Return the Latin words of a Chinese sentence that it does not quote."""
    return re.findall("[A-Za-z_]+", _PROPER.sub("", _QUOTED.sub("", said)))


def refused(call: Callable[..., object], *args: object, **kwargs: object) -> list[tuple[str, str]]:
    """Return where and why a call is refused, in order; that it is not fails the test.

    Each problem is said in Chinese without a word of another language.
    """
    with pytest.raises(InvalidInput) as caught:
        call(*args, **kwargs)
    for problem in caught.value.problems:
        assert problem.text("zh") != problem.text("en")
        assert problem.message is not None or latin(problem.text("zh")) == [], problem.text("zh")
    return [(problem.path, problem.code) for problem in caught.value.problems]
