"""Schema steps: backup first, checks after each, and the old database when one fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app.store.database import Database, create_database
from app.store.migrate import MigrationFailed, migrate, schema_version
from app.store.migrations import NEWEST, STEPS, Step
from tests.store.office import add_case, new_store, registered

Execute = Callable[[str], object]


@pytest.fixture
def office(tmp_path: Path) -> Database:
    """A database of the present version with one case, open."""
    with new_store(tmp_path) as store:
        add_case(store, registered(1))
        path, key = store.database.path, store.database.key
    return Database(path, key)


def next_step(up: Step) -> list[tuple[int, str, Step]]:
    return [*STEPS, (NEWEST + 1, "next", up)]


def contents(database: Database) -> list[tuple[object, ...]]:
    schema = database.rows("SELECT name, sql FROM sqlite_master ORDER BY name")
    return schema + database.rows("SELECT * FROM events") + database.rows("SELECT * FROM cases")


def test_the_steps_are_numbered_one_by_one() -> None:
    assert [number for number, _, _ in STEPS] == list(range(1, NEWEST + 1))
    modules = sorted(path.stem for path in (Path(__file__).parents[2] / "app/store/migrations").glob("m*.py"))
    assert [int(re.match(r"m(\d{4})_", name)[1]) for name in modules] == list(range(1, NEWEST + 1))  # type: ignore[index]


def test_a_new_database_gets_every_step_once(tmp_path: Path) -> None:
    database = create_database(tmp_path / "new.db", bytes(32))
    assert schema_version(database) == 0
    assert migrate(database) == [name for _, name, _ in STEPS]
    assert schema_version(database) == NEWEST
    assert migrate(database) == []
    database.close()


def test_a_step_runs_after_a_backup(office: Database) -> None:
    order: list[str] = []

    def up(execute: Execute) -> None:
        order.append("step")
        execute("ALTER TABLE drafts ADD COLUMN note TEXT NOT NULL DEFAULT ''")

    assert migrate(office, next_step(up), backup=lambda: order.append("backup")) == ["next"]
    assert order == ["backup", "step"]
    assert schema_version(office) == NEWEST + 1
    assert office.value("PRAGMA foreign_keys") == 1
    office.close()


def test_nothing_to_do_makes_no_backup(office: Database) -> None:
    assert migrate(office, backup=lambda: pytest.fail("no step, no backup")) == []
    office.close()


def losing_rows(execute: Execute) -> None:
    execute("DELETE FROM case_states")


def losing_a_table(execute: Execute) -> None:
    execute("DROP TABLE case_states")


def leaving_orphans(execute: Execute) -> None:
    execute("INSERT INTO case_states VALUES (99, '{}')")


def failing_half_way(execute: Execute) -> None:
    execute("ALTER TABLE drafts ADD COLUMN note TEXT")
    execute("SELEC 1")


@pytest.mark.parametrize(
    ("up", "match"),
    [
        (losing_rows, "case_states 的记录变少"),
        (losing_a_table, "case_states 的记录变少"),
        (leaving_orphans, "case_states 有失去归属"),
        (failing_half_way, "syntax error"),
    ],
)
def test_a_step_that_breaks_a_promise_is_undone(office: Database, up: Step, match: str) -> None:
    before = contents(office)
    with pytest.raises(Exception, match=match) as caught:
        migrate(office, next_step(up))
    assert isinstance(caught.value, MigrationFailed) is (up is not failing_half_way)
    assert contents(office) == before
    assert schema_version(office) == NEWEST
    assert office.value("PRAGMA foreign_keys") == 1
    office.close()


def test_a_failing_backup_stops_the_upgrade(office: Database) -> None:
    before = contents(office)

    def full_disk() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        migrate(office, next_step(losing_rows), backup=full_disk)
    assert contents(office) == before
    office.close()
