"""Whatever lawful thing happens in whatever order, a case of any kind keeps its promises.

One driver for every kind (tests/walks): what a procedure offers is done with valid particulars, and what was
offered must not be refused late. A kind or act that nobody can walk fails here.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services import kinds, timeline
from tests.walks import (  # noqa: F401 - importing registers how the acts are filled in
    kind_acts,
    mediation_and_petition_acts,
    settlement_acts,
    shared_acts,
)
from tests.walks.beginnings import FORMS, registration
from tests.walks.clerk import ACTS, Desk, Walk, the_office, walk
from tests.walks.invariants import check_state, check_words

STARTS = (dt.date(2026, 5, 6), dt.date(2026, 4, 7), dt.date(2024, 9, 24))
assert timeline.WORDS

EVERY_KIND = pytest.mark.parametrize("name", list(kinds.KINDS))


def lived(name: str, seed: int, steps: int = 45, done_before: Counter[str] | None = None) -> Walk:
    """A random lawful history of one case; with `done_before` by a clerk who seeks what was seldom tried."""
    rng = random.Random(seed)
    kind = kinds.kind_named(name)
    office = the_office(rng)
    desk = Desk(kind=kind, case=kind.empty("c"), rng=rng, today=rng.choice(STARTS), office=office)
    desk.projector.office = office
    desk.done_before = done_before if done_before is not None else Counter()
    return walk(desk, registration(name, rng, desk.today), steps)


@EVERY_KIND
def test_every_act_of_a_procedure_can_be_walked(name: str) -> None:
    assert name in FORMS
    actions = kinds.procedure_of(name).actions
    missing = [a.name for a in actions if a.events and a.name not in ACTS and a.events[0] not in ACTS]
    assert missing == []


@EVERY_KIND
@given(seed=st.integers(0, 10**9))
@settings(max_examples=60, deadline=None)
def test_invariants_hold_on_every_lawful_walk(name: str, seed: int) -> None:
    done = lived(name, seed)
    kind = done.desk.kind
    assert kind.fold("c", done.events) == done.desk.case
    for count, (case, today, rows) in enumerate(done.states, start=1):
        check_state(kind, case, rows, done.events, today)
        assert count
    check_words(kind, done.events)


@EVERY_KIND
def test_the_walks_go_through_the_whole_procedure(name: str) -> None:
    """Every act that does not need a second case or office is really taken by some walk."""
    kind = kinds.kind_named(name)
    actions = kinds.procedure_of(kind).actions
    apart = {a.name for a in actions if a.only in ("absorbed", "in_merger", "split_from_complaint")}
    acts = {a.name for a in actions if a.events} - apart
    phases = set(kind.phases)
    tried: Counter[str] = Counter({"": 1})
    for seed in range(600):
        done = lived(name, seed, 60, tried)
        acts -= set(done.taken)
        phases -= {case.phase for case, _, _ in done.states}
        if not acts and not phases:
            break
    assert (acts, phases) == (set(), set())
