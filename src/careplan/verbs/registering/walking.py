"""Steps as a display shows them: which can be taken now, which wait, who goes to whom."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import careplan.display.views.parts as p
from careplan.base.messages import join, say
from careplan.criteria.nodes import TRUE
from careplan.criteria.wording.criteria import describe
from careplan.display.views.words import Mark
from careplan.nouns.bodies import AnyBody, Level, Party
from careplan.verbs.registering.steps import PathStep

Path = Sequence[PathStep]


def office_text(body: AnyBody | Party, level: Level | None, language: str) -> str:
    """Say an office, with its level where one is known."""
    if level is None:
        return body.label.get(language)
    return say("view.path.office", language, office=body, level=level)


def alike(paths: Sequence[tuple[AnyBody, Path]]) -> bool:
    """Say whether the steps are the same on all paths, but for who registers and the clause."""
    return len({tuple(_plain(step, registrar) for step in path) for registrar, path in paths}) == 1


def _plain(step: PathStep, registrar: AnyBody) -> tuple[object, ...]:
    actor, before = (
        Party.REGISTRAR if one is registrar else one for one in (step.actor, step.before)
    )
    level = None if before is Party.REGISTRAR else step.level
    rest = (step.promptly, step.limit, step.condition, step.whenever, step.instead_of)
    return step.id, actor, before, level, step.after, *rest


def walked(
    paths: Sequence[Path], language: str, *, registrars: Collection[AnyBody] = ()
) -> p.Steps:
    """Return the steps of paths that are alike as one list; `registrars` are those that register.

    What follows no other step can be taken now.
    """
    known = {step.id: step for step in paths[0]}
    together = zip(*paths, strict=True)
    return p.Steps(tuple(_shown(steps, known, language, registrars) for steps in together))


def _shown(
    steps: tuple[PathStep, ...],
    known: Mapping[str, PathStep],
    language: str,
    registrars: Collection[AnyBody],
) -> p.Step:
    step = steps[0]
    mark, state = standing(step, known, language)
    locators = join(dict.fromkeys(one.clause.locator for one in steps), language)
    return p.Step(
        mark=mark,
        title=step.action.get(language),
        state=state,
        who=acting(step, language, registrars=registrars),
        remark=say("view.joint", language).join((locators, *remarks(step, known, language))),
    )


def acting(step: PathStep, language: str, *, registrars: Collection[AnyBody] = ()) -> str:
    """Say who acts before whom; one of `registrars` is whoever registers."""
    return say(
        "view.path.who",
        language,
        actor=_office(step.actor, step, language, registrars=registrars, acts=True),
        before=_office(step.before, step, language, registrars=registrars, acts=False),
    )


def _office(
    one: AnyBody | Party,
    step: PathStep,
    language: str,
    *,
    registrars: Collection[AnyBody],
    acts: bool,
) -> str:
    if one in registrars:
        return Party.REGISTRAR.label.get(language)
    # The level is of the office acted before; before the institution, of the one that acts.
    of_actor = step.before is Party.INSTITUTION
    has_level = isinstance(one, AnyBody) and acts is of_actor
    return office_text(one, step.level if has_level else None, language)


def standing(step: PathStep, known: Mapping[str, PathStep], language: str) -> tuple[Mark, str]:
    """Say whether a step can be taken now, or waits, and for what."""
    if step.whenever is not None:
        return Mark.NONE, say("view.path.whenever", language, event=step.whenever)
    if not step.after:
        return Mark.NOW, say("view.path.now", language)
    named = join((known[name].action.get(language) for name in step.after), language)
    return Mark.WAIT, say("view.path.waits", language, steps=named)


def remarks(step: PathStep, known: Mapping[str, PathStep], language: str) -> Iterator[str]:
    """Yield within what time a step is to be taken, for whom, and in place of what."""
    yield step.within(language)
    yield from provisos(step, known, language)


def provisos(step: PathStep, known: Mapping[str, PathStep], language: str) -> Iterator[str]:
    """Yield for whom a step is, where that is open, and in place of what it may be taken."""
    if step.condition != TRUE:
        yield say("view.path.only_if", language, case=describe(step.condition, language))
    if step.instead_of is not None and step.instead_of in known:
        yield say("view.path.instead", language, step=known[step.instead_of].action)
