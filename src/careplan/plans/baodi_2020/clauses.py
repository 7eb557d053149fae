"""The document and all its clauses, in its order; summaries are ours, numbers are printed ones."""

from datetime import date

from careplan.base.text import Text
from careplan.documents.clauses import Document, Modality, by_number, clause_table

DOCUMENT = Document(
    title=Text(
        zh="宝坻区促进3岁以下婴幼儿照护服务发展实施方案",
        en="Baodi (Tianjin) plan for the care of children under three",
    ),
    issuer=Text(
        zh="天津市宝坻区人民政府办公室",
        en="Office of the Government of Baodi District, Tianjin",
    ),
    issued_on=date(2020, 12, 31),
)

MUST = Modality.MUST
SHOULD = Modality.SHOULD
ENCOURAGED = Modality.ENCOURAGED
FACT = Modality.FACT

# A clause is one row.
# fmt: off
CLAUSES = clause_table(
    ("0.issue", "通知", FACT, "印发信息：会议、日期、公开", "Identifies the notice: passed by the 99th district head's office meeting, issued on 31 December 2020, public."),
    ("0.addressees", "通知", FACT, "受文：街道、镇、区直部门", "Addressed to sub-district offices, town governments and district departments."),
    ("0.basis.1", "前言", FACT, "依据：国务院办公厅指导意见", "Cites the State Council general office guidance on care for children under three."),
    ("0.basis.2", "前言", FACT, "依据：天津市实施细则", "Cites Tianjin's detailed implementation rules."),
    ("1.a", "一", SHOULD, "支持具备条件的单位、社会组织、个人举办", "Supports social organisations, enterprises and institutions, and individuals who meet the conditions in offering care in many forms."),
    ("1.b", "一", FACT, "四句工作思路", "Sums up the approach: government leads, departments help, forms are flexible, demonstration pulls; system territorial, plural and regulated."),
    ("2.1.a", "二", MUST, "2020年目标：示范机构2家", "In 2020 two institutions with demonstration effect are built."),
    ("2.1.b", "二", MUST, "2020年工作机制初建、指导能力提升", "In 2020 a working mechanism is first set up and family guidance ability rises."),
    ("2.2", "二", MUST, "2025年体系基本形成", "In 2025 a diverse system covering town and country is basically formed; family guidance ability and care level are clearly raised."),
    ("3.1", "三（一）", FACT, "家庭为主、机构补充", "Family care comes first, government and society guide families, and institutions complement them."),
    ("3.2", "三（二）", SHOULD, "政策引导、普惠在先", "Policy guides, public resources are pooled and inclusive institutions come first."),
    ("3.3", "三（三）", FACT, "安全健康为前提", "Infants' safety and health are the precondition; supervision keeps institutions in order."),
    ("3.4", "三（四）", FACT, "街镇属地管理，按城乡区域施策", "Institutions are managed territorially under town and sub-district leadership, with attention to local differences."),
    ("4.1.basis.1", "四（一）", MUST, "执行依据：人口与计划生育法", "Cites the national population and family planning law as the law to carry out."),
    ("4.1.basis.2", "四（一）", MUST, "执行依据：女职工劳动保护规定", "Cites the special rules on labour protection of female employees as the law to carry out."),
    ("4.1.basis.3", "四（一）", MUST, "执行依据：天津市人口计生条例", "Cites Tianjin's population and family planning regulations as the law to carry out."),
    ("4.1.basis.4", "四（一）", MUST, "执行依据：天津市妇女权益条例", "Cites Tianjin's regulations on women's rights as the law to carry out."),
    ("4.1.a", "四（一）", MUST, "落实产假、护理假、哺乳假，未写由谁承担", "Maternity, care and breastfeeding leave are applied in full and women's work rights are protected; nobody is named for it."),
    ("4.1.b", "四（一）", MUST, "医疗机构提供六类服务", "Health institutions offer six kinds of service to families under medical rules."),
    ("4.1.c", "四（一）", MUST, "入户、亲子、网络育儿指导，未写由谁承担", "Families get early development guidance by visits, activities and online means; nobody is named for it."),
    ("4.2.a", "四（二）", MUST, "新区结合幼儿园配建照护设施", "New residential areas plan and build care and safety facilities to national and city standards, fitted to kindergarten provision."),
    ("4.2.b", "四（二）", MUST, "指导街镇纳入社区服务", "Towns are guided to put care into community services and to lay out places sensibly."),
    ("4.2.c", "四（二）", MUST, "网格化推动资源下沉，未写由谁承担", "Grid management moves resources, services and management down to communities; nobody is named for it."),
    ("4.3.a", "四（三）", MUST, "工会推动单位福利照护", "Trade unions promote welfare care by employers."),
    ("4.3.b", "四（三）", ENCOURAGED, "鼓励单位办福利照护机构", "Encourages employers to run welfare institutions for their staff; they may open to neighbours where conditions allow."),
    ("4.3.c", "四（三）", ENCOURAGED, "鼓励开办2至3岁托班", "Encourages public and private kindergartens able to do so to open classes for children aged two to three."),
    ("4.3.d", "四（三）", SHOULD, "探索改扩建增托班", "Explores converting and extending kindergartens to add toddler-class capacity."),
    ("4.3.e", "四（三）", SHOULD, "扶助社会力量办机构", "Supports private providers of care institutions."),
    ("4.4.a", "四（四）", MUST, "四部门按天津细则登记备案", "Staffing, civil affairs, market regulation and health authorities do registration and filing as Tianjin's rules provide."),
    ("4.4.b", "四（四）", MUST, "安全生产、消防、治安指导检查", "Safety at work, fire and public order in institutions are guided and checked more closely."),
    ("4.4.c", "四（四）", MUST, "督促五项卫生与食品安全制度", "Departments see that institutions have systems for health checks, hygiene and disinfection, infectious disease, common disease and food safety."),
    ("4.4.d", "四（四）", MUST, "定期公示五类事项并受监督", "Institutions regularly publish fees and standards, care, diet, health care and security, accept supervision by parents and society, and departments check that they do."),
    ("4.5.1.a", "四（五）1", MUST, "区政府担主体责任", "The district government is the responsible body; it draws up the plan, builds the managing team and secures land."),
    ("4.5.1.b", "四（五）1", MUST, "指导街镇、引导机构布局", "It guides towns to bring care into community services and institutions to sensible layout and orderly growth."),
    ("4.5.2.a", "四（五）2", MUST, "街镇牵头日常监管；九部门是否参与有两种读法", "Sub-district offices and town governments lead the daily comprehensive supervision; whether nine departments join in it depends on the reading."),
    ("4.5.2.b", "四（五）2", MUST, "依法查处市场违规违法", "Towns and the nine departments investigate and deal with unlawful conduct in the care market under the law."),
    ("4.5.2.c", "四（五）2", MUST, "协调基层单位掌握四类信息", "They have community health centres, police posts and market offices keep up to date on number, service quality, pricing and clientele of institutions."),
    ("4.5.3.a", "四（五）3", MUST, "设区级联席会议，办公室在卫健委", "Sets up a joint conference on major problems of infant care with its office in the district health commission."),
    ("4.5.3.b", "四（五）3", MUST, "15家列名成员单位", "Fifteen named departments are members."),
    ("4.5.3.c", "四（五）3", MUST, "群团与行业组织配合监督宣传自律", "Trade union, youth league, women's federation, family planning association and industry bodies help with social supervision, publicity and self-discipline."),
    ("4.5.3.d", "四（五）3", MUST, "卫健委牵头，各部门按职责监管", "The district health commission leads; other departments guide, supervise and manage by remit."),
)
# fmt: on

C = by_number(CLAUSES)
