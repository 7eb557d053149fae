"""Annexes 2 and 3: the forms to register a room.

Notes: every entry is to be filled in, and the paper copy carries the union's seal; nobody is
named for it, so nobody is put in. The list of supplies is ticked where something is "needed",
which may mean asked for or there: it is kept as declared and may stay empty. Neither form asks
for an area or for the number of women employed, so neither says whether a room would pass or
lies within the drive. When a room was set up is asked for without a day: a month or a year
will do.
"""

from careplan import writing as w

ESTABLISHED_ON = w.blank("established_on", "建立时间", "set up on", w.FieldType.WHEN)
ADDRESS = w.blank("address", "详细地址", "full address")
POST = (w.blank("postcode", "邮政编码", "postcode"), w.blank("email", "电子邮箱", "e-mail"))
# What both forms end with.
# fmt: off
THE_REST = (
    w.blank("contact_name", "联系人姓名", "name of the contact"),
    w.blank("contact_mobile", "手机号码", "mobile number"),
    w.blank("managing_body", "管理主体", "who manages it", w.FieldType.CHOICE,
        "property_management", "union_management", "volunteer_management", "other"),
    w.blank("managing_body_other", "管理主体：其他", "who manages it: other",
        required=False, only_if=("managing_body", "other")),
    w.blank("opening_morning", "开放时间：上午", "opening hours: morning", w.FieldType.HOURS),
    w.blank("opening_noon", "开放时间：中午", "opening hours: noon", w.FieldType.HOURS),
    w.blank("opening_afternoon", "开放时间：下午", "opening hours: afternoon", w.FieldType.HOURS),
    w.blank("tables", "桌子（张）", "tables", w.FieldType.COUNT, required=False),
    w.blank("chairs", "椅子（把）", "chairs", w.FieldType.COUNT, required=False),
    w.blank("power_sockets", "电源插座（个）", "power sockets", w.FieldType.COUNT, required=False),
    w.blank("refrigerators", "冰箱（个）", "refrigerators", w.FieldType.COUNT, required=False),
    w.blank("storage_cabinets", "储物柜（个）", "storage cabinets", w.FieldType.COUNT, required=False),
    w.blank("microwaves", "微波炉（个）", "microwaves", w.FieldType.COUNT, required=False),
    w.blank("other_supplies", "其他物资", "other supplies", required=False),
    w.blank("union_seal", "纸质版盖有本单位工会章", "paper copy carries the unit's union seal",
        w.FieldType.FLAG, must_be_yes=True),
)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
CLAUSES = (
    w.clause("a2.form", "附件2", w.MUST, "妈咪小屋登记申请表的栏目",
        "Registration and application form for a hut: 13 entries, the last being a tick list of supplies with quantities.",
        w.form("mummy_hut", ("“爱心妈咪小屋”登记和申请表", "registration and application: mummy hut"),
            w.blank("unit_name", "单位名称", "name of the unit"),
            ESTABLISHED_ON,
            w.blank("location_kind", "建立位置", "where it stands", w.FieldType.CHOICE,
                "inside_enterprise", "inside_office_building", "inside_public_place"),
            ADDRESS,
            *POST,
            w.blank("union_head_name", "单位工会负责人姓名", "name of the unit's union head"),
            w.blank("union_head_contact", "联系方式", "how to reach the union head"),
            *THE_REST,
            also="a2.notes")),
    w.clause("a2.notes", "附件2 备注", w.MUST, "逐项填写并加盖工会章",
        "Every item of the form must be filled and the paper copy carries the union's seal.",
        w.encoded_with("a2.form")),

    # The applicant may be a park's property manager, who need not have a union; the note
    # still asks for the seal.
    w.clause("a3.form", "附件3", w.MUST, "关爱室登记申请表的栏目",
        "Registration and application form for a care room: 14 entries, the last being a tick list of supplies with quantities.",
        w.form("care_room", ("母婴关爱室登记和申请表", "registration and application: care room"),
            w.blank("park_name", "园区名称", "name of the park"),
            ADDRESS,
            ESTABLISHED_ON,
            w.blank("park_enterprise_count", "园区企业数", "enterprises in the park", w.FieldType.COUNT),
            w.blank("covered_female_employees", "覆盖女职工数", "female employees covered", w.FieldType.COUNT),
            *POST,
            w.blank("park_head_name", "园区负责人姓名", "name of the park's head"),
            w.blank("park_head_contact", "联系方式", "how to reach the park's head"),
            *THE_REST,
            also="a3.notes")),
    w.clause("a3.notes", "附件3 备注", w.MUST, "逐项填写并加盖工会章",
        "Every item must be filled and the paper copy carries the union's seal.",
        w.encoded_with("a3.form")),
)
# fmt: on
