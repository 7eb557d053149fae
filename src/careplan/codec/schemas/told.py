"""What a schema tells people: titles, questions, units, and what members of enums are called."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from careplan.base.messages import in_language, show
from careplan.base.refusing.values import class_said
from careplan.base.text import Labelled, names_of
from careplan.codec.schemas.leaves import NEVER, Schema, named_by
from careplan.criteria.wording.asking import fact_question
from careplan.fields.declaring import Noun, facts_declared, noun_label


def _value(member: Labelled, _: str) -> str:
    return str(member.value)


def _name(member: Labelled, _: str) -> str:
    return member.name


def _label(member: Labelled, language: str) -> str:
    return in_language(member.label, language)


# What a member may be listed as. Without one of these all that it may be written as is listed.
SPELLINGS: Mapping[str, Callable[[Labelled, str], str] | None] = {
    "any": None,
    "value": _value,
    "name": _name,
    "label": _label,
}


@attrs.frozen
class Told:
    """In which language a schema speaks, and as what it lists members of enums."""

    language: str = "zh"
    spelling: str = "any"

    def of_class(self, cls: type[Any]) -> Schema:
        """Return the title of a class."""
        said = noun_label(cls) if issubclass(cls, Noun) else class_said(cls)
        return {"title": show(said, self.language)}

    def of_fact(self, noun: type[Noun], name: str) -> Schema:
        """Return a fact's label, the question for it, and its unit."""
        spec = facts_declared(noun)[name]
        told = {
            "title": show(spec.label, self.language),
            "description": fact_question(noun, name, self.language),
        }
        return told if spec.unit is None else {**told, "x-unit": show(spec.unit, self.language)}

    def choice(self, *enums: type[Labelled]) -> Schema:
        """Return the schema of a member: all that it may be written as, or one with its label.

        Where no enum with members is known, as for `Labelled` itself, nothing is a member.
        """
        if SPELLINGS[self.spelling] is None:
            return named_by(*enums)
        options = list(self.options(enums))
        return {"oneOf": options} if options else NEVER

    def options(self, enums: Iterable[type[Labelled]]) -> Iterable[Schema]:
        """Yield how each member is written, with its label; what names several is no way to."""
        classes = tuple(enums)
        written, names = SPELLINGS[self.spelling] or _value, names_of(classes)
        for member in dict.fromkeys(names.values()):
            said = written(member, self.language)
            const = said if names.get(said) is member else str(member.value)
            yield {"const": const, "title": _label(member, self.language)}
