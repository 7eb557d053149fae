"""Cases with right answers, by their names in the list of facts: c34, c35, c36 and c39."""

import careplan as cp


def test_c34_rating_3_ends_at_floor_2() -> None:
    # gb.floor.3
    premises = cp.Premises(fire_rating=3, highest_floor=3, below_ground=False)
    plan = cp.get_plan("national_fire_code_2018")
    a = cp.assess(cp.Institution(premises=premises), plan)
    assert a.outcome is cp.Outcome.NOT_MET
    assert a.finding("5.4.4.3").outcome is cp.Outcome.NOT_MET


def test_c35_floor_2_is_met_for_1_to_3_and_not_for_4() -> None:
    # gb.floor.1, gb.floor.2, gb.floor.3, gb.floor.4
    premises = cp.Premises(highest_floor=2, below_ground=False)
    plan = cp.get_plan("national_fire_code_2018")
    a = cp.assess(cp.Institution(premises=premises), plan)
    assert (a.outcome, a.missing) == (cp.Outcome.UNKNOWN, ("premises.fire_rating",))
    known = [a.finding(f"5.4.4.{rating}").outcome for rating in (1, 2, 3, 4)]
    assert known == [*[cp.Outcome.MET] * 3, cp.Outcome.UNKNOWN]


def test_c36_10_000_m2_is_excluded_and_the_flow_may_still_trigger() -> None:
    # mb.area, mb.flow
    venue = cp.Venue(building_area_m2=10_000, mothers_and_infants_stay=True)
    a = cp.assess(venue, cp.get_plan("national_rooms_2016"))
    assert a.outcome is cp.Outcome.UNKNOWN
    assert a.missing[0] == "daily_visitors"


def test_c39_three_infants_have_three_hours() -> None:
    # wom.break, wom.extra: 1 + 2 x 1
    plan = cp.get_plan("national_women_2012")
    worker = cp.facts(cp.NursingEmployee)
    for hours in (1, 2):
        subject = cp.NursingEmployee(
            infants_nursed=3, infant_age_months=8, nursing_hours_a_day=hours
        )
        (remedy,) = cp.remedies(cp.assess(subject, plan))
        assert remedy.finding.clause.number == "9.2.b"
        assert [one.needed for one in remedy.options] == [worker.nursing_hours_a_day >= 3]
    enough = cp.NursingEmployee(infants_nursed=3, infant_age_months=8, nursing_hours_a_day=3)
    assert cp.assess(enough, plan).outcome is cp.Outcome.MET
