"""What a flaw is: how serious, a code, the clauses concerned, and words for it."""

from collections.abc import Iterator
from typing import ClassVar

import attrs

from careplan.base.errors import check_language
from careplan.base.messages import say
from careplan.base.quoting import visible
from careplan.base.text import Text, Unordered
from careplan.display.cells import Row, member, names, text
from careplan.display.result import Shown


class Severity(Unordered):
    """How a flaw is to be taken."""

    ERROR = ("error", "错误", "error")
    WARNING = ("warning", "警告", "warning")
    NOTE = ("note", "说明", "note")


@attrs.frozen
class Flaw(Shown):
    """One flaw: how serious, a stable code, the clauses concerned, and what exactly."""

    severity: Severity
    code: str
    clauses: tuple[str, ...]
    detail: str = ""

    shown: ClassVar[str] = "severity_zh clauses problem_zh problem_en"

    def _lines(self, language: str) -> Iterator[str]:
        yield self.text(language)

    def _rows(self) -> Iterator[Row]:
        said = Text(zh=self._sentence("zh"), en=self._sentence("en"))
        yield {
            **member("severity", self.severity),
            "code": self.code,
            "clauses": names(self.clauses),
            "detail": self.detail,
            **text("problem", said),
        }

    def _sentence(self, language: str) -> str:
        return say(f"flaw.{self.code}", language, detail=self.detail)

    def text(self, language: str) -> str:
        """Say it in "zh" or "en"; raises NotFound for another language."""
        check_language(language)
        words = (self.severity.label.get(language), ", ".join(self.clauses))
        return visible(f"{' '.join(word for word in words if word)}: {self._sentence(language)}")
