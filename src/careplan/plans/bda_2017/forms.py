"""Annexes 2 and 3, the forms to register a room, and annex 4, the sheet to accept one.

Notes: every entry is to be filled in, and the paper copy carries the union's seal. The list
of supplies is ticked where something is "needed", which may mean asked for or there: it is
kept as declared and may stay empty. Neither form asks for an area or for the number of
women employed, so neither says whether a room would pass or lies within the drive. When a
room was set up is asked for without a day: a month or a year will do.
"""

from careplan.base.text import Text
from careplan.documents.forms import FieldType, Form, FormField
from careplan.plans.bda_2017.annex4 import SCORECARDS
from careplan.plans.bda_2017.clauses import C
from careplan.plans.bda_2017.submission import CONTACT


def _text(key: str, zh: str, en: str) -> FormField:
    return FormField(key=key, label=Text(zh=zh, en=en))


def _count(key: str, zh: str, en: str, *, required: bool = True) -> FormField:
    label = Text(zh=zh, en=en)
    return FormField(key=key, label=label, type=FieldType.COUNT, required=required)


ESTABLISHED_ON = FormField(
    key="established_on", label=Text(zh="建立时间", en="set up on"), type=FieldType.WHEN
)
LOCATION_KIND = FormField(
    key="location_kind",
    label=Text(zh="建立位置", en="where it stands"),
    type=FieldType.CHOICE,
    options=("inside_enterprise", "inside_office_building", "inside_public_place"),
)
ADDRESS = _text("address", "详细地址", "full address")
POST = (_text("postcode", "邮政编码", "postcode"), _text("email", "电子邮箱", "e-mail"))
CONTACT_PERSON = (
    _text("contact_name", "联系人姓名", "name of the contact"),
    _text("contact_mobile", "手机号码", "mobile number"),
)
MANAGED_AND_OPEN = (
    FormField(
        key="managing_body",
        label=Text(zh="管理主体", en="who manages it"),
        type=FieldType.CHOICE,
        options=("property_management", "union_management", "volunteer_management", "other"),
    ),
    FormField(
        key="managing_body_other",
        label=Text(zh="管理主体：其他", en="who manages it: other"),
        required=False,
        only_if=("managing_body", "other"),
    ),
    *(
        FormField(
            key=f"opening_{key}",
            label=Text(zh=f"开放时间：{zh}", en=f"opening hours: {key}"),
            type=FieldType.HOURS,
        )
        for key, zh in (("morning", "上午"), ("noon", "中午"), ("afternoon", "下午"))
    ),
)
SUPPLIES = (
    _count("tables", "桌子（张）", "tables", required=False),
    _count("chairs", "椅子（把）", "chairs", required=False),
    _count("power_sockets", "电源插座（个）", "power sockets", required=False),
    _count("refrigerators", "冰箱（个）", "refrigerators", required=False),
    _count("storage_cabinets", "储物柜（个）", "storage cabinets", required=False),
    _count("microwaves", "微波炉（个）", "microwaves", required=False),
    FormField(key="other_supplies", label=Text(zh="其他物资", en="other supplies"), required=False),
)
SEAL = FormField(
    key="union_seal",
    label=Text(zh="纸质版盖有本单位工会章", en="paper copy carries the unit's union seal"),
    type=FieldType.FLAG,
    must_be_yes=True,
)

# The lines of the sheet are the same for both kinds of room.
_ITEMS = SCORECARDS[0].items
SCORES = tuple(
    FormField(
        key=f"score_{item.key}",
        label=Text(
            zh=f"{item.label.zh}（{item.max_points}分）：实际得分",
            en=f"{item.label.en} (of {item.max_points}): points achieved",
        ),
        type=FieldType.NUMBER,
        most=item.max_points,
    )
    for item in _ITEMS
)
TOTAL = FormField(
    key="total_score",
    label=Text(zh="总分（100分）：实际得分", en="total (of 100): points achieved"),
    type=FieldType.NUMBER,
    most=100,
    total_of=tuple(field.key for field in SCORES),
)

FORMS = (
    CONTACT,
    Form(
        clause=C["a2.form"],
        also=(C["a2.notes"],),
        key="mummy_hut",
        title=Text(zh="“爱心妈咪小屋”登记和申请表", en="registration and application: mummy hut"),
        fields=(
            _text("unit_name", "单位名称", "name of the unit"),
            ESTABLISHED_ON,
            LOCATION_KIND,
            ADDRESS,
            *POST,
            _text("union_head_name", "单位工会负责人姓名", "name of the unit's union head"),
            _text("union_head_contact", "联系方式", "how to reach the union head"),
            *CONTACT_PERSON,
            *MANAGED_AND_OPEN,
            *SUPPLIES,
            SEAL,
        ),
    ),
    # The applicant may be a park's property manager, who need not have a union; the note
    # still asks for the seal.
    Form(
        clause=C["a3.form"],
        also=(C["a3.notes"],),
        key="care_room",
        title=Text(zh="母婴关爱室登记和申请表", en="registration and application: care room"),
        fields=(
            _text("park_name", "园区名称", "name of the park"),
            ADDRESS,
            ESTABLISHED_ON,
            _count("park_enterprise_count", "园区企业数", "enterprises in the park"),
            _count("covered_female_employees", "覆盖女职工数", "female employees covered"),
            *POST,
            _text("park_head_name", "园区负责人姓名", "name of the park's head"),
            _text("park_head_contact", "联系方式", "how to reach the park's head"),
            *CONTACT_PERSON,
            *MANAGED_AND_OPEN,
            *SUPPLIES,
            SEAL,
        ),
    ),
    # What each item asks and its points are printed; a clerk fills in the union, the points each
    # item achieved, and their sum. The sheet asks neither for the park nor for the kind of room,
    # on which the area line depends: `score` takes the sheet of a kind.
    Form(
        clause=C["a4.header"],
        also=(C["a4.total"],),
        key="acceptance_sheet",
        title=Text(zh="验收评分表", en="acceptance sheet"),
        fields=(_text("union_name", "工会名称", "name of the union"), *SCORES, TOTAL),
    ),
)
