"""双方修改: what the events of one stream add up to when several offices wrote without seeing each other.

A pure function of the set of events, so every node that holds them finds the same. Nothing is lost: an
event that is not applied stays in the log and stands in a conflict until a person has chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from app.domain.events import Event, StoredEvent, decode
from app.domain.sync.events import ConflictResolved


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """What a person must decide. `kind`: amended (one part, two values) or status (two legal decisions).

    `events` are ids in fold order; `standing` is the one in force meanwhile; `part` names the field of an
    amendment, "" otherwise.
    """

    kind: str
    part: str = ""
    events: tuple[str, ...]
    standing: str


class Effective(msgspec.Struct, frozen=True, kw_only=True):
    """What to fold, in order, and what waits for a person. Without conflicts it is all the events."""

    events: tuple[Event, ...]
    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[str, ...] = ()
    """Ids of events that are not applied: legal decisions that wait or were dropped, repeated originals."""


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its envelope."""

    stored: StoredEvent
    event: Event

    def saw(self, other: _Entry) -> bool:
        """Whether its author had the other one before them."""
        mine, theirs = self.stored, other.stored
        if (mine.node, mine.epoch) == (theirs.node, theirs.epoch):
            return theirs.seq < mine.seq
        if isinstance(self.event.seen, dict):
            return self.event.seen.get(theirs.chain(), 0) >= theirs.seq
        # Nothing noted: written before the log noted it, when all there was came from the same office.
        return mine.node == theirs.node and theirs.fold_key() < mine.fold_key()


class _Value(msgspec.Struct, frozen=True, kw_only=True):
    """One part of the case takes a new value, by an amendment or by a person's choice among two."""

    part: str
    value: Any
    by: _Entry
    replaces: tuple[_Entry, ...] = ()

    def overrides(self, other: _Value) -> bool:
        return other.by in self.replaces or self.by.saw(other.by)


def effective(history: Sequence[StoredEvent], typed: Sequence[Event] | None = None) -> Effective:
    """What the events of a stream, given in fold order, add up to; `typed` saves decoding them again.

    `ConflictResolved` is never among the events to fold: its effect is.
    """
    events = [decode(stored) for stored in history] if typed is None else list(typed)
    if not _concerned(history, events):
        return Effective(events=tuple(events))
    entries = [_Entry(stored=s, event=e) for s, e in zip(history, events, strict=True)]
    repeated = {e.event.reissued_from for e in entries if isinstance(e.event.reissued_from, str)}
    entries = [entry for entry in entries if entry.stored.id not in repeated]
    by_id = {entry.stored.id: entry for entry in entries}
    idle, status_conflicts = _status(entries)
    choices = dict(_choices(entries, by_id))
    folded: list[Event] = []
    for entry in entries:
        if isinstance(entry.event, ConflictResolved):
            folded.extend(choices[entry.stored.id][0])
        elif entry.stored.id not in idle:
            folded.append(entry.event)
    values = [value for entry in entries for value in _values(entry, choices)]
    return Effective(
        events=tuple(folded),
        conflicts=(*_amendment_conflicts(values), *status_conflicts),
        waiting=(*sorted(idle), *sorted(r for r in repeated if any(s.id == r for s in history))),
    )


def _concerned(history: Sequence[StoredEvent], events: Sequence[Event]) -> bool:
    """Whether more than one chain wrote here; most streams are one office's and need no second look."""
    if not history:
        return False
    node, epoch = history[0].node, history[0].epoch
    if any(stored.epoch != epoch or stored.node != node for stored in history):
        return True
    return any(isinstance(event, ConflictResolved) for event in events)


def _status(entries: Sequence[_Entry]) -> tuple[set[str], list[Conflict]]:
    """Ids of legal decisions that are not applied, and those among them a person must decide on."""
    verdicts = _verdicts(entries)
    applied: list[_Entry] = []
    idle: set[str] = set()
    conflicts: list[Conflict] = []
    for entry in entries:
        if not entry.event.LEGAL_STATUS:
            continue
        verdict = verdicts.get(entry.stored.id)
        rivals = [] if verdict else [other for other in applied if not entry.saw(other)]
        if verdict is False:
            idle.add(entry.stored.id)
        elif rivals:
            idle.add(entry.stored.id)
            ids = (rivals[0].stored.id, entry.stored.id)
            conflicts.append(Conflict(kind="status", events=ids, standing=ids[0]))
        else:
            applied.append(entry)
    return idle, conflicts


def _verdicts(entries: Sequence[_Entry]) -> dict[str, bool]:
    """Which decisions persons let stand. Of two choices made unseen the first in fold order counts."""
    found: dict[str, tuple[bool, _Entry]] = {}
    for entry in entries:
        if not isinstance(entry.event, ConflictResolved):
            continue
        named = [(i, True) for i in entry.event.kept] + [(i, False) for i in entry.event.dropped]
        for event_id, kept in named:
            before = found.get(event_id)
            if before is None or entry.saw(before[1]):
                found[event_id] = (kept, entry)
    return {event_id: kept for event_id, (kept, _) in found.items()}


_Choice = tuple[list[Event], list[_Value]]


def _choices(entries: Sequence[_Entry], by_id: dict[str, _Entry]) -> Iterator[tuple[str, _Choice]]:
    """For each choice of a person: the kept amendments, cut down to what was contested, and their values."""
    for entry in entries:
        if not isinstance(entry.event, ConflictResolved):
            continue
        dropped = [by_id[i] for i in entry.event.dropped if i in by_id]
        contested = {part for other in dropped for part in _parts(other.event)}
        again: list[Event] = []
        values: list[_Value] = []
        for kept in (by_id[i] for i in entry.event.kept if i in by_id):
            parts = [part for part in _parts(kept.event) if part in contested]
            if not parts:
                continue
            others = {part: None for part in kept.event.AMENDS if part not in parts}
            again.append(msgspec.structs.replace(kept.event, **others))
            values += [
                _Value(part=part, value=getattr(kept.event, part), by=entry, replaces=(kept, *dropped))
                for part in parts
            ]
        yield entry.stored.id, (again, values)


def _values(entry: _Entry, choices: dict[str, _Choice]) -> list[_Value]:
    if entry.stored.id in choices:
        return choices[entry.stored.id][1]
    return [_Value(part=p, value=getattr(entry.event, p), by=entry) for p in _parts(entry.event)]


def _parts(event: Event) -> list[str]:
    return [part for part in event.AMENDS if getattr(event, part) is not None]


def _amendment_conflicts(values: Sequence[_Value]) -> Iterator[Conflict]:
    """Parts whose latest values nobody wrote knowing the others. The last in fold order is in force."""
    for part in dict.fromkeys(value.part for value in values):
        these = [value for value in values if value.part == part]
        last = [v for v in these if not any(o.overrides(v) for o in these if o is not v)]
        if any(value.value != last[0].value for value in last[1:]):
            ids = tuple(value.by.stored.id for value in last)
            yield Conflict(kind="amended", part=part, events=ids, standing=ids[-1])
