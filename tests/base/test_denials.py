"""Yes-or-no facts as statements: what is so, what is not, and what is asked, by their labels."""

import pytest

import careplan as cp
from careplan.base.sentences.denials import ASKED, BEFORE, NOT_SO, SO, form
from careplan.fields.declaring import Noun, facts_declared
from careplan.fields.kinds import FlagKind


@pytest.mark.parametrize(
    ("label", "so", "not_so"),
    [
        # The table of better sentences.
        ("独立设置", "独立设置", "未独立设置"),
        ("行政许可权相对集中", "行政许可权相对集中", "行政许可权未相对集中"),
        ("位于市级直接登记的特区", "位于市级直接登记的特区", "不在市级直接登记的特区"),
        ("有条件", "有条件", "不具备条件"),
        ("无杂物", "无杂物", "有杂物"),
        ("无偿移交", "无偿移交", "未无偿移交"),
        ("已登记", "已登记", "未登记"),
        ("本年度已体检", "本年度已体检", "本年度未体检"),
        ("符合消防标准", "符合消防标准", "不符合消防标准"),
        # A label that names a thing only: that it is there.
        ("安保人员", "有安保人员", "没有安保人员"),
        ("建有照护服务设施", "建有照护服务设施", "未建有照护服务设施"),
        ("普惠", "属于普惠性", "不属于普惠性"),
        ("照护服务设施用地", "属于照护服务设施用地", "不属于照护服务设施用地"),
        ("已建成（非新建）", "已建成", "属于新建"),
        ("女职工较多", "女职工较多", "女职工不多"),
        ("与常住人口规模相适应", "与常住人口规模相适应", "与常住人口规模不相适应"),
    ],
)
def test_a_chinese_label_is_stated_and_denied(label: str, so: str, not_so: str) -> None:
    assert (form(SO, label, "zh"), form(NOT_SO, label, "zh")) == (so, not_so)


@pytest.mark.parametrize(
    ("label", "not_so"),
    [
        ("independent", "not independent"),
        ("has a toddler class", "does not have a toddler class"),
        ("meets fire standards", "does not meet fire standards"),
        ("a keeper is named", "a keeper is not named"),
        ("door can be locked from inside", "door cannot be locked from inside"),
        ("already built (not new)", "not new"),
        ("conditions allow (a judgement)", "conditions do not allow (a judgement)"),
        ("nameplate at the door", "no nameplate at the door"),
        ("had a health check this year", "did not have a health check this year"),
    ],
)
def test_an_english_label_is_denied(label: str, not_so: str) -> None:
    assert form(NOT_SO, label, "en") == not_so


def test_a_label_is_asked_and_stands_before_a_noun() -> None:
    assert form(ASKED, "整洁卫生", "zh") == "是否整洁卫生"
    assert form(ASKED, "使用人员登记", "zh") == "使用人员是否登记"
    assert form(BEFORE, "独立设置", "zh") == "独立"
    assert form(BEFORE, "整洁卫生", "zh") == "整洁卫生的"


def test_what_no_pattern_fits_is_left_as_it_is() -> None:
    assert form(NOT_SO, "", "zh") == ""


def nouns(of: type[Noun]) -> list[type[Noun]]:
    """Return the nouns of ours that are made of one, at any depth."""
    inner = [one for below in of.__subclasses__() for one in (below, *nouns(below))]
    return [one for one in inner if one.__module__.startswith("careplan.nouns.")]


def test_each_flag_of_ours_differs_from_its_denial() -> None:
    assert cp.Room in nouns(Noun)
    flags = [
        spec.label
        for noun in nouns(Noun)
        for spec in facts_declared(noun).values()
        if isinstance(spec.kind, FlagKind)
    ]
    assert len(flags) > 100
    for label in flags:
        for language in ("zh", "en"):
            said = label.get(language)
            assert form(SO, said, language) != form(NOT_SO, said, language)
