"""The wording to register is a document's own: its words, their order, and whether it asks."""

from typing import Any

import attrs
import pytest
from own_documents import (
    BASE_ONLY,
    FULL,
    HALF,
    MODES,
    Stall,
    county,
    ours,
    stall,
)

import careplan as cp
from careplan import writing as w
from careplan.verbs.registering.paths import RegistrationPaths

FOR = cp.ProfitStatus.FOR_PROFIT
SOCIAL = cp.LegalForm.SOCIAL_SERVICE_ORGANISATION


def scopes(subject: Any, modes: Any, condition: Any = cp.all_of(), **parts: Any) -> Any:  # noqa: B008 - a criterion never changes
    """Return the wording and what it still needs on the one path."""
    scope = w.BusinessScope(**BASE_ONLY, modes=modes)
    plan = county(condition, scope=scope, **parts)
    (path,) = cp.registration_paths(subject, plan).paths
    return path.business_scope, path.missing


def test_a_document_that_names_no_modes_asks_for_none() -> None:
    """国卫办人口发〔2019〕25号: the registered scope names 托育服务, and no modes."""
    for modes in (None, {FULL}, {cp.ServiceMode.OTHER}):
        assert scopes(cp.Applicant(service_modes=modes), None) == ("托育服务", ())
    # Whether it is asked for still depends on what is not stated.
    scope = w.BusinessScope(**{**BASE_ONLY, "applies": ours.profit_status == FOR}, modes=None)
    plan = county(ours.in_special_zone, scope=scope)
    (path,) = cp.registration_paths(cp.Applicant(), plan).paths
    assert (path.business_scope, path.missing) == (None, ("in_special_zone", "profit_status"))
    # A social service organisation is non-profit (Civil Code 87), so nothing asks for it.
    (path,) = cp.registration_paths(cp.Applicant(legal_form=SOCIAL), plan).paths
    assert (path.business_scope, path.missing) == (None, ("in_special_zone",))
    (path,) = cp.registration_paths(cp.Applicant(profit_status=FOR), plan).paths
    assert path.business_scope == "托育服务"


@pytest.mark.parametrize(
    ("stated", "wording"),
    [
        ({FULL}, "全日托育服务（试点）"),
        # In the order of the document's words, with what it puts between them.
        ({FULL, cp.ServiceMode.HOURLY}, "钟点和全日托育服务（试点）"),
        # A mode it has no word for cannot be written, nor left out.
        ({FULL, HALF}, None),
        ({HALF}, None),
    ],
)
def test_the_words_and_their_order_are_the_documents(stated: Any, wording: str | None) -> None:
    subject = cp.Applicant(service_modes=stated)
    assert scopes(subject, w.ModeWords(**MODES)) == (wording, ())
    assert scopes(cp.Applicant(), w.ModeWords(**MODES)) == (None, ("service_modes",))


def test_an_own_noun_says_which_fact_lists_its_modes() -> None:
    modes = w.ModeWords(**{**MODES, "listed_in": "hours"})
    own = {"modes": modes, "condition": stall.covered, "conflict": cp.any_of()}
    assert scopes(Stall(hours={FULL}), **own) == ("全日托育服务（试点）", ("covered",))
    assert scopes(Stall(), **own) == (None, ("covered", "hours"))
    assert scopes(Stall(hours=[]), **own) == (None, ("covered",))  # nothing to write


def test_a_base_that_looks_like_a_place_is_written_as_it_is() -> None:
    modes = w.ModeWords(**{**MODES, "pattern": "{base}{modes}"})
    assert modes.written("{modes}", {FULL}) == "{modes}全日"
    assert w.BusinessScope(**BASE_ONLY, modes=modes).wording() is None


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"listed_in": "nope"}, ("scope.modes.listed_in", "not_found")),
        ({"listed_in": "legal_form"}, ("scope.modes.listed_in", "wrong_fact")),
        ({"words": [("weekly", "周托")]}, ("scope.modes.words[0]", "not_an_option")),
    ],
)
def test_modes_are_those_of_the_noun(changed: Any, problem: tuple[str, str]) -> None:
    with pytest.raises(cp.InvalidInput) as error:
        scopes(cp.Applicant(), w.ModeWords(**{**MODES, **changed}))
    assert [(one.path, one.code) for one in error.value.problems] == [problem]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"listed_in": " "}, ("listed_in", "blank")),
        ({"words": [("hourly", " ")]}, ("words[0]", "blank")),
        ({"words": [("hourly", "甲"), ("hourly", "乙")]}, ("words", "duplicate")),
        ({"pattern": "{modes}"}, ("pattern", "no_place")),
        ({"pattern": "{base}（{modes}、{modes}）"}, ("pattern", "no_place")),
    ],
)
def test_words_that_nobody_could_write(changed: Any, problem: tuple[str, str]) -> None:
    with pytest.raises(cp.InvalidInput) as error:
        w.ModeWords(**{**MODES, **changed})
    assert [(one.path, one.code) for one in error.value.problems] == [problem]


def test_a_scope_that_is_owed_and_cannot_be_worded_is_not_passed_over() -> None:
    """Shiyan 2.3.3.c asks a for-profit institution for its scope; it lists no word for 其他."""
    shiyan = cp.get_plan("shiyan_2021")
    subject = cp.Applicant(
        profit_status=FOR,
        approval_powers_merged=False,
        service_modes={cp.ServiceMode.FULL_DAY, cp.ServiceMode.OTHER},
    )
    found = cp.registration_paths(subject, shiyan)
    (path,) = found.paths
    assert (path.business_scope, path.missing) == (None, ())
    assert path.unworded == (cp.ServiceMode.OTHER.label,)
    assert "须登记经营范围，但文件没有此类服务形式的写法：其他" in path.explain("zh")
    assert "the document has no word for: other care" in found.explain("en")
    assert cp.codec.loads(cp.codec.dumps(found), RegistrationPaths) == found
    data = cp.codec.unstructure(found)
    data["paths"][0]["unworded"] = []
    with pytest.raises(cp.InvalidInput, match="unworded"):
        cp.codec.structure(data, RegistrationPaths)
    # Whom the text does not ask for a scope, it is silent about.
    other = attrs.evolve(subject, profit_status=cp.ProfitStatus.NON_PROFIT)
    (one, *_) = cp.registration_paths(other, shiyan).paths
    assert (one.business_scope, one.unworded) == (None, None)


def test_a_plan_of_an_older_format_is_worded_as_it_was() -> None:
    shiyan = cp.get_plan("shiyan_2021")
    data = cp.codec.unstructure(shiyan)
    del data["registration"]["scope"]["modes"]
    for version in (1, 2):
        assert cp.codec.structure({**data, "format": version}, cp.Plan) == shiyan
    with pytest.raises(cp.InvalidInput, match=r"registration\.scope\.modes: must be stated"):
        cp.codec.structure({**data, "format": 3}, cp.Plan)
    data["registration"]["scope"] = "broken"
    with pytest.raises(cp.InvalidInput, match=r"registration\.scope"):
        cp.codec.structure({**data, "format": 2}, cp.Plan)
