"""Proving that nothing is lost or altered: pages, chains, payloads, projections, attachments.

Each check returns what it found as Chinese sentences; none of them writes anything.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from app.domain.events import GENESIS, NewerEvent, StoredEvent, decode, event_hash
from app.store.blobs import Blobs
from app.store.database import Database
from app.store.event_log import COLUMNS, stored_event
from app.store.projection_check import projection_findings
from app.store.projections import Projections
from app.system.errors import EnvironmentProblem

Progress = Callable[[int, int], None]
"""Called with how much is done and how much there is."""

_MOST = 200


def verify(
    database: Database, projections: Projections, blobs: Blobs, progress: Progress | None = None
) -> list[str]:
    """Every finding, empty when all is well; at most some hundred of each kind.

    When the log itself is damaged, projections are not compared: they would differ for that reason.
    """
    events = int(database.value("SELECT COUNT(*) FROM events"))
    files = int(database.value("SELECT COUNT(DISTINCT sha256) FROM case_attachments"))

    def after(earlier: int) -> Callable[[int], None]:
        return lambda done: progress(earlier + done, 2 * events + files) if progress else None

    findings = page_findings(database)
    if findings:
        return findings
    findings = chain_findings(database, after(0))
    if not findings:
        findings = projection_findings(database, projections, after(events))
    findings += attachment_findings(database, blobs, after(2 * events))
    return findings


def page_findings(database: Database) -> list[str]:
    """Damage of the file: pages that fail authentication, broken trees, rows without their case."""
    found = [f"数据库有损坏的页：{row[0]}。" for row in database.rows("PRAGMA cipher_integrity_check")]
    if found:
        return found[:_MOST]
    found = [
        f"数据库结构有误：{row[0]}。" for row in database.rows("PRAGMA integrity_check") if row[0] != "ok"
    ]
    orphans = database.rows("PRAGMA foreign_key_check")
    found += [f"表 {row[0]} 第 {row[1]} 行没有对应的案件。" for row in orphans]
    return found[:_MOST]


def chain_findings(database: Database, progress: Callable[[int], None]) -> list[str]:
    """Gaps, altered events and events that no longer decode, in every chain of every node.

    Of a chain whose events come here only in part, gaps and another order of arrival are no damage.
    """
    findings: list[str] = []
    sparse = set(database.rows("SELECT node, epoch FROM sparse_chains"))
    before: StoredEvent | None = None
    before_pos = 0
    rows = database.stream(f"SELECT {COLUMNS}, pos FROM events ORDER BY node, epoch, seq")
    for done, row in enumerate(rows, start=1):
        stored, pos = stored_event(row), row[-1]
        if before is None or (before.node, before.epoch) != (stored.node, stored.epoch):
            before, before_pos = None, 0
        partly = (stored.node, stored.epoch) in sparse
        findings += _event_findings(stored, before, partly=partly)
        if pos <= before_pos and not partly:
            findings.append(f"{_place(stored)}在本机的先后次序被改动。")
        before, before_pos = stored, pos
        progress(done)
        if len(findings) >= _MOST:
            break
    return findings


def attachment_findings(database: Database, blobs: Blobs, progress: Callable[[int], None]) -> list[str]:
    """Attachments a case refers to that are missing or no longer what was attached."""
    named = database.rows(
        "SELECT sha256, MIN(number) FROM case_attachments JOIN cases ON cases.id = case_row"
        " GROUP BY sha256 ORDER BY sha256"
    )
    findings = []
    for done, (sha256, number) in enumerate(named, start=1):
        try:
            blobs.read(sha256, f"{number} 的附件 {sha256[:8]}")
        except EnvironmentProblem as problem:
            findings.append(problem.message)
        progress(done)
    return findings


def _event_findings(stored: StoredEvent, before: StoredEvent | None, *, partly: bool) -> list[str]:
    place = _place(stored)
    findings = []
    expected_seq = before.seq + 1 if before else 1
    gap = stored.seq != expected_seq
    if gap and not partly:
        findings.append(f"{place}之前缺少第 {expected_seq} 条。")
    if stored.prev != (before.hash if before else GENESIS) and not (gap and partly):
        findings.append(f"{place}与前一条接不上。")
    if before is not None and stored.time <= before.time:
        findings.append(f"{place}的时间早于前一条。")
    if stored.hash != _hash_of(stored):
        return [*findings, f"{place}的内容被改动。"]
    try:
        decode(stored)
    except NewerEvent:
        findings.append(f"{place}由更新版本的程序写成，本程序读不懂。")
    except (msgspec.ValidationError, msgspec.DecodeError):
        findings.append(f"{place}的内容已损坏，读不出来。")
    return findings


def _hash_of(stored: StoredEvent) -> str:
    fields = {name: getattr(stored, name) for name in stored.__struct_fields__ if name != "hash"}
    return event_hash(**fields)


def _place(stored: StoredEvent) -> str:
    return f"记录链（节点 {stored.node[:8]}，第 {stored.epoch} 期）第 {stored.seq} 条（{stored.kind}）"
