"""Merging: what arrives enters the log once, in whatever order, and only when its author signed it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.errors import UserError
from app.domain.events import NewerEvent, decode
from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Complainant
from app.domain.matter.events import CaseHanded
from app.domain.matter.facts import Attachment
from app.domain.merging import effective
from app.domain.office import STREAM, OfficeSettingChanged
from app.domain.sync.event_lines import event_from_line, event_line
from app.domain.sync.events import ConflictResolved
from app.domain.sync.statement import Delivery, decode_statement, encode_statement
from app.store.event_log import COLUMNS, Head, row_of, sealed
from app.store.vouchers import Vouchers
from tests.store.exchange import Package, Station, close, enrol, exchange
from tests.store.office import ACTOR, add_case, closed, registered

DAY = dt.date(2026, 7, 2)


def test_a_childs_cases_reach_the_parent_and_come_back_acknowledged(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    case = town.case()
    report = county.receive(town.send(county))
    assert (report.new, report.known, report.early, report.forked) == (1, 0, 0, 0)
    assert [change.case_id for change in report.cases] == [case]
    assert town.store.deliveries.of_case(case).state == "exported"
    town.receive(county.send(town))
    assert town.store.deliveries.of_case(case).state == "received"
    assert town.store.export.pending(county.node).events == 0
    assert county.store.state_hash(town.node) == town.store.state_hash(county.node) == town.store.state_hash()
    assert county.store.verify() == town.store.verify() == []
    close(county, town)


def test_what_the_parent_does_in_a_childs_case_comes_down_and_nothing_else(tmp_path: Path) -> None:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    case, other = town.case(), county.case()
    county.receive(town.send(county))
    county.store.log.append(case, [closed()], ACTOR)
    report = town.receive(county.send(town))
    assert report.new == 1
    assert len(town.store.log.read_stream(case)) == 2
    assert town.store.log.read_stream(other) == []
    assert town.store.verify() == []
    exchange([(county, town)])
    assert county.store.export.pending(town.node).events == 0
    close(county, town)


def two(tmp_path: Path) -> tuple[Station, Station]:
    county, town = Station(tmp_path / "k", "县局"), Station(tmp_path / "t", "青山")
    enrol(county, town)
    return county, town


def test_early_events_wait_and_are_taken_up_when_the_others_come(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    case = town.case()
    town.store.log.append(case, [closed()], ACTOR)
    whole = town.send(county)
    late = Package(whole.statement, whole.lines[1:])
    assert county.receive(late).refused  # a voucher over both, of which only one came, proves nothing
    first = town.send(county)
    town.store.log.append(town.case(), [closed()], ACTOR)
    second = town.send(county)
    rest = Package(second.statement, second.lines[len(first.lines) :])
    report = county.receive(rest)
    assert (report.new, report.early) == (0, 2)
    [waiting] = county.store.quarantine.waiting()
    assert (waiting.first, waiting.last, waiting.reason) == (3, 4, "early")
    assert county.receive(rest).known == 2
    report = county.receive(first)
    assert (report.new, report.released) == (4, 2)
    assert county.store.quarantine.waiting() == ()
    assert county.store.state_hash() == town.store.state_hash()
    assert county.store.verify() == []
    close(county, town)


def test_a_refused_event_is_not_acknowledged_and_comes_again(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    town.case()
    town.case()
    package = town.send(county)
    cut = Package(package.statement, package.lines[:1])
    report = county.receive(cut)
    assert [refused.seq for refused in report.refused] == [1]
    town.receive(county.send(town))
    assert town.store.export.pending(county.node).events == 2
    assert county.receive(package).new == 2
    close(county, town)


def test_an_event_its_author_did_not_sign_is_refused(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    town.case()
    package = town.send(county)
    [event] = package.events()
    forged = msgspec.structs.replace(event, payload=event.payload.replace("王", "李").replace("青", "白"))
    report = county.receive(Package(package.statement, (event_line(forged),)))
    assert (report.new, len(report.refused)) == (0, 1)
    assert "签名" in report.refused[0].reason
    town.key = Ed25519PrivateKey.generate()
    town.store.database.sql("DELETE FROM vouchers")
    assert len(county.receive(town.send(county)).refused) == 1
    assert county.store.log.count() == 0
    close(county, town)


def test_a_town_cannot_write_in_a_villages_name(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    village = Station(tmp_path / "v", "红旗")
    enrol(town, village)
    case = village.case()
    town.receive(village.send(town))
    assert county.receive(town.send(county)).new == 1
    [written] = village.store.log.read_stream(case)
    head = Head(node=written.node, epoch=1, seq=1, hash=written.hash)
    invented = sealed(closed(), stream=case, actor=ACTOR, time=written.time + 1, head=head)
    told = town.send(county).told()
    false = next(Vouchers(town.store.database, town.store.own).sparse(
        [(invented.node, 1, 2, invented.hash)], town.key.sign))  # fmt: skip
    told = msgspec.structs.replace(told, vouchers=(false,))
    report = county.receive(Package(encode_statement(told), (event_line(invented),)))
    assert (report.new, len(report.refused)) == (0, 1)
    close(county, town, village)


def test_a_preview_says_what_an_import_does_and_changes_nothing(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    case = town.case()
    package = town.send(county)
    before = list(county.store.database.rows("SELECT * FROM peers"))
    seen = county.store.merge.preview(package.told(), package.events(), ACTOR)
    assert county.store.log.count() == 0
    assert county.store.cases.row_of(case) is None
    assert list(county.store.database.rows("SELECT * FROM peers")) == before
    assert county.receive(package) == seen
    close(county, town)


def test_what_is_not_for_this_office_or_from_no_peer_is_refused_whole(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    other = Station(tmp_path / "o", "白水")
    town.case()
    package = town.send(county)
    with pytest.raises(UserError, match="不是发给本单位"):
        other.receive(package)
    county.store.peers.revoke(town.node)
    with pytest.raises(UserError, match="停止"):
        county.receive(package)
    assert county.store.log.count() == other.store.log.count() == 0
    close(county, town, other)


def test_an_event_of_a_newer_program_stops_the_import_whole(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    case = town.case()
    [stored] = town.store.log.read_stream(case)
    head = Head(node=stored.node, epoch=1, seq=1, hash=stored.hash)
    unknown = msgspec.structs.replace(
        sealed(closed(), stream=case, actor=ACTOR, time=stored.time + 1, head=head), kind="MoonLanded"
    )
    line = event_line(unknown)
    unknown = event_from_line(line)
    with town.store.transaction():
        town.store.database.sql(
            f"INSERT INTO events ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row_of(unknown),
        )
    package = town.send(county)
    with pytest.raises(NewerEvent, match="升级"):
        county.receive(package)
    assert county.store.log.count() == 0
    close(county, town)


def test_what_an_office_writes_about_itself_is_folded_only_there(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    town.store.log.append(STREAM, [OfficeSettingChanged(name="day_clock_roll", value="weekend_too")], ACTOR)
    assert county.receive(town.send(county)).new == 1
    assert county.store.log.read_stream(STREAM) == []
    county.store.log.append(
        STREAM,
        [OfficeSettingChanged(name="day_clock_roll", value="holiday_block")],
        ACTOR,
        expected_version=0,
    )
    assert len(county.store.log.read_stream(STREAM)) == 1
    exchange([(county, town)])
    assert len(town.store.log.read_stream(STREAM)) == 1
    assert county.store.verify() == town.store.verify() == []
    close(county, town)


def test_a_case_handed_down_goes_with_its_whole_past(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    kept, handed = county.case(), county.case()
    exchange([(county, town)])
    assert town.store.log.count() == 0
    event = CaseHanded(direction="down", to_office="青山", to_node=town.node, reason="就近", on=DAY, by="李")
    county.store.log.append(handed, [event], ACTOR)
    assert town.receive(county.send(town)).new == 2
    assert town.store.log.read_stream(kept) == []
    town.store.log.append(handed, [closed()], ACTOR)
    exchange([(county, town)])
    assert len(county.store.log.read_stream(handed)) == 3
    assert county.store.state_hash(town.node) == town.store.state_hash(county.node) == town.store.state_hash()
    assert town.store.verify() == []
    close(county, town)


def test_a_case_shows_when_its_registration_comes(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    handed = county.case()
    event = CaseHanded(direction="down", to_office="青山", to_node=town.node, reason="就近", on=DAY, by="李")
    county.store.log.append(handed, [event], ACTOR)
    package = county.send(town)
    second = Package(package.statement, package.lines[1:])
    report = town.receive(second)
    assert (report.new, report.waiting) == (1, (handed,))
    assert town.store.merge.waiting_streams() == (handed,)
    assert town.store.cases.row_of(handed) is None
    assert town.store.verify() == []
    report = town.receive(Package(package.statement, package.lines[:1]))
    assert (report.new, report.waiting) == (1, ())
    assert town.store.cases.row_of(handed) is not None
    assert town.store.verify() == []
    before = town.store.database.rows("SELECT * FROM cases")
    town.store.rebuild()
    assert town.store.database.rows("SELECT * FROM cases") == before
    close(county, town)


def test_both_sides_see_what_is_missing(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    town.case()
    first = town.send(county)
    county.receive(first)
    town.receive(county.send(town))
    town.case()
    town.send(county)
    town.store.database.sql(
        "UPDATE peers SET acked = 2"
    )  # as if an acknowledgement had been believed wrongly
    town.case()
    late = town.send(county)
    county.receive(late)
    [gap] = county.store.deliveries.gaps()
    assert [(span.first, span.last) for span in gap.spans] == [(2, 2)]
    ack = county.send(town).told().ack
    assert ack is not None
    assert (ack.upto, ack.missing) == (1, gap.spans)
    exchange([(county, town)])
    assert county.store.deliveries.gaps() == ()
    assert county.store.state_hash() == town.store.state_hash()
    close(county, town)


def test_an_older_package_says_nothing_new_about_acknowledgements(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    town.case()
    county.receive(town.send(county))
    old = county.send(town)
    town.case()
    county.receive(town.send(county))
    town.receive(county.send(town))
    assert town.store.export.pending(county.node).events == 0
    town.receive(old)
    assert town.store.export.pending(county.node).events == 0
    close(county, town)


def test_two_offices_amend_one_part_and_both_values_stay(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    case = town.case()
    exchange([(county, town)])
    for office, name in ((town, "王小明"), (county, "王晓明")):
        amended = e.ComplaintAmended(complainant=Complainant(name=name), reason="核对")
        office.store.log.append(case, [amended], ACTOR)
    report = county.receive(town.send(county))
    assert report.conflicts == 1
    exchange([(county, town)])
    for office in (county, town):
        assert office.store.database.value("SELECT conflicts FROM cases") == 1
        [conflict] = effective(office.store.log.read_stream(case)).conflicts
    names = [decode(s) for s in town.store.log.read_stream(case) if s.id in conflict.events]
    assert {n.complainant.name for n in names if isinstance(n, e.ComplaintAmended) and n.complainant} == {
        "王小明", "王晓明"
    }  # fmt: skip
    choice = ConflictResolved(kept=conflict.events[:1], dropped=conflict.events[1:], reason="身份证")
    town.store.log.append(case, [choice], ACTOR)
    exchange([(county, town)])
    for office in (county, town):
        assert effective(office.store.log.read_stream(case)).conflicts == ()
        assert office.store.database.value("SELECT conflicts FROM cases") == 0
    assert county.store.state_hash() == town.store.state_hash()
    close(county, town)


def test_two_registrations_of_one_work_order_are_told(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    for office in (county, town):
        add_case(office.store, registered(7, external_no="Q1", source="12345"))
    [change] = county.receive(town.send(county)).cases
    assert len(change.problems) == 2
    assert county.store.verify() == []
    close(county, town)


def test_attachments_go_along_until_acknowledged_and_are_asked_for_by_name(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    case = town.case()
    kept = town.store.blobs.put_bytes(b"photo", "a.jpg")
    file = Attachment(sha256=kept.sha256, filename="a.jpg", size=kept.size, media_type="image/jpeg")
    evidence = e.EvidenceAdded(
        no=1, title="照片", form="photo", provider="complainant", received_on=DAY, attachment=file
    )
    town.store.log.append(case, [evidence], ACTOR)
    assert town.store.export.pending(county.node).attachments == (kept.sha256,)
    report = county.receive(town.send(county))
    assert report.missing_attachments == (kept.sha256,)
    answer = county.send(town)
    assert answer.told().wants_attachments == (kept.sha256,)
    town.receive(answer)
    assert town.store.export.pending(county.node).attachments == (kept.sha256,)
    county.store.blobs.put_bytes(b"photo", "a.jpg")
    exchange([(county, town)])
    assert town.store.export.pending(county.node).attachments == ()
    close(county, town)


def test_what_the_county_looked_at_is_told_to_who_sent_it(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    case = town.case()
    exchange([(county, town)])
    county.store.merge.note_looked_at(case)
    town.receive(county.send(town))
    assert town.store.deliveries.of_case(case).state == "looked"
    town.store.log.append(case, [closed()], ACTOR)
    assert town.store.deliveries.of_case(case).state == "unsent"
    close(county, town)


@pytest.mark.parametrize("line", [b"", b"[]", b"{}", b"[1]", b"\xff\xfe", b'["x"]' * 3, b"null"])
def test_a_line_that_is_no_event_is_refused(line: bytes) -> None:
    with pytest.raises(UserError):
        event_from_line(line)


def test_a_statement_that_would_make_the_reader_count_for_ever_is_refused(tmp_path: Path) -> None:
    county, town = two(tmp_path)
    town.case()
    told = town.send(county).told()
    [voucher] = told.vouchers
    endless = msgspec.structs.replace(voucher, last=2**53)
    for false in (
        msgspec.structs.replace(told, vouchers=(endless,)),
        msgspec.structs.replace(told, vouchers=(msgspec.structs.replace(voucher, hashes=("0" * 64,) * 9),)),
        msgspec.structs.replace(told, delivery=Delivery(epoch=1, first=9, last=2)),
    ):
        with pytest.raises(UserError, match="损坏"):
            decode_statement(encode_statement(false))
    with pytest.raises(UserError, match="升级"):
        decode_statement(encode_statement(msgspec.structs.replace(told, format=2)))
    close(county, town)
