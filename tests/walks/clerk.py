"""One clerk who does whatever the procedure allows, in any kind of matter.

`ACTS` knows how to fill in each event that some action writes; a kind whose action writes an event nobody
can fill in fails a test, so no kind stays outside the walks.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from app.domain.committee import CommitteeNamed
from app.domain.dates import SHANGHAI
from app.domain.errors import UserError
from app.domain.events import Event, type_of
from app.domain.kind import Kind
from app.domain.matter.checking import Context
from app.domain.office import Office, OfficeSettingChanged, fold_office
from app.domain.procedure import Choice, Procedure
from app.domain.rules import RuleSet
from app.services import kinds, local_promises, rulebook
from app.services.projection import Projector

BY, HEAD = "王敏", "周所长"
PROMISES = ("promise_two_24h", "promise_contact", "promise_15_days", "promise_12345")


@dataclass
class Desk:
    """What a clerk has before them: one case on one day."""

    kind: Kind[Any]
    case: Any
    rng: random.Random
    today: dt.date
    office: Office
    projector: Projector = field(default_factory=Projector)
    done_before: Counter[str] = field(default_factory=Counter)
    """How often each act was tried, over several walks; a curious clerk does what was seldom tried."""

    @property
    def procedure(self) -> Procedure:
        return kinds.procedure_of(self.kind)

    @property
    def rules(self) -> RuleSet:
        return rulebook.rule_book(self.kind.rules).by_id(self.case.rule_set)

    @property
    def noon(self) -> dt.datetime:
        return dt.datetime.combine(self.today, dt.time(12), SHANGHAI)

    def at(self, hour: int) -> dt.datetime:
        return dt.datetime.combine(self.today, dt.time(hour), SHANGHAI)

    def rows(self) -> tuple[Any, ...]:
        return self.projector.deadlines(self.case)

    def limit(self) -> dt.date | None:
        return self.kind.limit(self.rows()) if self.case.origin is not None else None

    def context(self) -> Context:
        return Context(
            today=self.today,
            rule_set=self.rules,
            procedure=self.procedure,
            mediation_due=self.limit(),
            office=self.office,
        )

    def party(self) -> str:
        return self.rng.choice(list(self.case.PARTIES))

    def open_promises(self) -> list[Any]:
        agreement = getattr(self.case, "agreement", None)
        return [p for p in agreement.promises if p.open()] if agreement is not None else []

    def owing_promises(self) -> list[Any]:
        agreement = getattr(self.case, "agreement", None)
        return [p for p in agreement.promises if p.owing()] if agreement is not None else []


Act = Callable[[Desk], list[Event]]
ACTS: dict[str, Act] = {}
"""By the name of an action, or of the first event it writes."""


def act(*names: str) -> Callable[[Act], Act]:
    """Register how to fill in an action or an event."""

    def keep(made: Act) -> Act:
        for name in names:
            ACTS[name] = made
        return made

    return keep


def make(event_name: str, **fields: object) -> Event:
    """An event by its name."""
    event = type_of(event_name)(**fields)
    assert isinstance(event, Event)
    return event


def acts_of(desk: Desk, name: str) -> list[Event]:
    """What the clerk writes when doing this action today; empty when they let it be."""
    action = desk.procedure.action(name)
    if name in ACTS:
        return ACTS[name](desk)
    return ACTS[action.events[0]](desk) if action.events else []


def the_office(rng: random.Random) -> Office:
    """An office with a committee and some local promises switched on."""
    changed = [OfficeSettingChanged(name=p, value=local_promises.ON) for p in PROMISES if rng.random() < 0.3]
    roll = OfficeSettingChanged(
        name="day_clock_roll", value=rng.choice(("holiday_block", "statutory_days", "weekend_too"))
    )
    return fold_office([CommitteeNamed(name="青山镇人民调解委员会"), roll, *changed])


@dataclass
class Walk:
    """A history and every state on the way, with the choices offered at each."""

    desk: Desk
    events: list[Event]
    states: list[tuple[Any, dt.date, tuple[Any, ...]]] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)


def pick(desk: Desk, choices: list[Choice]) -> Choice | None:
    """Mostly the next step, else anything lawful."""
    allowed = [c for c in choices if c.allowed]
    if not allowed:
        return None
    following = next((c for c in allowed if c.next_step), None)
    curious = bool(desk.done_before)
    if following is not None and desk.rng.random() < (0.3 if curious else 0.6):
        return following
    if curious and desk.rng.random() < 0.6:
        return min(allowed, key=lambda choice: desk.done_before[choice.name])
    return desk.rng.choice(allowed)


def walk(desk: Desk, first: Event, steps: int) -> Walk:
    """Begin a case and do `steps` lawful acts. AssertionError when an offered act is refused late."""
    desk.kind.admit(first, desk.case, _beginning(desk, first))
    desk.kind.apply(first, desk.case)
    done = Walk(desk, [first])
    _look(done)
    for _ in range(steps):
        desk.today += dt.timedelta(days=desk.rng.choice((0, 1, 2, 3, 4, 4, 3, 2, 1, 0, 1, 2, 45)))
        urgent = desk.kind.most_urgent(desk.case, desk.rows())
        lapsed = desk.kind.lapsed(urgent.clock, urgent.due_on, desk.today) if urgent else frozenset()
        chosen = pick(desk, desk.kind.choices(desk.procedure, desk.case, lapsed))
        if chosen is None:
            break
        written = acts_of(desk, chosen.name)
        for event in written:
            try:
                desk.kind.admit(event, desk.case, desk.context())
            except UserError as refusal:
                raise AssertionError(
                    f"{desk.kind.name}: {chosen.name} was offered but refused: {refusal} {event}"
                ) from refusal
            desk.kind.apply(event, desk.case)
            done.events.append(event)
        desk.done_before[chosen.name] += 1
        if written:
            done.taken.append(chosen.name)
        _look(done)
    return done


def _beginning(desk: Desk, first: Event) -> Context:
    book = rulebook.rule_book(desk.kind.rules)
    return Context(
        today=desk.today, rule_set=book.rule_sets[-1], procedure=desk.procedure, office=desk.office
    )


def _look(done: Walk) -> None:
    desk = done.desk
    done.states.append((desk.kind.fold("c", done.events), desk.today, desk.rows()))
