"""Keep an office of this version for ever, so that every later version is tested to open it.

Run it once for each schema version, at its release: `.venv/bin/python scripts/freeze_database.py`.
It writes tests/data/store/frozen/v<version>/ with a whole data directory and expected.json, and refuses
to replace one that is there; `--again` is for the time before the release only.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.domain.kinds.complaint.events import Attachment, ComplaintRegistered, EvidenceAdded
from app.services.founding import Founding, found_office
from app.services.office import OpenOffice
from app.store.key_slots import Hardness
from app.store.migrations import NEWEST
from app.store.queries.cases import LIST_COLUMNS
from app.system.clock import SHANGHAI, FixedClock

TARGET = Path(__file__).resolve().parent.parent / "tests" / "data" / "store" / "frozen"
OPERATOR = "封存测试员"
PASSWORD = "frozen-office-2026"  # noqa: S105 - printed on purpose: the office holds nothing real
SEEDS = range(12)
STEPS = 30
ATTACHMENT = "封存的附件：发票照片。".encode() * 50
KEPT_FILES = ("yizhantong.db", "keys.json", "identity.json", "blobs")


def main() -> int:
    """Make the frozen office; 1 when it exists already."""
    parser = argparse.ArgumentParser(description="Keep an office of this version for upgrade tests.")
    parser.add_argument("--out", type=Path, default=TARGET, help="where the versions are kept")
    parser.add_argument("--again", action="store_true", help="replace what is there (before a release only)")
    words = parser.parse_args()
    folder = words.out / f"v{NEWEST}"
    if folder.exists():
        if not words.again:
            print(f"{folder} is frozen already")
            return 1
        shutil.rmtree(folder)
    freeze(folder)
    print(f"frozen: {folder}")
    return 0


def freeze(folder: Path) -> None:
    """Found an office in `folder`, let cases walk through it, write down what must be found later."""
    clock = FixedClock(dt.datetime(2026, 11, 21, 9, 0, tzinfo=SHANGHAI))
    founding = Founding(
        name="青山镇消费维权窗口",
        code="360429104000",
        identity="bureau_office",
        bureau="青山县市场监督管理局",
        operator=OPERATOR,
        password=PASSWORD,
    )
    cheap = Hardness(memory_kib=1024, passes=1)
    office = found_office(folder, founding, clock, cheap).office
    try:
        cases = [_walked(office, number) for number in SEEDS]
        kept = _attached(office, cases[0]["case_id"])
        expected = {
            "schema": NEWEST,
            "operator": OPERATOR,
            "password": PASSWORD,
            "events": office.store.log.count(),
            "head": office.store.log.head().hash,
            "attachment": kept,
            "cases": cases,
        }
        findings = office.store.verify()
    finally:
        office.close()
    if findings:
        raise SystemExit("\n".join(findings))
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(text + "\n", encoding="utf-8")
    for path in folder.iterdir():
        if path.name not in (*KEPT_FILES, "expected.json"):
            path.unlink()


def _walked(office: OpenOffice, serial: int) -> dict[str, str]:
    """One lawful history under a number and a work order of its own."""
    # The tests' own walks; loaded by name, because tests are not type-checked with the program.
    walks = importlib.import_module("tests.domain.test_complaint_walks")
    _, events, _ = walks.walk(1000 + serial, STEPS)
    first = events[0]
    if not isinstance(first, ComplaintRegistered):
        raise TypeError("a walk begins with a registration")
    fields = {name: getattr(first, name) for name in first.__struct_fields__}
    fields |= {"number": f"消投〔2026〕{serial + 1}号", "serial": serial + 1}
    case_id = office.store.log.new_id()
    office.store.log.append(case_id, [ComplaintRegistered(**fields), *events[1:]], office.operator.id)
    # A walk may correct the name: what must be found later is what the list says now.
    row = dict(zip(LIST_COLUMNS, office.store.cases.row_of(case_id) or (), strict=True))
    return {"case_id": case_id, "number": fields["number"], "complainant": str(row["complainant"])}


def _attached(office: OpenOffice, case_id: str) -> str:
    stored = office.store.blobs.put_bytes(ATTACHMENT, "发票.jpg")
    attachment = Attachment(
        sha256=stored.sha256, filename="发票.jpg", size=stored.size, media_type="image/jpeg"
    )
    evidence = EvidenceAdded(
        no=900,
        title="发票",
        form="原件",
        provider="complainant",
        received_on=office.clock.today(),
        attachment=attachment,
    )
    office.store.log.append(case_id, [evidence], office.operator.id)
    return stored.sha256


if __name__ == "__main__":
    sys.exit(main())
