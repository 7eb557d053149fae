"""What stands around an object of a drawn plan: its clause, the noun, the question, offices."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from careplan.base.frozenmap import FrozenMap
from careplan.base.text import Text
from careplan.documents.authorities.offices import Office, office_table
from careplan.documents.clauses import Clause, Document, Interpretation, Modality, Option
from careplan.documents.encoded import ByReading
from careplan.documents.scales.sheets import Share
from careplan.documents.support import AGREEING, KnownFrom, Source, Support
from careplan.fields.declaring import Noun
from careplan.nouns.bodies import Body, Level
from careplan.nouns.catalogue import NOUNS
from careplan.testing.drawn.criteria import criteria
from careplan.testing.drawn.dated import DAYS, validities

QUESTION = "question"
TAKEN, OTHER = "taken", "other"
OFFICES = FrozenMap(
    office_table(
        ("卫健部门", Body.HEALTH),
        ("县财政局", Body.FINANCE, Level.COUNTY),
        ("各镇", Body.TOWNSHIP, Level.TOWN),
        ("甲镇", Body.TOWNSHIP, Level.TOWN),
        ("成员单位", Body.MEMBER_UNITS),
        own_names="甲镇",
    )
)
AN_OFFICE = st.sampled_from(list(OFFICES.values()))
SOME_OFFICES: SearchStrategy[tuple[Office, ...]] = st.lists(AN_OFFICE, unique=True, max_size=2).map(
    tuple
)
SHARES = st.sampled_from([Share(0), Share(Fraction(2, 3)), Share(Decimal("0.8")), Share(1)])


def text(zh: str) -> Text:
    """Return a text in both languages."""
    return Text(zh=zh, en="drawn")


def texts(zh: str) -> SearchStrategy[Text | None]:
    """Draw a text in both languages, one in Chinese alone, or none."""
    return st.sampled_from([None, text(zh), Text(zh=zh)])


@attrs.frozen(kw_only=True)
class Around:
    """The clause that an object of a plan encodes, others that say it again, and of whom it asks.

    `asked` if the plan leaves a question open, so that criteria may differ by reading.
    """

    noun: type[Noun]
    clause: Clause
    also: tuple[Clause, ...] = ()
    asked: bool = False
    depth: int = 1

    def cited(self, part: str = "", *, under: bool = True) -> dict[str, SearchStrategy[Any]]:
        """Return what every object of a plan has; `under` if it may hold under one option."""
        others = st.lists(st.sampled_from(self.also), max_size=1) if self.also else st.just([])
        options = [(QUESTION, TAKEN), (QUESTION, OTHER)] if self.asked and under else []
        return {
            "clause": st.just(self.clause),
            "also": others.map(tuple),
            "part": st.just(part),
            "under": st.sampled_from([None, None, *options]),
            "within": st.none() | validities(),
        }

    def plain(self, depth: int = 1) -> SearchStrategy[Any]:
        """Draw a criterion about the noun."""
        return criteria(self.noun, depth=depth)

    def written(self) -> SearchStrategy[Any]:
        """Draw a criterion about the noun, which may differ by reading where a question is open."""
        one = self.plain(self.depth)
        if not self.asked:
            return one
        both = st.fixed_dictionaries({TAKEN: one, OTHER: one})
        return one | both.map(lambda options: ByReading(QUESTION, options))


def clauses(number: str = "1.a", locator: str = "第1条") -> SearchStrategy[Clause]:
    """Draw a clause, with a title of its own or without."""
    modality = st.sampled_from(Modality)
    return st.builds(
        Clause, st.just(number), st.just(locator), modality, st.just(text("条款")), texts("标题")
    )


def documents() -> SearchStrategy[Document]:
    """Draw what a document says of itself."""
    return st.builds(
        Document,
        title=st.just(text("方案")),
        issuer=st.just(text("机关")),
        number=st.sampled_from([None, "某发〔2021〕7号"]),
        issued_on=st.none() | DAYS,
        in_force=st.none() | validities(),
        supersedes=st.sampled_from([(), ("某发〔2019〕7号",)]),
        parallels=st.sampled_from([(), ("某发〔2020〕8号",)]),
        known_from=st.none() | known_from(),
    )


def sources() -> SearchStrategy[Source]:
    """Draw a page that quotes a text."""
    return st.builds(
        Source,
        title=st.sampled_from([text("甲网"), text("乙网"), text("丙报")]),
        official=st.booleans(),
        address=st.sampled_from([None, "https://example.org/a"]),
    )


def known_from() -> SearchStrategy[KnownFrom]:
    """Draw how a clause is known, from as many pages as any support needs."""
    return st.builds(
        KnownFrom,
        support=st.sampled_from(Support),
        sources=st.lists(
            sources(), min_size=AGREEING, max_size=AGREEING + 1, unique_by=lambda one: one.title
        ).map(tuple),
        also=st.lists(sources(), max_size=1).map(tuple),
        facts=st.sampled_from([(), ("a.b",)]),
    )


def question(clause: Clause, *more: str) -> Interpretation:
    """Return the question that a drawn plan leaves open, with two options, or more."""
    ids = (TAKEN, OTHER, *more)
    options = tuple(Option(one, text(f"理解{place}")) for place, one in enumerate(ids))
    return Interpretation(
        id=QUESTION, clauses=(clause.number,), question=text("问"), options=options
    )


@st.composite
def arounds(draw: st.DrawFn, *, asked: bool | None = None) -> Around:
    """Draw what stands around an object that is drawn by itself."""
    open_to_reading = draw(st.booleans()) if asked is None else asked
    return Around(
        noun=draw(st.sampled_from(NOUNS)),
        clause=draw(clauses()),
        also=draw(st.lists(clauses("2", "第2条"), max_size=1).map(tuple)),
        asked=open_to_reading,
    )
