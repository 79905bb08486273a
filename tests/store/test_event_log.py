"""The log: a chain without gaps, times that never go back, all or nothing."""

from __future__ import annotations

import datetime as dt
import threading
import uuid
from pathlib import Path

import pytest

from app.domain.events import GENESIS, StoredEvent, decode, event_hash
from app.domain.kinds.complaint import events as e
from app.domain.office import STREAM, OfficeSettingChanged
from app.store.event_log import StaleVersion
from app.store.store import Store
from app.system.clock import SHANGHAI, FixedClock
from tests.store.office import ACTOR, START, add_case, closed, new_store, registered, reopened


def returned(reason: str) -> e.CaseReturned:
    return e.CaseReturned(on=dt.date(2026, 7, 2), reason=reason)


def chain_of(store: Store) -> list[StoredEvent]:
    return list(store.log.iterate_all())


def test_an_event_comes_back_as_it_was_written(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        event = registered(7, name="陈䶮")
        case_id = add_case(store, event)
        [stored] = store.log.read_stream(case_id)
        assert decode(stored) == event
        assert (stored.kind, stored.actor, stored.stream) == ("ComplaintRegistered", ACTOR, case_id)
        assert stored.wall_ms() == int(START.timestamp() * 1000)


def test_the_chain_has_no_gaps_and_every_hash_covers_the_one_before(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for serial in range(1, 6):
            case_id = add_case(store, registered(serial))
            store.log.append(case_id, [returned("一"), returned("二")], ACTOR)
        events = chain_of(store)
        assert [stored.seq for stored in events] == list(range(1, 16))
        previous = GENESIS
        for stored in events:
            assert stored.prev == previous
            fields = {name: getattr(stored, name) for name in stored.__struct_fields__ if name != "hash"}
            assert stored.hash == event_hash(**fields)
            previous = stored.hash
        head = store.log.head()
        assert (head.seq, head.hash) == (15, previous)


def test_the_chain_goes_on_after_reopening(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    add_case(store, registered(1))
    before = store.log.head()
    store = reopened(store)
    with store:
        add_case(store, registered(2))
        assert [stored.seq for stored in chain_of(store)] == [1, 2]
        assert chain_of(store)[1].prev == before.hash


def test_times_grow_even_when_the_clock_goes_back(tmp_path: Path) -> None:
    clock = FixedClock(START)
    store = new_store(tmp_path, clock)
    case_id = add_case(store, registered(1))
    clock.move_to(dt.datetime(2001, 1, 1, tzinfo=SHANGHAI))
    store.log.append(case_id, [returned("时钟倒退")], ACTOR)
    store = reopened(store, FixedClock(dt.datetime(1999, 1, 1, tzinfo=SHANGHAI)))
    with store:
        store.log.append(case_id, [closed()], ACTOR)
        events = store.log.read_stream(case_id)
        assert [stored.kind for stored in events] == ["ComplaintRegistered", "CaseReturned", "CaseClosed"]
        assert [stored.time for stored in events] == sorted({stored.time for stored in events})
        assert store.verify() == []


def test_times_follow_the_clock_when_it_goes_forward(tmp_path: Path) -> None:
    clock = FixedClock(START)
    with new_store(tmp_path, clock) as store:
        case_id = add_case(store, registered(1))
        clock.advance(dt.timedelta(days=3))
        [stored] = store.log.append(case_id, [closed()], ACTOR)
        assert stored.wall_ms() == int((START + dt.timedelta(days=3)).timestamp() * 1000)


def test_ids_are_uuid7_and_sort_as_the_events_do(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for serial in range(1, 30):
            add_case(store, registered(serial))
        events = chain_of(store)
        assert all(uuid.UUID(stored.id).version == 7 for stored in events)
        assert [stored.id for stored in events] == sorted({stored.id for stored in events})


def test_a_stale_version_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        case_id = add_case(store, registered(1))
        store.log.append(case_id, [returned("第一个人")], ACTOR, expected_version=1)
        with pytest.raises(StaleVersion, match="刷新"):
            store.log.append(case_id, [closed()], ACTOR, expected_version=1)
        assert len(store.log.read_stream(case_id)) == 2
        store.log.append(case_id, [closed()], ACTOR, expected_version=2)
        assert store.verify() == []


def test_a_failed_transaction_leaves_neither_events_nor_memory_of_them(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        case_id = add_case(store, registered(1))

        def close_and_fail() -> None:
            with store.transaction():
                store.log.append(case_id, [closed()], ACTOR)
                assert len(store.log.read_stream(case_id)) == 2
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            close_and_fail()
        assert len(store.log.read_stream(case_id)) == 1
        store.log.append(case_id, [returned("再来")], ACTOR, expected_version=1)
        assert [stored.seq for stored in chain_of(store)] == [1, 2]
        assert store.verify() == []


def test_an_inner_failure_that_is_caught_undoes_only_the_inner_part(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:

        def register_and_fail() -> None:
            with store.transaction():
                add_case(store, registered(2))
                raise ZeroDivisionError

        with store.transaction():
            kept = add_case(store, registered(1))
            with pytest.raises(ZeroDivisionError):
                register_and_fail()
            store.log.append(kept, [closed()], ACTOR)
        assert [stored.kind for stored in chain_of(store)] == ["ComplaintRegistered", "CaseClosed"]
        with store.transaction():
            assert store.next_serial("case", 2026) == 2
        assert store.verify() == []


def test_a_projection_that_fails_takes_its_events_along(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        case_id = store.log.new_id()
        with pytest.raises(AssertionError):
            store.log.append(case_id, [closed()], ACTOR)  # no registration: the projector refuses
        assert chain_of(store) == []
        add_case(store, registered(1))
        assert store.verify() == []


def test_the_office_stream_is_no_case(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        event = OfficeSettingChanged(name="day_clock_roll", value="weekend_too")
        store.log.append(STREAM, [event], ACTOR, expected_version=0)
        assert [decode(stored) for stored in store.log.read_stream(STREAM)] == [event]
        assert store.database.value("SELECT COUNT(*) FROM cases") == 0
        assert store.verify() == []


def test_nothing_to_append_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with new_store(tmp_path) as store, pytest.raises(ValueError, match="nothing"):
        store.log.append("x", [], ACTOR)


def test_other_threads_read_what_is_committed_and_only_that(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        case_id = add_case(store, registered(1))
        seen: list[int] = []

        def read() -> None:
            seen.append(len(store.log.read_stream(case_id)))
            store.close_thread()

        with store.transaction():
            store.log.append(case_id, [closed()], ACTOR)
            reader = threading.Thread(target=read)
            reader.start()
            reader.join()
        assert seen == [1]
        read()
        assert seen == [1, 2]


def test_threads_that_write_at_once_write_one_after_another(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        failures: list[BaseException] = []

        def write(start: int) -> None:
            try:
                for serial in range(start, start + 10):
                    add_case(store, registered(serial))
            except BaseException as error:  # handed to the test below
                failures.append(error)
                raise
            finally:
                store.close_thread()

        writers = [threading.Thread(target=write, args=(start,)) for start in (1, 101, 201)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert failures == []
        assert [stored.seq for stored in chain_of(store)] == list(range(1, 31))
        assert store.verify() == []


def test_two_offices_in_one_process_do_not_mix(tmp_path: Path) -> None:
    with new_store(tmp_path / "a") as one, new_store(tmp_path / "b") as other:
        with one.transaction():
            add_case(one, registered(1, name="甲"))
            add_case(other, registered(1, name="乙"))
        assert one.identity.node != other.identity.node
        assert one.log.count() == other.log.count() == 1
        assert one.verify() == other.verify() == []
        names = [store.cases.case_block([1])[0][12] for store in (one, other)]
        assert names == ["甲", "乙"]
