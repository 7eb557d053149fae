"""The score of a sheet, as it says itself: in words, in rows, and as a display."""

from collections.abc import Iterator

import attrs

from careplan.display.cells import Row, member
from careplan.display.views.parts import Detail, View
from careplan.documents.scales.sheets import Share
from careplan.documents.wording.citing import readings
from careplan.documents.wording.made import made_lines
from careplan.verbs.scoring.marked import Marked
from careplan.verbs.scoring.views import score_view


@attrs.frozen(kw_only=True, repr=False)
class Score(Marked):
    """A sheet scored as far as marks are given: a range, and what is still needed to pass.

    Sums are over the items that apply, and as if any does where it may be that none does.
    `room` is what was given of the room; whether it set marks is `room_ignored`. `on` is the day
    asked, if it was given.
    """

    def _view(self, language: str, detail: Detail) -> View:
        return score_view(self, language, detail)

    def _made(self, language: str) -> tuple[str, ...]:
        return made_lines(language, self.sheet, on=self.on, readings=self.readings)

    def _rows(self) -> Iterator[Row]:
        line, (least, most) = self.pass_mark, self.possible
        low_band, high_band = self.low_band, self.high_band
        whole: Row = {
            "total_low": self.low,
            "total_high": self.high,
            "pass_mark": None if isinstance(line, Share) else line,
            **member("outcome", self.outcome),
            "room_ignored": self.room_ignored,
            "possible_low": least,
            "possible_high": most,
            "pass_share": line.value if isinstance(line, Share) else None,
            "low_band": None if low_band is None else low_band.key,
            "high_band": None if high_band is None else high_band.key,
        }
        for scored in self.items:
            yield {
                "sheet": self.sheet.key,
                **scored.cells(),
                **whole,
                "readings": readings(self.readings),
            }
