"""The document and all its clauses, in its order; summaries are ours, numbers are printed ones."""

from careplan.base.text import Text
from careplan.documents.clauses import Document, Modality, by_number, clause_table

DOCUMENT = Document(
    title=Text(
        zh="关于推进“爱心妈咪小屋”、母婴关爱室建设的通知",
        en="Notice on mummy huts and mother-and-baby care rooms",
    ),
    issuer=Text(
        zh="北京经济技术开发区总工会",
        en="Trade union of the Beijing Economic-Technological Development Area",
    ),
)

MUST = Modality.MUST
SHOULD = Modality.SHOULD
MAY = Modality.MAY
FACT = Modality.FACT

# A clause is one row.
# fmt: off
CLAUSES = clause_table(
    ("0.issue", "标题；前言", FACT, "区总工会女职委延续推进小屋与关爱室项目", "Identifies the notice: the zone trade union's women workers' committee carries on the project for grass-roots unions."),
    ("0.a", "前言", MUST, "2017年续做孕妈关爱并在园区建室", "In 2017 the committee carries on the care action for expectant mothers in grass-roots unions and sets up care rooms in characteristic parks."),
    ("0.def", "前言；1", FACT, "小屋属企业、关爱室属特色园区", "Distinguishes two kinds of room: the mummy hut inside enterprises and the care room inside characteristic parks."),
    ("1.a", "1", MUST, "女职工满百人企业为推进对象", "The hut drive covers enterprises in the zone with at least 100 female employees."),
    ("1.b", "1", MUST, "特色园区建关爱室", "Care rooms are set up in characteristic parks."),
    ("1.c", "1", MUST, "分批推进，条件成熟者先建", "Rooms are developed batch by batch as each batch is ripe."),
    ("1.d", "1", SHOULD, "全年预计建成10个", "Ten huts and care rooms are expected to be built in the year."),
    ("2", "二", FACT, "试行标准见附件1，基层工会和园区物业照此管房用房", "Points to the trial standard of annex 1, drawn up by the zone union, by which grass-roots unions and park managers run and use the rooms."),
    ("3.1.a", "三1", SHOULD, "适时评星级小屋与关爱室", "Star-grade huts and care rooms will be selected at a suitable time."),
    ("3.1.b", "三1", SHOULD, "小屋建设渐成评优内容之一", "Building huts gradually becomes one item in choosing model units and outstanding individuals for women workers' work."),
    ("3.2.a", "三2", MUST, "合格小屋、关爱室获一万元支持", "Each accepted hut or care room gets 10 000 yuan from the zone union."),
    ("3.2.b", "三2", MUST, "资金用于配置物资", "The money is for buying the needed supplies."),
    ("3.2.c", "三2", MUST, "入账上级补助收入，专款专用", "Recipients book the money as income from superior's grants and use it for its purpose only."),
    ("3.3.a", "三3", MUST, "区总工会为积极的基层工会申请市总牌匾", "For an active union the zone union applies for the municipal union's 'mummy room' plaque."),
    ("3.3.b", "三3", MAY, "可享市总配套物资", "Such unions may enjoy supplies supported by the municipal union."),
    ("4.a", "四", MUST, "2017年8月31日前报送已建资料", "Material on rooms already built is submitted to the women's department by 31 August 2017."),
    ("4.b", "四", FACT, "报送联系人三项信息", "Gives the contact for submissions: name, telephone, e-mail."),
    ("0.annexes", "附件目录", FACT, "四份附件目录", "Lists four annexes: standard, hut form, care-room form, acceptance standard."),
    ("a1.1.area", "附件1 一", MUST, "两类房间面积下限10㎡，私密干净", "Room area is at least 10 m2 for both kinds; the setting is private and clean."),
    ("a1.1.1", "附件1 一1", MUST, "桌椅", "Tables and chairs."),
    ("a1.1.2", "附件1 一2", MUST, "电源插座", "Power sockets for breast pumps and the like."),
    ("a1.1.3", "附件1 一3", MUST, "冰箱等五种电器柜具", "Refrigerator, microwave, water dispenser, storage and disinfection cabinet."),
    ("a1.2.1.a", "附件1 二（一）", MUST, "建后上报区总工会", "After setting up a room the unit reports it to the zone union."),
    ("a1.2.1.b", "附件1 二（一）", MUST, "验收合格发统一标识", "After acceptance by the standard the zone union issues a unified mark."),
    ("a1.2.2", "附件1 二（二）", MUST, "使用登记制度", "Users of the room are registered."),
    ("a1.2.3.1", "附件1 二（三）1", SHOULD, "重申星级评选与评优", "Restates the star selection and the model-unit item."),
    ("a1.2.3.2", "附件1 二（三）2", MUST, "合格小屋获一万元，专款专用", "Accepted huts get 10 000 yuan for supplies; unions use it for its purpose only."),
    ("a1.2.3.3", "附件1 二（三）3", MUST, "重申牌匾与配套物资", "Restates the plaque and the municipal supplies."),
    ("a2.form", "附件2", MUST, "妈咪小屋登记申请表各字段", "Registration and application form for a hut: 13 entries, the last being a tick list of supplies with quantities."),
    ("a2.notes", "附件2 备注", MUST, "逐项填写并盖工会章", "Every item of the form must be filled and the paper copy carries the union's seal."),
    ("a3.form", "附件3", MUST, "关爱室登记申请表各字段", "Registration and application form for a care room: 14 entries, the last being a tick list of supplies with quantities."),
    ("a3.notes", "附件3 备注", MUST, "逐项填写并盖工会章", "Every item must be filled and the paper copy carries the union's seal."),
    ("a4.header", "附件4 表头", MUST, "验收评分表表头", "Score sheet with union name, item, assessment content, points, points achieved."),
    ("a4.1", "附件4 面积", MUST, "面积20分：小屋10㎡、关爱室20㎡", "Area item worth 20 points: at least 10 m2 for a hut, at least 20 m2 for a care room."),
    ("a4.1.hut", "附件4 面积", MUST, "小屋面积下限10㎡", "Area line for a hut: at least 10 m2."),
    ("a4.1.care", "附件4 面积", MUST, "关爱室面积下限20㎡", "Area line for a care room: at least 20 m2."),
    ("a4.2", "附件4 整洁度", MUST, "整洁度20分", "Cleanliness item worth 20 points: tidy, no clutter, dust or smell."),
    ("a4.3", "附件4 设施配置", MUST, "设施配置40分，七类设备", "Equipment item worth 40 points: table and chairs, refrigerator, microwave, disinfection cabinet, water dispenser, storage cabinet, socket."),
    ("a4.4", "附件4 护理材料", MUST, "护理材料10分", "Care materials item worth 10 points: hand and mouth wipes, cleaning cloths and the like."),
    ("a4.5", "附件4 管理制度", MUST, "管理制度10分：登记与台帐", "Management item worth 10 points: users registered and a ledger kept."),
    ("a4.total", "附件4 总分", FACT, "总分100", "Total is 100 points."),
    ("a4.pass", "附件4 注", MUST, "90分及以上为合格", "A score of at least 90 points is a pass."),
    ("a4.plaque", "附件4 注", MUST, "合格单位统一挂牌", "Passed rooms are given a uniform plate by the zone union."),
)
# fmt: on

C = by_number(CLAUSES)
