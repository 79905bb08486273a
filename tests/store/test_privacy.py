"""Nothing a person typed stands readable in any file of the data directory, at any time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from app.domain.kinds.complaint import events as e
from app.store import keyring
from app.store.key_slots import Hardness
from app.store.store import Store
from app.system.clock import FixedClock
from tests.store.office import ACTOR, START, Projector, add_case, registered

NAME, PHONE, SHOP = "欧阳䶮晴", "13907925561", "宏达电器商行"
FACTS = "保修期内被收取维修费三百二十元"
DRAFT = "还没有写完的情况说明"
OPERATOR, PASSWORD = "司徒建国", "窗口的密码2026"
FILE = "发票上写着收款人慕容小雪".encode() * 40
SECRETS = (
    NAME,
    PHONE,
    SHOP,
    FACTS,
    DRAFT,
    OPERATOR,
    PASSWORD,
    "慕容小雪",
    "王小二发票.jpg",
    "消投〔2026〕8731号",
)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


def piece_of(secret: str) -> str:
    """What would give it away: four signs, of a number nine digits, for four stand in any salt by chance."""
    return secret[:9] if secret.isdigit() else secret[:4]


def readable(directory: Path) -> list[str]:
    """The secrets that stand in some file, pieces of two characters of each name included."""
    found = []
    for path in sorted(directory.rglob("*")):
        if path.is_file():
            raw = path.read_bytes()
            found += [
                f"{secret} in {path.name}"
                for secret in SECRETS
                for encoding in ENCODINGS
                if piece_of(secret).encode(encoding) in raw
            ]
            assert not any(secret in path.name for secret in SECRETS)
    return found


def test_no_file_ever_shows_what_was_typed(tmp_path: Path) -> None:
    key, _ = keyring.create(tmp_path, "op-1", OPERATOR, PASSWORD, Hardness(memory_kib=64, passes=1))
    store = Store.create(tmp_path, key, FixedClock(START), Projector())
    event = registered(8731, name=NAME, phone=PHONE, shop=SHOP, facts=FACTS)
    with store.transaction():
        case_id = add_case(store, event)
        assert readable(tmp_path) == []
    stored = store.blobs.put_bytes(FILE, "王小二发票.jpg")
    attachment = e.Attachment(
        sha256=stored.sha256, filename="王小二发票.jpg", size=stored.size, media_type="image/jpeg"
    )
    evidence = e.EvidenceAdded(
        no=1,
        title="发票",
        form="原件",
        provider="complainant",
        received_on=dt.date(2026, 7, 1),
        attachment=attachment,
    )
    store.log.append(case_id, [evidence], ACTOR)
    store.drafts.save("intake", "", ACTOR, f'{{"facts":"{DRAFT}"}}')
    assert {path.suffix for path in tmp_path.rglob("*") if path.is_file()} >= {
        ".db",
        ".db-wal",
        ".age",
        ".json",
    }
    assert readable(tmp_path) == []
    store.backups.make()
    store.rebuild()
    assert store.verify() == []
    assert readable(tmp_path) == []
    store.close()
    assert readable(tmp_path) == []
    assert FACTS.encode() in FACTS.encode() * 2  # the scan itself can find
