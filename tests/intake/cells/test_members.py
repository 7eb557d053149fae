"""Members of enums in cells: by what they are called; what is near is suggested, never taken."""

import pytest

from careplan.base.text import Labelled
from careplan.intake.cells.habits import Habits
from careplan.intake.cells.members import Enums, member_cell, members_cell
from careplan.intake.cells.taken import Doubt, Taken
from careplan.nouns.care.institutions import (
    LegalForm,
    OwnershipMode,
    ProfitStatus,
    ServiceMode,
    Setting,
)
from careplan.nouns.facilities import VenueCategory

EITHER = (ProfitStatus, LegalForm)
SOCIAL = LegalForm.SOCIAL_SERVICE_ORGANISATION
BOTH = frozenset({ServiceMode.FULL_DAY, ServiceMode.HALF_DAY})


@pytest.mark.parametrize(
    ("raw", "enums", "member"),
    [
        ("社区", Setting, Setting.COMMUNITY),
        ("社 区 ", Setting, Setting.COMMUNITY),
        ("community", Setting, Setting.COMMUNITY),
        ("COMMUNITY", Setting, Setting.COMMUNITY),
        (Setting.COMMUNITY, Setting, Setting.COMMUNITY),
        ("公建民营", OwnershipMode, OwnershipMode.PUBLIC_BUILT_PRIVATELY_RUN),
        ("非营利", ProfitStatus, ProfitStatus.NON_PROFIT),
        ("非营利性", EITHER, ProfitStatus.NON_PROFIT),
        ("事业单位", EITHER, LegalForm.PUBLIC_INSTITUTION),
        ("民办非企业单位", EITHER, SOCIAL),
        ("其它", Setting, Setting.OTHER),
        ("其他", VenueCategory, VenueCategory.OTHER),  # labelled 其他场所
        ("", Setting, None),
        ("-", Setting, None),
    ],
)
def test_a_member_is_read(raw: object, enums: Enums, member: Labelled | None) -> None:
    assert member_cell(raw, enums, Habits()) == Taken(member)


@pytest.mark.parametrize(
    ("raw", "notes"),
    [
        ("其他（请注明：）〖公办幼儿园〗", ("公办幼儿园",)),
        ("其他 (家庭)", ("家庭",)),
        ("其它【家庭】", ("家庭",)),
        ("其他（请注明）", ()),
        ("其他（）", ()),
    ],
)
def test_other_keeps_what_is_said_of_it(raw: str, notes: tuple[str, ...]) -> None:
    assert member_cell(raw, Setting, Habits()) == Taken(Setting.OTHER, notes)


@pytest.mark.parametrize(
    ("raw", "enums", "code", "suggestion"),
    [
        ("托班", Setting, "no_member", Setting.KINDERGARTEN),
        ("幼儿园托班", Setting, "no_member", Setting.KINDERGARTEN),
        ("社区嵌入式托育", Setting, "no_member", Setting.COMMUNITY),
        ("用人单位办托", Setting, "no_member", Setting.EMPLOYER),
        ("医疗卫生机构", Setting, "no_member", Setting.MEDICAL),
        ("独立托育机构", Setting, "no_member", None),
        ("其他：家庭", Setting, "no_member", Setting.OTHER),
        ("其他((((", Setting, "no_member", Setting.OTHER),
        ("医疗卫生机构", VenueCategory, "no_member", VenueCategory.HOSPITAL),
        ("政务服务大厅", VenueCategory, "no_member", VenueCategory.GOVERNMENT_SERVICE_CENTRE),
        ("二级以上汽车客运站", VenueCategory, "no_member", VenueCategory.COACH_STATION),
        ("景区", VenueCategory, "no_member", VenueCategory.SCENIC_AREA),
        ("用人单位", VenueCategory, "no_member", None),
        ("民办非企业", EITHER, "no_member", SOCIAL),
        ("营利性", OwnershipMode, "no_member", None),
        ("Non-Profit", ProfitStatus, "no_member", ProfitStatus.NON_PROFIT),
        ("公立", OwnershipMode, "no_member", OwnershipMode.PUBLIC),
        ("非公办", OwnershipMode, "no_member", None),
        ("公办（含公建民营）", OwnershipMode, "no_member", None),  # two are named
        ("指", OwnershipMode, "no_member", None),
        ("1", Setting, "code", None),
        ("1,2", Setting, "code", None),
        (1, Setting, "code", None),
        (ServiceMode.OTHER, Setting, "no_member", None),
        (True, Setting, "no_member", None),
        ("公办民营 / 民办公助", OwnershipMode, "several_members", None),
        ("高铁站、主要火车站", VenueCategory, "several_members", None),
        ("社区①", Setting, "raised", None),
        ("*", Setting, "masked", None),
    ],
)
def test_what_is_not_certain_is_no_member(
    raw: object, enums: Enums, code: str, suggestion: object
) -> None:
    found = member_cell(raw, enums, Habits())
    assert isinstance(found, Doubt)
    assert (found.code, found.suggestion) == (f"cell.{code}", suggestion)


def test_of_many_members_ten_are_said() -> None:
    found = member_cell("、".join(["某"] * 12), VenueCategory, Habits())
    assert isinstance(found, Doubt)
    assert found.parameters["members"] == ("某",) * 10


def test_several_members_are_said() -> None:
    found = member_cell("高铁站、火车站", VenueCategory, Habits())
    assert isinstance(found, Doubt)
    assert found.parameters["members"] == ("高铁站", VenueCategory.RAILWAY_STATION)


def test_synonyms_of_the_caller_go_first() -> None:
    said = Habits(
        synonyms={"Ａ 类": Setting.RURAL, "社区": Setting.EMPLOYER, "B": ServiceMode.OTHER}
    )
    assert member_cell("A类", Setting, said) == Taken(Setting.RURAL)
    assert member_cell("社区", Setting, said) == Taken(Setting.EMPLOYER)
    assert isinstance(member_cell("B", Setting, said), Doubt)  # of another enum


@pytest.mark.parametrize(
    ("raw", "separators", "members", "notes"),
    [
        ("全日托", ["、"], frozenset({ServiceMode.FULL_DAY}), ()),
        ("半日托、全日托", ["、"], BOTH, ()),
        ("半日托、 全日托 、半日托", ["、"], BOTH, ()),
        ("全日托┋半日托", ["、", "┋"], BOTH, ()),
        ("全日托，半日托", [","], BOTH, ()),  # 、 and , in any width
        ("全日托 半日托", [" "], BOTH, ()),
        ("全日托", [], frozenset({ServiceMode.FULL_DAY}), ()),
        (
            "全日托、其他（夜托）",
            ["、"],
            frozenset({ServiceMode.FULL_DAY, ServiceMode.OTHER}),
            ("夜托",),
        ),
        (ServiceMode.FULL_DAY, ["、"], frozenset({ServiceMode.FULL_DAY}), ()),
        ("", ["、"], None, ()),
    ],
)
def test_several_are_read_as_a_set(
    raw: object, separators: list[str], members: object, notes: tuple[str, ...]
) -> None:
    assert members_cell(raw, ServiceMode, Habits(separators=separators)) == Taken(members, notes)


@pytest.mark.parametrize(
    ("raw", "code", "suggestion"),
    [
        ("全日托/半日托", "separator", "全日托、半日托"),
        ("全日托 半日托", "separator", "全日托、半日托"),
        ("全日托和半日托", "separator", "全日托、半日托"),
        ("全日托、", "separator", "全日托"),
        ("全日托、夜托", "no_member", None),
        ("全日", "no_member", ServiceMode.FULL_DAY),
        ("、", "no_member", None),
        ("1,2", "code", None),
        ("4", "code", None),
        (4, "code", None),
        ("无", "none_or_not_stated", None),
    ],
)
def test_a_set_is_complete_or_not_read(raw: object, code: str, suggestion: object) -> None:
    found = members_cell(raw, ServiceMode, Habits())
    assert isinstance(found, Doubt)
    assert (found.code, found.suggestion) == (f"cell.{code}", suggestion)
