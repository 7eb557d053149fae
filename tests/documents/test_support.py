"""How a clause is known: what each support takes, what is said of it, and where it is said."""

from typing import Any

import pytest

import careplan as cp
from careplan import codec
from careplan import writing as w
from careplan.documents.coverage import known_of
from careplan.documents.support import OWN

OFFICIAL = w.Source(
    title=("某部网站", "a ministry"), official=True, address="https://example.org/a"
)
COPY, OTHER = w.Source(title=("甲网", "site A")), w.Source(title=("乙网", "site B"))
GROUP = cp.facts(cp.ClassGroup)


@pytest.mark.parametrize(
    ("support", "sources", "enough"),
    [
        (w.Support.OWN_TEXT, (), True),
        (w.Support.UNSEEN, (), True),
        (w.Support.SOLID, (), False),
        (w.Support.SOLID, (COPY,), False),
        (w.Support.SOLID, (COPY, OTHER), True),
        (w.Support.SOLID, (COPY, COPY), False),  # one page twice is one page
        (w.Support.SOLID, (OFFICIAL,), True),
        (w.Support.CORROBORATED, (), False),
        (w.Support.CORROBORATED, (COPY,), True),
    ],
)
def test_no_clause_claims_more_than_its_pages_carry(
    support: w.Support, sources: tuple[w.Source, ...], enough: bool
) -> None:
    if enough:
        assert w.known_from(support, *sources).support is support
        return
    with pytest.raises(cp.InvalidInput) as caught:
        w.known_from(support, *sources)
    (problem,) = caught.value.problems
    assert (problem.path, problem.code, problem.value) == (
        "sources",
        "too_few_sources",
        len(sources),
    )
    for language in ("zh", "en"):
        assert support.label.get(language) in problem.text(language)


@pytest.mark.parametrize(
    ("given", "seen", "zh"),
    [
        (w.known_from(w.Support.OWN_TEXT), True, "据原文"),
        (w.known_from(w.Support.SOLID, OFFICIAL), True, "据官方网页、公布的法律文本或全文转载"),
        (w.known_from(w.Support.SOLID, COPY, OTHER), False, "据两份以上相互一致的副本，未见原件"),
        (w.known_from(w.Support.UNSEEN), False, "只知有此部分，未见内容"),
        (w.known_from(w.Support.CORROBORATED, COPY), False, "据一份副本，别处有相同内容，未见原件"),
        # One official page among the corroborating makes it no better known than it is.
        (
            w.known_from(w.Support.CORROBORATED, OFFICIAL),
            False,
            "据一份副本，别处有相同内容，未见原件",
        ),
    ],
)
def test_it_says_whether_the_text_was_seen(given: w.KnownFrom, seen: bool, zh: str) -> None:
    assert (given.seen, given.told("zh")) == (seen, zh)
    assert given.told("en").isascii()


def test_the_pages_are_named_where_all_is_told() -> None:
    known = w.known_from(w.Support.SOLID, COPY, ("丙网", "site C"), also=[OTHER], facts="a.b c.d")
    assert known.facts == ("a.b", "c.d")
    assert known.told_whole("zh").endswith("（甲网、丙网）；另见乙网")
    assert all(name in known.told_whole("en") for name in ("site A", "site C", "site B"))
    assert OWN.told_whole("zh") == "据原文"


@pytest.mark.parametrize("given", [(("甲", "a", "b"),), (3,), (None,)])
def test_what_is_no_page_is_refused(given: tuple[Any, ...]) -> None:
    with pytest.raises(cp.InvalidInput):
        w.known_from(w.Support.SOLID, OFFICIAL, *given)


def small(known: w.KnownFrom | None = None, of_all: w.KnownFrom | None = None) -> cp.Plan:
    document = w.Document(title="某标准", issuer="某部", parallels=("某规范",), known_from=of_all)
    return w.Plan.of(
        "known",
        document,
        (
            w.clause("1", "第一条", w.MUST, "每班不超过10人", "Ten children at most.",
                w.duty(requires=GROUP.children <= 10), known_from=known),
            w.clause("2", "第二条", w.FACT, "口号", "A slogan.", w.declined("口号", "a slogan")),
        ),
    )  # fmt: skip


def test_a_clause_is_known_as_it_says_or_its_document_does() -> None:
    solid, weak = (
        w.known_from(w.Support.SOLID, OFFICIAL),
        w.known_from(w.Support.CORROBORATED, COPY),
    )
    for plan, expected in (
        (small(), (OWN, OWN)),
        (small(weak), (weak, OWN)),
        (small(of_all=solid), (solid, solid)),
        (small(weak, solid), (weak, solid)),
    ):
        assert tuple(known_of(one, plan.document) for one in plan.clauses) == expected
        assert tuple(plan.show(n).known_from for n in "12") == expected


def test_answers_pages_and_coverage_say_so() -> None:
    plan = small(w.known_from(w.Support.CORROBORATED, COPY, also=[OTHER]))
    told = "据一份副本，别处有相同内容，未见原件"
    answer = cp.assess(cp.ClassGroup(children=11), plan)
    assert f"注：第一条：{told}。" in answer.explain()
    assert f"{told}（甲网）；另见乙网" in plan.show("1").explain()
    assert told not in plan.show("2").explain()
    coverage = plan.coverage()
    assert coverage.known == {w.Support.CORROBORATED: ("1",), w.Support.OWN_TEXT: ("2",)}
    assert f"{told}：1条" in coverage.explain()
    assert [row["support"] for row in coverage.records()] == ["own_text", "corroborated"]
    assert plan.show("1").records()[0]["support"] == "corroborated"
    page = plan.to_html("zh")
    assert "某规范" in page
    assert told in page


def test_what_is_known_from_the_text_itself_is_not_said_of_answers() -> None:
    answer = cp.assess(cp.ClassGroup(children=11), small())
    assert not any(told in answer.explain() for told in ("据原文", "副本", "原件"))


def test_what_a_clause_is_known_from_reads_and_writes_as_json() -> None:
    plan = small(w.known_from(w.Support.SOLID, COPY, OTHER, also=[OFFICIAL], facts="a"))
    assert codec.loads(codec.dumps(plan), cp.Plan) == plan
    assert "known_from" not in codec.dumps(small())


@pytest.mark.parametrize("also", [("某标准",), ["某标准"], "某标准", w.Source(title="某标准")])
def test_one_page_beside_may_stand_by_itself(also: Any) -> None:
    known = w.known_from(w.Support.CORROBORATED, "甲网", also=also)
    assert [source.title.zh for source in known.also] == ["某标准"]


@pytest.mark.parametrize("given", [{"also": None}, {"also": 5}, {"facts": None}, {"facts": 5}])
def test_what_is_no_list_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(cp.InvalidInput):
        w.known_from(w.Support.CORROBORATED, "甲网", **given)
