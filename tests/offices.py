"""Real offices for tests: an encrypted database in a temporary directory, with a quick password check."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from app.domain.kinds.complaint.facts import Complainant, Deal, Origin, Registration, Respondent
from app.services import founding
from app.services.office import OpenOffice
from app.store.keyring import Hardness
from app.system.clock import SHANGHAI, FixedClock

QUICK = Hardness(memory_kib=8, passes=1)
PASSWORD = "青山绿水-2026"
NOON = dt.datetime(2026, 11, 21, 12, 0, tzinfo=SHANGHAI)
TODAY = NOON.date()


def found(directory: Path, moment: dt.datetime = NOON, identity: str = "entrusted") -> OpenOffice:
    """A new office with one operator, 王敏, at work at `moment` on a `FixedClock`, acting as `identity`."""
    form = founding.Founding(
        name="青山镇消费维权窗口",
        code="360429102000",
        identity=identity,
        bureau="江安县市场监督管理局",
        operator="王敏",
        password=PASSWORD,
        document_word="江市监青",
        phone="0792-4221315",
        address="江安县青山镇政府一楼",
    )
    return founding.found_office(directory, form, FixedClock(moment), QUICK).office


def walk_in(received: dt.date = TODAY, **changes: object) -> Registration:
    """A complete walk-in complaint about an air conditioner; `changes` replace whole parts."""
    parts: dict[str, object] = {
        "origin": Origin(channel="visit", received_on=received, on_site=True),
        "complainant": Complainant(name="陈䶮", phone="13907925561", address="青山镇红旗村3组21号"),
        "respondent": Respondent(name="宏达电器商行", phone="0792-4228000", address="青山镇中山路88号"),
        "deal": Deal(
            bought_on=dt.date(2026, 4, 2),
            amount=30_000,
            category="air_conditioner",
            goods="空调",
            problem="after_sale",
            demands=("refund",),
            facts="保修期内空调不制冷，厂家上门维修时收取更换电容费120元、充氟费180元，要求退还。",
        ),
    }
    return Registration(**(parts | changes))  # type: ignore[arg-type]
