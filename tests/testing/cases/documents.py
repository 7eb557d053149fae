"""The documents whose cases are looked at: the five, those of outsiders, and fictitious ones."""

from lots import PLAN as LOTS
from outside.chongqing_2017 import PLAN as CHONGQING
from outside.hubei_timeline_2017 import PLAN as HUBEI
from outside.nanjing_union_stars_2017 import PLAN as NANJING
from outside.national_classes_2019 import PLAN as CLASSES
from outside.national_filing_2019 import PLAN as FILING
from outside.own_county import PLAN as OWN
from steps_and_stars import STEPS

import careplan as cp

OURS = {plan_id: cp.get_plan(plan_id) for plan_id in cp.plan_ids()}
OTHERS = (CHONGQING, HUBEI, NANJING, CLASSES, FILING, OWN, STEPS, LOTS)
EVERY = (*OURS.values(), *OTHERS)
