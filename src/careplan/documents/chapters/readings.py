"""Questions a text leaves open, and what is chosen by how they are answered."""

from typing import TYPE_CHECKING

from careplan.base.errors import InvalidInput, Problem, check_type
from careplan.base.exact import Number
from careplan.base.text import Text, Words, text_of
from careplan.documents.chapters.drafts import Condition, Names, several, unknown_options
from careplan.documents.clauses import Interpretation, Option
from careplan.documents.encoded import ByReading

if TYPE_CHECKING:
    from careplan.documents.scales.sheets import Marking, Share


# Positional, so that an option may have any name.
def question(
    name: str, clauses: Names, zh: str, en: str | None = None, /, **options: Words
) -> Interpretation:
    """Return what a text leaves open: the clauses by number, apart by spaces, and its options.

    The option that is taken unless a caller says otherwise comes first. Raises InvalidInput
    for fewer than two options, and for one that is no pair (zh, en) and no text in Chinese.

    >>> which = question("list", "1 2", "是否限于所列", "Is the list closed?",
    ...     closed=("限于所列", "it is"), open=("不限于所列", "it is not"))
    >>> which.default, which.clauses
    ('closed', ('1', '2'))
    """
    expected = {"expected": "(zh, en) | str"}
    texts = {option: text_of(words) for option, words in options.items()}
    found = [
        Problem(f"{name}.{option}", "wrong_type", words, expected)
        for option, words in texts.items()
        if not isinstance(words, Text)
    ]
    if found:
        raise InvalidInput(found)
    return Interpretation(
        id=name,
        clauses=several(clauses, f"{name}.clauses"),
        question=Text(zh=zh, en=en),
        options=tuple(Option(key, text) for key, text in texts.items()),
    )


def choose(
    asked: Interpretation, /, **by_option: "Condition | Marking | Number | Share"
) -> ByReading:
    """Return what differs by how a question is answered: one value for each of its options.

    Raises InvalidInput that names every option missing or unknown, with a suggestion.

    >>> from careplan.criteria.proxies import facts
    >>> from careplan.nouns.facilities import Venue
    >>> venue = facts(Venue)
    >>> which = question("list", "1", "是否限于所列", "Is the list closed?",
    ...     closed=("限于所列", "it is"), open=("不限于所列", "it is not"))
    >>> choose(which, closed=venue.treated_as_listed, opne=venue.serves_passengers)
    Traceback (most recent call last):
    careplan.base.errors.InvalidInput: list: no option named 'opne'; did you mean open?
    list.open: must be stated
    """
    check_type(asked, Interpretation, "asked")
    found = unknown_options(asked, by_option)
    options = [option.id for option in asked.options]
    found += (
        Problem(f"{asked.id}.{option}", "required", None)
        for option in options
        if option not in by_option
    )
    if found:
        raise InvalidInput(found)
    return ByReading(asked.id, {option: by_option[option] for option in options})
