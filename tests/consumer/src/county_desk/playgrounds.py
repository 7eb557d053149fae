"""What the county itself asks of playgrounds: a noun and a document of its own."""

from collections.abc import Iterable, Sequence

import attrs

import careplan as cp
from careplan import writing as w


class PlaygroundKind(w.Labelled):
    """Where children play."""

    PARK = ("park", "公园游乐区", "park")
    INDOOR = ("indoor", "室内游乐场", "indoor playground")


@attrs.frozen(kw_only=True)
class Playground(cp.Noun):
    """A playground, as far as it is stated."""

    __label__ = "游乐场地"
    __measure__ = "处"

    kind: PlaygroundKind | None = w.choice(PlaygroundKind, "类别", "kind")
    area_m2: w.Number | None = w.number("占地面积", "area", unit=w.SQUARE_METRES)
    benches: int | None = w.count("座椅数", "benches", changeable=True)
    shaded_benches: int | None = w.count("遮阳座椅数", "shaded benches", changeable=True)
    rooms: Sequence[cp.Room] | None = w.items(cp.Room, "母婴室", "room", growable=True)

    def contradictions(self) -> Iterable[cp.Problem]:
        """Say that no more benches are in the shade than there are."""
        if self.benches is None or self.shaded_benches is None:
            return
        if self.shaded_benches > self.benches:
            message = "遮阳座椅多于座椅", "more benches in the shade than there are"
            yield cp.Problem("shaded_benches", "desk.benches", self.shaded_benches, message=message)


playground, room = cp.facts(Playground), cp.facts(cp.Room)

CLAUSES = (
    w.clause(
        "1",
        "一",
        w.MUST,
        "占地超过3000平方米的游乐场地，应设不小于6平方米的母婴室",
        w.duty(
            applies=playground.area_m2 > 3_000,
            requires=cp.some(playground.rooms, room.usable_area_m2 >= 6),
        ),
    ),
    w.clause(
        "2",
        "二",
        w.MUST,
        "遮阳座椅不少于座椅的一半",
        w.duty(requires=2 * playground.shaded_benches >= playground.benches),
    ),
    w.clause(
        "3",
        "三",
        w.MUST,
        "按百分制验收，80分合格",
        w.sheet(
            "acceptance",
            "游乐场地验收表",
            w.item("safety", "安全", 60),
            w.item("comfort", "舒适", 40),
            pass_mark=80,
        ),
    ),
    w.clause("4", "四", w.FACT, "口号", w.declined("口号，没有可执行的内容")),
)

PLAN = w.Plan.of("county_2026", "某县游乐场地母婴设施通知", CLAUSES, issuer="某县人民政府")
