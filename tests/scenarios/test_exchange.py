"""The exchange lived through: three levels, relay, lost sticks, replays, volumes, conflicts."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from app.domain.errors import InvalidFields, UserError
from app.services import casework, integrity, timeline
from app.services.exchange import (
    arrivals,
    case_status,
    conflicts,
    receiving,
    sending,
)
from tests.scenarios.exchanging import Counter, add_evidence, add_note, amend, county, enrol, exchange


def test_three_levels_and_relay(tmp_path: Path) -> None:
    top = county(tmp_path / "k")
    town = Counter(tmp_path / "t", "青山镇市场监管所")
    village = Counter(tmp_path / "v", "红旗村服务站", "entrusted", "360429102201")
    enrol(top, town)
    enrol(town, village, code="360429102201")
    case = village.case()
    town.case()
    town.take(village.export(town)[0])
    assert case_status.status_of(village.office, case).label == "已导出"
    top.take(town.export(top)[0])
    assert top.hash() == town.hash()
    assert casework.load(top.office, case).case.number == casework.load(village.office, case).case.number
    assert top.hash(town) == town.hash(top)
    assert town.hash(village) == village.hash(town) == village.hash()
    # What the village signed reaches the county untouched, and an act of the county comes back down.
    add_note(top, case)
    exchange((town, village), (top, town), (town, village))
    status = case_status.status_of(village.office, case)
    assert (status.state, status.sentence) == ("received", "青山镇市场监管所已收（2026-11-21）")
    assert len(casework.load(village.office, case).events) == 2
    assert case_status.status_of(town.office, case).label == "县局已阅"
    assert top.hash() == town.hash()
    for one in (top, town, village):
        assert integrity.verify(one.office) == []
        one.close()


def test_how_far_a_case_has_come(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    case = below.case()
    assert case_status.status_of(above.office, case) == case_status.NOBODY

    def label() -> str:
        return case_status.status_of(below.office, case).label

    assert label() == "未报"
    folder, sent = below.export(above)
    assert (sent.cases, label()) == (1, "已导出")
    above.take(folder)
    assert label() == "已导出"
    below.take(above.export(below)[0])
    assert label() == "县局已收"
    case_status.looked_at(above.office, case)
    below.take(above.export(below)[0])
    assert label() == "县局已阅"
    assert case_status.counts(below.office, [case])["looked"] == 1
    assert "2026-11-21" in case_status.status_of(below.office, case).sentence


def test_a_lost_stick_loses_nothing(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    below.case()
    below.export(above)  # never arrives
    below.case()
    result = above.take(below.export(above)[0])
    assert len(result.packages[0].cases) == 2
    assert {chain.verdict for chain in result.packages[0].chains} == {"equal"}
    assert above.hash() == below.hash()


def test_a_replay_is_known_before_anything_is_decrypted(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    below.case()
    folder, _ = below.export(above)
    above.take(folder)
    before = above.hash()
    again = above.take(folder)
    assert [one.code for one in again.refused] == ["already_received"]
    assert again.harmless
    assert (again.new, again.packages) == (0, ())
    assert above.hash() == before


def test_any_order_of_packages(offices: tuple[Counter, Counter], tmp_path: Path) -> None:
    above, below = offices
    folders = []
    for _ in range(4):
        below.case()
        folders.append(below.export(above)[0])
    backup = above.backup()
    hashes = set()
    for order in itertools.islice(itertools.permutations(folders), 0, 24, 5):
        above.restore(backup)
        for folder in order:
            above.take(folder)
        hashes.add(above.hash())
        assert above.office.store.quarantine.waiting() == ()
    assert hashes == {below.hash()}


def test_the_preview_tells_what_will_happen_and_changes_nothing(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    for _ in range(2):
        below.case()
        below.export(above)
    folders = sorted(below.desk.glob("to-*"))
    before, count = above.hash(), above.office.store.log.count()
    told = receiving.preview(above.office, folders)
    assert (above.hash(), above.office.store.log.count()) == (before, count)
    done = above.take(*folders)
    assert (told.new, told.known) == (done.new, done.known)
    assert done.known > 0


def test_attachments_travel_once(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    case = below.case()
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
    path = below.desk / "照片.png"
    path.write_bytes(picture)
    add_evidence(below, case, path)
    folder, sent = below.export(above)
    assert sent.attachments == 1
    result = above.take(folder)
    assert result.packages[0].missing_attachments == 0
    below.take(above.export(below)[0])
    below.case()
    assert below.export(above)[1].attachments == 0
    assert integrity.verify(above.office) == []


def test_volumes_in_any_order_and_by_letter(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    case = below.case()
    path = below.desk / "视频.bin"
    path.write_bytes(bytes((i * i) % 251 for i in range(3_000_000)))
    add_evidence(below, case, path)
    below.tick()
    out = below.desk / "mail"
    out.mkdir()
    sent = sending.as_letters(below.office, above.node, "xj@example.gov.cn", out, volume_mb=1)
    letters = list(sent.files)
    assert len(letters) >= 3
    first = above.take(letters[-1])
    assert first.new == 0
    assert first.harmless
    assert arrivals.waiting(above.office)
    rest = above.take(*letters[:-1])
    assert rest.new == sent.events
    assert arrivals.waiting(above.office) == ()
    assert above.hash() == below.hash()
    again = above.take(letters[0])
    assert [one.code for one in again.refused] == ["already_received"]


def test_what_is_not_for_us_is_refused(offices: tuple[Counter, Counter], tmp_path: Path) -> None:
    above, below = offices
    stranger = county(tmp_path / "x")
    below.case()
    folder, _ = below.export(above)
    assert [one.code for one in stranger.take(folder).refused] == ["not_for_us"]
    package = next(folder.glob("*.yzt"))
    broken = bytearray(package.read_bytes())
    broken[-1] ^= 1
    spoilt = below.desk / package.name
    spoilt.write_bytes(broken)
    result = above.take(spoilt)
    assert [one.code for one in result.refused] == ["broken"]
    assert not result.harmless
    assert above.take(folder).new > 0
    stranger.close()


def test_both_sides_amend_and_a_person_chooses(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    case = below.case()
    exchange((above, below))
    amend(below, case, "陈龑")
    amend(above, case, "陈燕")
    result = above.take(below.export(above)[0])
    assert result.conflicts == 1
    (dispute,) = conflicts.of_case(above.office, case)
    assert dispute.label == "投诉人"
    assert {side.office for side in dispute.sides} == {above.name, below.name}
    assert [[value for _, value in side.lines] for side in dispute.sides] != [[], []]
    keep = next(side for side in dispute.sides if side.office == below.name)
    with pytest.raises(InvalidFields):
        conflicts.resolve(above.office, case, dispute, keep.event_id, "")
    conflicts.resolve(above.office, case, dispute, keep.event_id, "按身份证")
    with pytest.raises(UserError):
        conflicts.resolve(above.office, case, dispute, keep.event_id, "按身份证")
    exchange((above, below))
    for one in (above, below):
        view = casework.load(one.office, case)
        assert conflicts.of_case(one.office, case) == ()
        assert view.case.complainant.name == "陈龑"
        lived = timeline.entries(one.office, view)
        assert any("双方修改" in entry.title for entry in lived)
        other = below if one is above else above
        assert {entry.by for entry in lived} == {"王敏", other.name}
    assert above.hash() == below.hash()


def test_a_stick_for_many(offices: tuple[Counter, Counter], tmp_path: Path) -> None:
    above, below = offices
    other = Counter(tmp_path / "o", "白水镇市场监管所", code="360429103000")
    enrol(above, other, code="360429103000")
    drive = tmp_path / "stick"
    drive.mkdir()
    below.case()
    other.case()
    sent = [sending.to_stick(one.office, above.node, drive) for one in (below, other)]
    assert len(arrivals.from_stick(above.office, drive).packages) == 2
    assert arrivals.from_stick(below.office, drive).packages == ()
    result = above.take(drive)
    assert result.new == sum(one.events for one in sent)
    back = [sending.to_stick(above.office, one.node, drive) for one in (below, other)]
    assert all("读出核对无误" in one.sentence for one in back)
    for one in (below, other):
        found = arrivals.from_stick(one.office, drive)
        assert len(found.packages) == 1
        receiving.import_found(one.office, found)
        assert one.hash() == above.hash(one)
    other.close()
