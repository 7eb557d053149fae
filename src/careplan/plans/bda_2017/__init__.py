"""Beijing Economic-Technological Development Area 2017: mummy huts and care rooms.

Source: 北京经济技术开发区总工会《关于推进“爱心妈咪小屋”、母婴关爱室建设的通知》. No
document number or date is printed.

Limits: "characteristic park", "active" and "ripe" are undefined and taken as declared
facts. Main text and annexes disagree on the area of a care room and on who gets the
grant; each disagreement is an interpretation. No points per piece of equipment are made
up: 40 points stand for seven printed items. "Before 31 August" is read as including that
day unless the other reading is asked for. The forms ask neither for an area nor for a head
count, so they decide nothing. Every clause is encoded or declined with its reason.
Summaries are ours, numbers are printed ones.
"""

from careplan import writing as w
from careplan.plans.bda_2017 import (
    annex1,
    annex2_3_forms,
    annex4,
    ch1_2_drive,
    ch3_rewards,
    ch4_submission,
)
from careplan.plans.bda_2017.offices import OFFICES

PLAN = w.Plan.of(
    "bda_2017",
    w.Document(
        title=w.Text(
            zh="关于推进“爱心妈咪小屋”、母婴关爱室建设的通知",
            en="Notice on mummy huts and mother-and-baby care rooms",
        ),
        issuer=w.Text(
            zh="北京经济技术开发区总工会",
            en="Trade union of the Beijing Economic-Technological Development Area",
        ),
    ),
    (
        ch1_2_drive.CLAUSES,
        ch3_rewards.CLAUSES,
        ch4_submission.CLAUSES,
        annex1.CLAUSES,
        annex2_3_forms.CLAUSES,
        annex4.CLAUSES,
    ),
    questions=(
        ch3_rewards.GRANT_KINDS,
        annex1.CARE_ROOM_AREA,
        annex1.AREA_MEASURE,
        annex4.MARKING,
        ch1_2_drive.TEN_ROOMS,
        ch4_submission.BEFORE_THE_DAY,
    ),
    offices=OFFICES,
)
