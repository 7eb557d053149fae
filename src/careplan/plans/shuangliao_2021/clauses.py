"""The document and all its clauses, in its order; summaries are ours, numbers are printed ones."""

from careplan.base.text import Text
from careplan.documents.clauses import Document, Modality, by_number, clause_table

DOCUMENT = Document(
    title=Text(
        zh="双辽市2021年公共场所母婴设施建设实施方案",
        en="Shuangliao plan of 2021 for mother-and-baby facilities in public places",
    ),
    issuer=Text(
        zh="双辽市",
        en="City of Shuangliao",
    ),
)

MUST = Modality.MUST
SHOULD = Modality.SHOULD
ENCOURAGED = Modality.ENCOURAGED
FACT = Modality.FACT

# A clause is one row.
# fmt: off
CLAUSES = clause_table(
    ("0.plan", "标题", FACT, "2021年双辽公共场所母婴设施方案的身份信息", "Identifies the plan: a one-year (2021) programme of Shuangliao for mother-infant facilities in public places."),
    ("0.basis.1", "前言", FACT, "依据：吉林省2021年民生实事文件", "Cites the 2021 provincial arrangement of practical livelihood matters as legal basis."),
    ("0.basis.2", "前言", FACT, "依据：四平市同主题方案", "Cites the Siping city plan of 2021 for mother-infant facilities in public places as legal basis."),
    ("1", "一", FACT, "服务对象与空间品质的指导性表述", "States the guiding idea: private, clean, comfortable and safe rest places for women preparing for pregnancy, pregnant or lactating, at work and in public."),
    ("2", "二（前言重申）", MUST, "2021年底前公共场所与用人单位配置实现100%", "By the end of 2021 every public place and employer in scope of the standards then in force is to have mother-infant facilities."),
    ("3.1.a", "三（一）", MUST, "行业主管部门担主责，定规划、标准与管理责任", "Makes each sector authority the principal responsible party, which must draw up a sector plan and settle building standards and management responsibility."),
    ("3.1.b", "三（一）", MUST, "落实本部门直属单位母婴室", "The authority must see to rooms in the units directly under it."),
    ("3.1.c", "三（一）", MUST, "检查本行业本系统建设情况", "The authority must also inspect room construction across its own sector and system."),
    ("3.2.a", "三（二）", MUST, "谁管理即由谁建设的归责原则", "Allocation rule: whoever manages a place builds its facility, under the unified leadership of the city government."),
    ("3.2.b", "三（二）", MUST, "属地统筹、增投入、完善服务网", "Territorial management: supervise, push progress, pool resources, raise input and complete the service system."),
    ("3.2.c", "三（二）", ENCOURAGED, "鼓励社会组织参与供给", "Encourages social organisations to take part so that providers become diverse."),
    ("3.3", "三（三）", MUST, "按标准并综合四项因素分类建设", "Facility building must follow the configuration standard and weigh floor area, footfall, mother-infant stay and the number of pregnant or lactating employees."),
    ("4.1.a", "四（一）", MUST, "建筑面积五千到一万㎡档：独立母婴室使用面积下限6㎡", "A listed public place whose building area lies between 5000 and 10000 m2 must have an independent room with at least 6 m2 of usable area."),
    ("4.1.b", "四（一）", MUST, "建筑面积过一万㎡档：独立母婴室使用面积下限10㎡", "A listed public place above 10000 m2 must have an independent room with at least 10 m2 of usable area."),
    ("4.1.c", "四（一）", FACT, "面积规则覆盖的场所清单", "Enumerates the kinds of public place the area rule covers."),
    ("4.1.d", "四（一）", MUST, "已建房间要改造完善", "Rooms already built have to be renovated and completed."),
    ("4.1.e", "四（一）", MUST, "女职工多的单位比照设休息哺乳室", "State organs, enterprises and institutions with many female employees build rest and lactation rooms by reference to the same standard."),
    ("4.2.a", "四（二）", MUST, "配置以吉林省试行管理规定为准", "Room equipment must follow the provincial trial regulation on mother-infant facilities in public places."),
    ("4.2.b", "四（二）", MUST, "醒目处设导向标识", "Direction signs have to be placed where they are easily seen."),
    ("4.2.c", "四（二）", MUST, "新建房间照标准建设", "New rooms are built in line with the standard."),
    ("4.2.d", "四（二）", MUST, "既有房间对标改善", "Existing rooms are measured against the standard and improved."),
    ("4.2.e", "四（二）", ENCOURAGED, "鼓励设母婴候乘区与专座", "Encourages waiting halls or areas and reserved seats for mothers and infants where local conditions suit."),
    ("4.2.f", "四（二）", ENCOURAGED, "乘车检票口为母婴旅客开绿色通道", "Green channels or easier service at boarding and ticket gates for pregnant or lactating women and passengers carrying infants."),
    ("4.3.a", "四（三）", MUST, "多渠道宣传设施建设与维护，未写由谁承担", "Why mother-infant facilities are needed and kept up is publicised by newspapers, the internet, television and public-service advertising; nobody is named for it."),
    ("4.3.b", "四（三）", MUST, "普及母乳喂养和安全使用知识，未写由谁承担", "Knowledge of breastfeeding and of safe use of the facilities is spread; nobody is named for it."),
    ("4.3.c", "四（三）", FACT, "对母婴室品质的期望", "Describes the wished quality of the room: safe, comfortable, hygienic, private."),
    ("5.1", "五（一）", MUST, "六月部署阶段", "First stage, June: set the work up."),
    ("5.1.a", "五（一）", MUST, "明确专门科室和专人", "Each department names a section in charge and a dedicated person."),
    ("5.1.b", "五（一）", MUST, "摸底调查、出计划、定任务", "Each department surveys the situation, issues an implementation plan and fixes its construction tasks."),
    ("5.1.c", "五（一）", MUST, "计划报协调组备案", "The plan is filed with the city coordination group for the record."),
    ("5.2", "五（二）", MUST, "六至九月实施阶段", "Second stage, June to September: build."),
    ("5.2.a", "五（二）", MUST, "督促应建单位订立并落实计划", "Departments press every unit that must build to make and carry out a construction plan."),
    ("5.2.b", "五（二）", MUST, "定期督查进度与质量", "Departments check progress and quality at the units that must build, at regular times."),
    ("5.2.c", "五（二）", MUST, "推广经验并整改问题", "Departments spread good practice and have defects found and put right."),
    ("5.3", "五（三）", MUST, "七八月中期督导阶段", "Third stage, July and August: mid-term supervision."),
    ("5.3.a", "五（三）", MUST, "协调组实地督导在建与已设房间", "The coordination group visits rooms under construction and rooms already set up in each department."),
    ("5.4", "五（四）", MUST, "九月评估总结阶段", "Fourth stage, September: evaluation and summing up."),
    ("5.4.a", "五（四）", MUST, "部门自行组织验收", "Each department organises acceptance of its facilities."),
    ("5.4.b", "五（四）", MUST, "协调组开展全市检查评估", "The coordination group inspects and evaluates facility construction in the whole city."),
    ("6", "六", SHOULD, "争取财政建设补助资金", "The coordination group seeks fiscal subsidy funds for construction and sees that they arrive."),
    ("7.1.a", "七（一）", MUST, "协调组组成：分管市领导任组长，列名成员9家", "Sets up the coordination group: its head is the city government leader in charge of the field, with nine named members besides the lead department, open-ended."),
    ("7.1.b", "七（一）", MUST, "卫健局牵头", "The city health bureau is the lead department of the coordination group."),
    ("7.1.c", "七（一）", MUST, "成员单位明确专门科室和专人", "Each member designates a dedicated section and person."),
    ("7.1.d", "七（一）", MUST, "与卫健局对接", "Each member keeps working contact with the health bureau."),
    ("7.1.e", "七（一）", MUST, "成员单位按季报进展表", "Each member submits a construction progress table every quarter."),
    ("7.1.f", "七（一）", MUST, "定期开展全市督导评估；由谁承担有两种读法", "City-wide supervision, inspection and evaluation of rooms takes place regularly; who does it depends on the reading."),
    ("7.1.g", "七（一）", MUST, "部门落实属地责任并动员社会力量", "Departments carry territorial responsibility, plan and build within their own system, and mobilise charities and mother-and-child-care industry associations."),
    ("7.2.a", "七（二）", MUST, "分清责任，建筑设计规范须含母婴设施", "Departments make their responsibilities clear, cooperate, and bring mother-infant facilities into building design rules."),
    ("7.2.b", "七（二）", MUST, "健全运行管理制度", "An operation and management system for the facilities is established."),
    ("7.2.c", "七（二）", MUST, "日常维护，整洁可用", "Day-to-day management and upkeep keep facilities clean, hygienic and usable."),
    ("7.3.a", "七（三）", MUST, "行业指导、定期检查、排查隐患并通报", "The departments and units concerned guide their sector, inspect at regular times, find safety hazards early and circulate the findings."),
    ("7.3.b", "七（三）", MUST, "总工会结合妈咪小屋经验协同推进", "The trade union federation brings in its experience with the workplace 'mummy hut' scheme."),
    ("7.3.c", "七（三）", MUST, "卫健局给出技术服务标准", "The health bureau gives sector guidance and technical service standards for public facilities and for employers' rest and lactation rooms."),
    ("a1", "附件1", FACT, "附件1仅列名（协调组名单），内容缺失", "Names annex 1, the roster of the coordination group, whose content is not part of the text."),
    ("a2", "附件2", FACT, "附件2仅列名（基础建设清单），内容缺失", "Names annex 2, the basic construction list, whose content is not part of the text."),
    ("a3", "附件3", FACT, "附件3仅列名（重点任务清单），内容缺失", "Names annex 3, the key task list, whose content is not part of the text."),
    ("a4", "附件4", FACT, "附件4仅列名（季度台帐），内容缺失", "Names annex 4, the quarterly ledger form, whose content is not part of the text."),
    ("a5", "附件5", FACT, "附件5仅列名（季度统计表），内容缺失", "Names annex 5, the quarterly statistics form, whose content is not part of the text."),
)
# fmt: on

C = by_number(CLAUSES)
