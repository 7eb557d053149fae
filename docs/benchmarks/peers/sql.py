"""The tasks in SQL, written by hand: null is unknown, and AND, OR, NOT are Kleene's.

Each answers in the order of the subjects, which is left to who asks: one column, `kept`.
"""

_MEANT = """(
    category IN ('amusement_venue', 'commercial_centre', 'community_service_centre',
        'cultural_centre', 'government_service_centre', 'hospital',
        'integrated_passenger_hub', 'scenic_area', 'transport_hub')
    OR (category = 'coach_station' AND coach_station_grade <= 2)
    OR (category NOT IN ('characteristic_park', 'other', 'service_area', 'university',
        'coach_station') AND treated_as_listed)
)"""
LADDER = f"""
SELECT id, NOT {_MEANT} OR (
    (NOT building_area_m2 BETWEEN 5000 AND 10000 OR largest_room_m2 >= 6)
    AND (NOT building_area_m2 > 10000 OR largest_room_m2 >= 10)
) AS kept FROM subjects
"""  # noqa: S608 - of our own texts
ROOMS = f"""
WITH sized AS (
    SELECT parent,
        bool_or(independent AND usable_area_m2 >= 6) AS six,
        bool_or((independent AND usable_area_m2 >= 6) IS NULL) AS six_open,
        bool_or(independent AND usable_area_m2 >= 10) AS ten,
        bool_or((independent AND usable_area_m2 >= 10) IS NULL) AS ten_open
    FROM rooms GROUP BY parent
), asked AS (
    SELECT subjects.*,
        CASE WHEN rooms IS NULL THEN NULL WHEN six THEN TRUE
            WHEN six_open THEN NULL ELSE FALSE END AS has_six,
        CASE WHEN rooms IS NULL THEN NULL WHEN ten THEN TRUE
            WHEN ten_open THEN NULL ELSE FALSE END AS has_ten
    FROM subjects LEFT JOIN sized ON parent = id
)
SELECT id, NOT {_MEANT} OR (
    (NOT building_area_m2 BETWEEN 5000 AND 10000 OR has_six)
    AND (NOT building_area_m2 > 10000 OR has_ten)
) AS kept FROM asked
"""  # noqa: S608 - of our own texts
_ITEMS = (
    (15, "area_m2 >= 10"),
    (5, "private"),
    (10, "clean"),
    (5, "free_of_clutter"),
    (5, "free_of_dust"),
    (5, "free_of_odour"),
    (10, "equipment__table >= 1 AND equipment__chair >= 1"),
    (5, "equipment__power_socket >= 1"),
    (10, "equipment__refrigerator >= 1"),
    (5, "equipment__microwave >= 1"),
    (5, "equipment__water_dispenser >= 1"),
    (5, "equipment__storage_cabinet >= 1"),
    (5, "equipment__disinfection_cabinet >= 1"),
    (5, "supplies__hand_and_mouth_wipes AND supplies__cleaning_cloths"),
    (5, "use_register AND ledger_kept"),
)
_SURE = " + ".join(f"CASE WHEN {what} THEN {points} ELSE 0 END" for points, what in _ITEMS)
_OPEN = " + ".join(f"CASE WHEN NOT ({what}) THEN 0 ELSE {points} END" for points, what in _ITEMS)
SHEET = f"""
SELECT id, CASE WHEN {_SURE} >= 80 THEN TRUE WHEN {_OPEN} < 80 THEN FALSE END AS kept
FROM subjects
"""  # noqa: S608 - of our own texts
TWELVE = """
SELECT id, NOT (
    kind IN ('state_organ', 'enterprise', 'public_institution')
    AND (female_employees >= 100 OR many_female_employees OR pregnant_or_nursing_employees >= 5)
    AND conditions_allow
) OR (
    flexible_hours AND keeps_jobs AND breastfeeding_time
    AND (eases_care OR offers_care) AND (care_on_site OR runs_care_institution)
) AS kept FROM subjects
"""
WRITTEN = {"ladder": LADDER, "sheet": SHEET, "twelve": TWELVE, "rooms": ROOMS}
