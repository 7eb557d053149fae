"""Chapter 三（一） to （三）: families, public places, communities, employers, kindergarten classes.

Who is to do it stands at the head of some sentences: that is a task beside their rule or benefit.
"""

from careplan import writing as w
from careplan.criteria.nodes import all_of, any_of, not_
from careplan.criteria.proxies import among, facts, has, some
from careplan.documents.chapters import places
from careplan.nouns.care.institutions import Institution, ServiceMode, Setting
from careplan.nouns.estates import Kindergarten
from careplan.nouns.facilities import Employer, Room, RoomUse, Venue, VenueCategory
from careplan.plans.dawa_2023.ch1_2_goals import EMPLOYERS
from careplan.plans.dawa_2023.offices import by_list

employer, room, venue = facts(Employer), facts(Room), facts(Venue)
kindergarten, institution = facts(Kindergarten), facts(Institution)

EMPLOYER_ROOMS = w.question(
    "employer_rooms", "3.1.2.b",
    "用人单位须设三种房间，还是其中一种即可",
    "Does an employer owe all three kinds of room, or any one of them?",
    all_three=("三种都设", "all three"),
    any_one=("设其中一种即可", "any one of them"),
)  # fmt: skip
PLACE_LIST = w.question(
    "place_list", "3.1.2.d",
    "场所清单以“等”收尾，是否限于所列", "The list of places ends in 'and so on': is it closed?",
    closed=("限于所列", "only the kinds listed"),
    open=("未列场所由主管部门认定", "other places too, if the authority holds them to be of that kind"),
)  # fmt: skip
EMPLOYER_CARE = w.question(
    "employer_care", "3.3.1.a",
    "本句用“要”，下一句对同类单位用“鼓励”：单位是否必须办普惠照护",
    "This sentence says employers must, the next only encourages those of them with many "
    "young workers: does the first bind?",
    # If every employer were bound, nothing would be left to encourage in those with most
    # need of it; "actively" and "of suitable size" name no measure and no date either.
    advice=("不约束，与下一句同为倡导", "no: advice, as the next one"),
    binds=("约束所列三类单位", "yes: it binds the three kinds it lists"),
)  # fmt: skip
QUESTIONS = (EMPLOYER_ROOMS, PLACE_LIST, EMPLOYER_CARE)

# The lists that also answer for sentences without a subject.
LEAVE = "区人力资源社会保障局 区总工会 区妇联"
FACILITIES = "区卫生健康局 区发展改革局 区住房城乡建设局 市公安局大洼分局 区总工会 区妇联"
GUIDANCE = "区卫生健康局 区委宣传部 区教育局 区总工会 团区委 区妇联"
COMMUNITY_CARE = "区发展改革局 区财政局 区卫生健康局 区住房城乡建设局"
SHARING = "区民政局 区教育局 区卫生健康局 区妇联"
VOLUNTEERS = "区民政局 区卫生健康局 区教育局 团区委 区妇联"
CONSORTIA = "区教育局 区民政局 区人力资源社会保障局 区卫生健康局"

HAS_NURSERY = some(employer.rooms, has(room.use, RoomUse.NURSERY))
HAS_LACTATION_ROOM = some(employer.rooms, has(room.use, RoomUse.LACTATION))
HAS_SPECIAL_CARE_ROOM = some(employer.rooms, has(room.use, RoomUse.SPECIAL_CARE))
PRINTED = {
    VenueCategory.STATION,
    VenueCategory.SHOP,
    VenueCategory.HOSPITAL,
    VenueCategory.CULTURE_OR_TOURISM,
}
LISTED = places.of_kinds(venue.category, PRINTED, venue.treated_as_listed)
LISTED_OR_LIKE = places.of_kinds(venue.category, PRINTED, venue.treated_as_listed, open_list=True)
# A room for the public's mothers and infants (母婴室), and a care room (母婴关爱室) is one by its
# name. Rooms for an employer's own staff are not, a mummy hut among them, unless they serve as
# such as well; a room of which nobody says what it is for may be one.
FOR_MOTHERS_AND_INFANTS = any_of(
    has(room.use, RoomUse.MOTHER_AND_BABY), has(room.use, RoomUse.CARE_ROOM)
)

OFFERS_INCLUSIVE_CARE = all_of(employer.offers_care, employer.care_is_inclusive)
ONLY_ENCOURAGED = w.Text(
    zh="按此理解，下一句对同类单位只作鼓励，本句不另加约束",
    en="under this reading the next sentence only encourages such employers, so this one does",
)
# Private providers that work from a community.
IN_COMMUNITY = all_of(institution.run_by_social_forces, institution.setting == Setting.COMMUNITY)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    # Said once, for this list and all that follow: see `by_list`.
    w.clause("3.0.leadrule", "三（一）1", w.FACT, "责任单位名单的首位为牵头单位，各项通用",
        "In every list of responsible units the first one is the lead unit, here and in all later items; towns always carry territorial responsibility.",
        w.term("牵头单位：责任单位名单的第一位；各镇街负属地责任",
            "lead: the first of a list of units; towns answer for their territory")),

    w.clause("3.1.1.a", "三（一）1", w.MUST, "依法落实产休假政策",
        "The policy on maternity-rest leave is applied in full and lawfully.",
        by_list(LEAVE), title=("依法落实产休假政策", "apply the policy on maternity leave")),
    w.clause("3.1.1.b", "三（一）1", w.MUST, "用人单位以灵活方式便利家庭照护",
        "Employers use flexible ways to ease care in families with infants.",
        w.duty(requires=employer.eases_care),
        w.task(acting="用人单位"), title=("用人单位灵活便利家庭照护", "employers ease care in families")),
    w.clause("3.1.1.c", "三（一）1", w.MUST, "保障脱产照护的父母重返岗位并帮助就业",
        "Parents who left work to care keep the right to return; they get information, job guidance and vocational training, and flexible employment is encouraged.",
        by_list(LEAVE, ("保障脱产父母重返岗位和就业",
            "protect the return to work of parents who left it to care, and help them find work"), part="return"),
        by_list(LEAVE, ("鼓励灵活多样的就业方式", "encourage flexible work of many forms"),
            part="flexible_work", modality=w.ENCOURAGED)),
    w.clause("3.1.1.resp", "三（一）1", w.MUST, "休假与就业：牵头1家、配合2家",
        "Assigns leave policy and re-employment; lead: human resources authority; supporting: trade union, women's federation.",
        by_list(LEAVE), title=("休假与就业分工", "leave policy and re-employment: who leads and supports")),

    w.clause("3.1.2.a", "三（一）2", w.MUST, "提供六类婴幼儿健康服务",
        "Provide basic public health and maternal-child care: newborn visits, nutrition, growth, immunisation, protection, disease control.",
        by_list(FACILITIES), title=("提供六类婴幼儿健康服务", "health services for mothers and infants")),
    # Every employer: no head count, no area.
    w.clause("3.1.2.b", "三（一）2", w.MUST, "用人单位设置育婴室、哺乳室、关爱室",
        "Employers set up nursery, lactation and special-care rooms for women workers.",
        w.duty(requires=w.choose(EMPLOYER_ROOMS,
            all_three=all_of(HAS_NURSERY, HAS_LACTATION_ROOM, HAS_SPECIAL_CARE_ROOM),
            any_one=any_of(HAS_NURSERY, HAS_LACTATION_ROOM, HAS_SPECIAL_CARE_ROOM))),
        w.task(acting="用人单位"), title=("单位设置育婴室、哺乳室等", "rooms for women workers")),
    w.clause("3.1.2.c", "三（一）2", w.MUST, "按规定弹性安排哺乳时间",
        "Breastfeeding time is arranged flexibly as rules provide.",
        w.duty(requires=employer.breastfeeding_time),
        w.task(acting="用人单位"), title=("按规定弹性安排哺乳时间", "flexible breastfeeding time")),
    # No area is stated, and what basic equipment is: a declared fact.
    w.clause("3.1.2.d", "三（一）2", w.MUST, "有母婴停留的公共场所设置母婴室",
        "Stations, shops, hospitals and cultural or tourist places where mothers and infants stay generally set up a mother-infant room with basic equipment.",
        w.duty(
            applies=w.choose(PLACE_LIST,
                closed=all_of(LISTED, venue.mothers_and_infants_stay),
                open=all_of(LISTED_OR_LIKE, venue.mothers_and_infants_stay)),
            requires=some(venue.rooms, all_of(FOR_MOTHERS_AND_INFANTS, room.basic_equipment)),
            otherwise=w.Otherwise(when=not_(LISTED), text=places.NOT_LISTED)),
        by_list(FACILITIES, ("推进公共场所的母婴设施",
            "advance facilities for mothers and infants in public places"), part="facilities")),
    w.clause("3.1.2.resp", "三（一）2", w.MUST, "公共服务与母婴设施：牵头1家、配合5家",
        "Assigns public service and mother-infant facilities; lead: health authority; supporting: development and reform authority, housing and construction authority, public security authority, trade union, women's federation.",
        by_list(FACILITIES), title=("公共服务与母婴设施分工", "public service and mother-infant facilities: who leads and supports")),

    w.clause("3.1.3.a", "三（一）3", w.MUST, "通过多种渠道宣传育儿知识",
        "Parenting knowledge is spread by broadcast, television, notice boards, internet and existing platforms.",
        by_list(GUIDANCE), title=("多渠道宣传育儿知识", "spread parenting knowledge")),
    # 各级: the district's own is one of them.
    w.clause("3.1.3.b", "三（一）3", w.MUST, "开展公益性家庭育儿指导",
        "Public-benefit guidance to families through visits, parent-child activities, classes, lectures and advice.",
        by_list(GUIDANCE, acting="各级妇幼保健机构 区妇幼保健机构 社区卫生服务中心(站) 婴幼儿照护服务机构"),
        title=("公益性家庭育儿指导", "guidance for families, free of profit")),
    w.clause("3.1.3.c", "三（一）3", w.MUST, "照护资源向农村下沉",
        "Rural care is advanced by moving resources, services and management down to town and village.",
        by_list(GUIDANCE), title=("农村照护资源下沉", "move care resources to the villages")),
    w.clause("3.1.3.resp", "三（一）3", w.MUST, "宣传指导：牵头1家、配合5家",
        "Assigns publicity and guidance; lead: health authority; supporting: publicity department, education authority, trade union, youth league, women's federation.",
        by_list(GUIDANCE), title=("宣传指导分工", "publicity and guidance: who leads and supports")),

    # "A batch": no number. Who builds them is said by the list of the item.
    w.clause("3.2.1.a", "三（二）1", w.MUST, "新建、改扩建社区照护设施",
        "Community facilities (embedded, distributed, chain, specialised) are built or rebuilt with subsidy, sector guidance and private input, to give safe inclusive care.",
        w.target("community_facilities",
            ("新建、改扩建社区照护服务设施", "community facilities built or rebuilt"),
            w.Measure.WORDS, value=None, due=None),
        by_list(COMMUNITY_CARE), title=("新建、改扩建社区照护设施", "build and rebuild community facilities")),
    w.clause("3.2.1.b", "三（二）1", w.SHOULD, "形成多元参与的市场格局",
        "Gathers social forces into a diverse market.",
        w.declined("描述期望的市场格局，未定谁做何事",
            "the market that is hoped for; neither an actor nor an act")),
    # "Support and guide", said here and in 三（二）2: no measure, so nobody can claim it.
    w.clause("3.2.1.c", "三（二）1", w.MUST, "支持社会力量进社区办照护服务",
        "Governments create conditions and use forms such as publicly built and privately run to support community providers.",
        w.benefit(part="support", condition=IN_COMMUNITY, owed_by="各级政府", modality=w.SHOULD),
        w.task(acting="各级政府"), title=("支持社会力量进社区", "support community providers")),
    w.clause("3.2.1.resp", "三（二）1", w.MUST, "社区照护扶持：牵头1家、配合3家",
        "Assigns support for community care; lead: development and reform authority; supporting: finance authority, health authority, housing and construction authority.",
        by_list(COMMUNITY_CARE), title=("社区照护扶持分工", "support for community care: who leads and supports")),
    w.clause("3.2.2", "三（二）2", w.MUST, "盘活社区资源、共建共享，扶持社会力量",
        "Community centres, health stations, children's homes, kindergartens and primary schools are used to extend care and share public health resources; private providers in communities are supported and guided.",
        w.benefit(part="support", condition=IN_COMMUNITY, owed_by=SHARING, modality=w.SHOULD),
        by_list(SHARING), title=("盘活社区资源、实现共建共享", "share the resources of communities")),
    w.clause("3.2.2.resp", "三（二）2", w.MUST, "公共资源共享：牵头1家、配合3家",
        "Assigns shared public resources; lead: civil affairs authority; supporting: education authority, health authority, women's federation.",
        by_list(SHARING), title=("公共资源共享分工", "shared public resources: who leads and supports")),
    w.clause("3.2.3", "三（二）3", w.MUST, "培育志愿者队伍，与有需要的家庭结对",
        "Volunteer teams, among them retired cadres, party members, teachers and health workers, are paired with families in need through the community or village.",
        by_list(VOLUNTEERS), title=("培育志愿队伍、结对帮扶", "volunteers paired with families")),
    w.clause("3.2.3.resp", "三（二）3", w.MUST, "志愿服务：牵头1家、配合4家",
        "Assigns volunteer services; lead: civil affairs authority; supporting: health authority, education authority, youth league, women's federation.",
        by_list(VOLUNTEERS), title=("志愿服务分工", "volunteer services: who leads and supports")),

    w.clause("3.3.1.a", "三（三）1", w.MUST, "用人单位挖掘资源或建设普惠机构",
        "Employers use or build capacity of suitable size for inclusive care of their staff's children.",
        *(
            w.duty(under=(EMPLOYER_CARE, option), applies=among(employer.kind, EMPLOYERS),
                requires=OFFERS_INCLUSIVE_CARE, advisory=advisory)
            for option, advisory in (("advice", ONLY_ENCOURAGED), ("binds", None))
        ),
        w.task(acting="机关、企事业单位"), title=("用人单位挖潜兴建普惠机构", "inclusive care at employers")),
    # Alone or jointly, at work or near it; social organisations too, so any kind of employer.
    w.clause("3.3.1.b", "三（三）1", w.ENCOURAGED, "鼓励单独或联合举办普惠照护",
        "Encourages social organisations and large employers with many young workers to offer inclusive care at or near work, alone or jointly.",
        w.duty(applies=employer.young_workers_concentrated, requires=OFFERS_INCLUSIVE_CARE),
        w.task(acting="社会组织 用人单位"), title=("鼓励单独或联合办普惠照护", "inclusive care, alone or jointly")),
    # Leave to take in neighbours' children; which conditions is not said.
    w.clause("3.3.1.c", "三（三）1", w.MAY, "有条件的可对附近居民开放",
        "Such services may open to nearby residents where conditions allow.",
        w.benefit(condition=all_of(employer.offers_care, employer.conditions_allow))),
    w.clause("3.3.1.resp", "三（三）1", w.MUST, "普惠机构：牵头1家、配合3家",
        "Assigns inclusive institutions; lead: trade union; supporting: youth league, civil affairs authority, development and reform authority.",
        by_list("区总工会 团区委 区民政局 区发展改革局"), title=("普惠机构分工", "inclusive institutions: who leads and supports")),
    w.clause("3.3.2.a", "三（三）2", w.SHOULD, "探索托育联合体",
        "Explores nursery consortia that pair kindergartens' management and staff with new institutions.",
        by_list(CONSORTIA), title=("探索托育联合体", "explore nursery consortia")),
    # The list ends in "and so on", hence OTHER.
    w.clause("3.3.2.b", "三（三）2", w.MAY, "机构可提供四种服务形式",
        "Institutions may offer full-day, half-day, hourly, temporary and other modes of care.",
        w.term("机构可提供的照护形式", "modes of care an institution may offer",
            criterion=any_of(*(has(institution.service_modes, mode) for mode in ServiceMode)))),
    w.clause("3.3.2.resp", "三（三）2", w.MUST, "托育联合体：牵头1家、配合3家",
        "Assigns nursery consortium; lead: education authority; supporting: civil affairs authority, human resources authority, health authority.",
        by_list(CONSORTIA), title=("托育联合体分工", "nursery consortium: who leads and supports")),
    w.clause("3.3.3.a", "三（三）3", w.ENCOURAGED, "鼓励幼儿园开设2至3岁托班",
        "Encourages kindergartens able to do so to open classes for children aged two to three with existing resources.",
        w.encoded_with("2.1.3"),
        w.duty(applies=kindergarten.conditions_allow, requires=kindergarten.toddler_class)),
    w.clause("3.3.3.b", "三（三）3", w.ENCOURAGED, "鼓励新建幼儿园设置适当比例的托班",
        "Encourages new kindergartens to provide a suitable share of toddler classes by the rules.",
        w.duty(applies=kindergarten.new, requires=all_of(kindergarten.toddler_class, kindergarten.suitable_share))),
    # Public and private alike: no kindergarten is left out.
    w.clause("3.3.3.c", "三（三）3", w.ENCOURAGED, "鼓励通过改扩建增加普惠供给",
        "Encourages conversion and extension to add inclusive care capacity.",
        w.duty(requires=kindergarten.adds_inclusive_places)),
    w.clause("3.3.3.resp", "三（三）3", w.MUST, "幼儿园托班：牵头1家、配合3家",
        "Assigns toddler classes; lead: education authority; supporting: development and reform authority, finance authority, housing and construction authority.",
        by_list("区教育局 区发展改革局 区财政局 区住房城乡建设局"), title=("幼儿园托班分工", "toddler classes: who leads and supports")),
)
# fmt: on
