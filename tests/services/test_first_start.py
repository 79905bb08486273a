"""The office of the wizard: beside first, then in its place, never half."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import InvalidFields, UserError
from app.services import access, first_start
from app.services.founding import Founding, sign_in, sign_in_with_recovery
from app.system.clock import FixedClock
from tests.offices import NOON, PASSWORD, QUICK, found

FORM = Founding(
    name="青山镇消费维权窗口",
    code="360429102000",
    identity="entrusted",
    bureau="江安县市场监督管理局",
    operator="王敏",
    password=PASSWORD,
)
CLOCK = FixedClock(NOON)


def test_an_office_moves_in_whole_and_opens_with_its_password_and_its_code(tmp_path: Path) -> None:
    prepared = first_start.prepare(tmp_path, FORM, CLOCK, QUICK)
    assert not access.is_founded(tmp_path)
    assert prepared.recovery_sheet.startswith(b"%PDF")
    office = first_start.move_in(prepared, CLOCK)
    assert office.store.directory == tmp_path
    assert office.store.verify() == []
    office.close()
    assert not (tmp_path / first_start.STAGING_NAME).exists()
    sign_in(tmp_path, None, PASSWORD, CLOCK).close()
    sign_in_with_recovery(tmp_path, prepared.recovery_code, "王敏", "another-2026", CLOCK).close()


def test_discarding_leaves_nothing(tmp_path: Path) -> None:
    first_start.discard(first_start.prepare(tmp_path, FORM, CLOCK, QUICK))
    assert list(tmp_path.iterdir()) == []


def test_what_a_crash_left_is_replaced(tmp_path: Path) -> None:
    first_start.prepare(tmp_path, FORM, CLOCK, QUICK).office.close()
    assert not access.is_founded(tmp_path)
    prepared = first_start.prepare(tmp_path, FORM, CLOCK, QUICK)
    first_start.discard(prepared)
    assert list(tmp_path.iterdir()) == []


def test_wrong_entries_leave_nothing(tmp_path: Path) -> None:
    import msgspec

    with pytest.raises(InvalidFields):
        first_start.prepare(tmp_path, msgspec.structs.replace(FORM, code="12"), CLOCK, QUICK)
    assert list(tmp_path.iterdir()) == []


def test_an_office_that_is_there_is_never_touched(tmp_path: Path) -> None:
    found(tmp_path).close()
    with pytest.raises(UserError, match="已经有一个单位"):
        first_start.prepare(tmp_path, FORM, CLOCK, QUICK)
    sign_in(tmp_path, None, PASSWORD, CLOCK).close()
