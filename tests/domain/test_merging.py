"""双方修改: what two offices wrote without seeing each other, found the same way on every node."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.events import Event, StoredEvent, encode, known_kinds, type_of
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Complainant, Respondent
from app.domain.merging import Effective, effective
from app.domain.sync.events import ConflictResolved
from app.services import kinds

DAY = dt.date(2026, 7, 1)


class Author:
    """One node that writes to a stream after having seen some of the others' events."""

    def __init__(self, node: str) -> None:
        self.node = node
        self.seq = 0

    def write(self, time: int, event: Event, seen: Sequence[StoredEvent] = ()) -> StoredEvent:
        self.seq += 1
        known: dict[str, int] = {}
        for other in seen:
            if other.node != self.node:
                known[other.chain()] = max(known.get(other.chain(), 0), other.seq)
        if known:
            event = msgspec.structs.replace(event, seen=known)
        return StoredEvent(
            id=f"{self.node}-{self.seq}", node=self.node, epoch=1, seq=self.seq, prev="", hash="", time=time,
            stream="case", kind=event.kind(), schema=1, actor="", payload=encode(event),
        )  # fmt: skip


def amended(name: str) -> e.ComplaintAmended:
    return e.ComplaintAmended(complainant=Complainant(name=name), reason="更正")


def decided(accepted: bool) -> e.AcceptanceDecided:
    return e.AcceptanceDecided(accepted=accepted, decided_on=DAY)


def merged(*history: StoredEvent) -> Effective:
    return effective(sorted(history, key=StoredEvent.fold_key))


def last_name(found: Effective) -> str:
    names = [event.complainant.name for event in found.events
             if isinstance(event, e.ComplaintAmended) and event.complainant]  # fmt: skip
    return names[-1]


def test_one_offices_events_are_folded_as_they_are() -> None:
    a = Author("a")
    history = [a.write(1, amended("甲")), a.write(2, amended("乙")), a.write(3, decided(True))]
    found = merged(*history)
    assert len(found.events) == 3
    assert found.conflicts == found.waiting == ()


def test_the_same_part_changed_on_two_sides_keeps_both_and_asks() -> None:
    a, b = Author("a"), Author("b")
    one, other = a.write(1, amended("甲")), b.write(2, amended("乙"))
    found = merged(one, other)
    [conflict] = found.conflicts
    assert (conflict.kind, conflict.part) == ("amended", "complainant")
    assert conflict.events == (one.id, other.id)
    assert conflict.standing == other.id
    assert last_name(found) == "乙"


def test_equal_values_and_different_parts_are_no_conflict() -> None:
    a, b = Author("a"), Author("b")
    shop = e.ComplaintAmended(respondent=Respondent(name="商行"), reason="更正")
    found = merged(a.write(1, amended("甲")), b.write(2, amended("甲")), b.write(3, shop))
    assert found.conflicts == ()


def test_a_later_value_by_somebody_who_saw_both_settles_it() -> None:
    a, b = Author("a"), Author("b")
    one, other = a.write(1, amended("甲")), b.write(2, amended("乙"))
    found = merged(one, other, a.write(3, amended("丙"), seen=[other]))
    assert found.conflicts == ()
    assert last_name(found) == "丙"


def test_of_two_legal_decisions_the_first_stands_and_the_second_waits() -> None:
    a, b = Author("a"), Author("b")
    one, other = a.write(1, decided(True)), b.write(2, decided(False))
    found = merged(one, other)
    assert [event.accepted for event in found.events if isinstance(event, e.AcceptanceDecided)] == [True]
    [conflict] = found.conflicts
    assert (conflict.kind, conflict.events, conflict.standing) == ("status", (one.id, other.id), one.id)
    assert found.waiting == (other.id,)


def test_a_decision_after_one_that_was_seen_is_simply_the_next() -> None:
    a, b = Author("a"), Author("b")
    one = a.write(1, decided(True))
    void = b.write(2, e.CaseVoided(on=DAY, reason="重复", by="李"), seen=[one])
    assert merged(one, void).conflicts == ()
    assert len(merged(one, void).events) == 2


def test_a_person_lets_the_other_decision_stand() -> None:
    a, b = Author("a"), Author("b")
    one, other = a.write(1, decided(True)), b.write(2, decided(False))
    choice = a.write(3, ConflictResolved(kept=(other.id,), dropped=(one.id,), reason="以县局为准"), [other])
    found = merged(one, other, choice)
    assert [event.accepted for event in found.events if isinstance(event, e.AcceptanceDecided)] == [False]
    assert found.conflicts == ()
    assert found.waiting == (one.id,)
    assert not any(isinstance(event, ConflictResolved) for event in found.events)


def test_a_person_keeps_the_earlier_value_of_a_part() -> None:
    a, b = Author("a"), Author("b")
    early = a.write(1, amended("甲一"))
    one, other = a.write(3, amended("甲")), b.write(2, amended("乙"))
    choice = a.write(4, ConflictResolved(kept=(other.id,), dropped=(one.id,), reason="核对过身份证"), [other])
    found = merged(early, one, other, choice)
    assert last_name(found) == "乙"
    assert found.conflicts == ()


def test_two_choices_made_unseen_that_differ_are_asked_again() -> None:
    a, b = Author("a"), Author("b")
    one, other = a.write(1, amended("甲")), b.write(2, amended("乙"))
    mine = a.write(3, ConflictResolved(kept=(one.id,), dropped=(other.id,), reason="甲"), [other])
    theirs = b.write(4, ConflictResolved(kept=(other.id,), dropped=(one.id,), reason="乙"), [one])
    assert [conflict.kind for conflict in merged(one, other, mine, theirs).conflicts] == ["amended"]
    final = a.write(5, ConflictResolved(kept=(one.id,), dropped=(other.id,), reason="定"), [other, theirs])
    found = merged(one, other, mine, theirs, final)
    assert found.conflicts == ()
    assert last_name(found) == "甲"


def test_an_event_written_again_after_a_repair_takes_the_place_of_its_original() -> None:
    a, b = Author("a"), Author("b")
    original = a.write(1, amended("甲"))
    again = b.write(2, msgspec.structs.replace(amended("甲"), reissued_from=original.id))
    found = merged(original, again)
    assert len(found.events) == 1
    assert found.waiting == (original.id,)


def test_events_from_before_the_log_noted_what_was_seen_do_not_contradict_each_other() -> None:
    a = Author("a")
    one = a.write(1, decided(True))
    restored = msgspec.structs.replace(a.write(2, e.CaseClosed(on=DAY, summary="", by="")), epoch=2, seq=1)
    assert merged(one, restored).conflicts == ()


@pytest.mark.parametrize("kind", ["AcceptanceDecided", "MediationTerminated", "AgreementReached", "CaseFiled",
                                  "CaseClosed", "CaseReturned", "CaseVoided"])  # fmt: skip
def test_what_decides_the_legal_status_is_marked(kind: str) -> None:
    assert getattr(e, kind).LEGAL_STATUS


def test_every_amendment_says_which_parts_it_amends() -> None:
    assert kinds.KINDS  # every kind is imported, so its events are known
    silent = []
    for kind in known_kinds():
        if kind.endswith("Amended"):
            fields = msgspec.structs.fields(type_of(kind))
            parts = tuple(field.name for field in fields if field.default is None)
            if parts != type_of(kind).AMENDS:
                silent.append(f"{kind}.AMENDS should be {parts}")
    assert not silent


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3), st.booleans()), max_size=9))
def test_the_outcome_depends_on_the_set_of_events_alone(acts: list[tuple[str, int, bool]]) -> None:
    authors = {name: Author(name) for name in "abc"}
    history: list[StoredEvent] = []
    for time, (name, what, saw) in enumerate(acts):
        event = amended(str(what)) if what < 2 else decided(what == 2)
        history.append(authors[name].write(time, event, history if saw else ()))
    expected = effective(history)
    for order in itertools.islice(itertools.permutations(history), 40):
        assert merged(*order) == expected
    assert len(expected.events) + len(expected.waiting) == len(history)
