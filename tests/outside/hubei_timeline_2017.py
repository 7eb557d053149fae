"""Hubei, May 2017: which share of places has rooms by when, as a county's own project would.

The facts are in our own words, by the national press; this is not the text. Clause numbers and
locators are ours.
"""

import careplan as cp
from careplan import writing as w

CLAUSES = (
    w.clause(
        "1",
        "一",
        "应当",
        "2017年底公共场所半数以上、2018年底连同用人单位八成以上设母婴室，2020年底基本完成",
        w.target(
            "rooms",
            ("应设母婴室的单位设置率", "places that are to have a room and have one"),
            w.Measure.PERCENT,
            w.milestone(2017, 50, scope=("公共场所", "public places")),
            w.milestone(2018, 80, scope=("公共场所和用人单位", "public places and employers")),
            w.milestone(
                2020,
                words=("基本完成设置", "basically complete"),
                scope=("全部应设单位", "all that are to have one"),
            ),
            acting="各市州政府",
        ),
    ),
)

PLAN = cp.Plan.of(
    "hubei_timeline_2017",
    "母婴设施建设时间表（本库概述）",
    CLAUSES,
    issuer="湖北省",
    offices={"各市州政府": (cp.Body.LOCAL_GOVERNMENT, cp.Level.CITY)},
)
