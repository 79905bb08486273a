"""Who may come in: what the sign-in screen and the locked window need besides `founding.sign_in`.

The sign-in screen is the first thing seen, so this module loads the keys only; rules, calendars and the
database come while the password is typed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import UserError
from app.store import keyring
from app.system.clock import Clock

if TYPE_CHECKING:
    from app.services.office import OpenOffice

SHORTEST_PASSWORD = keyring.SHORTEST_PASSWORD
"""Characters a password must have at least."""


def is_founded(data_dir: Path) -> bool:
    """Whether an office lives in this directory."""
    return keyring.exists(data_dir)


def operator_ids(data_dir: Path) -> list[str]:
    """Who can sign in, by id: names stand only inside the encrypted database.

    Raises EnvironmentProblem when the keys are lost or damaged.
    """
    return keyring.operator_ids(data_dir)


def sign_in_as(data_dir: Path, operator_id: str, password: str, clock: Clock) -> OpenOffice:
    """Open the office as the operator remembered from last time; errors as `founding.sign_in`."""
    from app.services.founding import open_with_key

    key = keyring.unlock_operator(data_dir, operator_id, password)
    return open_with_key(data_dir, key, operator_id, clock)


def confirm_password(office: OpenOffice, password: str) -> None:
    """Raise UserError unless this is the password of the operator at work (a locked window)."""
    keyring.unlock_operator(office.store.directory, office.operator.id, password)


def check_repeated(password: str, again: str) -> dict[str, str]:
    """Problems of a new password typed twice, by field (`password`, `again`); empty when it will do."""
    problems: dict[str, str] = {}
    try:
        keyring.check_password(password)
    except UserError as error:
        problems["password"] = error.message
    if not problems and password != again:
        problems["again"] = "两次输入的密码不一样，请重新输入。"
    return problems
