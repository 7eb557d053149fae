"""Who asks to be registered: applicants, and what the documents do not register as institutions.

Toddler classes of kindergartens and early-education centres are nouns of their own:
the documents say who manages them and not where they register.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from careplan.base.errors import Problem
from careplan.base.frozenmap import frozen
from careplan.base.text import Text
from careplan.fields.declaring import Noun, choice, choices, day, flag
from careplan.nouns.bodies import Body
from careplan.nouns.care.institutions import LegalForm, ProfitStatus, ServiceMode


@frozen(kw_only=True)
class Applicant(Noun):
    """Someone who wants to register an institution.

    `approval_powers_merged` says that licensing powers are concentrated in an
    administrative approval office (行政许可权相对集中); `in_special_zone` that the
    institution lies in a zone the document gives to the city's own office.
    """

    __label__ = Text(zh="申办人", en="applicant")
    __measure__ = "位"

    # fmt: off
    profit_status: ProfitStatus | None = choice(ProfitStatus, "营利性质", "profit status",
        ask=("{owner}是营利性还是非营利性？", "Is {owner} for-profit or non-profit?"))
    legal_form: LegalForm | None = choice(LegalForm, "法人类型", "legal form",
        ask=("{owner}登记为哪一类法人？", "As what kind of legal person does {owner} register?"))
    approval_powers_merged: bool | None = flag(
        "行政许可权相对集中", "licensing powers concentrated in one office",
        ask=("当地是否相对集中行使行政许可权？",
            "Are licensing powers concentrated in one office where it registers?"))
    approval_office_has_power: bool | None = flag(
        "行政审批部门依职权登记", "registration is within the approval office's powers",
        ask=("登记是否属于行政审批部门的职权？",
            "Is the registration within the approval office's powers?"))
    in_special_zone: bool | None = flag("位于市级直接登记的特区", "in a zone the city registers",
        ask=("{owner}是否位于由市级直接登记的特区？",
            "Is {owner} in a zone where the city registers directly?"))
    service_modes: AbstractSet[ServiceMode] | Sequence[ServiceMode] | None = choices(
        ServiceMode, "服务形式", "service modes",
        ask=("{owner}提供哪些服务形式？", "Which service modes does {owner} offer?"))
    # fmt: on

    def contradictions(self) -> Iterable[Problem]:
        """Whoever lists service modes lists one at least."""
        if self.service_modes is not None and not self.service_modes:
            yield Problem("service_modes", "nothing_listed", self.service_modes)


@frozen(kw_only=True)
class ToddlerClass(Noun):
    """A class for two-to-three-year-olds in a kindergarten (幼儿园托班)."""

    __label__ = Text(zh="托班", en="toddler class")

    # fmt: off
    kindergarten_inclusive: bool | None = flag("普惠幼儿园", "in an inclusive kindergarten",
        ask=("{owner}是否设在普惠幼儿园？", "Is {owner} in an inclusive kindergarten?"))
    # fmt: on


@frozen(kw_only=True)
class EarlyEducationCentre(Noun):
    """An early-education centre (早教机构); whoever approved it manages it."""

    __label__ = Text(zh="早期教育机构", en="early-education centre")
    __measure__ = "家"

    # fmt: off
    approved_by: Body | None = choice(Body, "审批部门", "approving body",
        ask=("{owner}由哪个部门审批？", "Which body approved {owner}?"))
    has_toddler_class: bool | None = flag("开设托班", "has a toddler class",
        ask=("{owner}是否开设托班？", "Does {owner} have a toddler class?"))
    # fmt: on


@frozen(kw_only=True)
class Filing(Noun):
    """What an institution hands to the health authority to be filed, and how that is answered."""

    __label__ = Text(zh="备案", en="filing")
    __measure__ = "件"

    # fmt: off
    materials_received: date | None = day("收到备案材料日期", "day the materials were received",
        ask=("{owner}的材料是哪一天收到的？",
            "On which day were the materials of {owner} received?"))
    conforms: bool | None = flag("符合规定", "conforms to the rules",
        ask=("{owner}的材料和机构是否符合规定？",
            "Do the materials and the institution of {owner} conform to the rules?"))
    receipt_given: bool | None = flag("已提供备案回执", "a receipt is given", changeable=True,
        ask=("{owner}是否已提供备案回执？", "Has a receipt been given for {owner}?"))
    refusal_notice_given: bool | None = flag(
        "已通知不符合规定", "a notice of non-conformity is given", changeable=True,
        ask=("{owner}不符合规定的，是否已通知备案机构？",
            "Has notice of non-conformity been given for {owner}?"))
    published: bool | None = flag("已向社会公开", "made public", changeable=True,
        ask=("{owner}的结果是否已向社会公开？", "Has the result of {owner} been made public?"))
    # fmt: on
