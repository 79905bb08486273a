"""The demonstration office: a fictional market supervision office in a fictional county."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.services import founding
from app.services.demo.calendar_play import at
from app.store.keyring import STANDARD, Hardness
from app.system.clock import FixedClock

OPERATOR = "王敏"
MEDIATOR = "李强"
PASSWORD = "yanshi-2026"  # noqa: S105 - the demonstration holds no real data and says its password openly
OPENED = at(4, 14, 8)
TODAY = at(11, 20, 17)
"""The day the demonstration ends at; pages and pictures of it are taken as of this moment."""

RARE_NAME = "陈䶮"
"""Whom to search for to see that rare names are found."""
SHOWN_NAME = "郭大山"
"""Whose case has something in every part of a page: evidence, papers, a promise kept and one to come."""

BUREAU = "江安县市场监督管理局"
OFFICE = founding.Founding(
    name="江安县市场监督管理局青山市场监督管理所",
    code="360429104000",
    identity="bureau_office",
    bureau=BUREAU,
    operator=OPERATOR,
    password=PASSWORD,
    case_word="消投",
    document_word="江市监",
    phone="0792-4228123",
    address="江安县青山镇中山路1号",
)


def found(
    directory: Path,
    clock: FixedClock,
    password: str = PASSWORD,
    hardness: Hardness = STANDARD,
) -> founding.Founded:
    """A new, empty demonstration office in `directory`; the clock is set to its first day.

    `hardness` is how long a password check takes.

    Raises UserError when an office is there already or the password is too short.
    """
    clock.move_to(OPENED)
    settings = msgspec.structs.replace(OFFICE, password=password)
    return founding.found_office(directory, settings, clock, hardness)
