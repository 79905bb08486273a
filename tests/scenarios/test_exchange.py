"""The exchange lived through: three levels, lost sticks, replays, restores, copies, changed keys."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.kinds.complaint.facts import Complainant
from app.services import attachments, casework, integrity, investigation, papers, registration, timeline
from app.services.exchange import (
    arrivals,
    case_status,
    conflicts,
    enrolment,
    key_change,
    number_grants,
    own_keys,
    peers,
    receiving,
    repair,
    sending,
    sync_report,
)
from tests.offices import walk_in
from tests.scenarios.exchanging import Counter, county, enrol, exchange


@pytest.fixture
def offices(tmp_path: Path):
    """A county and a town, enrolled; closed at the end."""
    above, below = county(tmp_path / "k"), Counter(tmp_path / "t", "青山镇市场监管所")
    enrol(above, below)
    yield above, below
    above.close()
    below.close()


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


def test_a_pulled_stick_is_continued(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    below.case()
    folder = below.desk / "stick"
    folder.mkdir()

    class Pulled(Exception):
        pass

    def pull(done: int, total: int) -> None:
        if done > total // 2:
            raise Pulled

    with pytest.raises(Pulled):
        sending.to_folder(below.office, above.node, folder, progress=pull)
    case = casework.find(below.office, "消投〔2026〕1号")
    assert case_status.status_of(below.office, case).label == "未报"
    sent = sending.to_folder(below.office, above.node, folder)
    assert sent.resumed
    assert case_status.status_of(below.office, case).label == "已导出"
    assert above.take(folder).new == sent.events
    assert above.hash() == below.hash()


def test_a_restored_station_gets_back_what_it_had_sent(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    below.case()
    exchange((above, below))
    backup = below.backup()
    lost = below.case()
    exchange((above, below))
    below.restore(backup)
    assert {one.kind for one in repair.findings(below.office)} == {repair.RESTORED}
    new = below.case()
    exchange((above, below))
    assert casework.load(below.office, lost).case.number != casework.load(below.office, new).case.number
    assert above.hash() == below.hash()
    assert repair.findings(below.office) == ()
    assert integrity.verify(below.office) == []


def test_a_restored_county_is_sent_everything_again(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    backup = above.backup()
    for _ in range(3):
        below.case()
    exchange((above, below))
    above.restore(backup)
    assert above.hash() != below.hash()
    exchange((above, below), rounds=3)
    assert above.hash() == below.hash()


def test_a_restore_on_a_new_computer_brings_the_keys(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    below.case()
    exchange((above, below))
    backup = below.backup()
    (below.data / "exchange.keys").unlink()
    assert own_keys.are_lost(below.office)
    assert {one.kind for one in repair.findings(below.office)} == {repair.KEYS_LOST}
    below.restore(backup)
    assert not own_keys.are_lost(below.office)
    exchange((above, below))
    assert above.hash() == below.hash()


def test_lost_keys_are_replaced_by_enrolling_anew(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    below.case()
    exchange((above, below))
    (below.data / "exchange.keys").unlink()
    below.case()
    asked = enrolment.request(below.office, below.desk, lost_keys=True)
    assert asked.replaces_lost_keys
    told = enrolment.read_application(above.office, asked.path)
    assert (told.known_as, told.replaces_keys) == (below.name, True)
    answered = enrolment.approve(
        above.office, asked.path, above.desk, fingerprint=asked.fingerprint, confirmed_with="王敏"
    )
    enrolment.accept(below.office, answered.path, fingerprint=answered.fingerprint, confirmed_with="陈局")
    exchange((above, below))
    assert above.hash() == below.hash()


def test_a_copied_computer_is_found_and_repaired(offices: tuple[Counter, Counter], tmp_path: Path) -> None:
    above, below = offices
    below.case()
    exchange((above, below))
    copy = below.copy_computer(tmp_path / "copy")
    below.case()
    here = copy.case()
    above.take(below.export(above)[0])
    result = above.take(copy.export(above)[0])
    assert result.quarantined > 0
    assert repair.CLONE_BELOW in {one.kind for one in repair.findings(above.office)}
    copy.take(above.export(below)[0])
    assert repair.CLONE_HERE in {one.kind for one in repair.findings(copy.office)}
    with pytest.raises(InvalidFields):
        repair.repair_clone(copy.office, " ")
    done = repair.repair_clone(copy.office, "整机复制")
    assert done.again > 0
    copy.name = "青山镇市场监管所二号机"
    enrol(above, copy, code="36042910200B")
    exchange((above, below), (above, copy))
    assert casework.load(above.office, here).case.number
    assert above.hash(copy) == copy.hash(above)
    assert above.hash(below) == below.hash(above)
    for one in (above, below, copy):
        assert integrity.verify(one.office) == []
    copy.close()


def test_changed_keys(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    below.case()
    exchange((above, below))
    with pytest.raises(InvalidFields):
        key_change.change(below.office, below.desk, sure="yes")
    changed = key_change.change(below.office, below.desk, sure=below.name)
    below.case()
    folder, _ = below.export(above)
    assert [one.code for one in above.take(folder).refused] == ["unknown_sender"]
    ((_, notice),) = changed.notices
    told = key_change.read_notice(above.office, notice)
    assert told.name == below.name
    with pytest.raises(InvalidFields):
        key_change.accept(above.office, notice, fingerprint=told.before, confirmed_with="王敏")
    key_change.accept(above.office, notice, fingerprint=changed.fingerprint, confirmed_with="王敏")
    assert above.take(folder).new > 0
    # What the county had encrypted to the old keys can still be read.
    below.take(above.export(below)[0])
    assert above.hash() == below.hash()


def test_a_revoked_peer(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    below.case()
    folder, _ = below.export(above)
    peers.revoke(above.office, below.node, "撤并")
    assert [one.code for one in above.take(folder).refused] == ["revoked_sender"]
    with pytest.raises(UserError, match="已经停止与"):
        sending.to_folder(above.office, below.node, above.desk)
    assert peers.lines(above.office)[0].state == "已停止往来"


def test_wrong_fingerprints_enrol_nobody(tmp_path: Path) -> None:
    above, below = county(tmp_path / "k"), Counter(tmp_path / "t", "青山镇市场监管所")
    asked = enrolment.request(below.office, below.desk)
    for typed in ("", "4F2A", asked.fingerprint[:-1], "0000 0000 0000 0000 0000 0000"):
        with pytest.raises(InvalidFields):
            enrolment.approve(above.office, asked.path, above.desk, fingerprint=typed, confirmed_with="王敏")
    assert peers.lines(above.office) == ()
    above.close()
    below.close()


def add_note(counter: Counter, case: str) -> None:
    counter.tick()
    form = walk_in(complainant=Complainant(name="陈大年", phone="13907925561"))
    registration.amend(counter.office, case, form, "更正姓名")


def add_evidence(counter: Counter, case: str, path: Path) -> None:
    kept = attachments.keep_file(counter.office, path)
    investigation.add_evidence(
        counter.office,
        case,
        title="照片",
        form="photo",
        provider="complainant",
        received_on=counter.clock.today(),
        attachment=kept,
    )


def amend(counter: Counter, case: str, name: str) -> None:
    counter.tick()
    form = walk_in(complainant=Complainant(name=name, phone="13907925561"))
    registration.amend(counter.office, case, form, "更正姓名")


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


def test_numbers_never_meet(tmp_path: Path) -> None:
    top = county(tmp_path / "k")
    towns = [
        Counter(tmp_path / str(i), f"{name}所", code=f"36042910{i}000") for i, name in enumerate("甲乙", 1)
    ]
    for i, town in enumerate(towns, 1):
        enrol(top, town, code=f"36042910{i}000")
    made = [casework.load(c.office, c.case()).case.number for c in (top, *towns) for _ in range(3)]
    assert len(set(made)) == 9
    for town in towns:
        town.close()
    top.close()


def test_the_report_fits_one_page_however_much_is_wrong(tmp_path: Path) -> None:
    above = county(tmp_path / "k")
    towns = [
        Counter(tmp_path / f"t{i}", f"{'某某'[: i % 2 + 1]}镇{i}市场监督管理所城东消费维权服务站")
        for i in range(3)
    ]
    for i, town in enumerate(towns):
        enrol(above, town, code=f"36042910{i}000")
    town = towns[0]
    for _ in range(8):
        town.case()
        town.export(above)
    clone = town.copy_computer(tmp_path / "c")
    town.case()
    clone.case()
    folders = [town.export(above)[0], clone.export(above)[0]]
    above.take(*folders)
    above.restore(above.backup())
    report = sync_report.report(above.office, town.node)
    assert not report.healthy
    assert any("同一个身份" in line for line in report.lines)
    assert papers.page_count(sync_report.paper(above.office, town.node)) == 1
    fresh = sync_report.report(towns[1].office, above.node)
    assert fresh.packages == ()
    assert papers.page_count(sync_report.paper(towns[1].office, above.node)) == 1
    for one in (above, clone, *towns):
        one.close()


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


def test_numbers_are_asked_for_and_granted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(number_grants, "FIRST", 5)
    above, below = county(tmp_path / "k"), Counter(tmp_path / "t", "青山镇市场监管所")
    enrol(above, below)
    for _ in range(5):
        below.case()
    with pytest.raises(UserError, match="编号已经用完"):
        below.case()
    low = {one.kind: one for one in repair.findings(below.office)}
    assert low[repair.NUMBERS_LOW].urgent
    above.case()
    exchange((above, below), rounds=1)
    assert repair.findings(below.office) == ()
    made = {casework.load(below.office, below.case()).case.number for _ in range(3)}
    assert len(made) == 3
    exchange((above, below))
    numbers = [case.number for case in above.take(below.export(above)[0]).packages[0].cases]
    assert len(numbers) == len(set(numbers))
    above.close()
    below.close()


def test_a_county_restored_to_before_the_enrolment(tmp_path: Path) -> None:
    above, below = county(tmp_path / "k"), Counter(tmp_path / "t", "青山镇市场监管所")
    backup = above.backup()
    enrol(above, below)
    below.case()
    exchange((above, below))
    above.restore(backup)
    assert [one.code for one in above.take(below.export(above)[0]).refused] == ["unknown_sender"]
    enrol(above, below)
    below.case()
    exchange((above, below), rounds=3)
    assert above.hash() == below.hash()
    above.close()
    below.close()


def test_damaged_keys_count_as_lost(offices: tuple[Counter, Counter]) -> None:
    _, below = offices
    (below.data / "exchange.keys").write_bytes(b"{}")
    assert {one.kind for one in repair.findings(below.office)} == {repair.KEYS_LOST}
    assert enrolment.request(below.office, below.desk, lost_keys=True).replaces_lost_keys


def test_what_one_does_not_do(offices: tuple[Counter, Counter], tmp_path: Path) -> None:
    above, below = offices
    with pytest.raises(UserError, match="县局"):
        enrolment.request(above.office, above.desk)
    with pytest.raises(UserError, match="没有换过密钥"):
        key_change.notices(below.office, below.desk)
    with pytest.raises(UserError, match="不需要修复"):
        repair.repair_clone(below.office, "整机复制")
    with pytest.raises(UserError, match="原因"):
        peers.revoke(above.office, below.node, "")
    other = Counter(tmp_path / "o", "独立的所", code="360429103000")
    asked = enrolment.request(other.office, other.desk)
    with pytest.raises(InvalidFields) as wrong:
        enrolment.approve(
            above.office, asked.path, above.desk, fingerprint=asked.fingerprint, confirmed_with="王敏",
            name=below.name, code="360429102000",
        )  # fmt: skip
    assert set(wrong.value.problems) == {"name"} or set(wrong.value.problems) == {"name", "code"}
    answered = enrolment.approve(
        above.office, asked.path, above.desk, fingerprint=asked.fingerprint, confirmed_with="王敏"
    )
    enrolment.request(other.office, other.desk)
    with pytest.raises(UserError, match="最近一次申请"):
        enrolment.accept(other.office, answered.path, fingerprint=answered.fingerprint, confirmed_with="陈局")
    with pytest.raises(UserError, match="没有写过入网申请"):
        enrolment.read_answer(above.office, answered.path)
    other.close()


def test_a_damaged_attachment_stops_no_export(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    case = below.case()
    path = below.desk / "照片.png"
    path.write_bytes(b"\x89PNG" + bytes(5000))
    add_evidence(below, case, path)
    (blob,) = (below.data / "blobs").rglob("*.age")
    whole = blob.read_bytes()
    blob.write_bytes(whole[:-1])
    folder, sent = below.export(above)
    assert (sent.attachments, sent.lacking) == (0, 1)
    assert above.take(folder).packages[0].missing_attachments == 1
    blob.write_bytes(whole)
    exchange((above, below))
    assert integrity.verify(above.office) == []


def test_an_import_that_is_stopped_leaves_no_trace(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    for _ in range(250):
        below.case()
    folder, sent = below.export(above)

    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done:
            raise Stopped

    before, count = above.hash(), above.office.store.log.count()
    with pytest.raises(Stopped):
        receiving.import_(above.office, [folder], stop)
    assert (above.hash(), above.office.store.log.count()) == (before, count)
    assert above.take(folder).new == sent.events


def test_what_a_cut_off_export_left_is_not_trusted(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    below.case()
    kept = below.data / "exchange" / "sending" / above.node
    kept.mkdir(parents=True)
    (kept / "statement.json").write_bytes(b"{")
    folder, sent = below.export(above)
    assert not sent.resumed
    assert above.take(folder).new == sent.events
    assert not kept.exists()
