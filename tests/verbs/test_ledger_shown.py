"""How a ledger is shown: the worst first, words and bars for what is known, a named total."""

from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from report_zh import report
from slot_counts import LEDGER, NAMES, track

import careplan as cp
from careplan import writing as w
from careplan.base.messages import show
from careplan.display.views.parts import Detail, Figure, Grid, Key, View
from careplan.display.views.shapes import Box, Hatch, Ink, Label, Picture, Stroke
from careplan.display.views.words import Mark, Strong, Tag, as_text
from careplan.display.written.lines import lines_of
from careplan.documents.periods import Precision
from careplan.verbs.tracking.ledgers import LedgerProgress
from careplan.verbs.tracking.shown.chart import BOTTOM, _width
from careplan.verbs.tracking.shown.words import due_name, places, short_day

JUNE, SEPTEMBER = date(2024, 6, 30), date(2024, 9, 30)
# The counts that the drawn display was made of.
DRAWN = (
    ("二界沟街道", SEPTEMBER, 90),
    ("大洼街道", JUNE, 200),
    ("田家街道", JUNE, 90),
    ("榆树街道", SEPTEMBER, 12),
    ("田庄台镇", JUNE, 45),
    ("东风镇", JUNE, 0),
    ("新开镇", SEPTEMBER, 20),
    ("清水镇", JUNE, 17),
    ("新兴镇", SEPTEMBER, 57),
)
# As drawn: behind by what is short, silent by what is due, met by what is short of the next.
ORDER = [
    *("田家街道", "东风镇", "榆树街道"),
    *("王家街道", "西安镇", "新立镇", "唐家镇", "平安镇", "赵圈河镇"),
    *("二界沟街道", "大洼街道", "清水镇", "新开镇", "田庄台镇", "新兴镇"),
]


def view_of(result: Any, language: str = "zh") -> View:
    view = result._view(language, Detail.NORMAL)  # noqa: SLF001 - what is written is made of it
    assert isinstance(view, View)
    return view


def grids(view: View) -> list[Grid]:
    return [block for part in view.parts for block in part.blocks if isinstance(block, Grid)]


def cells(grid: Grid) -> dict[str, list[str]]:
    """Return the cells of each row, and of the total, by its name."""
    rows = [[as_text(one.words, "zh") for one in line.cells if one] for line in grid.lines]
    feet = [[as_text(one.words, "zh") for one in line.cells if one] for line in grid.foot]
    return {row[1]: row for row in (*rows, *feet)}


def figures(view: View) -> list[Figure]:
    return [block for part in view.parts for block in part.blocks if isinstance(block, Figure)]


def bar(grid: Grid, name: str) -> Picture:
    for line in (*grid.lines, *grid.foot):
        entries = [one for one in line.cells if one is not None]
        if as_text(entries[1].words, "zh") == name and entries[-1].picture is not None:
            return entries[-1].picture
    raise AssertionError(name)


# --- the drawn display ----------------------------------------------------------------------


def test_the_drawn_ledger() -> None:
    view = view_of(track(SEPTEMBER, *DRAWN))
    [grid] = grids(view)
    found = cells(grid)
    assert [*found] == [*ORDER, "合计"]
    # The cells of the picture, row by row.
    assert found["田家街道"][:8] == [
        "1",
        "田家街道",
        "6月底 90",
        "109",
        "19",
        "未达标",
        "328",
        "80",
    ]
    assert found["东风镇"][2:8] == ["6月底 0", "14", "14", "未达标", "43", "15"]
    assert found["榆树街道"][2:8] == ["12", "14", "2", "未达标", "44", "11"]
    assert found["王家街道"][2:8] == ["未上报", "26", "—", "待上报", "79", "—"]
    assert found["大洼街道"][2:8] == ["6月底 200", "80", "0", "已达标", "241", "14"]
    assert found["新兴镇"][2:8] == ["57", "19", "0", "已达标", "57", "0"]
    assert found["合计"][1:8] == ["合计", "9个已报 ≥531", "421", "0", "已达标", "1276", "≤249"]
    assert [(head.title, head.below) for head in grid.heads] == [
        ("序号", ""),
        ("镇街", ""),
        ("现有", ""),
        ("应达", "2023年底"),
        ("差额", ""),
        ("状态", ""),
        ("下一节点", "2024年底"),
        ("每月需\n新增", ""),
        ("进展", ""),
    ]
    assert grid.right == "单位：个"
    assert grid.left == f"数据截至{show(SEPTEMBER, 'zh')}"
    assert view.answer is not None
    assert (view.answer.mark, view.answer.word) == (Mark.BAD, "未达标")
    assert "15个镇街中3个未达标、6个未上报、6个已达标" in view.answer.sentence
    assert "大政办发〔2023〕33号" in str(view.source)
    assert view.notes[0] == (
        "未上报6个：王家街道、西安镇、新立镇、唐家镇、平安镇、赵圈河镇。未上报不按0计。"
    )
    assert view.notes[1].startswith("“6月底”为")
    assert "剩余3个月" in view.notes[2]
    # Annex 2 prints 合计 for 2025 only.
    assert "2023年底、2024年底的合计为各行相加，文件未载。" in view.notes


def test_the_marks_and_the_red_of_the_drawn_ledger() -> None:
    [grid] = grids(view_of(track(SEPTEMBER, *DRAWN)))
    first, silent, last = grid.lines[0], grid.lines[3], grid.lines[-1]
    assert first.cells[4] is not None
    assert first.cells[4].words == Strong("19", Mark.BAD)
    for line, tag in (
        (first, Tag(Mark.BAD, "未达标")),
        (silent, Tag(Mark.OPEN, "待上报")),
        (last, Tag(Mark.GOOD, "已达标")),
    ):
        assert line.cells[5] is not None
        assert line.cells[5].words == tag


def test_the_chart_says_every_figure() -> None:
    [figure] = figures(view_of(track(SEPTEMBER, *DRAWN)))
    # By hand: 421, 1,276 and 1,892 are due; 200 + 90 + 45 + 0 + 17 = 352 by June, 531 by September.
    assert figure.picture.alt == (
        "2023年底应达421个，2024年底应达1276个，2025年底应达1892个；"
        "2024年6月底已报5个镇街，不少于352个，2024年9月底已报9个镇街，不少于531个"
    )
    said = [shape.text for shape in figure.picture.shapes if isinstance(shape, Label)]
    assert {"应达421", "应达1276", "应达1892", "≥352", "≥531", "5个已报", "9个已报"} <= {*said}
    assert "箭头" in figure.caption
    dashed = [one for one in figure.picture.shapes if isinstance(one, Stroke) and one.dashed]
    assert len(dashed) == 2  # neither sum is all there is


def test_english_groups_thousands_and_names_no_chinese_unit() -> None:
    view = view_of(track(SEPTEMBER, *DRAWN), "en")
    [grid] = grids(view)
    assert [as_text(one.words, "en") for one in grid.foot[0].cells if one][:4] == [
        "",
        "Total",
        "9 reported ≥531",
        "421",
    ]
    assert "1,276 slots next, by end of 2024" in "\n".join(lines_of(view, "en"))


# --- edges ----------------------------------------------------------------------------------


def test_a_count_too_old_is_shown_and_nothing_is_made_of_it() -> None:
    old = date(2023, 11, 30)
    found = track(SEPTEMBER, ("王家街道", old, 20))
    [grid] = grids(view_of(found))
    row = cells(grid)["王家街道"]
    assert row[2:8] == ["20（2023年11月底，过期）", "26", "—", "待上报", "79", "—"]
    assert any(isinstance(shape, Hatch) for shape in bar(grid, "王家街道").shapes)
    assert cells(grid)["合计"][2] == "均过期"
    assert "合计的统计均已过期" in found.total.explain("zh")
    assert "王家街道" in found["王家街道"].explain("zh")
    assert "此后未再报，已过期" in found["王家街道"].explain("zh")
    assert any("过期" in note for note in view_of(found).notes)
    # One that is not leaves the other out of the sum.
    both = track(SEPTEMBER, ("王家街道", old, 20), ("新兴镇", SEPTEMBER, 57))
    assert cells(grids(view_of(both))[0])["合计"][2] == "1个已报 ≥57"


def test_a_fall_is_said_beside_the_figure() -> None:
    counts = (("田庄台镇", JUNE, 50), ("田庄台镇", SEPTEMBER, 45), ("新兴镇", JUNE, 5))
    found = track(SEPTEMBER, *counts)
    [grid] = grids(view_of(found))
    assert cells(grid)["田庄台镇"][2] == "45（较上次少5）"
    assert cells(grid)["新兴镇"][2] == "6月底 5"
    again = track(SEPTEMBER, *counts[:1], ("田庄台镇", SEPTEMBER, 51))
    assert cells(grids(view_of(again))[0])["田庄台镇"][2] == "51"
    # One figure twice on one day is no fall.
    twice = track(SEPTEMBER, *counts, counts[1])
    assert cells(grids(view_of(twice))[0])["田庄台镇"][2] == "45（较上次少5）"
    # From JSON nothing is known of what there was before.
    kept = cp.codec.loads(cp.codec.dumps(found), LedgerProgress)
    assert kept == found
    assert cells(grids(view_of(kept))[0])["田庄台镇"][2] == "45"


def test_more_than_the_bar_can_show_has_chevrons() -> None:
    [grid] = grids(view_of(track(SEPTEMBER, ("田庄台镇", SEPTEMBER, 90))))
    chevrons = [
        shape
        for shape in bar(grid, "田庄台镇").shapes
        if isinstance(shape, Stroke) and shape.ink is Ink.PAPER and len(shape.points) == 3
    ]
    assert len(chevrons) == 2  # 90 of 46
    # Of 148 px the due line stands at 15/46.
    due = [s for s in bar(grid, "田庄台镇").shapes if isinstance(s, Stroke) and s.ink is Ink.INK]
    assert due[0].points[0][0] == pytest.approx(148 * 15 / 46)


def test_before_anything_is_due_and_after_everything_was() -> None:
    early, late = date(2023, 1, 1), date(2026, 1, 31)
    [grid] = grids(view_of(track(early, ("田庄台镇", early, 30))))
    assert cells(grid)["田庄台镇"][3:6] == ["暂无", "—", "未到期"]
    assert cells(grid)["合计"][3:6] == ["暂无", "—", "未到期"]
    assert "暂无到期目标" in track(early).total.explain("zh")
    view = view_of(track(late, *((name, late, 500) for name in NAMES)))
    [grid] = grids(view)
    assert [head.title for head in grid.heads][-2:] == ["状态", "进展"]  # nothing is to come
    assert cells(grid)["合计"][2:6] == ["7500", "1892", "0", "已达标"]
    assert "；无后续目标。" in track(late).total.explain("zh")
    [figure] = figures(view)
    assert figure.picture.alt.endswith("；2026年1月31日7500个".replace("31日", "底"))
    assert "箭头" not in figure.caption
    silent = view_of(track(early))
    assert figures(silent)[0].picture.alt.endswith("；尚无已报数")
    assert figures(silent)[0].caption == ""


def owing(locality: str, *owed: tuple[date, int]) -> w.LedgerRow:
    milestones = tuple(w.Milestone(day, value) for day, value in owed)
    return attrs.evolve(LEDGER.rows[0], locality=locality, milestones=milestones)


def ledger_of(*rows: Any, **more: Any) -> Any:
    return attrs.evolve(LEDGER, rows=rows, totals=(), note=None, **more)


Y2023, Y2024, Y2025 = (date(year, 12, 31) for year in (2023, 2024, 2025))


def test_rows_of_different_dates_say_each_their_own() -> None:
    ledger = ledger_of(
        owing("甲县", (Y2023, 10), (Y2024, 20)), owing("乙县", (date(2024, 3, 31), 5), (Y2025, 8))
    )
    found = cp.track_progress(ledger, [cp.SlotCount("甲县", SEPTEMBER, 9)], on=SEPTEMBER)
    view = view_of(found)
    [grid] = grids(view)
    assert [(head.title, head.below) for head in grid.heads][1:4] == [
        ("地方", ""),
        ("现有", ""),
        ("应达", ""),
    ]
    assert cells(grid)["甲县"][3] == "10（2023年底）"
    assert cells(grid)["甲县"][6] == "20（2024年底）"
    assert cells(grid)["乙县"][3] == f"5（{show(date(2024, 3, 31), 'zh')}）"
    assert any("各自下一节点" in note for note in view.notes)
    [key] = [block for block in view.parts[0].blocks if isinstance(block, Key)]
    assert [said for _, said in key.items][-2:] == ["应达", "满格为下一节点目标"]


def test_one_total_that_is_split_to_nobody_and_a_ledger_of_nothing() -> None:
    whole = attrs.evolve(LEDGER, rows=())
    view = view_of(cp.track_progress(whole, [], on=SEPTEMBER))
    assert view.answer is not None
    assert "台账只列合计" in view.answer.sentence
    [grid] = grids(view)
    assert [*cells(grid)] == ["合计"]
    assert cells(grid)["合计"][6] == "1892"
    empty = view_of(cp.track_progress(ledger_of(), [], on=SEPTEMBER))
    assert empty.answer is not None
    assert (empty.answer.mark, empty.answer.word) == (Mark.NONE, "暂无记录")
    assert empty.parts == ()


def test_at_most_so_many() -> None:
    row = attrs.evolve(LEDGER.rows[0], milestones=(w.Milestone(Y2023, 10, op=w.Op.LE),))
    ledger = ledger_of(row)
    found = cp.track_progress(ledger, [cp.SlotCount(row.locality, SEPTEMBER, 12)], on=SEPTEMBER)
    [grid] = grids(view_of(found))
    assert cells(grid)[row.locality][4] == "超2"
    assert cells(grid)["合计"][4] == "超2"
    assert cells(grid)[row.locality][5] == "未达标"


def test_at_most_so_many_by_the_end_of_a_period() -> None:
    row = attrs.evolve(LEDGER.rows[0], milestones=(w.Milestone(Y2023, 10, op=w.Op.LE),))
    counts = [cp.SlotCount(row.locality, JUNE, 12)]
    table = cp.progress_table(ledger_of(row), counts, periods=cp.quarters(2024)[1:2])
    assert cells(grids(view_of(table))[1])[row.locality][2] == "超2 12"


def test_where_nothing_is_ever_due_there_is_no_chart() -> None:
    found = cp.track_progress(ledger_of(owing("甲镇")), [], on=SEPTEMBER)
    view = view_of(found)
    assert figures(view) == []
    [grid] = grids(view)
    assert cells(grid)["甲镇"][3:6] == ["暂无", "—", "未到期"]
    [key] = [block for block in view.parts[0].blocks if isinstance(block, Key)]
    assert [said for _, said in key.items] == ["现有", "未上报，数量不明"]


def test_what_is_striven_for_stands_beside_what_binds() -> None:
    striven = w.Strength.STRIVEN_FOR
    owed = (
        w.Milestone(Y2023, 5),
        w.Milestone(Y2023, 8, strength=striven),
        w.Milestone(Y2024, 9, strength=striven),
    )
    row = attrs.evolve(LEDGER.rows[0], milestones=owed)
    found = cp.track_progress(
        ledger_of(row), [cp.SlotCount(row.locality, SEPTEMBER, 6)], on=SEPTEMBER
    )
    [grid] = grids(view_of(found))
    assert cells(grid)[row.locality][3] == "5（力争8，未达标）"
    alone = attrs.evolve(row, milestones=owed[1:])
    found = cp.track_progress(
        ledger_of(alone), [cp.SlotCount(row.locality, SEPTEMBER, 6)], on=SEPTEMBER
    )
    assert cells(grids(view_of(found))[0])[row.locality][3] == "8（力争）"
    assert "2023年底应达8个（力争），尚差2个" in found[row.locality].explain("zh")


def test_many_older_counts_are_said_once() -> None:
    counts = [(name, date(2024, n, 15), 500) for n, name in enumerate(NAMES[:8], start=1)]
    view = view_of(track(SEPTEMBER, *counts))
    assert "数字前注有日期的，为该日的数，此后未再报。" in view.notes
    assert "1月15日 500" in cells(grids(view)[0])[NAMES[0]][2]
    [figure] = figures(view)
    # Seven ends of months before the day, and the day itself.
    assert sum(isinstance(one, Box) for one in figure.picture.shapes) == 8
    labelled = [one.text for one in figure.picture.shapes if isinstance(one, Label)]
    assert sum(text.startswith("≥") for text in labelled) == 8  # none is left out


def below(picture: Picture) -> list[tuple[float, float, float, float]]:
    """Return where what is said below the axis stands: left, right, top and bottom."""
    said = [one for one in picture.shapes if isinstance(one, Label) and one.y > BOTTOM]
    return [(one.x - _width(one) / 2, one.x + _width(one) / 2, one.y - 11, one.y) for one in said]


@pytest.mark.parametrize(
    "days",
    [
        [date(2024, n, 15) for n in range(1, 10)],
        [date(2024, 9, n) for n in range(18, 27)],  # a day is less than a column is wide
        [date(2022, 1, 1), date(2024, 9, 29), date(2029, 5, 5)],
    ],
)
def test_what_is_said_of_close_days_lies_apart_and_is_whole(days: list[date]) -> None:
    counts = [(name, day, 500) for name, day in zip(NAMES, days, strict=False)]
    [figure] = figures(view_of(track(days[-1], *counts)))
    found = below(figure.picture)
    for one, other in combinations(found, 2):
        beside = one[1] <= other[0] or other[1] <= one[0]
        assert beside or one[3] <= other[2] or other[3] <= one[2]
    for left, right, _, bottom in found:
        assert left >= 0
        assert right <= figure.picture.width
        assert bottom <= figure.picture.height
    bars = sorted(one.x for one in figure.picture.shapes if isinstance(one, Box))
    boxes = [one for one in figure.picture.shapes if isinstance(one, Box)]
    assert all(after - x >= boxes[0].width or boxes[0].width == 2 for x, after in pairwise(bars))


def test_a_hundred_rows_are_all_shown() -> None:
    rows = [attrs.evolve(LEDGER.rows[0], locality=f"第{n}街道") for n in range(1, 101)]
    [grid] = grids(view_of(cp.track_progress(ledger_of(*rows), [], on=SEPTEMBER)))
    assert len(grid.lines) == 100


def test_a_hostile_name_stays_a_text() -> None:
    name = "<script>alert('镇')</script>&"
    row = attrs.evolve(LEDGER.rows[0], locality=name)
    found = cp.track_progress(ledger_of(row), [cp.SlotCount(name, SEPTEMBER, 5)], on=SEPTEMBER)
    assert name in cells(grids(view_of(found))[0])
    assert "<script>" not in found.to_html()


# --- days -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "precision", "zh"),
    [
        (Y2024, Precision.YEAR, "2024年底"),
        (Y2024, None, "2024年底"),
        (date(2024, 6, 30), Precision.MONTH, "2024年6月底"),
        (None, None, "未定期限"),
    ],
)
def test_by_when(due: date | None, precision: Precision | None, zh: str) -> None:
    assert due_name(due, precision, "zh") == zh


def test_by_when_as_exactly_as_the_text() -> None:
    assert due_name(Y2024, Precision.DAY, "zh") == show(Y2024, "zh")
    assert due_name(JUNE, None, "zh") == show(JUNE, "zh")
    quarter = cp.quarters(2024)[1].told("zh")
    assert due_name(JUNE, Precision.QUARTER, "zh") == f"{quarter}末"
    assert short_day(date.max, JUNE, "en") == "end of Dec 9999"


def test_what_the_rows_are() -> None:
    assert places(LEDGER, "zh") == "镇街"
    assert places(ledger_of(owing("甲县")), "en", many=False) == "Place"


# --- periods --------------------------------------------------------------------------------


def test_the_periods_stand_side_by_side() -> None:
    quarters = cp.quarters(2024)[:3]
    counts = [cp.SlotCount(*one) for one in (*DRAWN, ("大洼街道", date(2024, 3, 29), 90))]
    counts += [cp.SlotCount("西安镇", date(2023, 11, 30), 20), cp.SlotCount("田庄台镇", Y2023, 50)]
    table = cp.progress_table(LEDGER, counts, periods=quarters)
    view = view_of(table)
    main, beside = grids(view)
    assert [*cells(main)] == [*ORDER, "合计"]
    assert [*cells(beside)] == [*ORDER, "合计", "状态"]
    assert cells(beside)["大洼街道"][2:] == ["90", "增110 200", "沿用6月底 200"]
    assert cells(beside)["田家街道"][2:] == ["未上报", "差19 90", "沿用6月底，差19 90"]
    assert cells(beside)["西安镇"][4] == "沿用2023年11月底，过期 20"
    assert cells(beside)["田庄台镇"][2:4] == ["沿用2023年12月底 50", "减5 45"]
    assert cells(beside)["合计"][2:] == ["2个已报 ≥140", "5个已报 ≥352", "9个已报 ≥531"]
    assert cells(beside)["状态"][2:] == ["应达421 待上报", "应达421 待上报", "应达421 已达标"]
    assert any("沿用" in note for note in view.notes)
    assert [part.title for part in view.parts] == ["", "各期末现有", "目标与已报数"]


def test_many_periods_take_several_grids_and_remarks_below() -> None:
    counts = [cp.SlotCount(name, date(2024, 2, 1), 500) for name in NAMES]
    early = date(2023, 1, 31)
    table = cp.progress_table(LEDGER, counts, periods=cp.months(2023, 2024)[10:18])
    _, first, second = grids(view_of(table))
    assert [len(first.heads), len(second.heads)] == [2 + 6, 2 + 2]
    assert cells(second)[NAMES[0]][2] == "500（沿用2月1日）"
    assert cells(second)["合计"][2] == "7500"
    assert cells(second)["状态"][2] == "已达标（应达421）"
    assert cells(first)["合计"][2] == "未上报"
    before = cp.progress_table(LEDGER, [], periods=[cp.months(2023)[0]])
    assert before.periods[0].end == early
    assert cells(grids(view_of(before))[1])["状态"][2] == "未到期"


def test_a_fall_of_the_last_period_stands_in_the_ledger_too() -> None:
    counts = [cp.SlotCount("田庄台镇", day, n) for day, n in ((JUNE, 50), (SEPTEMBER, 45))]
    table = cp.progress_table(LEDGER, counts, periods=cp.quarters(2024)[1:3])
    main, beside = grids(view_of(table))
    assert cells(main)["田庄台镇"][2] == "45（较上次少5）"
    assert cells(beside)["田庄台镇"][3] == "减5 45"
    assert not any("沿用" in note for note in view_of(table).notes)


# --- the report in ten lines ----------------------------------------------------------------


def test_the_report_of_a_clerk_takes_ten_lines() -> None:
    rows = [(name, day, 40) for name in NAMES for day in (date(2024, 3, 31), JUNE, SEPTEMBER)]
    page = report(rows, 2024)
    assert all(name in page for name in NAMES)
    source = Path(report.__code__.co_filename).read_text(encoding="utf-8")
    body = source[source.index("import careplan") :].strip().splitlines()
    assert len([line for line in body if line.strip()]) <= 10
