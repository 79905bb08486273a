"""A backup carried to a computer that has nothing else: opened with the password of its time."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.services import access, backups, case_list
from app.services.founding import sign_in
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.system.clock import FixedClock
from app.system.errors import EnvironmentProblem
from tests.offices import NOON, PASSWORD, walk_in

CLOCK = FixedClock(NOON)


@pytest.fixture
def stick(office: OpenOffice, tmp_path: Path) -> Path:
    """A folder with the backup of an office of one case, and its keys; the path of the backup."""
    register_complaint(office, walk_in())
    made = backups.make_backup(office).path
    folder = tmp_path / "stick"
    folder.mkdir()
    for path in made.parent.iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    return folder / made.name


def test_the_office_opens_on_the_new_computer(stick: Path, tmp_path: Path) -> None:
    place = tmp_path / "new"
    backups.restore(place, stick, None, PASSWORD, CLOCK)
    again = sign_in(place, None, PASSWORD, CLOCK)
    assert len(case_list.ids(again, case_list.CaseFilter())) == 1
    assert again.store.verify() == []
    again.close()


def test_a_wrong_password_leaves_the_new_computer_as_it_was(stick: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="密码不对"):
        backups.restore(tmp_path / "new", stick, None, "not the one", CLOCK)
    assert not access.is_founded(tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_backup_without_its_keys_is_told(stick: Path, tmp_path: Path) -> None:
    stick.with_suffix(".keys.json").unlink()
    with pytest.raises(EnvironmentProblem, match="备份旁边没有钥匙文件"):
        backups.restore(tmp_path / "new", stick, None, PASSWORD, CLOCK)
