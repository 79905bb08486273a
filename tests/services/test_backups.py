"""A backup and a lost disk: the cases and every attachment come back, and what cannot is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.services import access, attachments, backups, casework, founding, investigation, papers
from app.services.office import OpenOffice
from app.services.registration import register_complaint
from app.system.clock import FixedClock
from app.system.errors import EnvironmentProblem
from tests.offices import NOON, PASSWORD, TODAY, found, walk_in

CLOCK = FixedClock(NOON)
PHOTO, RECEIPT = "发票照片".encode() * 50_000, "收据".encode() * 3_000


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def case_id(office: OpenOffice, tmp_path: Path) -> str:
    """A case with two files of evidence, one of them voided, and a paper that was issued."""
    case = register_complaint(office, walk_in()).case_id
    for name, content in (("发票.jpg", PHOTO), ("收据.txt", RECEIPT)):
        (tmp_path / name).write_bytes(content)
        kept = attachments.keep_file(office, tmp_path / name)
        investigation.add_evidence(
            office, case, title=name, form="原件", provider="complainant", received_on=TODAY, attachment=kept
        )
    investigation.void_evidence(office, case, 2, "与本案无关")
    papers.issue(office, papers.PaperOrder(case_id=case, paper="complaint_registration"))
    return case


def files_of(office: OpenOffice, case: str) -> list[bytes]:
    """The content of every file of the case, verified, papers last."""
    view = casework.load(office, case).case
    found_files = [attachments.content(office, one) for one in view.attachments()]
    return [*found_files, *(papers.reopen(office, issued, "文书.pdf") for issued in view.papers)]


def blobs_of(place: Path) -> list[Path]:
    return sorted((place / "blobs").rglob("*.age"))


def damage(path: Path) -> None:
    """A disk that gives back other bytes than it was given; no other name of the file is touched."""
    raw = bytearray(path.read_bytes())
    raw[-10] ^= 1
    path.unlink()
    path.write_bytes(raw)


def test_a_lost_computer_comes_back_whole_from_a_stick(
    office: OpenOffice, case_id: str, stick: Path, tmp_path: Path
) -> None:
    before = files_of(office, case_id)
    made = backups.make_backup(office, stick)
    assert (made.attachments, made.missing) == (3, 0)
    office.close()
    shutil.rmtree(office.store.directory)
    [offered] = backups.backups_in(stick)
    assert offered == made
    place = tmp_path / "new computer"
    done = backups.restore(place, offered.path, None, PASSWORD, CLOCK)
    assert (done.brought, done.missing) == (3, ())
    again = founding.sign_in(place, None, PASSWORD, CLOCK)
    assert files_of(again, case_id) == before
    assert before[:2] == [PHOTO, RECEIPT]
    assert again.store.verify() == []
    assert again.store.identity.epoch == 2
    again.close()


def test_the_recovery_code_opens_a_backup_when_every_password_is_forgotten(
    office: OpenOffice, case_id: str, stick: Path, tmp_path: Path
) -> None:
    code = founding.new_recovery_code(office)
    before = files_of(office, case_id)
    made = backups.make_backup(office, stick)
    office.close()
    place = tmp_path / "new computer"
    with pytest.raises(UserError, match="恢复密钥"):
        backups.restore_with_recovery(place, made.path, code[:-1] + ("A" if code[-1] != "A" else "B"), CLOCK)
    assert not access.is_founded(place)
    backups.restore_with_recovery(place, made.path, code.lower(), CLOCK)
    again = founding.sign_in_with_recovery(place, code, "王敏", "another-2026", CLOCK)
    assert files_of(again, case_id) == before
    again.close()


def test_files_deleted_by_mistake_come_back_from_the_backup_of_the_day(
    office: OpenOffice, case_id: str
) -> None:
    before = files_of(office, case_id)
    made = backups.make_backup(office)
    office.close()
    shutil.rmtree(office.store.directory / "blobs")
    done = backups.restore(office.store.directory, made.path, None, PASSWORD, CLOCK)
    assert (done.brought, done.missing) == (3, ())
    again = founding.sign_in(office.store.directory, None, PASSWORD, CLOCK)
    assert files_of(again, case_id) == before
    again.close()


def test_a_damaged_file_is_healed_and_kept_aside(office: OpenOffice, case_id: str, stick: Path) -> None:
    before = files_of(office, case_id)
    made = backups.make_backup(office, stick)
    office.close()
    [broken, *_] = blobs_of(office.store.directory)
    damage(broken)
    raw = broken.read_bytes()
    done = backups.restore(office.store.directory, made.path, None, PASSWORD, CLOCK)
    assert (done.brought, done.missing) == (1, ())
    assert [path.read_bytes() for path in blobs_of(done.aside)] == [raw]
    again = founding.sign_in(office.store.directory, None, PASSWORD, CLOCK)
    assert files_of(again, case_id) == before
    again.close()


def test_what_is_nowhere_is_told_by_its_case(office: OpenOffice, case_id: str, stick: Path) -> None:
    number = casework.load(office, case_id).case.number
    made = backups.make_backup(office, stick)
    office.close()
    first, second, third = blobs_of(office.store.directory)
    damage(first)
    damage(made.path.parent / "blobs" / first.parent.name / first.name)
    second.unlink()
    (made.path.parent / "blobs" / second.parent.name / second.name).unlink()
    third.unlink()
    raw = first.read_bytes()
    done = backups.restore(office.store.directory, made.path, None, PASSWORD, CLOCK)
    assert (done.brought, done.missing) == (1, ((number, 2),))
    assert first.read_bytes() == raw, "a damaged file stays where nothing better is found"


def test_the_password_of_that_day_opens_it_too(office: OpenOffice, case_id: str, stick: Path) -> None:
    """The password was changed since and forgotten; keys that open are the ones that count."""
    made = backups.make_backup(office, stick)
    founding.change_password(office, PASSWORD, "forgotten-2026")
    office.close()
    place = office.store.directory
    present = (place / "keys.json").read_bytes()
    with pytest.raises(UserError, match="密码不对"):
        backups.restore(place, made.path, None, "neither-2026", CLOCK)
    done = backups.restore(place, made.path, None, PASSWORD, CLOCK)
    assert (done.aside / "keys.json").read_bytes() == present
    founding.sign_in(place, None, PASSWORD, CLOCK).close()


def test_keys_damaged_with_the_disk_come_from_the_backup(
    office: OpenOffice, case_id: str, stick: Path
) -> None:
    made = backups.make_backup(office, stick)
    office.close()
    place = office.store.directory
    (place / "keys.json").write_bytes(b"{")
    (place / "keys.json.bak").unlink(missing_ok=True)
    with pytest.raises(UserError, match="密码不对"):
        backups.restore(place, made.path, None, "neither-2026", CLOCK)
    backups.restore(place, made.path, None, PASSWORD, CLOCK)
    founding.sign_in(place, None, PASSWORD, CLOCK).close()


class Stopped(Exception):
    """The window was closed."""


def test_stopping_a_restore_leaves_the_office_as_it_was(
    office: OpenOffice, case_id: str, stick: Path
) -> None:
    made = backups.make_backup(office, stick)
    register_complaint(office, walk_in())
    office.close()
    place = office.store.directory
    database = (place / "yizhantong.db").read_bytes()

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        backups.restore(place, made.path, None, PASSWORD, CLOCK, stop)
    assert (place / "yizhantong.db").read_bytes() == database
    assert not (place / "set-aside").exists()


def test_one_stick_carries_several_offices_and_each_goes_back_to_its_own(
    office: OpenOffice, case_id: str, stick: Path, tmp_path: Path
) -> None:
    other = found(tmp_path / "other")
    own, theirs = backups.make_backup(office, stick), backups.make_backup(other, stick)
    assert own.path.parent != theirs.path.parent
    assert {one.path for one in backups.backups_in(stick)} == {own.path, theirs.path}
    assert backups.backups_in(own.path.parent) == [own]
    other.close()
    office.close()
    with pytest.raises(EnvironmentProblem, match="不符"):
        backups.restore(office.store.directory, theirs.path, None, PASSWORD, CLOCK)


def test_backups_of_a_data_directory_are_found_by_it(office: OpenOffice, case_id: str) -> None:
    made = backups.make_backup(office)
    assert backups.backups_in(office.store.directory) == [made]
    assert backups.backups_in(office.store.directory / "nowhere") == []
    assert backups.on_same_disk(office, made.path.parent)
