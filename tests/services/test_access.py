"""Signing in by id, confirming a password, and passwords typed twice; the facts of the page 关于."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.services import about, access, founding
from app.services.office import OpenOffice
from app.system.clock import FixedClock
from app.system.paths import program_root
from tests.offices import NOON, PASSWORD, QUICK

CLOCK = FixedClock(NOON)


def test_the_operator_of_last_time_signs_in_by_id(office: OpenOffice) -> None:
    founding.add_operator(office, "李强", "mediator", "another-2026", QUICK)
    place, operator = office.store.directory, office.operator.id
    office.close()
    assert len(access.operator_ids(place)) == 2
    with pytest.raises(UserError):
        access.sign_in_as(place, operator, "another-2026", CLOCK)
    again = access.sign_in_as(place, operator, PASSWORD, CLOCK)
    assert again.operator.name == "王敏"
    again.close()


def test_only_the_password_of_the_one_at_work_unlocks(office: OpenOffice) -> None:
    founding.add_operator(office, "李强", "mediator", "another-2026", QUICK)
    access.confirm_password(office, PASSWORD)
    with pytest.raises(UserError, match="密码不对"):
        access.confirm_password(office, "another-2026")


@pytest.mark.parametrize(
    ("password", "again", "field"),
    [
        ("short", "short", "password"),
        ("long enough", "long enougH", "again"),
        ("long enough", "long enough", None),
    ],
)
def test_a_new_password_is_long_enough_and_typed_twice(password: str, again: str, field: str | None) -> None:
    assert list(access.check_repeated(password, again)) == ([field] if field else [])


def test_the_version_is_that_of_the_project(office: OpenOffice) -> None:
    project = tomllib.loads((program_root() / "pyproject.toml").read_text(encoding="utf-8"))
    told = dict(about.versions(office))
    assert told["一站通"] == project["project"]["version"]
    assert told["SQLCipher"][0].isdigit()
    assert "MIT" in about.licences()


def test_a_notice_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from app.system import paths
    from app.system.errors import EnvironmentProblem

    monkeypatch.setattr(paths, "program_root", lambda: tmp_path)
    with pytest.raises(EnvironmentProblem, match="读取许可文件"):
        about.licences()
