"""What a flaw is: how serious, a code, the clauses concerned, and words for it."""

import attrs

from careplan.base.errors import check_language
from careplan.base.messages import say
from careplan.base.quoting import visible
from careplan.base.text import Unordered


class Severity(Unordered):
    """How a flaw is to be taken."""

    ERROR = ("error", "错误", "error")
    WARNING = ("warning", "警告", "warning")
    NOTE = ("note", "说明", "note")


@attrs.frozen
class Flaw:
    """One flaw: how serious, a stable code, the clauses concerned, and what exactly."""

    severity: Severity
    code: str
    clauses: tuple[str, ...]
    detail: str = ""

    def text(self, language: str) -> str:
        """Say it in "zh" or "en"; raises NotFound for another language."""
        check_language(language)
        said = say(f"flaw.{self.code}", language, detail=self.detail)
        words = (self.severity.label.get(language), ", ".join(self.clauses))
        return visible(f"{' '.join(word for word in words if word)}: {said}")
