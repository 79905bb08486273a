"""Whatever lawful thing happens in whatever order, a dispute keeps its promises."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.calendar import Calendar, parse_year
from app.domain.committee import CommitteeNamed
from app.domain.dates import SHANGHAI
from app.domain.events import Event
from app.domain.kinds.dispute import events as e
from app.domain.kinds.dispute import timing
from app.domain.kinds.dispute.guards import GUARDS
from app.domain.kinds.dispute.kind import KIND
from app.domain.kinds.dispute.state import PHASES, DisputeCase
from app.domain.matter import events as m
from app.domain.matter.checking import Context
from app.domain.matter.timing import Timing
from app.domain.office import Office, fold_office
from app.domain.procedure import parse_procedure
from app.domain.rules import parse_rule_set
from app.domain.settlement import events as s
from tests import disputes

RESOURCES = Path(__file__).parents[2] / "resources"
RULES = parse_rule_set((RESOURCES / "rules/people_mediation.toml").read_text(encoding="utf-8"))
PROCEDURE = parse_procedure((RESOURCES / "rules/dispute.toml").read_text(encoding="utf-8"), GUARDS)
CALENDAR = Calendar(
    parse_year(p.read_text(encoding="utf-8")) for p in sorted((RESOURCES / "calendar").glob("*.toml"))
)
OFFICE: Office = fold_office([CommitteeNamed(name="青山镇人民调解委员会")])
START = dt.date(2026, 1, 5)
TIMING = Timing(rules=RULES, calendar=CALENDAR, office=OFFICE)
BY = disputes.BY


def propose(name: str, case: DisputeCase, today: dt.date, rng: random.Random) -> list[Event]:
    """What a clerk might write when doing `name`; [] when there is nothing to write."""
    noon = dt.datetime.combine(today, dt.time(12), SHANGHAI)
    party = rng.choice(("applicant", "respondent"))
    open_ones = [p for p in case.agreement.promises if p.open()] if case.agreement else []
    duty = open_ones[0].obligation if open_ones else None
    court = "江安县人民法院"
    if name == "decide_dispute":
        refuse = rng.random() < 0.15
        return [
            e.DisputeDecided(accepted=False, decided_on=today, grounds=("2",), facts="已起诉", by=BY)
            if refuse
            else disputes.accepted(today)
        ]
    if name == "record_consent":
        return [
            disputes.consent(p, today, rng.random() < 0.9) for p in case.PARTIES if p not in case.consents
        ]
    if name == "tell_rights":
        return [disputes.rights(p, today) for p in case.PARTIES]
    if name == "hold_session":
        outcome = rng.choice(("agreed", "agreed", "continue", "failed"))
        return [disputes.session(case.next_session(), today, outcome)]
    if name == "reach_agreement":
        return [
            disputes.agreement(today, today + dt.timedelta(days=rng.randrange(20)), oral=rng.random() < 0.3)
        ]
    if name == "record_performance" and duty is not None and open_ones:
        rest = duty.amount - open_ones[0].paid()
        return [
            s.ObligationPerformed(obligation_no=duty.no, on=today, amount=rng.choice((rest, (rest + 1) // 2)))
        ]
    if name == "declare_breach":
        if duty is None or today <= duty.due_on:
            return []
        return [s.ObligationBreached(obligation_no=duty.no, on=today, facts="没有付款", advice="可以起诉")]
    if name == "apply_confirmation":
        due = timing.limit(KIND.clocks(case, TIMING))
        late = due is not None and today > due
        return [] if late else [e.ConfirmationApplied(on=today, court=court, by=BY)]
    if name == "decide_confirmation":
        found = case.confirmation()
        taken = found is not None and found.taken is not None
        result = rng.choice(("confirmed", "rejected", "withdrawn")) if taken else "withdrawn"
        return [e.ConfirmationDecided(result=result, on=today, reason="不明确")]
    if name == "terminate":
        return [s.MediationTerminated(decided_on=today, grounds=("3",), facts="不成", by=BY)]
    simple: dict[str, list[Event]] = {
        "name_mediators": [disputes.mediators(today)],
        "sign_agreement": [disputes.signed(case, today)],
        "prolong_mediation": [
            e.MediationProlonged(until=today + dt.timedelta(days=30), reason="双方愿意", on=today, by=BY)
        ],
        "take_confirmation": [e.ConfirmationTaken(taken=True, on=today, number="诉前调确1号")],
        "decline_confirmation": [e.ConfirmationDeclined(on=today, by=BY)],
        "plan_visit": [e.VisitPlanned(on=today + dt.timedelta(days=5), purpose="履行情况", by=BY)],
        "make_visit": [
            e.VisitMade(
                on=today, method="phone", by=BY, whom="双方", purpose="履行", kept="part", text="在付"
            )
        ],
        "note_enforcement": [e.EnforcementNoted(on=today, court=court, text="余款", by=BY)],
        "resume_mediation": [e.MediationResumed(on=today, reason="重新约定", by=BY)],
        "tell_routes": [
            e.RoutesTold(party=p, routes=("judicial",), on=today, method="in_person", by=BY)
            for p in case.routes_untold()
        ],
        "close": [m.CaseClosed(on=today, summary="办结", by=BY)],
        "file": [m.CaseFiled(on=today, volume="1", retention="d10", pages=3, by=BY)],
        "report_risk": [e.RiskReported(level="worsening", facts="争吵", measures="劝解", at=noon, by=BY)],
        "urge": [s.ObligationUrged(obligation_no=duty.no, on=today, method="phone", by=BY)] if duty else [],
    }
    del party
    return simple.get(name, [])


def walk(seed: int, steps: int = 45) -> tuple[DisputeCase, list[Event], list[DisputeCase]]:
    """A random lawful history: the final state, its events, and every state on the way."""
    rng = random.Random(seed)
    today = START
    form = disputes.application(today)
    first = e.DisputeRegistered(
        number="人调字〔2026〕1号",
        serial=1,
        rule_set=RULES.id,
        origin=form.origin,
        applicant=form.applicant,
        respondent=form.respondent,
        quarrel=form.quarrel,
    )
    events: list[Event] = [first]
    case = KIND.fold("c", events)
    states = []
    for _ in range(steps):
        today += dt.timedelta(days=rng.randrange(0, 5))
        allowed = [c for c in KIND.choices(PROCEDURE, case) if c.allowed]
        if not allowed:
            break
        pick = next((c for c in allowed if c.next_step), None)
        if pick is None or rng.random() < 0.3:
            pick = rng.choice(allowed)
        limit = timing.limit(KIND.clocks(case, TIMING))
        context = Context(
            today=today, rule_set=RULES, procedure=PROCEDURE, mediation_due=limit, office=OFFICE
        )
        for event in propose(pick.name, case, today, rng):
            KIND.admit(event, case, context)
            KIND.apply(event, case)
            events.append(event)
        states.append(KIND.fold("c", events))
    return case, events, states


@given(st.integers(0, 10**9))
@settings(max_examples=120, deadline=None)
def test_invariants_hold_on_every_lawful_walk(seed: int) -> None:
    case, events, states = walk(seed)
    assert KIND.fold("c", events) == case
    for state in states:
        assert state.phase in PHASES
        for agreed in state.agreements():
            for promise in agreed.promises:
                assert 0 <= promise.paid() <= promise.obligation.amount
        assert state.recovered() == sum(a.recovered() for a in state.agreements())
        if state.agreement is not None:
            assert all(c.agrees for c in state.consents.values())
            assert len(state.consents) == len(state.PARTIES)
            assert state.sessions, "no agreement without mediation"
        if state.confirmation() is not None:
            assert state.effective_on() is not None
        if state.phase in ("closed", "filed"):
            assert state.agreement is None or all(not p.open() for p in state.agreement.promises)
            assert state.routes or state.outcome in ("performed", "breached")
        for row in KIND.clocks(state, TIMING):
            assert row.explanation
            assert row.basis
            assert row.due_on is not None


@given(st.integers(0, 10**9))
@settings(max_examples=60, deadline=None)
def test_there_is_a_next_step_or_a_day_to_wait_for(seed: int) -> None:
    _, _, states = walk(seed, steps=25)
    for state in states:
        offered = [c for c in KIND.choices(PROCEDURE, state) if c.next_step]
        assert len(offered) <= 1
        if state.phase not in ("filed", "void"):
            assert offered, f"{state.phase}: a clerk would not know what to do"
        for choice in KIND.choices(PROCEDURE, state):
            assert choice.allowed or choice.reason.endswith("。")


def test_the_walks_reach_every_end() -> None:
    ends = {walk(seed, steps=80)[0].outcome for seed in range(150)}
    assert {"declined", "performed", "breached", "terminated"} <= ends
