"""A walk-in complaint from sign-in to the saved case, on a real window with real keys, Chinese included."""

from __future__ import annotations

import json
import threading
from pathlib import Path

from app.services import case_list, casework, founding
from app.store import keyring
from app.store.database import open_database
from app.store.migrations import NEWEST
from app.store.store import DATABASE_NAME
from app.system.clock import SystemClock
from tests.offices import QUICK
from tests.ui.display.counter import PATIENCE_SECONDS, Counter
from tests.virtual_display import VirtualDisplay

PASSWORD = "qingshan-2026"
OFFICE = "青山镇消费维权窗口"
FACTS = "保修期内空调不制冷，上门维修时收取更换电容费，要求退还。"


def found(data_dir: Path) -> None:
    form = founding.Founding(
        name=OFFICE,
        code="360429102000",
        identity="bureau_office",
        bureau="江安县市场监督管理局",
        operator="王敏",
        password=PASSWORD,
    )
    founding.found_office(data_dir, form, SystemClock(), QUICK).office.close()


def events_on_disk(data_dir: Path) -> int:
    """What a reader beside the running program sees: committed events only."""
    key, _operator = keyring.unlock(data_dir, None, PASSWORD)
    database = open_database(data_dir / DATABASE_NAME, key, NEWEST)
    try:
        return int(database.value("SELECT COUNT(*) FROM events"))
    finally:
        database.peewee.close_every_connection()


def wait_for_another_event(data_dir: Path, before: int) -> None:
    for _ in range(PATIENCE_SECONDS * 10):
        if events_on_disk(data_dir) > before:
            return
        threading.Event().wait(0.1)
    raise AssertionError("nothing was saved")


def register(clerk: Counter) -> None:
    """F2 and the form from top to bottom; Enter goes on, as when typing from paper."""
    clerk.keys("F2")
    clerk.keys(*["Return"] * 4)
    clerk.pastes("陈䶮")
    clerk.keys("Return")
    clerk.types("13907925561")
    clerk.keys(*["Return"] * 3)
    clerk.pastes("青山镇红旗村3组21号")
    clerk.keys(*["Return"] * 6)
    clerk.pastes("宏达电器商行")
    clerk.keys(*["Return"] * 3)
    clerk.pastes("青山镇中山路88号")
    clerk.keys(*["Return"] * 4)
    clerk.types("300")
    clerk.keys(*["Return"] * 4)
    # The boxes open below the field; letters find 退款, the space bar ticks it.
    clerk.keys("t", "k", "space", "Return", "Return")
    clerk.pastes(FACTS)
    clerk.keys("ctrl+s")


def test_a_walk_in_complaint_is_registered_by_keyboard_alone(
    virtual_display: VirtualDisplay, tmp_path: Path
) -> None:
    data_dir = tmp_path / "office"
    found(data_dir)
    before = events_on_disk(data_dir)
    today = SystemClock().today()
    with Counter(virtual_display, data_dir) as clerk:
        clerk.look_for("一站通")
        clerk.types(f"{PASSWORD}x")
        clerk.keys("Return")  # wrong: the field is kept selected, the right one replaces it
        assert clerk.second_start() == 0
        clerk.types(PASSWORD)
        clerk.keys("Return")
        clerk.look_for(OFFICE)
        register(clerk)
        wait_for_another_event(data_dir, before)
        assert clerk.closes() == 0
    office = founding.sign_in(data_dir, None, PASSWORD, SystemClock())
    try:
        rows = case_list.ids(office, case_list.CaseFilter())
        assert len(rows) == 1
        case = casework.load(office, case_list.case_id_of(office, rows[0])).case
        assert case.complainant.name == "陈䶮"
        assert case.complainant.phone == "13907925561"
        assert case.complainant.address == "青山镇红旗村3组21号"
        assert case.respondent.name == "宏达电器商行"
        assert case.respondent.address == "青山镇中山路88号"
        assert case.deal.amount == 30_000
        assert case.deal.facts == FACTS
        assert case.deal.demands == ("refund",)
        assert case.origin is not None
        assert today <= case.origin.received_on <= SystemClock().today()
    finally:
        office.close()
    complaints = [
        line
        for line in (data_dir / "logs" / "yizhantong.log").read_text(encoding="ascii").splitlines()
        if json.loads(line)["level"] in ("WARNING", "ERROR", "CRITICAL")
    ]
    assert complaints == []
    assert list((data_dir / "backups").glob("yizhantong-*.db")), "closing after a change makes a backup"
