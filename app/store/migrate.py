"""Bringing a database to the schema of this program, one step after another, or leaving it as it was.

An explicit list of steps (app/store/migrations) instead of a directory search; raw SQL instead of an
ORM's table copies, which can delete child rows (docs/migrations.md). Each step is one transaction that
ends with the checks below; a backup is made before the first one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.store.database import Database
from app.store.migrations import STEPS, Step
from app.system.errors import EnvironmentProblem


class MigrationFailed(EnvironmentProblem):
    """A step broke a promise; the database is as it was before that step."""


def schema_version(database: Database) -> int:
    """How many steps this database has had."""
    return int(database.value("PRAGMA user_version"))


def migrate(
    database: Database,
    steps: Sequence[tuple[int, str, Step]] = STEPS,
    backup: Callable[[], object] | None = None,
) -> list[str]:
    """Run the steps this database lacks; returns their names, empty when there was nothing to do.

    `backup` is called once before the first step of a database that already has data. Raises
    MigrationFailed when a step leaves damage; that step is then undone.
    """
    version = schema_version(database)
    pending = [step for step in steps if step[0] > version]
    if pending and version > 0 and backup is not None:
        backup()
    for number, name, up in pending:
        _run(database, number, name, up)
    return [name for _, name, _ in pending]


def _run(database: Database, number: int, name: str, up: Step) -> None:
    # A table rebuilt under ON DELETE CASCADE would take its children along; checked below instead.
    database.rows("PRAGMA foreign_keys = OFF")
    try:
        with database.transaction():
            before = _row_counts(database)
            up(database.sql)
            _check(database, name, before)
            database.sql(f"PRAGMA user_version = {number}")
    finally:
        database.rows("PRAGMA foreign_keys = ON")


def _check(database: Database, name: str, before: dict[str, int]) -> None:
    damage = [str(row[0]) for row in database.rows("PRAGMA integrity_check") if row[0] != "ok"]
    if damage:
        raise MigrationFailed(_sentence(name, f"完整性检查发现 {damage[0]}"))
    orphans = database.rows("PRAGMA foreign_key_check")
    if orphans:
        raise MigrationFailed(_sentence(name, f"表 {orphans[0][0]} 有失去归属的记录"))
    after = _row_counts(database)
    fewer = sorted(table for table, count in before.items() if after.get(table, 0) < count)
    if fewer:
        raise MigrationFailed(_sentence(name, f"表 {fewer[0]} 的记录变少了"))


def _sentence(name: str, reason: str) -> str:
    return f"数据库升级没有完成（{name}：{reason}），数据保持升级前的样子，请联系县局技术人员。"


def _row_counts(database: Database) -> dict[str, int]:
    tables = database.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'"
    )
    return {name: int(database.value(f'SELECT COUNT(*) FROM "{name}"')) for (name,) in tables}
