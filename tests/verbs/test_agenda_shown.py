"""How an agenda is shown: in order of time, as exactly as the text, with bars by months."""

from datetime import date

import attrs
import pytest

import careplan as cp
from careplan import writing as w
from careplan.criteria.signs import Op
from careplan.display.views.parts import Detail, Grid, Key, View
from careplan.display.views.shapes import Area, Box, Ink, Label, Picture
from careplan.display.views.words import Mark, as_text
from careplan.documents.authorities.calendar import Stage
from careplan.documents.scales.between import Between
from careplan.verbs.agenda import Agenda
from careplan.verbs.planning.bars import WIDTH, Bars

JUNE, DECEMBER = date(2021, 6, 1), date(2021, 12, 31)
SHUANGLIAO = cp.get_plan("shuangliao_2021")


def view_of(agenda: Agenda, language: str = "zh") -> View:
    return agenda._view(language, Detail.NORMAL)  # noqa: SLF001 - what is written is made of it


def grid_of(view: View) -> Grid:
    [grid] = [block for block in view.parts[0].blocks if isinstance(block, Grid)]
    return grid


def rows(view: View) -> list[list[str]]:
    return [[as_text(one.words, "zh") for one in line.cells if one] for line in grid_of(view).lines]


def bars(view: View) -> list[Picture]:
    found = [line.cells[-1] for line in grid_of(view).lines]
    return [one.picture for one in found if one is not None and one.picture is not None]


def kinds(picture: Picture) -> list[str]:
    """Return what is drawn in the colour of what is there, and the diamonds."""
    return [
        type(shape).__name__
        for shape in picture.shapes
        if (isinstance(shape, Area) and shape.ink is Ink.INK)
        or (not isinstance(shape, Label | Area) and getattr(shape, "ink", None) is Ink.FILL)
    ]


def test_the_drawn_agenda() -> None:
    agenda = cp.agenda(SHUANGLIAO, JUNE, DECEMBER)
    view = view_of(agenda)
    assert view.answer is not None
    assert view.answer.sentence.endswith(
        "共9项：阶段4项、限期1项、定期3项、目标1项；另有3项只写“定期”等，未规定间隔。"
    )
    assert view.source == "依据：双辽市2021年公共场所母婴设施建设实施方案"
    found = rows(view)
    assert [row[1] for row in found] == [
        "建设进展情况表（定期；各成员单位（报市卫健局））",
        "工作部署阶段（阶段；各部门）",
        "落实计划报协调组备案（限期；各部门（报市工作协调组））",
        "组织实施阶段（阶段；各部门）",
        "中期督导阶段（阶段；市母婴室设施建设工作协调组）",
        "建设进展情况表（定期；各成员单位（报市卫健局））",
        "评估总结阶段（阶段；各部门、市母婴室设施建设工作协调组）",
        "建设进展情况表（定期；各成员单位（报市卫健局））",
        "公共场所和用人单位母婴设施配置率达到100%（目标；责任单位未指明）",
    ]
    assert [row[0] for row in found] == [one.period.told("zh") for one in agenda.entries]
    assert found[0][2] == "七（一）"
    assert view.parts[1].title == "未规定间隔的经常性工作（3项）"
    assert len(view.notes) == 2  # the second quarter begins in April, before the first day


def test_the_drawn_bars() -> None:
    drawn = bars(view_of(cp.agenda(SHUANGLIAO, JUNE, DECEMBER)))
    quarter, stage, deadline, *_, third, target = (*drawn[:4], drawn[5], drawn[-1])
    assert kinds(quarter) == ["Box", "Stroke"]  # an outline, and the arrow of what began before
    assert kinds(stage) == ["Box"]
    assert kinds(deadline) == ["Stroke", "Area"]  # a line that ends in a diamond
    assert kinds(third) == ["Box"]
    assert kinds(target) == ["Area"]
    [box] = [one for one in stage.shapes if isinstance(one, Box)]
    assert box.filled
    # June is 30 of 214 days.
    assert box.x == 1
    assert box.width == pytest.approx((WIDTH - 2) * 30 / 214, abs=0.1)
    [outline] = [one for one in third.shapes if isinstance(one, Box)]
    assert not outline.filled


def test_what_goes_on_behind_the_last_day_has_an_arrow_and_no_end() -> None:
    agenda = cp.agenda(SHUANGLIAO, date(2021, 6, 10), date(2021, 6, 20))
    drawn = bars(view_of(agenda))
    titles = [entry.title.zh for entry in agenda.entries]
    deadline = drawn[titles.index("落实计划报协调组备案")]
    assert kinds(deadline) == ["Stroke", "Stroke", "Stroke"]  # a line with an arrow at both ends
    whole = drawn[titles.index("工作部署阶段")]
    [box] = [one for one in whole.shapes if isinstance(one, Box)]
    assert (box.x, box.width) == (1, WIDTH - 2)


def labels(start: date, end: date, language: str = "zh") -> list[str]:
    axis = Bars(start, end, language).axis()
    return [shape.text for shape in axis.shapes if isinstance(shape, Label)]


def test_the_axis_names_months_quarters_or_years() -> None:
    assert labels(JUNE, DECEMBER) == [f"{n}月" for n in range(6, 13)]
    assert labels(JUNE, DECEMBER, "en")[0] == "Jun"
    # A year and a half by quarters, ten years by years.
    assert labels(date(2021, 1, 1), date(2022, 6, 30)) == [
        "1月",
        "4月",
        "7月",
        "10月",
        "1月",
        "4月",
    ]
    assert labels(date(2021, 1, 1), date(2025, 12, 31)) == [f"{n}年" for n in range(2021, 2026)]
    assert labels(date(2000, 1, 1), date(2099, 12, 31)) == []  # no room for any


def test_the_last_day_there_is() -> None:
    found = view_of(cp.agenda(cp.get_plan("shiyan_2021"), date(9999, 12, 1), date.max))
    assert rows(found)
    assert bars(found)


def test_nothing_in_the_time_asked_about() -> None:
    bare = cp.agenda(cp.get_plan("bda_2017"), date(2010, 1, 1), date(2010, 1, 2))
    view = view_of(bare)
    assert view.answer is not None
    assert (view.answer.mark, view.answer.word) == (Mark.NONE, "暂无安排")
    assert (view.parts, view.notes) == ((), ())


def test_several_plans_say_of_which_each_is() -> None:
    plans = [SHUANGLIAO, cp.get_plan("shiyan_2021")]
    view = view_of(cp.agenda(plans, JUNE, DECEMBER))
    assert "双辽市2021年公共场所母婴设施建设实施方案、" in str(view.source)
    assert "；双辽市2021年公共场所母婴设施建设实施方案）" in "".join(row[1] for row in rows(view))
    meeting = next(row[1] for row in rows(view) if "（会议；" in row[1])
    assert "主持" in meeting
    [key] = [block for block in view.parts[0].blocks if isinstance(block, Key)]
    assert [said for _, said in key.items] == ["阶段", "定期事项所属期间", "期限"]


def test_what_is_read_from_json_does_not_know_its_documents() -> None:
    kept = cp.codec.loads(cp.codec.dumps(cp.agenda(SHUANGLIAO, JUNE, DECEMBER)), Agenda)
    assert view_of(kept).source == ""
    assert rows(view_of(kept)) == rows(view_of(cp.agenda(SHUANGLIAO, JUNE, DECEMBER)))


def test_a_document_is_said_with_its_number() -> None:
    view = view_of(cp.agenda(cp.get_plan("dawa_2023"), date(2023, 1, 1), date(2023, 12, 31)))
    assert str(view.source).endswith("（大政办发〔2023〕33号）")


DUE = date(2021, 12, 31)
LATER = date(2022, 12, 31)


@pytest.mark.parametrize(
    ("figures", "zh", "en"),
    [
        # Of what is due on that day only; how strongly it is meant, where it does not bind.
        (
            [
                w.Milestone(DUE, 90, scope=w.Text(zh="商场", en="malls")),
                w.Milestone(DUE, 95, strength=w.Strength.EXPECTED),
                w.Milestone(LATER, 100),
            ],
            "率达到90%（商场），95%（预期）",
            "rate: 90% (malls), 95% (expected)",
        ),
        ([w.Milestone(DUE, 90, op=Op.EQ)], "率：恰为90%", "rate: exactly 90%"),
        ([w.Milestone(DUE, Between(80, 90))], "率：80至90%", "rate: 80 to 90%"),
        ([w.Milestone(LATER, 90)], "率", "rate"),
    ],
)
def test_a_target_is_said_with_what_is_due(figures: list[w.Milestone], zh: str, en: str) -> None:
    entry = cp.agenda(SHUANGLIAO, JUNE, DECEMBER).entries[-1]
    assert isinstance(entry.source, w.Target)
    source = attrs.evolve(entry.source, milestones=tuple(figures))
    entry = attrs.evolve(entry, title=w.Text(zh="率", en="rate"), source=source)
    assert (entry.told("zh"), entry.told("en")) == (zh, en)


def test_english() -> None:
    view = view_of(cp.agenda(SHUANGLIAO, JUNE, DECEMBER), "en")
    assert view.answer is not None
    assert "2021, 9 in all: stage: 4, deadline: 1, recurring: 3, target: 1" in view.answer.sentence


def test_one_thing_without_an_interval_is_one() -> None:
    three = cp.agenda(SHUANGLIAO, JUNE, DECEMBER)
    one = attrs.evolve(three, unscheduled=three.unscheduled[:1])
    assert (
        one.explain("zh", detail="short")
        .split("\n")[0]
        .endswith("；另有1项只写“定期”等，未规定间隔。")
    )
    assert (
        one.explain("en", detail="short")
        .split("\n")[0]
        .endswith("; 1 more is only to be done regularly, with no interval stated.")
    )


def test_a_hostile_title_stays_a_text() -> None:
    agenda = cp.agenda(SHUANGLIAO, JUNE, JUNE)
    entry = attrs.evolve(agenda.entries[0], title=w.Text(zh="<i>甲\n乙</i>"))
    found = attrs.evolve(agenda, entries=(entry,))
    assert "<i>" not in found.to_html()
    assert r"<i>甲\n乙</i>" in found.explain()


def test_without_an_end_no_end_is_explained() -> None:
    agenda = cp.agenda(SHUANGLIAO, JUNE, DECEMBER)
    stages = [one for one in agenda.entries if isinstance(one.source, Stage)]
    view = view_of(attrs.evolve(agenda, entries=tuple(stages), unscheduled=()))
    [key] = [block for block in view.parts[0].blocks if isinstance(block, Key)]
    assert [said for _, said in key.items] == ["阶段"]
    assert len(view.parts) == 1
