"""What the notice only states: addressees, the text it leaves details to, what asks for nothing."""

from careplan.base.text import Text
from careplan.documents.rules import Definition
from careplan.plans.dawa_2023.clauses import C

DEFINITIONS = (
    Definition(
        clause=C["0.addressees"],
        term=Text(
            zh="受文单位：各镇街、临港经济开发区管委会、区政府各部门和直属机构",
            en="addressees: towns, the port economic zone, departments and units of the district",
        ),
    ),
    Definition(
        clause=C["0.basis.2"],
        also=(C["3.4.1.c"], C["3.4.4.b"], C["3.5.1.b"], C["3.5.4.c"], C["4.1.b"]),
        term=Text(
            zh="省实施意见（辽政办发〔2020〕12号），五款将细则交由该文件",
            en="the provincial opinions 辽政办发〔2020〕12号, to which five clauses leave details",
        ),
    ),
)

NOT_ENCODED = {
    "0.issue": Text(
        zh="文号、日期和发文机关见方案的文件信息",
        en="number, date and issuer are the plan's document; nobody's duty follows",
    ),
    "0.basis.1": Text(
        zh="只引文件名，其内容不在本文", en="cites a text by name; its content is not here"
    ),
    "0.basis.3": Text(
        zh="只引文件名，其内容不在本文", en="cites a text by name; its content is not here"
    ),
    "1": Text(
        zh="原则和方向，不对任何一方提出可核对的要求",
        en="principles and direction; nothing anyone could check",
    ),
    "3.2.1.b": Text(
        zh="描述期望的市场格局，未定谁做何事",
        en="the market that is hoped for; neither an actor nor an act",
    ),
    "5.3.b": Text(
        zh="两项条件须同时具备（失职且发生事故），后果由未列名的法律法规决定",
        en="failure and accident together lead to what laws it does not name provide",
    ),
    "5.3.c": Text(zh="对媒体监督的期望", en="a hope placed in the media"),
    "0.annexes": Text(
        zh="附件目录；两份附件已分别编入",
        en="names two annexes, each of which is encoded itself",
    ),
    "0.footer": Text(zh="网页页脚，非方案内容", en="the footer of a web page, no part of the plan"),
}
