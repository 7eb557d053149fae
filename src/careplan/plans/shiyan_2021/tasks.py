"""Who leads, supports, acts and answers for a territory, clause by clause.

A row is: clause, lead, support, acting, territorial; names as printed, in the printed order.
A sentence that names nobody takes the roles of the list that closes its item ("….resp");
so does one that encourages or supports somebody, who then acts. Chapters 一 and 三 close with
no list. Banks, insurers and kindergartens, of which the text speaks as well, are no offices here.
Where a benefit, a target or a recurring duty says by itself whom a sentence names, there is no
row. What conference and member units do is in `annex_duties`.
"""

from careplan.base.text import Text
from careplan.documents.authorities.assignments import printed
from careplan.documents.authorities.offices import named
from careplan.documents.authorities.tasks import Task, task_table
from careplan.documents.clauses import Modality
from careplan.nouns.bodies import Body, Level
from careplan.plans.shiyan_2021.annex_duties import TASKS as ANNEX
from careplan.plans.shiyan_2021.clauses import C
from careplan.plans.shiyan_2021.offices import OFFICES

# fmt: off
ROWS = task_table(
    C,
    OFFICES,
    ("1.d", "", "", "茅箭区 张湾区", ""),
    ("2.1.1.a", "市人社局", "市卫健委 市总工会 市妇联", "", ""),
    ("2.1.1.b", "市人社局", "市卫健委 市总工会 市妇联", "", ""),
    ("2.1.1.c", "市人社局", "市卫健委 市总工会 市妇联", "用工单位", ""),
    ("2.1.1.resp", "市人社局", "市卫健委 市总工会 市妇联", "", ""),
    ("2.1.2", "市人社局", "市总工会 市妇联", "", ""),
    ("2.1.2.resp", "市人社局", "市总工会 市妇联", "", ""),
    ("2.1.3.a", "市卫健委", "市教育局 团市委 市妇联", "医院 高校 妇幼保健机构", ""),
    ("2.1.3.b", "市卫健委", "市教育局 团市委 市妇联", "", ""),
    ("2.1.3.resp", "市卫健委", "市教育局 团市委 市妇联", "", ""),
    ("2.1.4.b", "各县市区", "市自然资源和规划局", "", ""),
    ("2.1.4.c", "各县市区", "市自然资源和规划局", "", ""),
    ("2.1.4.d", "各县市区", "市自然资源和规划局", "", ""),
    ("2.1.4.resp", "各县市区", "市自然资源和规划局", "", ""),
    ("2.1.5.b", "", "", "各县市区", ""),
    ("2.1.5.d", "各县市区 市财政局 市税务局", "市发改委 市卫健委 市民政局", "", ""),
    ("2.1.5.e", "", "", "财政部门", ""),
    ("2.1.5.resp", "各县市区 市财政局 市税务局", "市发改委 市卫健委 市民政局", "", ""),
    ("2.1.6.a", "各县市区", "市发改委 市财政局 市地方金融工作局 十堰银保监分局", "", ""),
    ("2.1.6.b", "各县市区", "市发改委 市财政局 市地方金融工作局 十堰银保监分局", "", ""),
    ("2.1.6.c", "各县市区", "市发改委 市财政局 市地方金融工作局 十堰银保监分局", "", ""),
    ("2.1.6.d", "各县市区", "市发改委 市财政局 市地方金融工作局 十堰银保监分局", "", ""),
    ("2.1.6.resp", "各县市区", "市发改委 市财政局 市地方金融工作局 十堰银保监分局", "", ""),
    ("2.1.7.a", "", "", "卫生健康部门 妇幼保健、疾病预防控制、卫生监督等机构", ""),
    ("2.1.7.b", "市卫健委", "", "", ""),
    ("2.1.7.resp", "市卫健委", "", "", ""),
    ("2.1.8", "", "", "各县市区", ""),
    ("2.1.8.resp", "各县市区", "市发改委 市市场监管局", "", ""),
    ("2.2.1.a", "各县市区 市发改委 市卫健委", "市行政审批局 市民政局 市市场监管局", "", ""),
    ("2.2.1.c", "各县市区 市发改委 市卫健委", "市行政审批局 市民政局 市市场监管局", "各县市区 社区 社会组织", ""),
    ("2.2.1.d", "各县市区 市发改委 市卫健委", "市行政审批局 市民政局 市市场监管局", "", ""),
    ("2.2.1.resp", "各县市区 市发改委 市卫健委", "市行政审批局 市民政局 市市场监管局", "", ""),
    ("2.2.2.1.a", "各县市区 市卫健委 市民政局", "市自然资源和规划局 市住建局", "", ""),
    ("2.2.2.1.b", "各县市区 市卫健委 市民政局", "市自然资源和规划局 市住建局", "", ""),
    ("2.2.2.1.resp", "各县市区 市卫健委 市民政局", "市自然资源和规划局 市住建局", "", ""),
    ("2.2.2.2.a", "各县市区 市自然资源和规划局", "市住建局 市教育局 市民政局 市卫健委", "", ""),
    ("2.2.2.2.b", "各县市区 市自然资源和规划局", "市住建局 市教育局 市民政局 市卫健委", "", ""),
    ("2.2.2.2.d", "各县市区 市自然资源和规划局", "市住建局 市教育局 市民政局 市卫健委", "", ""),
    ("2.2.2.2.resp", "各县市区 市自然资源和规划局", "市住建局 市教育局 市民政局 市卫健委", "", ""),
    ("2.2.2.3.a", "", "", "各县市区", ""),
    ("2.2.2.3.b", "各县市区", "市民政局 市自然资源和规划局 市住建局 市卫健委", "", ""),
    ("2.2.2.3.c", "各县市区", "市民政局 市自然资源和规划局 市住建局 市卫健委", "", ""),
    ("2.2.2.3.d", "各县市区", "市民政局 市自然资源和规划局 市住建局 市卫健委", "", ""),
    ("2.2.2.3.resp", "各县市区", "市民政局 市自然资源和规划局 市住建局 市卫健委", "", ""),
    ("2.2.3.a", "各县市区 市教育局", "市卫健委", "", ""),
    ("2.2.3.b", "各县市区 市教育局", "市卫健委", "各县市区", ""),
    ("2.2.3.c", "", "", "教育部门", ""),
    ("2.2.3.d", "", "", "教育部门", ""),
    ("2.2.3.resp", "各县市区 市教育局", "市卫健委", "", ""),
    ("2.2.4.a", "市总工会 市妇联", "市人社局 市行政审批局 市民政局 市市场监管局 市卫健委", "工会 妇联 机关、企事业单位", ""),
    ("2.2.4.b", "市总工会 市妇联", "市人社局 市行政审批局 市民政局 市市场监管局 市卫健委", "用人单位 街道 社区", ""),
    ("2.2.4.resp", "市总工会 市妇联", "市人社局 市行政审批局 市民政局 市市场监管局 市卫健委", "", ""),
    ("2.2.5.a", "市卫健委", "市总工会", "妇幼保健院、儿童医院、社区卫生服务中心等医疗机构", ""),
    ("2.2.5.b", "市卫健委", "市总工会", "妇幼保健院、儿童医院、社区卫生服务中心等医疗机构", ""),
    ("2.2.5.resp", "市卫健委", "市总工会", "", ""),
    ("2.2.6.a", "各县市区", "市卫健委", "", ""),
    ("2.2.6.b", "各县市区", "市卫健委", "", ""),
    ("2.2.6.c", "各县市区", "市卫健委", "", ""),
    ("2.2.6.resp", "各县市区", "市卫健委", "", ""),
    ("2.3.1.a", "", "", "各县市区", ""),
    ("2.3.1.b", "", "", "各县市区", ""),
    ("2.3.1.c", "", "", "各县市区", ""),
    ("2.3.1.resp", "各县市区", "市自然资源和规划局 市发改委", "", ""),
    ("2.3.2.b", "各县市区", "市自然资源和规划局 市住建局 市卫健委 市总工会", "", ""),
    ("2.3.2.resp", "各县市区", "市自然资源和规划局 市住建局 市卫健委 市总工会", "", ""),
    ("2.3.3.c", "", "", "婴幼儿照护服务机构", ""),
    ("2.3.3.f", "", "", "婴幼儿照护服务机构", ""),
    ("2.3.3.i", "", "", "卫健部门", ""),
    ("2.3.3.resp", "各县市区 市委编办 市行政审批局 市民政局 市市场监管局", "市卫健委 市教育局", "", ""),
    ("2.3.4.a", "各县市区", "市卫健委 市行政审批局 市民政局 市市场监管局", "", ""),
    ("2.3.4.b", "各县市区", "市卫健委 市行政审批局 市民政局 市市场监管局", "", ""),
    ("2.3.4.resp", "各县市区", "市卫健委 市行政审批局 市民政局 市市场监管局", "", ""),
    ("2.3.5.a", "市人社局 市教育局", "市卫健委", "", ""),
    ("2.3.5.b", "市人社局 市教育局", "市卫健委", "", ""),
    ("2.3.5.c", "市人社局 市教育局", "市卫健委", "高等院校和职业院校", ""),
    ("2.3.5.d", "市人社局 市教育局", "市卫健委", "", ""),
    ("2.3.5.e", "市人社局 市教育局", "市卫健委", "", ""),
    ("2.3.5.resp", "市人社局 市教育局", "市卫健委", "", ""),
    ("2.4.1.a", "各县市区 市卫健委", "市行政审批局 市市场监管局 市民政局", "", ""),
    ("2.4.1.b", "各县市区 市卫健委", "市行政审批局 市市场监管局 市民政局", "", ""),
    ("2.4.1.c", "各县市区 市卫健委", "市行政审批局 市市场监管局 市民政局", "", ""),
    ("2.4.1.d", "各县市区 市卫健委", "市行政审批局 市市场监管局 市民政局", "", ""),
    ("2.4.1.resp", "各县市区 市卫健委", "市行政审批局 市市场监管局 市民政局", "", ""),
    ("2.4.2.a", "", "", "各县市区人民政府", ""),
    ("2.4.2.b", "", "", "各相关部门", ""),
    ("2.4.2.c", "", "", "婴幼儿照护服务机构", ""),
    ("2.4.2.d", "", "", "婴幼儿照护服务机构", ""),
    ("2.4.2.e", "", "", "婴幼儿照护服务机构", ""),
    ("2.4.2.g", "", "", "各职能部门", ""),
    ("2.4.2.h", "各县市区", "市发改委 市卫健委 市教育局 市公安局 市民政局 市人社局 市市场监管局 市住建局 市应急管理局 市总工会 团市委 市妇联 市计生协", "", ""),
    ("2.4.2.resp", "各县市区", "市发改委 市卫健委 市教育局 市公安局 市民政局 市人社局 市市场监管局 市住建局 市应急管理局 市总工会 团市委 市妇联 市计生协", "", ""),
    ("2.4.3.a", "", "", "婴幼儿照护服务机构", ""),
    ("2.4.3.b", "", "", "婴幼儿照护服务机构 妇幼保健机构", ""),
    ("2.4.3.e", "", "", "妇幼保健机构 疾病预防控制机构 卫生监督机构", ""),
    ("2.4.3.resp", "市卫健委", "", "", ""),
    ("2.4.4.a", "", "", "婴幼儿照护服务机构", ""),
    ("2.4.4.b", "", "", "婴幼儿照护服务机构", ""),
    ("2.4.4.c", "", "", "婴幼儿照护服务机构 相关部门", ""),
    ("2.4.4.d", "", "", "市场监管部门", ""),
    ("2.4.4.resp", "各县市区", "市发改委 市教育局 市市场监管局", "", ""),
    ("2.4.5.a", "各县市区 市行政审批局 市民政局 市市场监管局 市人社局", "市卫健委 市公安局 市教育局", "", ""),
    ("2.4.5.resp", "各县市区 市行政审批局 市民政局 市市场监管局 市人社局", "市卫健委 市公安局 市教育局", "", ""),
    ("3.1.a", "", "", "各地 各部门", ""),
    ("a1.5.1", "", "", "成员单位", ""),
    ("a1.5.2", "", "", "成员单位", ""),
    ("a1.5.3", "", "", "各县市区", ""),
)
# fmt: on

[SAFETY] = (row for row in ROWS if row.number == "2.4.2.resp")
[STAFF_ENTRY] = (row for row in ROWS if row.number == "2.4.5.resp")
COUNTY_APPROVAL = printed(Body.ADMIN_APPROVAL, Level.COUNTY, OFFICES)

TASKS = (
    *ROWS,
    # The sentence names nobody: its item's list answers, unless it is read as the institution's.
    Task(
        clause=C["2.4.2.f"],
        under=("goods_actor", "unnamed"),
        lead=SAFETY.lead,
        support=SAFETY.support,
    ),
    Task(
        clause=C["2.4.2.f"],
        under=("goods_actor", "institution"),
        acting=named(OFFICES, "婴幼儿照护服务机构"),
    ),
    # Both sentences print the approval office beside the other; its route stands in the annex,
    # which says when it is the one.
    Task(
        clause=C["2.3.3.a"],
        part="approval_office",
        title=Text(zh="登记非营利机构", en="register non-profit institutions"),
        acting=(COUNTY_APPROVAL,),
    ),
    Task(
        clause=C["2.3.3.b"],
        part="approval_office",
        title=Text(zh="登记营利机构", en="register for-profit institutions"),
        acting=(COUNTY_APPROVAL,),
    ),
    # For non-profit ones the first step of a registration says so (2.3.3.a).
    Task(
        clause=C["2.3.3.b"],
        part="institution",
        title=Text(zh="营利机构办理注册登记", en="register as a for-profit institution"),
        acting=named(OFFICES, "婴幼儿照护服务机构"),
    ),
    # Prohibited is it to the persons (a rule); the item's list has to keep them out.
    Task(
        clause=C["2.4.5.b"],
        title=Text(zh="对虐童者与直接管理者终身禁入", en="bar abusers and their managers for life"),
        modality=Modality.MUST,
        lead=STAFF_ENTRY.lead,
        support=STAFF_ENTRY.support,
    ),
    # Who sets the conference up is not said; what it is for is.
    Task(
        clause=C["3.1.b"],
        title=Text(zh="统筹协调全市照护服务工作", en="coordinate care work in the whole city"),
        acting=named(OFFICES, "联席会议"),
    ),
    # The sentence asks two things; to supervise and assess comes back, and is a duty.
    Task(
        clause=C["3.3.a"],
        part="supervision",
        title=Text(zh="落实监管责任", en="answer for supervision"),
        acting=named(OFFICES, "各县市区 各相关部门"),
    ),
    *ANNEX,
)
