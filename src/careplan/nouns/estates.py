"""Where care is provided for: housing areas, land, communities, and bodies that may add care."""

from careplan.base.frozenmap import frozen
from careplan.base.text import Labelled, Text
from careplan.fields.declaring import Noun, choice, flag
from careplan.nouns.bodies import Body
from careplan.nouns.care.institutions import ProfitStatus


class CommunityKind(Labelled):
    """Town or country."""

    URBAN = ("urban", "城镇社区", "urban community")
    RURAL = ("rural", "农村社区", "rural community")


@frozen(kw_only=True)
class ResidentialArea(Noun):
    """A housing area and the care facility planned with it."""

    __label__ = Text(zh="居住区", en="residential area")
    __measure__ = "处"

    # fmt: off
    new: bool | None = flag("新建居住区", "newly built",
        ask=("{owner}是否为新建？", "Is {owner} newly built?"))
    care_facility_planned: bool | None = flag(
        "规划建设照护服务设施", "a care facility is planned and built", changeable=True,
        ask=("{owner}是否规划建设了照护服务设施？",
            "Is a care facility planned and built in {owner}?"))
    safety_facility_planned: bool | None = flag(
        "配套安全设施", "safety facilities are planned and built", changeable=True,
        ask=("{owner}的照护服务设施是否配套安全设施？",
            "Are safety facilities planned and built with the care facility in {owner}?"))
    fits_population: bool | None = flag(
        "与常住人口规模相适应", "fits the resident population", changeable=True,
        ask=("照护服务设施是否与常住人口规模相适应？",
            "Does the care facility fit the resident population?"))
    meets_standards: bool | None = flag(
        "符合国家和地方标准", "meets national and local standards", changeable=True,
        ask=("照护服务设施是否符合国家和地方标准？",
            "Does the care facility meet national and local standards?"))
    accepted_with_housing: bool | None = flag(
        "与住宅同步验收", "accepted together with the housing", changeable=True,
        ask=("照护服务设施是否与住宅同步验收？",
            "Was the care facility accepted together with the housing?"))
    delivered_with_housing: bool | None = flag(
        "与住宅同步交付", "delivered together with the housing", changeable=True,
        ask=("照护服务设施是否与住宅同步交付？",
            "Was the care facility delivered together with the housing?"))
    combined_with_kindergarten: bool | None = flag(
        "与配套幼儿园合并建设", "built together with the attached kindergarten",
        ask=("照护服务设施是否与配套幼儿园合并建设？",
            "Is the care facility built together with the attached kindergarten?"))
    independently_built: bool | None = flag("独立建设", "built as a facility of its own",
        ask=("照护服务设施是否独立建设？", "Is the care facility built as one of its own?"))
    fits_kindergarten_provision: bool | None = flag(
        "结合幼儿园配置情况规划", "planned with regard to kindergarten provision", changeable=True,
        ask=("规划时是否结合了幼儿园配置情况？",
            "Was kindergarten provision considered in the planning?"))
    handed_over_to: Body | None = choice(Body, "移交部门", "handed over to", changeable=True,
        ask=("照护服务设施移交给哪个部门？", "To which body is the care facility handed over?"))
    handed_over_free: bool | None = flag("无偿移交", "handed over free of charge", changeable=True,
        ask=("照护服务设施是否无偿移交？", "Is the care facility handed over free of charge?"))
    # fmt: on


@frozen(kw_only=True)
class Kindergarten(Noun):
    """A kindergarten that has, or may have, classes for two-to-three-year-olds."""

    __label__ = Text(zh="幼儿园", en="kindergarten")
    __measure__ = "所"

    # fmt: off
    new: bool | None = flag("新建或新开设", "newly built or opened",
        ask=("{owner}是否为新建或新开设？", "Is {owner} newly built or newly opened?"))
    conditions_allow: bool | None = flag("有条件", "conditions allow (a judgement)",
        ask=("{owner}是否有条件开设托班？", "Do conditions at {owner} allow a toddler class?"))
    county_conditions_allow: bool | None = flag(
        "所在县市区有条件", "conditions in its county allow (a judgement)",
        ask=("{owner}所在县市区是否有条件开设托班？",
            "Do conditions in the county of {owner} allow a toddler class?"))
    inclusive: bool | None = flag("普惠", "inclusive",
        ask=("{owner}是否为普惠幼儿园？", "Is {owner} inclusive?"))
    toddler_class: bool | None = flag("开设托班", "has a toddler class", changeable=True,
        ask=("{owner}是否开设托班？", "Does {owner} have a toddler class?"))
    suitable_share: bool | None = flag(
        "托班比例适当", "a suitable share of toddler classes (a judgement)", changeable=True,
        ask=("{owner}的托班比例是否适当？", "Is the share of toddler classes in {owner} suitable?"))
    adds_inclusive_places: bool | None = flag(
        "通过改建、扩建增加普惠托育供给",
        "adds inclusive care by conversion or extension", changeable=True,
        ask=("{owner}是否通过改建、扩建增加普惠托育供给？",
            "Does {owner} add inclusive care by conversion or extension?"))
    # fmt: on


@frozen(kw_only=True)
class MedicalInstitution(Noun):
    """A hospital or health centre that may look after children up to three as well."""

    __label__ = Text(zh="医疗卫生机构", en="medical institution")
    __measure__ = "家"

    # fmt: off
    conditions_allow: bool | None = flag("有条件", "conditions allow (a judgement)",
        ask=("{owner}是否有条件设立照护服务场所？",
            "Do conditions at {owner} allow a place of care?"))
    care_place: bool | None = flag(
        "设立婴幼儿照护服务场所", "has a place of care for infants", changeable=True,
        ask=("{owner}是否设立了婴幼儿照护服务场所？",
            "Does {owner} have a place of care for infants?"))
    supports_nearby_institutions: bool | None = flag(
        "为周边照护机构提供育儿支持", "supports care institutions near by", changeable=True,
        ask=("{owner}是否为周边照护机构提供育儿支持？",
            "Does {owner} support care institutions nearby?"))
    # fmt: on


@frozen(kw_only=True)
class LandPlot(Noun):
    """A plot for a care facility or institution."""

    __label__ = Text(zh="地块", en="plot of land")
    __measure__ = "宗"

    # fmt: off
    for_care_facility: bool | None = flag("照护服务设施用地", "for a care facility",
        ask=("{owner}是否用于建设照护服务设施？", "Is {owner} for a care facility?"))
    for_institution: bool | None = flag("照护服务机构用地", "for a care institution",
        ask=("{owner}是否用于建设照护服务机构？", "Is {owner} for a care institution?"))
    institution_profit_status: ProfitStatus | None = choice(
        ProfitStatus, "机构营利性质", "profit status of the institution",
        ask=("所建机构是营利性还是非营利性？", "Will the institution be for-profit or non-profit?"))
    inefficient_or_idle: bool | None = flag("低效或闲置土地", "inefficient or idle land",
        ask=("{owner}是否为低效或闲置土地？", "Is {owner} used inefficiently or lying idle?"))
    fits_allocation_catalogue: bool | None = flag(
        "符合《划拨用地目录》", "fits the allocation catalogue",
        ask=("{owner}是否符合《划拨用地目录》？",
            "Does {owner} fit the catalogue of allocated land?"))
    needs_new_quota: bool | None = flag("涉及新增建设用地指标", "needs quota of new building land",
        ask=("{owner}是否涉及新增建设用地指标？", "Does {owner} need quota of new building land?"))
    # fmt: on


@frozen(kw_only=True)
class Community(Noun):
    """A community, and the care it has."""

    __label__ = Text(zh="社区", en="community")

    # fmt: off
    kind: CommunityKind | None = choice(CommunityKind, "社区类型", "kind of community",
        ask=("{owner}是城镇社区还是农村社区？", "Is {owner} urban or rural?"))
    needs_care: bool | None = flag("有照护服务需要", "needs care services (a judgement)",
        ask=("{owner}是否有照护服务需要？", "Does {owner} need care services?"))
    care_facility: bool | None = flag("建有照护服务设施", "has a care facility", changeable=True,
        ask=("{owner}是否建有照护服务设施？", "Does {owner} have a care facility?"))
    facility_considers_migrants: bool | None = flag(
        "设施考虑随迁婴幼儿需求",
        "the facility takes account of infants who move in", changeable=True,
        ask=("照护服务设施是否考虑随迁婴幼儿的需求？",
            "Does the care facility take account of infants who move in?"))
    early_development_centre: bool | None = flag(
        "建有婴幼儿早期发展中心", "has an early development centre", changeable=True,
        ask=("{owner}是否建有婴幼儿早期发展中心？",
            "Does {owner} have an early development centre for infants?"))
    service_building_under_way: bool | None = flag(
        "正在规划或建设农村综合服务设施", "a rural service building is being planned or built",
        ask=("{owner}是否正在规划或建设农村综合服务设施？",
            "Is a rural service building being planned or built in {owner}?"))
    care_in_service_building: bool | None = flag(
        "在农村综合服务设施建设中统筹考虑",
        "care is planned into service buildings", changeable=True,
        ask=("建设农村综合服务设施时是否统筹考虑照护服务？",
            "Is care planned into the rural service building of {owner}?"))
    # fmt: on
