"""Whatever lawful thing happens in whatever order, a complaint keeps its promises."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.calendar import Calendar, parse_year
from app.domain.errors import UserError
from app.domain.kinds.complaint.events import CaseClosed
from app.domain.kinds.complaint.fold import apply, fold
from app.domain.kinds.complaint.guards import GUARDS
from app.domain.kinds.complaint.kind import KIND
from app.domain.kinds.complaint.state import PHASES, Complaint
from app.domain.kinds.complaint.timing import deadlines, mediation_due
from app.domain.matter.checking import Context
from app.domain.procedure import parse_procedure
from app.domain.rules import parse_rule_set
from tests.complaint_walks import TAKEN, propose, registration
from tests.turn_walks import TURNS

RESOURCES = Path(__file__).parents[2] / "resources"
RULES = parse_rule_set((RESOURCES / "rules/R2026.toml").read_text(encoding="utf-8"))
PROCEDURE = parse_procedure((RESOURCES / "rules/complaint.toml").read_text(encoding="utf-8"), GUARDS)
CALENDAR = Calendar(
    parse_year(p.read_text(encoding="utf-8")) for p in sorted((RESOURCES / "calendar").glob("*.toml"))
)
START = dt.date(2026, 4, 15)


def walk(seed: int, steps: int = 40) -> tuple[Complaint, list, list[Complaint]]:
    """A random lawful history: the final state, its events, and every state on the way."""
    rng = random.Random(seed)
    today = START
    first = registration(today, rng)
    case = fold("c", [])
    events = [first]
    apply(first, case)
    states = []
    for _ in range(steps):
        today += dt.timedelta(days=rng.randrange(0, 4))
        allowed = [c for c in KIND.choices(PROCEDURE, case) if c.allowed]
        if not allowed:
            break
        # Mostly the next step, else anything lawful.
        pick = next((c for c in allowed if c.next_step), None)
        if pick is None or rng.random() < 0.3:
            # Wrong turns are many; taken as often as the rest they would crowd out every ordinary end.
            turning = rng.random() < 0.3
            straight = [c for c in allowed if c.name in TAKEN and (turning or c.name not in TURNS)]
            pick = rng.choice(straight or allowed)
        due = mediation_due(deadlines(case, RULES, CALENDAR, roll="holiday_block", limit="earlier"))
        context = Context(today=today, rule_set=RULES, procedure=PROCEDURE, mediation_due=due)
        for event in propose(pick.name, case, today, RULES, rng):
            KIND.admit(event, case, context)
            apply(event, case)
            events.append(event)
        states.append(fold("c", events))
    return case, events, states


@given(st.integers(0, 10**9))
@settings(max_examples=150)
def test_invariants_hold_on_every_lawful_walk(seed: int) -> None:
    case, events, states = walk(seed)
    assert fold("c", events) == case
    for state in states:
        assert state.phase in PHASES
        if state.agreement is not None:
            for promise in state.agreement.promises:
                assert 0 <= promise.paid() <= promise.obligation.amount or promise.obligation.kind != "money"
            assert state.recovered() == sum(
                p.amount
                for a in [*state.past_agreements, state.agreement]
                for q in a.promises
                for p in q.performances
            )
        totals = state.member_totals()
        assert totals.agreed == totals.paid + totals.waived + totals.rest
        for line in state.member_lines():
            assert line.agreed == line.paid + line.waived + line.rest
            assert line.bound or line.standing.left or state.phase != "agreed" or line.agreed == 0
        if state.phase == "agreed" and state.is_group():
            assert any(one.agrees() for one in state.members)
        if state.phase in ("closed", "filed"):
            latest = state.agreement if state.outcome in ("performed", "breached") else None
            assert latest is None or all(not p.open() for p in latest.promises)
            assert state.outcome in ("refused", "performed", "breached", "terminated", "withdrawn")
        if state.open_recusal() is not None:
            shown = {c.name: c.allowed for c in KIND.choices(PROCEDURE, state)}
            assert not any(shown[act] for act in ("hold_session", "schedule_session", "reach_agreement"))
        if state.holder and not state.received():
            away = {c.name for c in KIND.choices(PROCEDURE, state) if c.allowed}
            assert away <= {"receive_case", "bring_result", "take_back"}
        if state.phase in ("agreed", "performed", "breached"):
            assert state.mediation_ended_on is not None
        for row in deadlines(state, RULES, CALENDAR, roll="holiday_block", limit="earlier"):
            assert row.explanation
            assert row.basis
            assert row.due_on is None or row.due_on >= row.starts_on


@given(st.integers(0, 10**9))
@settings(max_examples=80)
def test_there_is_always_a_next_step_until_the_file_is_closed(seed: int) -> None:
    _, _, states = walk(seed, steps=25)
    for state in states:
        offered = [c for c in KIND.choices(PROCEDURE, state) if c.next_step]
        assert len(offered) <= 1
        if state.phase not in ("filed", "void"):
            assert offered, f"{state.phase}: a clerk would not know what to do"
        for choice in KIND.choices(PROCEDURE, state):
            assert choice.allowed or choice.reason.endswith("。")


def test_the_walks_reach_every_end() -> None:
    ends = {state.outcome for seed in range(120) for state in walk(seed, steps=60)[2]}
    assert {"refused", "performed", "breached", "terminated", "withdrawn"} <= ends


def test_an_unlawful_act_is_refused_with_the_reason_the_screen_shows() -> None:
    rng = random.Random(1)
    case = fold("c", [registration(START, rng)])
    context = Context(today=START, rule_set=RULES, procedure=PROCEDURE)
    shown = {c.name: c.reason for c in KIND.choices(PROCEDURE, case)}
    for name in ("close", "file", "record_performance", "hold_session"):
        events = {a.name: a.events for a in PROCEDURE.actions}[name]
        assert shown[name], name
        assert events
    with pytest.raises(UserError) as caught:
        KIND.admit(CaseClosed(on=START, summary="x", by="y"), case, context)
    assert caught.value.message == shown["close"]
