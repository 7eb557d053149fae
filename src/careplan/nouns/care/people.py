"""Children and staff, as far as a clause asks about one of them. No personal data is needed."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from careplan.base.errors import InvalidInput, Problem
from careplan.base.exact import Number
from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text, Unordered
from careplan.fields.checking import arguments
from careplan.fields.declaring import MONTHS, YEARS, Noun, choice, count, day, flag, number
from careplan.fields.kinds import DayKind


def reversed_days(noun: Any, first: str, last: str) -> Iterator[Problem]:
    """Yield a problem where the day named `last` is stated and is before the one named `first`."""
    start: date | None = getattr(noun, first)
    end: date | None = getattr(noun, last)
    if start is not None and end is not None and end < start:
        yield Problem(last, "before_start", end, {"other": start})


class StaffRole(Labelled):
    """What somebody does in an institution."""

    HEAD = ("head", "负责人", "head")
    CARER = ("carer", "保育人员", "carer")
    HEALTH_WORKER = ("health_worker", "卫生保健人员", "health worker")
    GUARD = ("guard", "保安人员", "guard")
    OTHER = ("other", "其他人员", "other")


class Diploma(Unordered):
    """The highest diploma somebody has.

    以下 includes the number it follows, so what is below 大专 is said by 低于.
    """

    BELOW_COLLEGE = ("below_college", "低于大专", "below college")
    COLLEGE = ("college", "大专", "college (dazhuan)")
    BACHELOR = ("bachelor", "本科", "bachelor")
    GRADUATE = ("graduate", "研究生", "graduate")


@frozen(kw_only=True)
class Child(Noun):
    """A child to be admitted or in care; the age is counted in completed months."""

    __label__ = Text(zh="婴幼儿", en="child")
    __measure__ = "名"

    # fmt: off
    age_months: int | None = count("满月龄", "age in completed months", unit=MONTHS,
        ask=("{owner}已满多少个月？", "How many months old is {owner}, in completed months?"))
    admitted: bool | None = flag("已接收入托", "admitted",
        ask=("{owner}是否已接收入托？", "Has {owner} been admitted?"))
    health_check_passed: bool | None = flag(
        "经妇幼保健机构健康体检合格",
        "passed a health check at a maternal and child health institution", changeable=True,
        ask=("{owner}是否经妇幼保健机构健康体检合格？",
            "Has {owner} passed a health check at a maternal and child health institution?"))
    health_check_this_year: bool | None = flag(
        "本年度已体检", "had a health check this year", changeable=True,
        ask=("{owner}本年度是否已体检？", "Has {owner} had a health check this year?"))
    health_check_within_12_months: bool | None = flag(
        "近十二个月内已体检", "had a health check in the last twelve months", changeable=True,
        ask=("{owner}近十二个月内是否已体检？",
            "Has {owner} had a health check in the last twelve months?"))
    insured: bool | None = flag(
        "已购安全责任保险", "covered by liability insurance", changeable=True,
        ask=("{owner}是否已参加安全责任保险？", "Is {owner} covered by liability insurance?"))
    left_on: date | None = day("离开机构日期", "day it left",
        ask=("{owner}是哪一天离开机构的？", "On which day did {owner} leave the institution?"))
    returned_on: date | None = day("返回机构日期", "day it came back",
        ask=("{owner}是哪一天返回机构的？", "On which day did {owner} come back?"))
    health_checked_on: date | None = day(
        "最近一次健康检查日期", "day of the last health check", changeable=True,
        ask=("{owner}最近一次健康检查是哪一天？",
            "On which day did {owner} have its last health check?"))
    # fmt: on

    def contradictions(self) -> Iterable[Problem]:
        """No child comes back before it left."""
        yield from reversed_days(self, "left_on", "returned_on")


@frozen(kw_only=True)
class StaffMember(Noun):
    """Somebody who works, or wants to work, in an institution."""

    __label__ = Text(zh="工作人员", en="member of staff")
    __measure__ = "名"

    # fmt: off
    works_in_care: bool | None = flag("从事照护工作", "works in care", changeable=True,
        ask=("{owner}是否从事照护工作？", "Does {owner} work in care?"))
    abuse_found: bool | None = flag("有虐童等行为", "found to have abused a child",
        ask=("{owner}是否被查明有虐童等行为？", "Was {owner} found to have abused a child?"))
    managed_abuser: bool | None = flag("对虐童行为负直接管理责任", "directly managed an abuser",
        ask=("{owner}是否对虐童行为负直接管理责任？",
            "Did {owner} directly manage somebody who abused a child?"))
    stained_record: bool | None = flag("有污点记录", "has a stained record",
        ask=("{owner}是否有污点记录？", "Does {owner} have a stained record?"))
    qualified: bool | None = flag(
        "具备职业资格", "has the professional qualification", changeable=True,
        ask=("{owner}是否具备职业资格？", "Does {owner} have the professional qualification?"))
    trained_as_carer: bool | None = flag(
        "参加保育员、育婴员等项目培训", "trained as nursery or infant-care worker", changeable=True,
        ask=("{owner}是否参加过保育员、育婴员等项目培训？",
            "Has {owner} trained as a nursery or infant-care worker?"))
    passed_appraisal: bool | None = flag("鉴定合格", "passed the skill appraisal", changeable=True,
        ask=("{owner}是否鉴定合格？", "Has {owner} passed the skill appraisal?"))
    meets_subsidy_rules: bool | None = flag(
        "符合培训或鉴定补贴条件", "meets the rules of the training or appraisal subsidy",
        ask=("{owner}是否符合培训或鉴定补贴条件？",
            "Does {owner} meet the rules of the training or appraisal subsidy?"))
    paediatric: bool | None = flag(
        "儿科等相关科室医护人员", "medical staff of paediatrics or a related department",
        ask=("{owner}是否为儿科等相关科室的医护人员？",
            "Is {owner} medical staff of paediatrics or a related department?"))
    serves_at_care_institution: bool | None = flag(
        "在照护机构定点服务", "serves at a care institution made a service post", changeable=True,
        ask=("{owner}是否在照护机构定点服务？",
            "Does {owner} serve at a care institution assigned as a service post?"))
    hygiene_trained_this_year: bool | None = flag(
        "本年度已受卫生保健培训", "had hygiene training this year", changeable=True,
        ask=("{owner}本年度是否已受卫生保健培训？", "Has {owner} had hygiene training this year?"))
    health_check_this_year: bool | None = flag(
        "本年度已体检", "had a health check this year", changeable=True,
        ask=("{owner}本年度是否已体检？", "Has {owner} had a health check this year?"))
    role: StaffRole | None = choice(StaffRole, "岗位", "role",
        ask=("{owner}在机构中担任什么岗位？", "What does {owner} do in the institution?"))
    diploma: Diploma | None = choice(Diploma, "最高学历", "highest diploma", changeable=True,
        ask=("{owner}的最高学历是什么？", "What is the highest diploma of {owner}?"))
    relevant_years: Number | None = number(
        "从事儿童保育教育、卫生健康等相关管理工作的年限",
        "years in child care, education or health management", unit=YEARS, changeable=True,
        ask=("{owner}从事儿童保育教育、卫生健康等相关管理工作多少年？",
            "How many years has {owner} worked in child care, education or health management?"))
    post_training_passed: bool | None = flag(
        "岗位培训合格", "passed the training for the post", changeable=True,
        ask=("{owner}是否经岗位培训合格？", "Has {owner} passed the training for the post?"))
    certified_on: date | None = day(
        "岗位培训合格证书颁发日期", "day the certificate of training was issued", changeable=True,
        ask=("{owner}的岗位培训合格证书是哪一天颁发的？",
            "On which day was the certificate of training of {owner} issued?"))
    # fmt: on

    def contradictions(self) -> Iterable[Problem]:
        """Nobody has a certificate of a training that was not passed."""
        if self.post_training_passed is False and self.certified_on is not None:
            other = {"other_field": "post_training_passed", "other": False}
            yield Problem("certified_on", "contradiction", self.certified_on, other)


def age_in_months(born_on: date, *, on: date) -> int:
    """Return the completed months from a birth to a day, by the calendar.

    Born on the 31st, a child completes a month on the last day of a shorter one. Raises
    InvalidInput for anything but dates, or a day before the birth.

    >>> age_in_months(date(2021, 2, 28), on=date(2024, 2, 27))
    35
    """
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - most ask no age

    birth, end = arguments(born_on=(DayKind(), born_on), on=(DayKind(), on))
    if end < birth:
        raise InvalidInput([Problem("on", "before_start", end, {"other": birth})])
    months: int = (end.year - birth.year) * 12 + end.month - birth.month
    return months if birth + relativedelta(months=months) <= end else months - 1
