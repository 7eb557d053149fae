"""Chapter 四: families, communities, forms of care, institutions in order, and who does what.

Who leads is who the text says leads (牵头). A sentence without a subject goes with that of the
sentence before it in its paragraph; where there is none, the task has no offices and its title
says so. Names are as printed, in the printed order; 等 stands for a list the text leaves open.
"""

from careplan import writing as w
from careplan.criteria.nodes import all_of
from careplan.criteria.proxies import facts, has
from careplan.nouns.bodies import Body
from careplan.nouns.care.institutions import Disclosure, HealthSystem, Institution
from careplan.nouns.care.people import Child
from careplan.nouns.estates import Kindergarten, ResidentialArea
from careplan.nouns.facilities import Employer

institution, employer, child = facts(Institution), facts(Employer), facts(Child)
area, kindergarten = facts(ResidentialArea), facts(Kindergarten)

TODDLER_AGE = w.question(
    "toddler_age", "4.3.c",
    "“2至3岁”是否包括已满3岁的幼儿",
    "Does 'aged two to three' take in children who have turned three?",
    under_three=("不满3周岁", "until the third birthday"),
    three_too=("包括3岁，不满4周岁", "three-year-olds too"),
)  # fmt: skip
HEALTH_SYSTEMS = w.question(
    "health_systems", "4.4.c",
    "“卫生保健”与“健康检查”之间没有标点，是一项制度还是两项",
    "Health care and health check stand unseparated: one system or two?",
    one=("一项（健康检查），共五项", "one (health checks), five in all"),
    two=("两项，共六项", "two, six in all"),
)  # fmt: skip
NINE_DEPARTMENTS = w.question(
    "nine_departments", "4.5.2.a 4.5.2.b",
    "“会同”九部门是只管查处，还是也管日常监管",
    "Do the nine departments join the handling of violations only, or supervision too?",
    violations=("只管查处（按语序）", "violations only, by word order"),
    supervision_too=("日常监管也会同", "daily supervision as well"),
)  # fmt: skip

LAW_CITED = w.declined(
    "所列法规的文本不在本文件内；要落实的事项见其后的假期条款",
    "the law cited is another text; what it is to bring about is in the clause on leave",
)
FIVE_SYSTEMS = all_of(
    has(institution.health_systems, HealthSystem.HEALTH_CHECK),
    has(institution.health_systems, HealthSystem.HYGIENE_AND_DISINFECTION),
    has(institution.health_systems, HealthSystem.INFECTIOUS_DISEASE),
    has(institution.health_systems, HealthSystem.COMMON_DISEASE),
    has(institution.health_systems, HealthSystem.FOOD_SAFETY),
)
TOWNS = "街道办事处 镇人民政府"
NINE = "教育 公安 民政 人力社保 住房城乡建设 卫生健康 应急管理 市场监管 消防救援 等"

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("4.1.basis.1", "四（一）", w.MUST, "执行依据：人口与计划生育法",
        "Cites the national population and family planning law as the law to carry out.",
        LAW_CITED),
    w.clause("4.1.basis.2", "四（一）", w.MUST, "执行依据：女职工劳动保护规定",
        "Cites the special rules on labour protection of female employees as the law to carry out.",
        LAW_CITED),
    w.clause("4.1.basis.3", "四（一）", w.MUST, "执行依据：人口与计划生育条例（天津市）",
        "Cites Tianjin's population and family planning regulations as the law to carry out.",
        LAW_CITED),
    w.clause("4.1.basis.4", "四（一）", w.MUST, "执行依据：妇女权益保障条例（天津市）",
        "Cites Tianjin's regulations on women's rights as the law to carry out.",
        LAW_CITED),
    # Here, in 4.1.c and in 4.2.c the sentence has no subject, and none stands before it. Whom
    # the leave laws bind is not said here.
    w.clause("4.1.a", "四（一）", w.MUST, "落实产假、护理假、哺乳假，未写由谁承担",
        "Maternity, care and breastfeeding leave are applied in full and women's work rights are protected; nobody is named for it.",
        w.task(("落实三种假期、保障妇女就业劳动权益（未写由谁承担）",
            "three kinds of leave are applied and women's work rights protected (nobody is named for it)"))),
    w.clause("4.1.b", "四（一）", w.MUST, "医疗卫生机构提供六类服务",
        "Health institutions offer six kinds of service to families under medical rules.",
        w.task(acting="医疗保健机构"), title=("医疗机构提供六类服务", "six health services for families")),
    # Nor who guides families (beside government and society at large, in 三（一）).
    w.clause("4.1.c", "四（一）", w.MUST, "入户、亲子、网络育儿指导，未写由谁承担",
        "Families get early development guidance by visits, activities and online means; nobody is named for it.",
        w.task(("入户、亲子、网络育儿指导（未写由谁承担）",
            "families are guided by visits, activities and online means (nobody is named for it)"))),

    # No ratio is given, and no rule on acceptance or handing over.
    w.clause("4.2.a", "四（二）", w.MUST, "新建居住区结合幼儿园建设情况配建照护设施",
        "New residential areas plan and build care and safety facilities to national and city standards, fitted to kindergarten provision.",
        w.duty(applies=area.new, requires=all_of(
            area.care_facility_planned,
            area.safety_facility_planned,
            area.meets_standards,
            area.fits_kindergarten_provision))),
    # Who guides the towns is said in 四（五）1; what they are guided to do is theirs.
    w.clause("4.2.b", "四（二）", w.MUST, "指导街镇把照护纳入社区服务",
        "Towns are guided to put care into community services and to lay out places sensibly.",
        w.task(("指导街镇开展社区照护服务", "guides the towns in care as a community service"),
            part="guidance", acting="区人民政府"),
        w.task(("纳入社区服务、布局场所设施",
            "put care into community services and lay out places and play facilities sensibly"),
            part="towns", acting="街镇")),
    w.clause("4.2.c", "四（二）", w.MUST, "以网格化管理推动资源下沉，未写由谁承担",
        "Grid management moves resources, services and management down to communities; nobody is named for it.",
        w.task(("以网格化推动资源、服务、管理下沉社区（未写由谁承担）",
            "grid management brings resources, services and management down to communities (nobody is named for it)"))),

    w.clause("4.3.a", "四（三）", w.MUST, "工会推动用人单位提供福利性照护",
        "Trade unions promote welfare care by employers.",
        w.task(acting="工会组织"), title=("工会推动用人单位福利性照护", "trade unions promote welfare care")),
    w.clause("4.3.b", "四（三）", w.ENCOURAGED, "鼓励用人单位办福利性照护机构",
        "Encourages employers to run welfare institutions for their staff; they may open to neighbours where conditions allow.",
        w.duty(requires=employer.runs_care_institution),
        # 可: a permission, of which nobody falls short.
        w.benefit(part="open_to_neighbours", modality=w.MAY,
            condition=all_of(employer.runs_care_institution, employer.conditions_allow)),
        # The rule on the employer advises it; that employers are encouraged is said to them all.
        w.task(("兴办面向职工的福利性机构",
            "run a welfare institution for the children of their staff"), acting="用人单位")),
    w.clause("4.3.c", "四（三）", w.ENCOURAGED, "鼓励幼儿园开办2至3岁托班",
        "Encourages public and private kindergartens able to do so to open classes for children aged two to three.",
        w.duty(applies=kindergarten.conditions_allow, requires=kindergarten.toddler_class),
        w.term("2至3岁的幼儿", "children aged two to three", part="age",
            criterion=w.choose(TODDLER_AGE,
                under_three=all_of(child.age_months >= 24, child.age_months < 36),
                three_too=all_of(child.age_months >= 24, child.age_months < 48)))),
    w.clause("4.3.d", "四（三）", w.SHOULD, "探索通过改扩建增设托班",
        "Explores converting and extending kindergartens to add toddler-class capacity.",
        w.declined("只是探索，没有主体和尺度；开设托班见前一句",
            "to be explored: nobody is named and nothing measured; the class itself is in 4.3.c")),
    w.clause("4.3.e", "四（三）", w.SHOULD, "支持、引导社会力量办机构",
        "Supports private providers of care institutions.",
        w.benefit(condition=institution.run_by_social_forces)),

    w.clause("4.4.a", "四（四）", w.MUST, "四个部门按天津市细则办理登记和备案",
        "Staffing, civil affairs, market regulation and health authorities do registration and filing as Tianjin's rules provide.",
        w.registration(
            unassigned=(Body.STAFFING, Body.CIVIL_AFFAIRS, Body.MARKET_REGULATION),
            filing_office=Body.HEALTH,
            deferred_to="天津市促进3岁以下婴幼儿照护服务发展实施细则"),
        title=("依天津市细则登记备案", "registration and filing by Tianjin's rules")),
    w.clause("4.4.b", "四（四）", w.MUST, "加强安全生产、消防、治安的指导和检查",
        "Safety at work, fire and public order in institutions are guided and checked more closely.",
        w.task(acting="相关职能部门"), title=("加强安全、消防、治安检查", "check safety, fire and public order")),
    w.clause("4.4.c", "四（四）", w.MUST, "督促机构落实五项卫生和食品安全制度",
        "Departments see that institutions have systems for health checks, hygiene and disinfection, infectious disease, common disease and food safety.",
        w.duty(requires=w.choose(HEALTH_SYSTEMS,
            one=FIVE_SYSTEMS,
            two=all_of(FIVE_SYSTEMS, has(institution.health_systems, HealthSystem.HEALTH_CARE)))),
        w.task(("督促落实卫生和食品安全制度",
            "see that institutions keep the five systems of hygiene and food safety"), acting="相关职能部门")),
    w.clause("4.4.d", "四（四）", w.MUST, "定期公示五类事项并接受监督",
        "Institutions regularly publish fees and standards, care, diet, health care and security, accept supervision by parents and society, and departments check that they do.",
        w.duty(requires=all_of(
            has(institution.published, Disclosure.CHARGES),
            has(institution.published, Disclosure.CARE),
            has(institution.published, Disclosure.DIET),
            has(institution.published, Disclosure.HEALTH_CARE),
            has(institution.published, Disclosure.SECURITY))),
        # 定期: no interval. What is to be made public is a rule on the institution.
        w.regular("disclosure", ("定期公示收费等情况", "charges and care are made public regularly"), acting="托育机构"),
        # The departments see that institutions make public what 4.4.d lists: the subject goes on.
        w.task(("检查机构是否定期公示五类事项", "check that institutions publish the five items regularly"),
            part="check", acting="相关职能部门")),

    w.clause("4.5.1.a", "四（五）1", w.MUST, "区政府承担主体责任",
        "The district government is the responsible body; it draws up the plan, builds the managing team and secures land.",
        w.task(acting="区人民政府"), title=("区政府承担主体责任", "the district government is responsible")),
    w.clause("4.5.1.b", "四（五）1", w.MUST, "指导街镇推进社区照护，引导机构合理布局",
        "It guides towns to bring care into community services and institutions to sensible layout and orderly growth.",
        w.task(acting="区人民政府"), title=("指导街镇、引导机构布局", "guide towns and the layout of institutions")),
    # Two readings of one sentence.
    w.clause("4.5.2.a", "四（五）2", w.MUST, "街镇牵头日常监管；九个部门是否参与，有两种理解",
        "Sub-district offices and town governments lead the daily comprehensive supervision; whether nine departments join in it depends on the reading.",
        w.task(under=(NINE_DEPARTMENTS, "violations"), lead=TOWNS),
        w.task(under=(NINE_DEPARTMENTS, "supervision_too"), lead=TOWNS, support=NINE),
        title=("街镇牵头日常综合监管", "lead the daily supervision")),
    # 牵头 is said of the supervision; here the towns act, with the nine departments (会同).
    w.clause("4.5.2.b", "四（五）2", w.MUST, "依法查处照护市场的违法违规行为",
        "Towns and the nine departments investigate and deal with unlawful conduct in the care market under the law.",
        w.task(support=NINE, acting=TOWNS), title=("依法查处照护市场违法行为", "deal with unlawful conduct in the market")),
    w.clause("4.5.2.c", "四（五）2", w.MUST, "协调基层单位掌握机构的四类信息",
        "They have community health centres, police posts and market offices keep up to date on number, service quality, pricing and clientele of institutions.",
        # 及时: no interval and no form of report.
        w.regular("keep_informed", ("掌握机构数量、质量和收费等",
            "number, quality, charges and clientele of institutions are kept track of"), acting=TOWNS),
        # That the towns keep informed is a duty that comes back; these help them to.
        w.task(part="helpers", support="社区卫生服务中心 派出所 市场监管所 等"), title=("协调基层单位掌握四类信息", "have local bodies keep track of institutions")),
    w.clause("4.5.3.a", "四（五）3", w.MUST, "建立区级联席会议，办公室设在区卫健委",
        "Sets up a joint conference on major problems of infant care with its office in the district health commission.",
        # Who sets it up, who calls it and how it meets is not printed. The health commission
        # hosts the office and leads the work (4.5.3.d); it is not among the members named.
        w.council("joint_conference", "区婴幼儿照护服务发展工作联席会议",
            also="4.5.3.b", aliases="联席会议", members_under="4.5.3.b", office_at="区卫生健康委",
            members="区委编办 区发展改革委 区教育局 公安宝坻分局 区民政局 区财政局 区人力社保局 "
            "区规划和自然资源局 区住建委 区应急局 区市场监管局 区政务服务办 区税务局 区金融局 区消防支队 等"),
        # Who sets the conference up is not said.
        w.task(("研究解决照护服务工作的重大问题", "studies and solves the major problems of the work"),
            part="problems", acting="联席会议"),
        title=("设立区级联席会议", "set up the district's joint conference")),
    w.clause("4.5.3.b", "四（五）3", w.MUST, "列名成员单位15家",
        "Fifteen named departments are members.",
        w.encoded_with("4.5.3.a"),
        title=("联席会议成员单位", "members of the joint conference")),
    w.clause("4.5.3.c", "四（五）3", w.MUST, "群团组织和行业组织配合开展监督、宣传和自律",
        "Trade union, youth league, women's federation, family planning association and industry bodies help with social supervision, publicity and self-discipline.",
        w.task(support="工会 共青团 妇联 计划生育协会 相关行业组织 等"), title=("群团和行业组织配合监督宣传", "supervision, publicity and self-discipline")),
    w.clause("4.5.3.d", "四（五）3", w.MUST, "区卫健委牵头，各部门按职责监管",
        "The district health commission leads; other departments guide, supervise and manage by remit.",
        w.task(lead="区卫生健康委", support="相关部门"), title=("卫健委牵头、各部门分工监管", "supervision under the health commission's lead")),
)
# fmt: on
