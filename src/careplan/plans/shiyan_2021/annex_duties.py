"""Annex 一, 三 and 四: what the conference, its office and each of the nineteen units are to do.

One row is one duty, in the printed order: clause, part, offices, whether they lead, modality,
title. An entry prints several duties; each has its own verb, which says how strongly it is
asked. 负责, 配合, 参与 and verbs without such a word (指导, 督促, 推动) ask outright, to help or
take part as well; where the verb is to support or guide towards (支持, 引导, 支持配合, 协调支持)
it is SHOULD, where it is 鼓励 it is ENCOURAGED. A unit leads only where 牵头 is printed.
"""

from careplan.base.text import Text
from careplan.documents.authorities.offices import named
from careplan.documents.authorities.tasks import Task
from careplan.documents.clauses import Modality
from careplan.plans.shiyan_2021.clauses import ENCOURAGED, MUST, SHOULD, C
from careplan.plans.shiyan_2021.offices import OFFICES

LEAD, ACTING = True, False

# fmt: off
ROWS: tuple[tuple[str, str, str, bool, Modality, str, str], ...] = (
    # 一
    ("a1.1", "coordinate", "联席会议", ACTING, MUST, "统筹全市照护服务工作", "coordinate care work in the whole city"),
    ("a1.1", "policy", "联席会议", ACTING, MUST, "拟定政策措施，向市政府建议", "draft policies and advise the city government"),
    ("a1.1", "guide", "联席会议", ACTING, MUST, "协调指导发展工作，明确分工", "coordinate and guide the work and settle who does what"),
    ("a1.1", "problems", "联席会议", ACTING, MUST, "及时解决重大问题", "settle major problems promptly"),
    ("a1.1", "alignment", "联席会议", ACTING, MUST, "衔接政策、对接工作，完善体系机制", "align policies and work, and improve the system"),
    ("a1.1", "press", "联席会议", ACTING, MUST, "督促县市区和成员单位履职", "press counties and members to do their duties"),
    ("a1.1", "report", "联席会议", ACTING, MUST, "及时通报进展", "report progress promptly"),
    ("a1.1", "assigned", "联席会议", ACTING, MUST, "办理市政府交办事项", "do what the city government assigns"),
    # 三
    ("a1.3.2", "convene", "联席会议办公室", ACTING, MUST, "办公室主任（或副召集人）召集专题会议", "the office's director, or a deputy convenor, calls thematic meetings"),
    ("a1.3.2", "attend", "成员单位", ACTING, MUST, "有关单位参加专题会议", "the units concerned attend thematic meetings"),
    ("a1.3.3", "chair", "联席会议办公室", ACTING, MUST, "办公室主任主持联络员会议", "the office's director chairs the meetings of liaison officers"),
    ("a1.3.3", "attend", "成员单位", ACTING, MUST, "联络员参会，提出议题、落实议定事项", "liaison officers attend, propose topics and follow up what was decided"),
    ("a1.3.4.a", "minutes", "联席会议", ACTING, MUST, "以纪要明确议定事项", "fix decisions in minutes"),
    ("a1.3.4.a", "refer", "市卫健委", ACTING, MUST, "把讨论过的重大事项报市政府", "refer major matters to the city government after discussion"),
    ("a1.3.4.a", "decide", "市人民政府", ACTING, MUST, "审定重大事项", "decide on major matters"),
    # 四
    ("a1.4.0.a", "office_work", "联席会议办公室", ACTING, MUST, "日常工作与组织、联络、协调", "daily work, organising, liaison and coordination"),
    ("a1.4.0.a", "host", "市卫健委", ACTING, MUST, "设置办公室并兼任主任", "host the office and provide its director"),
    ("a1.4.0.b", "", "成员单位", ACTING, MUST, "各派1名科室负责人任联络员", "each send one responsible person of the relevant section as liaison officer"),
    ("a1.4.0.c", "propose", "成员单位", ACTING, MUST, "提出成员和联络员的调整", "propose changes of members and liaison officers"),
    ("a1.4.0.c", "confirm", "联席会议办公室", ACTING, MUST, "确定人员调整", "confirm these changes"),
    ("a1.4.0.d", "", "市卫健委", ACTING, MUST, "为办公室代章", "stamp documents on the office's behalf"),

    ("a1.4.1", "register", "市委编办", ACTING, MUST, "审批登记两特区事业单位性质机构", "approve and register public institutions of care in the two special zones"),
    ("a1.4.1", "guide", "市委编办", ACTING, MUST, "指导县市区审批登记此类机构", "guide counties in approving and registering such institutions"),
    ("a1.4.1", "push", "市委编办", ACTING, MUST, "及时推送登记信息", "push registration data promptly to county health authorities"),
    ("a1.4.1", "support", "市委编办", ACTING, SHOULD, "扶助此类机构的举办", "support and guide the founding of such institutions"),

    ("a1.4.2", "planning", "市发改委", ACTING, MUST, "把照护服务列为民生工程写入规划", "take care into development planning as a matter of people's livelihood"),
    ("a1.4.2", "building", "市发改委", ACTING, SHOULD, "扶助机构和设施建设", "support the building of institutions and facilities"),
    ("a1.4.2", "demonstration", "市发改委", ACTING, SHOULD, "侧重示范机构和社区设施", "support demonstration institutions and community facilities first"),
    ("a1.4.2", "policy", "市发改委", ACTING, SHOULD, "协助落实行业扶持政策", "help other departments carry out policies for the sector"),
    ("a1.4.2", "credit", "市发改委", ACTING, SHOULD, "协助信用评价和失信惩戒", "help with credit rating of institutions and staff and with penalties"),

    ("a1.4.3", "integration", "市教育局", ACTING, MUST, "指导托幼一体化", "guide the integration of nursery and kindergarten"),
    ("a1.4.3", "management", "市教育局", ACTING, MUST, "托幼一体化的行业管理", "manage the sector in that integration"),
    ("a1.4.3", "public_kindergartens", "市教育局", ACTING, MUST, "指导公立园增加托班", "guide public kindergartens to offer more toddler classes"),
    ("a1.4.3", "private_kindergartens", "市教育局", ACTING, SHOULD, "扶助民办园开托班", "support private kindergartens in opening toddler classes"),
    ("a1.4.3", "training", "市教育局", ACTING, MUST, "照护人才培养培训", "educate and train people for care"),
    ("a1.4.3", "majors", "市教育局", ACTING, MUST, "指导市内院校按需设专业", "guide the city's universities and vocational schools to open care majors by demand"),
    ("a1.4.3", "graduates", "市教育局", ACTING, MUST, "加快专业人才培养", "speed up the education of specialists"),
    ("a1.4.3", "expert_pool", "市教育局", ACTING, SHOULD, "协助建专家库", "help other departments set up the pool of experts"),
    ("a1.4.3", "family_guidance", "市教育局", ACTING, SHOULD, "协助早期发展指导进家庭", "help give families guidance on early development"),

    ("a1.4.4", "guarding", "市公安局", ACTING, MUST, "督导人防、物防、技防", "press and guide institutions to guard by people, objects and technology"),
    ("a1.4.4", "norms", "市公安局", ACTING, MUST, "制订安防管理规范", "make norms for guarding"),
    ("a1.4.4", "order", "市公安局", ACTING, MUST, "治理机构及周边治安", "keep order in and around institutions"),
    ("a1.4.4", "guards", "市公安局", ACTING, MUST, "监管机构安保人员", "supervise the guards of institutions"),
    ("a1.4.4", "crime", "市公安局", ACTING, MUST, "打击侵害婴幼儿的犯罪", "fight crimes against infants in care"),

    ("a1.4.5", "registration", "市民政局", ACTING, MUST, "指导非营利机构法人登记", "guide counties in registering non-profit institutions as legal persons"),
    ("a1.4.5", "regulation", "市民政局", ACTING, MUST, "指导非营利机构规范管理", "guide counties in regulating them"),
    ("a1.4.5", "push", "市民政局", ACTING, MUST, "及时推送登记信息", "push registration data promptly to county health authorities"),
    ("a1.4.5", "risk", "市民政局", ACTING, MUST, "配合防范非营利社会服务机构风险", "help the competent units prevent risks of non-profit social service organisations"),
    ("a1.4.5", "planning", "市民政局", ACTING, MUST, "照护服务进社区服务规划", "take care into the planning of community services"),
    ("a1.4.5", "facilities", "市民政局", ACTING, MUST, "借社区综合设施拓展照护", "extend care in the communities' shared facilities"),
    ("a1.4.5", "private_providers", "市民政局", ACTING, SHOULD, "扶助社会力量进社区", "support and guide private providers in communities"),

    # 财政部门要利用现有资金: the main text (2.1.5.e) binds the same support.
    ("a1.4.6", "funds", "市财政局", ACTING, MUST, "以现有政策资金扶持行业", "support the sector with the policies and funds there are"),
    ("a1.4.6", "running_costs", "市财政局", ACTING, MUST, "日常管理经费保障", "secure the working costs of daily service management"),

    ("a1.4.7", "leave", "市人社局", LEAD, MUST, "推动落实产休假政策", "push the policies on maternity leave"),
    ("a1.4.7", "return_to_work", "市人社局", ACTING, MUST, "帮助父母重返岗位", "give parents who return to work job guidance and support"),
    ("a1.4.7", "training_plan", "市人社局", ACTING, MUST, "从业人员进培训计划", "take care workers into the vocational training plan"),
    ("a1.4.7", "subsidies", "市人社局", ACTING, MUST, "落实培训和鉴定两项补贴", "pay the subsidies for training and skill appraisal as rules provide"),
    ("a1.4.7", "rights", "市人社局", ACTING, MUST, "保障从业人员权益", "protect the lawful rights of care workers"),
    ("a1.4.7", "talent_policy", "市人社局", ACTING, MUST, "指导制订技能人才政策", "guide the departments concerned in policies on skilled people: plans, training, rewards and penalties"),

    ("a1.4.8", "planning", "市自然资源和规划局", ACTING, MUST, "指导县市区把建设用地纳入规划", "guide counties to plan land for care institutions and facilities"),
    ("a1.4.8", "services", "市自然资源和规划局", ACTING, MUST, "做好土地管理服务", "serve them in matters of land"),
    ("a1.4.8", "quota", "市自然资源和规划局", ACTING, MUST, "新增用地指标优先安排", "arrange new land quota for them first"),
    ("a1.4.8", "priority", "市自然资源和规划局", ACTING, MUST, "设施和非营利机构用地优先保障", "secure land of facilities and non-profit institutions first"),

    ("a1.4.9", "construction", "市住建局", ACTING, MUST, "督促县市区监管设施建设", "press county authorities to supervise the building of facilities by law"),
    ("a1.4.9", "codes", "市住建局", ACTING, MUST, "严格执行建设规范标准", "apply building codes and standards strictly"),
    ("a1.4.9", "fire_rules", "市住建局", ACTING, MUST, "落实消防设计审验规定", "apply the rules on fire design review and acceptance"),
    ("a1.4.9", "fire_review", "市住建局", ACTING, MUST, "机构设施消防设计审验", "review and accept the fire design of institutions"),

    ("a1.4.10", "members", "市卫健委", ACTING, MUST, "协调督促成员单位", "coordinate the members and press them to do their duties"),
    ("a1.4.10", "decisions", "市卫健委", ACTING, MUST, "落实联席会议决定", "carry out the conference's decisions"),
    ("a1.4.10", "policy", "市卫健委", ACTING, MUST, "联合拟订政策", "draft policies with the departments concerned"),
    ("a1.4.10", "analysis", "市卫健委", ACTING, MUST, "联合分析形势", "analyse the situation with them"),
    ("a1.4.10", "publication", "市卫健委", ACTING, MUST, "联合发布信息", "publish information with them"),
    ("a1.4.10", "problems", "市卫健委", ACTING, MUST, "协调其他重大问题", "settle other major problems"),
    ("a1.4.10", "expert_pool", "市卫健委", LEAD, MUST, "建专家库", "set up the pool of experts"),
    ("a1.4.10", "family_guidance", "市卫健委", ACTING, MUST, "早期发展指导进家庭", "give families guidance on early development"),
    ("a1.4.10", "public_health", "市卫健委", ACTING, MUST, "基本公共卫生服务", "basic public health service"),
    ("a1.4.10", "mother_infant_rooms", "市卫健委", ACTING, MUST, "推进母婴设施建设", "speed up the building of mother-infant facilities"),
    ("a1.4.10", "private_providers", "市卫健委", ACTING, SHOULD, "扶助社会力量进社区", "support and guide private providers in communities"),
    ("a1.4.10", "medical_institutions", "市卫健委", ACTING, ENCOURAGED, "倡导医疗机构设照护场所", "encourage medical institutions to set up places of care"),
    ("a1.4.10", "technical_support", "市卫健委", ACTING, MUST, "指导保健和疾控技术", "give technical guidance on hygiene and disease control"),
    ("a1.4.10", "inspection", "市卫健委", ACTING, MUST, "检查饮水卫生和传染病防控", "inspect drinking water and infectious disease control by law"),
    ("a1.4.10", "supervision", "市卫健委", LEAD, MUST, "组织成员单位指导监管机构", "organise the members' guidance and supervision of institutions"),

    ("a1.4.11", "contingency_plans", "市应急管理局", ACTING, MUST, "督导建立应急预案", "press and guide institutions to have accident contingency plans"),
    ("a1.4.11", "drills", "市应急管理局", ACTING, MUST, "指导应急演练", "guide emergency drills"),

    ("a1.4.12", "", "市税务局", ACTING, MUST, "落实税收减免", "apply the tax relief that supports care"),

    # One duty: whether carrying out means to register oneself is a reading (city_registers).
    ("a1.4.13", "registration", "市行政审批局", ACTING, MUST, "实施并指导集中许可地区两类机构登记", "carry out and guide registration of for-profit and non-profit institutions where licensing is concentrated"),
    ("a1.4.13", "push", "市行政审批局", ACTING, MUST, "及时推送登记信息", "push registration data promptly to county health authorities"),

    ("a1.4.14", "registration", "市市场监管局", ACTING, MUST, "实施并指导营利机构审批登记", "carry out and guide approval and registration of for-profit institutions"),
    ("a1.4.14", "push", "市市场监管局", ACTING, MUST, "及时推送登记信息", "push registration data promptly to county health authorities"),
    ("a1.4.14", "food_safety", "市市场监管局", ACTING, MUST, "指导食品安全监管", "guide counties in supervising food safety"),
    ("a1.4.14", "conduct", "市市场监管局", ACTING, MUST, "监管日常经营", "supervise day-to-day business more strictly"),
    ("a1.4.14", "unlawful_business", "市市场监管局", ACTING, MUST, "查处违法经营", "investigate and punish unlawful business"),
    ("a1.4.14", "inclusive_care", "市市场监管局", ACTING, SHOULD, "协助扶助社会力量办普惠照护", "help support private providers of inclusive care"),
    ("a1.4.14", "private_providers", "市市场监管局", ACTING, SHOULD, "协助引导社会力量进社区", "help guide private providers into communities"),
    ("a1.4.14", "charges", "市市场监管局", ACTING, MUST, "依法监管收费", "supervise charges by law"),

    ("a1.4.15", "employers", "市总工会", ACTING, MUST, "促进单位办福利性照护", "promote welfare care by employers"),
    ("a1.4.15", "medical_institutions", "市总工会", ACTING, SHOULD, "扶助医疗机构设照护场所", "support medical institutions in setting up places of care"),
    ("a1.4.15", "rights", "市总工会", ACTING, MUST, "维护职工权益", "protect the lawful rights of employees"),
    ("a1.4.15", "survey", "市总工会", ACTING, MUST, "调研职工照护需求", "survey what care employees need"),
    ("a1.4.15", "leave", "市总工会", ACTING, MUST, "配合落实产假和护理假", "help the departments carry out maternity and care leave"),
    # The sentence has no verb for these two; 四（十七） prints it for the same things.
    ("a1.4.15", "employer_rooms", "市总工会", ACTING, MUST, "女职工较多单位的母婴室和照护点", "mother-infant rooms and care points of employers with many female employees"),
    ("a1.4.15", "public_places", "市总工会", ACTING, MUST, "公共场所无障碍和母婴设施建设改造", "building and altering barrier-free and mother-infant facilities of public places"),

    ("a1.4.16", "education", "团市委", ACTING, MUST, "面向青年宣传教育", "inform and educate young people about infant care"),
    ("a1.4.16", "ethics", "团市委", ACTING, MUST, "推动从业人员职业道德建设", "promote the professional ethics of care workers"),
    ("a1.4.16", "volunteers", "团市委", ACTING, MUST, "社区照护进健康志愿试点", "take community care into the pilot of community health volunteering"),

    ("a1.4.17", "employers", "市妇联", ACTING, MUST, "促进单位办福利性照护", "promote welfare care by employers"),
    ("a1.4.17", "family_guidance", "市妇联", ACTING, MUST, "参与家庭育儿指导", "take part in guidance of families"),
    ("a1.4.17", "leave", "市妇联", ACTING, MUST, "配合落实产假和护理假", "help the departments carry out maternity and care leave"),
    ("a1.4.17", "social_supervision", "市妇联", ACTING, MUST, "社会监督", "social supervision"),
    ("a1.4.17", "ethics", "市妇联", ACTING, MUST, "女性从业人员职业道德宣传", "publicise professional ethics among women who work in care"),
    ("a1.4.17", "rights", "市妇联", ACTING, MUST, "女性从业人员维权", "help them defend their rights"),
    ("a1.4.17", "employer_rooms", "市妇联", ACTING, MUST, "推动女职工较多单位的母婴室和照护点", "get departments to see to mother-infant rooms and care points of employers with many female employees"),
    ("a1.4.17", "public_places", "市妇联", ACTING, MUST, "推动公共场所无障碍和母婴设施建设改造", "get departments to see to barrier-free and mother-infant facilities of public places"),

    ("a1.4.18", "inspection", "市消防救援支队", ACTING, MUST, "照护场所消防监督检查", "inspect the fire safety of places of care by law"),
    ("a1.4.18", "awareness", "市消防救援支队", ACTING, MUST, "推动机构增强消防意识", "get institutions to be more aware of fire safety"),

    ("a1.4.19", "education", "市计划生育协会", ACTING, MUST, "参与宣传教育", "take part in publicity and education"),
    ("a1.4.19", "social_supervision", "市计划生育协会", ACTING, MUST, "参与社会监督", "take part in social supervision"),
    ("a1.4.19", "services", "市计划生育协会", ACTING, MUST, "多渠道参与照护服务", "take part in care in many ways"),
)
# fmt: on

TASKS = tuple(
    Task(
        clause=C[number],
        part=part,
        title=Text(zh=zh, en=en),
        modality=modality,
        lead=named(OFFICES, offices) if leads else (),
        acting=() if leads else named(OFFICES, offices),
    )
    for number, part, offices, leads, modality, zh, en in ROWS
)
