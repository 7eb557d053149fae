"""Shiyan 2021: care for children under three.

Source: 十堰市促进3岁以下婴幼儿照护服务发展实施方案. The date is printed as 2021817 and read
as 17 August 2021; no document number is printed.

Limits: the national setting standard and management norm, the allocation catalogue, the
rules of tax relief, subsidies and local support are other texts and declared facts here;
no amount, cap, head count or rate is stated and none is made up. "Timely" has no days, and
"a batch", "basically" and "generally" no number. Counties are not listed by name. Two
bureaus with tasks (local finance; banking and insurance) have no seat in the conference,
and the fire and rescue unit has a seat but stands in no task list. Everything is encoded;
what is declined carries its reason. Summaries are ours, numbers are printed ones.

A sentence that names nobody takes the roles of the list that closes its item ("….resp");
so does one that encourages or supports somebody, who then acts. Chapters 一 and 三 close with
no list. Banks, insurers and kindergartens, of which the text speaks as well, are no offices here.
Where a benefit, a target or a recurring duty says by itself whom a sentence names, there is no
task. What conference and member units do is in annex 1.
"""

from datetime import date

from careplan import writing as w
from careplan.plans.shiyan_2021 import (
    annex1_1_4_conference,
    annex1_4_5_members,
    ch1_goals,
    ch2_1_support,
    ch2_2_1_2_communities,
    ch2_2_3_6_providers,
    ch2_3_1_3_registration,
    ch2_3_4_5_records,
    ch2_4_supervision,
    ch3_safeguards,
)
from careplan.plans.shiyan_2021.offices import OFFICES

PLAN = w.Plan.of(
    "shiyan_2021",
    w.Document(
        title=w.Text(
            zh="十堰市促进3岁以下婴幼儿照护服务发展实施方案",
            en="Shiyan plan for the care of children under three",
        ),
        issuer=w.Text(zh="十堰市人民政府", en="City of Shiyan"),
        issued_on=date(2021, 8, 17),
    ),
    (
        ch1_goals.CLAUSES,
        ch2_1_support.CLAUSES,
        ch2_2_1_2_communities.CLAUSES,
        ch2_2_3_6_providers.CLAUSES,
        ch2_3_1_3_registration.CLAUSES,
        ch2_3_4_5_records.CLAUSES,
        ch2_4_supervision.CLAUSES,
        ch3_safeguards.CLAUSES,
        annex1_1_4_conference.CLAUSES,
        annex1_4_5_members.CLAUSES,
    ),
    questions=(
        ch1_goals.UNDER_THREE,
        ch2_1_support.SUPPORTED,
        ch2_2_3_6_providers.UPPER_AGE,
        ch2_2_1_2_communities.EMPHASIS,
        *ch2_3_1_3_registration.QUESTIONS,
        *ch2_4_supervision.QUESTIONS,
    ),
    offices=OFFICES,
)
