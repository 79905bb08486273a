"""What goes wrong with the exchange: restores, copies, lost keys, pulled sticks, used up numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import InvalidFields, UserError
from app.services import casework, integrity, papers
from app.services.exchange import (
    case_status,
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
from tests.scenarios.exchanging import Counter, add_evidence, county, enrol, exchange


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


def test_after_each_import_counts_and_chain_ends_are_compared(offices: tuple[Counter, Counter]) -> None:
    above, below = offices
    below.case()
    folder, sent = below.export(above)
    (up,) = above.take(folder).packages
    assert up.new == sent.events
    assert [(c.node, c.here, c.there, c.verdict) for c in up.chains] == [
        (below.node, sent.events, sent.events, "equal")
    ]
    # Of the parent's own chain only pieces come down: nothing is said to be missing there.
    (down,) = below.take(above.export(below)[0]).packages
    assert [(c.node, c.verdict) for c in down.chains] == [(below.node, "equal")]


def test_a_gap_is_listed_on_both_sides_and_closed_by_the_next_exchange(
    offices: tuple[Counter, Counter],
) -> None:
    above, below = offices
    backup = above.backup()
    below.case()
    exchange((above, below))
    above.restore(backup)
    below.case()
    above.take(below.export(above)[0])
    assert sync_report.report(above.office, below.node).missing_here
    below.take(above.export(below)[0])
    assert sync_report.report(below.office, above.node).unconfirmed > 0
    exchange((above, below))
    assert sync_report.report(above.office, below.node).missing_here == ()
    assert sync_report.report(below.office, above.node).unconfirmed == 0
    assert above.hash() == below.hash()
