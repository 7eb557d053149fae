"""The display of registration paths: `look/d` of the drawn displays asks Shiyan 二（三）3."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs
import pytest
from filing import SPRING, path

import careplan as cp
from careplan import writing as w
from careplan.criteria.wording.asking import fact_question
from careplan.display.views.parts import Detail, Facts, Grid, Listing, Paragraph, Part, Steps, View
from careplan.display.views.words import Mark, Strong, Tag
from careplan.results import RegistrationPaths
from careplan.verbs.registering.narrowing import left_by_answers

SHIYAN, DAWA, BAODI = map(cp.get_plan, ("shiyan_2021", "dawa_2023", "baodi_2020"))
NON, FOR = cp.ProfitStatus.NON_PROFIT, cp.ProfitStatus.FOR_PROFIT
DRAWN = cp.registration_paths(cp.Applicant(profit_status=NON), SHIYAN)
SETTLED = cp.Applicant(
    profit_status=FOR, approval_powers_merged=False, service_modes={cp.ServiceMode.FULL_DAY}
)


def view(one: Any, language: str = "zh", detail: Detail = Detail.NORMAL) -> View:
    shown: View = one._view(language, detail)  # noqa: SLF001 - what is written out
    return shown


def titled(shown: View, title: str) -> Part:
    return next(part for part in shown.parts if part.title.startswith(title))


def rows(part: Part) -> list[list[Any]]:
    grid = next(block for block in part.blocks if isinstance(block, Grid))
    return [[cell.words for cell in line.cells if cell is not None] for line in grid.lines]


# --- as drawn -------------------------------------------------------------------------------


def test_the_drawn_paths_are_shown_as_drawn() -> None:
    shown = view(DRAWN)
    assert shown.title == "托育机构登记途径"
    assert shown.source == "依据：十堰市促进3岁以下婴幼儿照护服务发展实施方案"
    assert shown.answer is not None
    assert (shown.answer.mark, shown.answer.word) == (Mark.OPEN, "途径未定")
    assert shown.answer.sentence == "现有4条可能的登记途径；补充3项情况可缩小范围。"
    assert [part.title for part in shown.parts][:3] == [
        "请补充（3项）", "可能的途径（4条）", "办理步骤（各途径相同）",
    ]  # fmt: skip


def test_each_question_says_what_each_answer_leaves() -> None:
    asked = [Tag(Mark.OPEN, fact_question(cp.Applicant, name, "zh")) for name in DRAWN.missing]
    # As drawn; a company is no answer of an institution that makes no profit (Civil Code 76).
    assert rows(titled(view(DRAWN), "请补充")) == [
        ["1", asked[0], "事业单位", "一、二、四"],
        ["社会服务机构（民办非企业单位）", "三、四"],
        ["其他", "三、四"],
        ["2", asked[1], "是", "二、四"],
        ["否", "一、二、三"],
        ["3", asked[2], "是", "二、三、四"],
        ["否", "一、三、四"],
    ]
    grid = titled(view(DRAWN, "en"), "Still").blocks[0]
    assert isinstance(grid, Grid)
    assert [line.cells[3].words for line in grid.lines if line.cells[3]][:2] == ["1, 2, 4", "3, 4"]
    assert [line.cells[0].down for line in grid.lines if line.cells[0]] == [3, 2, 2]


def test_the_paths_stand_in_a_table() -> None:
    found = rows(titled(view(DRAWN), "可能的途径"))
    assert [(row[0], row[1], row[-1]) for row in found] == [
        ("途径一", Strong("县级机构编制部门"), "二（三）3"),
        ("途径二", Strong("市级机构编制部门"), "附件 四（一）"),
        ("途径三", Strong("县级民政部门"), "二（三）3"),
        ("途径四", Strong("县级行政审批部门"), "附件 四（十三）"),
    ]


def test_steps_that_all_paths_share_are_said_once() -> None:
    (steps,) = titled(view(DRAWN), "办理步骤").blocks
    assert isinstance(steps, Steps)
    assert [(step.mark, step.title, step.state, step.who) for step in steps.steps] == [
        (Mark.NOW, "注册登记", "现在可办", "托育机构 → 登记机关"),
        (Mark.WAIT, "推送登记信息", "待注册登记完成后办", "登记机关 → 县级卫生健康部门"),
        (Mark.WAIT, "备案", "待注册登记完成后办", "托育机构 → 县级卫生健康部门"),
    ]
    assert steps.steps[2].remark == "二（三）3；及时，未定天数"


def test_another_reading_says_which_paths_it_would_give() -> None:
    shown = rows(titled(view(DRAWN), "条文理解"))
    # "Any office the clause names" leaves three county offices (2.3.3.a).
    assert shown[0][1:] == [
        Strong("按附件所列职责划分"),
        "条款所列任一机关均可",
        "途径变为3条：县级机构编制部门、县级民政部门、县级行政审批部门",
    ]
    everything = rows(titled(view(DRAWN, detail=Detail.ALL), "条文理解"))
    assert len(everything) > len(shown)
    assert "结果不变" in {row[3] for row in everything}


# --- other answers --------------------------------------------------------------------------


def test_one_path_is_settled() -> None:
    shown = view(cp.registration_paths(SETTLED, SHIYAN))
    assert shown.answer is not None
    assert (shown.answer.mark, shown.answer.word) == (Mark.GOOD, "途径已定")
    assert shown.answer.sentence == "在县级市场监管部门登记。"
    (row,) = rows(titled(shown, "可能的途径"))
    assert row[2:4] == ["按已述情况即适用", "3岁以下婴幼儿照护服务（全日托）"]  # 二（三）3
    assert titled(shown, "办理步骤").title == "办理步骤"


def test_several_paths_that_nothing_narrows_are_all_open() -> None:
    found = cp.registration_paths(
        cp.Applicant(profit_status=NON), SHIYAN, readings={"office_split": "any_named"}
    )
    shown = view(found)
    assert shown.answer is not None
    assert shown.answer.sentence == (
        "下列机关均可登记：县级机构编制部门、县级民政部门、县级行政审批部门。"
    )


def test_a_question_about_the_wording_leaves_every_path() -> None:
    found = cp.registration_paths(attrs.evolve(SETTLED, service_modes=None), SHIYAN)
    (row,) = rows(titled(view(found), "请补充"))
    assert row[2:] == ["", "不影响途径，用于经营范围或步骤"]
    assert "经营范围" in found.explain("zh")


def test_a_contradiction_is_said_with_the_facts_that_clash() -> None:
    clash = cp.Applicant(profit_status=FOR, legal_form=cp.LegalForm.PUBLIC_INSTITUTION)
    shown = view(cp.registration_paths(clash, SHIYAN))
    assert shown.answer is not None
    assert (shown.answer.mark, shown.answer.word) == (Mark.BAD, "情况矛盾")
    assert "营利性" in shown.answer.sentence
    assert "事业单位" in shown.answer.sentence
    assert [part.title for part in shown.parts] == ["主管与备案"]


def test_who_is_in_charge_is_said_of_what_has_no_path() -> None:
    shown = view(cp.registration_paths(cp.EarlyEducationCentre(), SHIYAN))
    assert shown.answer is not None
    assert shown.answer.sentence == "本文件未规定早期教育机构在何处登记。"
    (row,) = rows(titled(shown, "请补充"))
    assert row == [
        "1",
        Tag(Mark.OPEN, fact_question(cp.EarlyEducationCentre, "approved_by", "zh")),
        "",
        "",
    ]
    assert titled(shown, "主管与备案").blocks == (
        Facts((("行业监管", "教育部门"), ("业务指导", "卫生健康部门"))),
    )
    managed = view(cp.registration_paths(cp.ToddlerClass(), SHIYAN))
    assert ("主管部门", "教育部门") in titled(managed, "主管与备案").blocks[0].pairs  # type: ignore[union-attr]


def test_what_the_document_leaves_to_another_is_said() -> None:
    (facts,) = titled(view(cp.registration_paths(cp.Applicant(), BAODI)), "主管与备案").blocks
    assert isinstance(facts, Facts)
    assert dict(facts.pairs) == {
        "备案机关": "卫生健康部门",
        "细则见": "天津市促进3岁以下婴幼儿照护服务发展实施细则",
        "文件列名、未写分工的机关": "机构编制部门、民政部门、市场监管部门",
    }


def test_what_was_read_from_json_knows_the_title_alone() -> None:
    found = cp.registration_paths(cp.Applicant(), DAWA)
    assert view(found).source == f"依据：{DAWA.document.title.zh}（{DAWA.document.number}）"
    again = cp.codec.loads(cp.codec.dumps(found), RegistrationPaths)
    assert view(again).source == f"依据：{DAWA.document.title.zh}"
    assert view(again).parts == view(found).parts


@pytest.mark.parametrize(
    ("day", "mark"), [(date(2020, 1, 1), Mark.BAD), (date(2030, 1, 1), Mark.OPEN)]
)
def test_a_document_that_may_not_be_in_force_is_said_so(day: date, mark: Mark) -> None:
    # Issued on 18 September 2023, in force from then on without an end that is known.
    shown = view(cp.registration_paths(cp.Applicant(), DAWA, on=day))
    (block,) = shown.parts[0].blocks
    assert isinstance(block, Paragraph)
    assert isinstance(block.words, Tag)
    assert block.words.mark is mark


# --- documents of a test --------------------------------------------------------------------

APPLICANT = cp.facts(cp.Applicant)


def filing(**parts: Any) -> cp.Plan:
    listed = [w.clause("1", "一", "应当", "登记", w.registration(**parts))]
    return w.Plan.of("own", "登记办法", listed, issuer="某县")


def test_no_path_may_be_left() -> None:
    plan = filing(routes=(w.route(cp.Body.CIVIL_AFFAIRS, None, APPLICANT.profit_status == NON),))
    shown = view(cp.registration_paths(cp.Applicant(profit_status=FOR), plan))
    assert shown.answer is not None
    assert (shown.answer.word, shown.answer.mark) == ("无对应途径", Mark.NONE)
    open_yet = cp.registration_paths(cp.Applicant(), plan)
    assert view(open_yet).answer.sentence == (  # type: ignore[union-attr]
        "现有1条可能的登记途径；补充2项情况，可确定是否适用。"
    )
    assert rows(titled(view(open_yet), "请补充"))[1] == ["营利性", "无"]


def test_of_many_answers_no_table_is_made() -> None:
    centre = cp.registration_paths(cp.EarlyEducationCentre(), SHIYAN)
    assert left_by_answers(centre, "approved_by") == ()  # any body there is
    assert left_by_answers(DRAWN, "on") == ()  # the day asked is no fact of it
    assert left_by_answers(DRAWN, "service_modes") == ()  # any set of them


def test_steps_that_differ_are_said_path_by_path() -> None:
    civil, staffing = cp.Body.CIVIL_AFFAIRS, cp.Body.STAFFING
    # On one path the office that is told is the one that registers, on the other it is not.
    told = w.step("tell", "告知", actor=cp.Party.INSTITUTION, before=civil)
    plan = filing(
        routes=(
            w.route(civil, None, APPLICANT.profit_status == NON),
            w.route(staffing, None, APPLICANT.profit_status == FOR),
        ),
        steps=(told,),
    )
    shown = view(cp.registration_paths(cp.Applicant(), plan))
    assert [part.title for part in shown.parts if "步骤" in part.title] == [
        "办理步骤：途径一（民政部门）", "办理步骤：途径二（机构编制部门）",
    ]  # fmt: skip


def test_another_reading_may_change_what_is_registered() -> None:
    applicant = cp.Applicant(
        profit_status=NON,
        legal_form=cp.LegalForm.SOCIAL_SERVICE_ORGANISATION,
        approval_powers_merged=False,
        service_modes={cp.ServiceMode.FULL_DAY},
    )
    shown = rows(titled(view(cp.registration_paths(applicant, SHIYAN)), "条文理解"))
    # 二（三）3 words it for whoever makes a profit; read for all, for this one as well.
    assert "经营范围变为：3岁以下婴幼儿照护服务（全日托）" in {row[3] for row in shown}


@attrs.frozen(kw_only=True)
class Picky(cp.Applicant):
    """An applicant that refuses to be for profit in a zone."""

    def contradictions(self) -> Iterable[cp.Problem]:
        """Refuse two facts together."""
        if self.profit_status is FOR and self.in_special_zone:
            yield cp.Problem("in_special_zone", "contradiction", True)


def test_answers_that_no_route_names_stand_in_the_row_of_other() -> None:
    form, kinds = APPLICANT.legal_form, cp.LegalForm
    named = w.route(cp.Body.CIVIL_AFFAIRS, None, form != kinds.SOLE_TRADER)
    other = w.route(cp.Body.HEALTH, None, cp.among(form, [kinds.PARTNERSHIP, kinds.OTHER]))
    # Of the four that contradict a profit or its lack (Civil Code 76, 87) three are named so.
    law = [kinds.PUBLIC_INSTITUTION, kinds.SOCIAL_SERVICE_ORGANISATION, kinds.COMPANY]
    found = cp.registration_paths(cp.Applicant(), filing(routes=(named,)))
    rows = {left.answer: len(left.paths) for left in left_by_answers(found, "legal_form")}
    assert rows == {**dict.fromkeys(law, 1), kinds.SOLE_TRADER: 0, kinds.OTHER: 1}
    # What is named OTHER is no longer what all the rest is.
    every = cp.registration_paths(cp.Applicant(), filing(routes=(named, other)))
    assert [left.answer for left in left_by_answers(every, "legal_form")] == [*kinds]
    bare = left_by_answers(attrs.evolve(found, registration=None), "legal_form")
    assert [(left.answer, left.paths) for left in bare] == [(member, ()) for member in kinds]


def test_an_answer_that_the_noun_refuses_is_none() -> None:
    asked = cp.facts(Picky)
    plan = filing(routes=(w.route(cp.Body.CIVIL_AFFAIRS, None, asked.in_special_zone),))
    found = cp.registration_paths(Picky(profit_status=FOR), plan)
    assert [left.answer for left in left_by_answers(found, "in_special_zone")] == [False]


# --- one path, and its days -----------------------------------------------------------------


def test_a_path_shows_itself() -> None:
    open_yet = view(DRAWN.paths[3])
    assert open_yet.answer is not None
    assert (open_yet.answer.word, open_yet.answer.mark) == ("途径未定", Mark.OPEN)
    assert open_yet.answer.sentence.endswith("的，在县级行政审批部门登记。")
    listing = titled(open_yet, "请补充（1项）").blocks[0]
    assert isinstance(listing, Listing)
    (settled,) = cp.registration_paths(SETTLED, SHIYAN).paths
    shown = view(settled)
    assert shown.answer is not None
    assert shown.answer.sentence == "在县级市场监管部门登记。"
    assert shown.parts[0].blocks == (Facts((("经营范围", "3岁以下婴幼儿照护服务（全日托）"),)),)
    assert view(attrs.evolve(settled, steps=(), business_scope=None)).parts == ()
    other = attrs.evolve(settled, business_scope=None, unworded=(cp.ServiceMode.OTHER.label,))
    assert "文件没有此类服务形式的写法：其他" in other.explain("zh")


def marks(due: Any) -> dict[str, Mark]:
    (steps,) = (block for block in view(due).parts[0].blocks if isinstance(block, Steps))
    return {step.title: step.mark for step in steps.steps}


def test_the_days_of_a_path_are_marked_by_how_the_steps_stand() -> None:
    begun = date(2025, 1, 3)
    found = path(in_special_zone=False)
    filed = {"register": begun, "file": date(2025, 1, 10)}
    assert marks(found.due(begun, SPRING, done=filed)) == {
        "步骤register": Mark.DONE,
        "步骤file": Mark.DONE,
        "步骤receipt": Mark.NOW,
        "步骤notice": Mark.NOW,
        "步骤publish": Mark.WAIT,
        "步骤update": Mark.NONE,
    }
    # The receipt is due within five working days of the filing: on 17 January 2025.
    late = found.due(begun, SPRING, done={**filed, "receipt": date(2025, 1, 20)})
    assert (marks(late)["步骤receipt"], marks(late)["步骤notice"]) == (Mark.BAD, Mark.NONE)
    assert late.explain("zh").split("\n")[0] == "逾期：步骤receipt晚于期限完成。"
    assert found.due(None).explain("zh").split("\n")[0] == ("期限尚不能确定，须先明确下列日期。")
    (free,) = cp.registration_paths(SETTLED, SHIYAN).paths
    assert free.due(begun).explain("zh").split("\n")[0] == "没有待办的限期。"


def test_paths_read_under_an_option_that_no_route_knows_show_themselves() -> None:
    # JSON of another version may name another option: then no answer is tried, and none is said.
    (split, *others) = DRAWN.readings
    strange = attrs.evolve(split.option, id="strange")
    asked = attrs.evolve(split.interpretation, options=(*split.interpretation.options, strange))
    reading = attrs.evolve(split, interpretation=asked, option=strange)
    read = attrs.evolve(DRAWN, readings=(reading, *others))
    assert "登记为哪一类法人" in read.explain()
    assert "剩余途径：一" not in read.explain()
    assert "剩余途径：一" in DRAWN.explain()
    # One that was taken is known, the one beside it is not: it is left out of what would change.
    beside = attrs.evolve(DRAWN, readings=(attrs.evolve(reading, option=split.option), *others))
    assert beside.explain() == DRAWN.explain()
