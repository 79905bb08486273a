"""Whatever is altered behind the program's back is found and named."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from app.domain.events import event_hash
from app.domain.kinds.complaint import events as e
from app.store.connection import connect
from app.store.event_log import COLUMNS
from app.store.projection_check import projection_findings
from app.store.store import Store
from app.store.verify import chain_findings, page_findings
from tests.store.office import ACTOR, add_case, new_store, registered


@pytest.fixture
def store(tmp_path: Path) -> Store:
    office = new_store(tmp_path)
    for serial in range(1, 5):
        case_id = add_case(office, registered(serial))
        office.log.append(case_id, [e.CaseReturned(on=dt.date(2026, 7, 2), reason="回头看")], ACTOR)
    assert office.verify() == []
    return office


ALTERATIONS = {
    "pos": "pos = 1000",
    "id": "id = 'ffffffff-ffff-7fff-8fff-ffffffffffff'",
    "node": "node = 'another'",
    "epoch": "epoch = 2",
    "seq": "seq = 100",
    "prev": f"prev = '{'1' * 64}'",
    "hash": f"hash = '{'1' * 64}'",
    "time": "time = time + 1",
    "stream": "stream = 'another'",
    "kind": "kind = 'CaseClosed'",
    "schema": "schema = 0",
    "actor": "actor = 'somebody else'",
    "payload": "payload = replace(payload, '回头看', '不回头')",
}


@pytest.mark.parametrize("column", ALTERATIONS)
def test_every_column_of_an_event_is_protected(store: Store, column: str) -> None:
    with store, store.transaction():
        store.database.sql(f"UPDATE events SET {ALTERATIONS[column]} WHERE seq = 4")
        assert store.verify() != []


def test_every_column_of_the_log_is_tried(store: Store) -> None:
    with store:
        columns = {row[1] for row in store.database.rows("PRAGMA table_info(events)")}
        assert columns == set(ALTERATIONS)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("DELETE FROM events WHERE seq = 4", "缺少第 4 条"),
        ("UPDATE events SET payload = payload || ' ' WHERE seq = 4", "内容被改动"),
        ("UPDATE events SET time = 1 WHERE seq = 4", "时间早于"),
        ("UPDATE events SET pos = -1 WHERE seq = 4", "先后次序"),
        ("DELETE FROM recoveries", ""),
        ("DELETE FROM case_states WHERE case_row = 1", "state"),
        ("INSERT INTO series VALUES ('n', 'case', 2026, 5)", "已用编号"),
        ("INSERT INTO recoveries VALUES (4, 'c', '2026-07-01', 5, 0, 0)", "挽回金额"),
        ("INSERT INTO search (rowid, text) VALUES (900, '多余')", "检索索引多出 1 条"),
        ("INSERT INTO case_attachments VALUES (1, 'x')", "attachments"),
    ],
)
def test_findings_name_what_is_wrong(store: Store, statement: str, sentence: str) -> None:
    with store:
        with store.transaction():
            store.database.sql(statement)
        findings = [*store_findings(store)]
        assert any(sentence in finding for finding in findings) if sentence else findings == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"payload": '{"on":"yesterday"}'}, "读不出来"),
        ({"payload": "{"}, "读不出来"),
        ({"kind": "FromTheFuture"}, "更新版本"),
        ({"schema": 9}, "更新版本"),
    ],
)
def test_an_event_in_order_that_cannot_be_read(
    store: Store, changes: dict[str, str | int], sentence: str
) -> None:
    """Such an event has a good hash: a newer program wrote it, or a defective one."""
    with store, store.transaction():
        head = store.log.head()
        row = store.database.row(f"SELECT {COLUMNS} FROM events WHERE seq = ?", (head.seq,))
        assert row is not None
        fields = dict(zip(COLUMNS.split(", "), row, strict=True)) | changes
        fields["hash"] = event_hash(**{name: value for name, value in fields.items() if name != "hash"})
        for name, value in fields.items():
            store.database.sql(f"UPDATE events SET {name} = ? WHERE seq = ?", (value, head.seq))
        assert [finding for finding in store.verify() if sentence in finding]


def store_findings(store: Store) -> list[str]:
    """Like `verify`, for rows that name no real attachment."""

    def ignore(done: int) -> None:
        assert done > 0

    found = page_findings(store.database) or chain_findings(store.database, ignore)
    return found or projection_findings(store.database, store.projections, ignore)


def test_a_case_row_without_events_is_found(store: Store) -> None:
    with store:
        with store.transaction():
            store.database.sql("UPDATE cases SET case_id = 'invented' WHERE id = 1")
        findings = store.verify()
        assert any("不在列表中" in finding for finding in findings)
        assert any("invented 在记录中不存在" in finding for finding in findings)


def test_a_row_that_lost_its_case_is_found(store: Store) -> None:
    with store:
        store.database.rows("PRAGMA foreign_keys = OFF")
        store.database.sql("INSERT INTO case_states VALUES (77, '{}')")
        assert store.verify() == ["表 case_states 第 77 行没有对应的案件。"]


def test_a_flipped_bit_in_the_file_is_found(store: Store) -> None:
    key, path = store.database.key, store.database.path
    store.close()
    raw = bytearray(path.read_bytes())
    raw[-2000] ^= 1  # the last page: nothing reads it at opening
    path.write_bytes(raw)
    connection = connect(path, key, "ro")
    damage = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    connection.close()
    assert damage


def test_attachments_are_read_and_compared(store: Store) -> None:
    with store:
        case_id = store.cases.by_number("消投〔2026〕1号")
        assert case_id is not None
        kept = [store.blobs.put_bytes(content, "x") for content in (b"one", b"two", b"three")]
        for no, stored in enumerate(kept, start=1):
            attachment = e.Attachment(
                sha256=stored.sha256, filename="x", size=stored.size, media_type="text/plain"
            )
            evidence = e.EvidenceAdded(
                no=no, title="x", form="原件", provider="complainant", received_on=dt.date(2026, 7, 2),
                attachment=attachment,
            )  # fmt: skip
            store.log.append(case_id, [evidence], ACTOR)
        told: list[tuple[int, int]] = []
        assert store.verify(lambda done, total: told.append((done, total))) == []
        assert told[-1] == (25, 25)
        store.blobs.path_of(kept[0].sha256).unlink()
        store.blobs.path_of(kept[1].sha256).write_bytes(store.blobs.path_of(kept[2].sha256).read_bytes())
        findings = store.verify()
        assert len(findings) == 2
        assert sum("不在数据文件夹里" in finding for finding in findings) == 1
        assert sum("已损坏" in finding for finding in findings) == 1
        assert all("消投〔2026〕1号" in finding for finding in findings)
