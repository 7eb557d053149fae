"""Flaws show themselves: the worst first, each with where its clauses stand."""

from unmade import lines_said

import careplan as cp
from careplan import writing as w
from careplan.audit import Flaw, Severity, find_flaws
from careplan.audit.flaws import Flaws


def test_flaws_are_a_tuple_that_shows_itself() -> None:
    found = find_flaws(cp.get_plan("bda_2017"))
    assert found == tuple(found)
    said = found.explain("zh").split("\n")
    title = cp.get_plan("bda_2017").document.title.zh
    assert said[:3] == ["共2处：警告2处。", f"依据：{title}", "警告（2处）"]
    # 附件1 asks for 10 square metres, 附件4 for 20.
    assert said[3].startswith("  附件1 一、附件4 面积；问题：")
    assert len(found.records()) == 2


def test_the_worst_stand_first() -> None:
    plan = w.Plan.of(
        "own", "通知", [w.clause("1", "一", "陈述", "还没写")], issuer="某县",
        offices={"卫健局": cp.Body.HEALTH},
    )  # fmt: skip
    said = lines_said(find_flaws(plan))
    assert [line for line in said if not line.startswith(" ")] == [
        "共2处：错误1处、说明1处。", "依据：通知", "错误（1处）", "说明（1处）",
    ]  # fmt: skip
    assert said[3].startswith("  一；问题：")
    assert said[5].startswith("  全文；问题：")


def test_no_flaw_is_said_to_be_found() -> None:
    assert lines_said(Flaws(), "en") == ["No flaw was found."]


def test_a_flaw_says_where_it_is_as_far_as_that_is_known() -> None:
    one = Flaw(Severity.ERROR, "unencoded", ("1.a",))
    assert one.where("zh") == "1.a"
    listed = [w.clause("1.a", "一", "陈述", "还没写")]
    (found,) = find_flaws(w.Plan.of("own", "通知", listed, issuer="某县"))
    assert (found, found.where("zh")) == (one, "一")
    assert found.explain("zh").split("\n") == [
        "错误：条款既未编码也未说明理由", "依据：一",
    ]  # fmt: skip
    assert Flaw(Severity.NOTE, "idle_body", (), "卫健局").where("en") == ""
