"""Children and staff, as far as a clause asks about one of them. No personal data is needed."""

from datetime import date

import attrs
from dateutil.relativedelta import relativedelta

from careplan.base.errors import InvalidInput, Problem
from careplan.base.text import Text
from careplan.fields.checking import arguments
from careplan.fields.declaring import Noun, count, flag
from careplan.fields.kinds import DayKind

MONTHS = Text(zh="个月", en="months")


@attrs.frozen(kw_only=True)
class Child(Noun):
    """A child to be admitted or in care; the age is counted in completed months."""

    __label__ = Text(zh="婴幼儿", en="child")
    __measure__ = "名"

    age_months: int | None = count("满月龄", "age in completed months", unit=MONTHS)
    admitted: bool | None = flag("已接收入托", "admitted")
    health_check_passed: bool | None = flag(
        "经妇幼保健机构健康体检合格",
        "passed a health check at a maternal and child health institution",
        changeable=True,
    )
    health_check_this_year: bool | None = flag(
        "本年度已体检", "had a health check this year", changeable=True
    )
    health_check_within_12_months: bool | None = flag(
        "近十二个月内已体检", "had a health check in the last twelve months", changeable=True
    )
    insured: bool | None = flag(
        "已购安全责任保险", "covered by liability insurance", changeable=True
    )


@attrs.frozen(kw_only=True)
class StaffMember(Noun):
    """Somebody who works, or wants to work, in an institution."""

    __label__ = Text(zh="工作人员", en="member of staff")
    __measure__ = "名"

    works_in_care: bool | None = flag("从事照护工作", "works in care", changeable=True)
    abuse_found: bool | None = flag("有虐童等行为", "found to have abused a child")
    managed_abuser: bool | None = flag("对虐童行为负直接管理责任", "directly managed an abuser")
    stained_record: bool | None = flag("有污点记录", "has a stained record")
    qualified: bool | None = flag(
        "具备职业资格", "has the professional qualification", changeable=True
    )
    trained_as_carer: bool | None = flag(
        "参加保育员、育婴员等项目培训", "trained as nursery or infant-care worker", changeable=True
    )
    passed_appraisal: bool | None = flag("鉴定合格", "passed the skill appraisal", changeable=True)
    meets_subsidy_rules: bool | None = flag(
        "符合培训或鉴定补贴条件", "meets the rules of the training or appraisal subsidy"
    )
    paediatric: bool | None = flag(
        "儿科等相关科室医护人员", "medical staff of paediatrics or a related department"
    )
    serves_at_care_institution: bool | None = flag(
        "在照护机构定点服务", "serves at a care institution made a service post", changeable=True
    )
    hygiene_trained_this_year: bool | None = flag(
        "本年度已受卫生保健培训", "had hygiene training this year", changeable=True
    )
    health_check_this_year: bool | None = flag(
        "本年度已体检", "had a health check this year", changeable=True
    )


def age_in_months(born_on: date, *, on: date) -> int:
    """Return the completed months from a birth to a day, by the calendar.

    Born on the 31st, a child completes a month on the last day of a shorter one. Raises
    InvalidInput for anything but dates, or a day before the birth.

    >>> age_in_months(date(2021, 2, 28), on=date(2024, 2, 27))
    35
    """
    birth, day = arguments(born_on=(DayKind(), born_on), on=(DayKind(), on))
    if day < birth:
        raise InvalidInput([Problem("on", "before_start", day, {"other": birth})])
    months: int = (day.year - birth.year) * 12 + day.month - birth.month
    return months if birth + relativedelta(months=months) <= day else months - 1
