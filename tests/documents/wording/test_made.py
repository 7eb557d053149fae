"""Every display says last by what it was made; the answer alone does not."""

import pickle
import re
from collections.abc import Callable
from datetime import date

import attrs
import pytest

import careplan as cp
from careplan import codec
from careplan.audit import find_flaws
from careplan.audit.flaws import Flaws
from careplan.display.result import Shown
from careplan.documents.wording.made import made_lines
from careplan.fields.digests import short_form
from careplan.results import Assessment

SHUANGLIAO = cp.get_plan("shuangliao_2021")
SHIYAN = cp.get_plan("shiyan_2021")
DAWA = cp.get_plan("dawa_2023")
BDA = cp.get_plan("bda_2017")
DAY = date(2024, 9, 30)
MALL = cp.Venue(category=cp.VenueCategory.COMMERCIAL_CENTRE, building_area_m2=12_000, rooms=[])
SHEET = BDA.scorecards["care_room"]
FORM = BDA.forms["contact"]
TARGET = DAWA.targets["slots_per_thousand"]
LEDGER = DAWA.ledgers["slots"]
DECIDES = {"zh": "以文件原文为准，本结果不是裁定。", "en": "The text decides; this is no ruling."}

# What is shown, and the object of which it has document and digest.
SHOWN: dict[str, tuple[Callable[[], Shown], object]] = {
    "assess": (lambda: cp.assess(MALL, SHUANGLIAO), SHUANGLIAO),
    "assess by several": (lambda: cp.assess(MALL, [SHUANGLIAO, BDA], on=DAY), SHUANGLIAO),
    "owed": (lambda: cp.owed(MALL, SHUANGLIAO), SHUANGLIAO),
    "registration": (lambda: cp.registration_paths(cp.Applicant(), SHIYAN), SHIYAN),
    "agenda": (lambda: cp.agenda(SHUANGLIAO, date(2021, 8, 1), date(2021, 9, 30)), SHUANGLIAO),
    "score": (lambda: cp.score(SHEET, {"area": 20}), SHEET),
    "target": (lambda: cp.track_progress(TARGET, [], on=DAY), TARGET),
    "ledger": (lambda: cp.track_progress(LEDGER, [], on=DAY), LEDGER),
    "periods": (lambda: cp.progress_table(LEDGER, [], periods=cp.quarters(2024)), LEDGER),
    "form": (lambda: cp.check_form(FORM, {}), FORM),
    "plan": (lambda: SHUANGLIAO, SHUANGLIAO),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", SHOWN)
def test_a_display_says_last_by_what_it_was_made(name: str, language: str) -> None:
    make, source = SHOWN[name]
    said = make().explain(language).splitlines()
    [first] = [place for place, line in enumerate(said) if f"careplan {cp.__version__}" in line]
    made = said[first:]
    assert made[-1] == DECIDES[language]
    document = source.document  # type: ignore[attr-defined]  # a plan or an object of one
    assert document.title.get(language) in made[1]
    assert short_form(source.digest) in made[1]  # type: ignore[attr-defined]
    assert make().explain(language, detail="all").splitlines()[-len(made) :] == made


@pytest.mark.parametrize("name", SHOWN)
def test_the_answer_alone_says_nothing_of_it(name: str) -> None:
    said = SHOWN[name][0]().explain("zh", detail="short")
    assert "careplan" not in said
    assert DECIDES["zh"] not in said


@pytest.mark.parametrize("name", SHOWN)
def test_in_chinese_only_the_name_of_the_library_is_in_latin_letters(name: str) -> None:
    lines = SHOWN[name][0]().explain("zh").splitlines()
    made = lines[next(n for n, line in enumerate(lines) if "careplan" in line) :]
    assert re.findall("[A-Za-z]+", "".join(made)) == ["careplan"]


def test_the_readings_taken_are_said_in_words() -> None:
    found = cp.assess(MALL, SHUANGLIAO, readings={"existing_rooms": "improve"}, on=DAY)
    [reading] = [one for one in found.readings if one.interpretation.id == "existing_rooms"]
    assert reading.option.id == "improve"
    made = made_lines("zh", found.plan, on=found.on, readings=found.readings)
    assert len([line for line in made if reading.option.text.zh in line]) == 1
    assert "existing_rooms" not in "".join(made)
    # All on one line, behind version, document and day, before that the text decides.
    assert len(found.readings) == 2
    assert made[3].startswith("所采用的理解：")
    assert all(one.option.text.zh in made[3] for one in found.readings)
    assert made[3].count("；") == 1
    assert len(made) == 5


def test_several_documents_are_said_each() -> None:
    found = cp.assess(MALL, [SHUANGLIAO, BDA])
    said = found.explain("zh")
    assert all(short_form(plan.digest) in said for plan in (SHUANGLIAO, BDA))


def test_an_answer_from_json_names_no_data_as_it_may_be_of_other_data() -> None:
    again = codec.loads(codec.dumps(cp.assess(MALL, SHUANGLIAO)), Assessment)
    assert again.plan is None
    said = again.explain("en")
    assert f"careplan {cp.__version__}" in said
    assert DECIDES["en"] in said
    assert short_form(SHUANGLIAO.digest) not in said


def test_a_ledger_of_no_document_is_named_by_its_digest_alone() -> None:
    own = attrs.evolve(LEDGER, document=None)
    made = made_lines("en", own)
    assert made[1] == f"Check digits of the data: {short_form(own.digest)}."
    assert len(made) == 3


def test_a_hostile_title_begins_no_line() -> None:
    title = cp.Text(zh="甲\n乙\u202e", en="a\nb")
    document = attrs.evolve(DAWA.document, title=title)
    made = made_lines("zh", attrs.evolve(LEDGER, document=document))
    assert len(made) == 3
    assert "\n" not in "".join(made)
    assert "\u202e" not in "".join(made)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_hold_it_as_well(language: str) -> None:
    found = cp.assess(MALL, SHUANGLIAO)
    digits = short_form(SHUANGLIAO.digest)
    assert digits in found.to_html(language)
    assert digits.replace("-", "") in found.to_markdown(language).replace("\\", "").replace("-", "")


def test_an_entry_of_a_calendar_says_it_by_itself() -> None:
    # A calendar takes entries one by one: each says by what it was made.
    agenda = cp.agenda([SHUANGLIAO, SHIYAN], date(2021, 8, 1), date(2021, 9, 30))
    unfolded = agenda.to_ical().replace("\r\n ", "")
    said = [line for line in unfolded.split("\r\n") if line.startswith("DESCRIPTION")]
    assert said
    digits = [short_form(plan.digest) for plan in (SHUANGLIAO, SHIYAN)]
    assert all(sum(one in line for one in digits) == 1 for line in said)
    assert all(DECIDES["zh"] in line for line in said)


def test_what_a_plan_shows_of_itself_says_by_what_it_was_made() -> None:
    plan = cp.get_plan("shuangliao_2021")
    made = made_lines("zh", plan)
    shown = (plan, plan.matrix(), plan.show("4.1.b"), plan.coverage(), find_flaws(plan))
    for one in shown:
        assert tuple(one.explain().split("\n")[-len(made) :]) == made
        assert one.explain().split("\n")[1].startswith("依据：") or one is plan
    both = cp.matrix([plan, cp.get_plan("dawa_2023")])
    assert both.explain().count("数据校验码") == 2  # of each plan


def test_flaws_keep_their_plan_when_they_travel() -> None:
    found = find_flaws(cp.get_plan("shuangliao_2021"))
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 - what was just written
    assert (again, again.explain()) == (found, found.explain())
    assert Flaws(found).explain("en").split("\n")[1] != found.explain("en").split("\n")[1]
