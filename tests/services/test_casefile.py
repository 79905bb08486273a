"""卷宗 read back: the order, numbers equal to the catalogue, nothing lost, the seal, the same bytes."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from app.domain.errors import UserError
from app.domain.kinds.complaint.events import AcceptanceDecided
from app.domain.kinds.report.state import Report
from app.domain.matter.events import EvidenceAdded
from app.services import (
    attachments,
    casefile,
    casefile_plan,
    casework,
    dispute,
    investigation,
    kinds,
    papers,
    registration,
    report,
)
from app.services.casefile import CaseFile
from app.services.office import OpenOffice
from app.services.papers import PaperOrder
from tests.disputes import application
from tests.offices import TODAY, walk_in
from tests.papers.conformity import faults
from tests.papers.reading import pages_of
from tests.papers.test_casefile import changed, picture
from tests.services.test_report import NAME, become, form


def add(office: OpenOffice, case_id: str, title: str, name: str, data: bytes, kind: str = "photo") -> str:
    """A piece of evidence with a file; the file's SHA-256."""
    no = len(casework.load(office, case_id).case.evidence) + 1
    file = attachments.keep_bytes(office, name, data)
    item = EvidenceAdded(no=no, title=title, form=kind, provider="投诉人", received_on=TODAY, attachment=file)
    casework.record(office, case_id, item)
    return file.sha256


@pytest.fixture
def full(office: OpenOffice) -> str:
    """An accepted complaint with two papers, one printed twice, and evidence of every sort."""
    case_id = registration.register_complaint(office, walk_in()).case_id
    casework.record(office, case_id, AcceptanceDecided(accepted=True, decided_on=TODAY, by="王敏"))
    papers.issue(office, PaperOrder(case_id=case_id, paper="complaint_registration"))
    for _ in range(2):
        papers.issue(office, PaperOrder(case_id=case_id, paper="acceptance_decision", to="complainant"))
    add(office, case_id, "维修单照片", "维修单.jpg", picture(6))
    add(office, case_id, "身份证", "身份证.png", picture(form="PNG"), "identity")
    add(office, case_id, "销货清单", "清单.pdf", changed(lambda _: None), "receipt")
    add(office, case_id, "台账", "台账.xlsx", b"PK\x03\x04 rows")
    locked = pikepdf.Encryption(user="secret", owner="b")
    add(office, case_id, "对账单", "对账单.pdf", changed(lambda _: None, encryption=locked))
    add(office, case_id, "坏照片", "坏.jpg", picture()[:300])
    gone = add(office, case_id, "拿错的照片", "错.jpg", picture(3))
    investigation.void_evidence(office, case_id, no=7, reason="与本案无关")
    assert gone
    plain = EvidenceAdded(no=8, title="旧电容", form="product", provider="投诉人", received_on=TODAY)
    casework.record(office, case_id, plain)
    return case_id


def bound(office: OpenOffice, case_id: str, **how: bool) -> CaseFile:
    return casefile.make(office, casefile.plan(office, case_id, **how))


def test_papers_and_files_lie_in_the_prescribed_order(office: OpenOffice, full: str) -> None:
    titles = [one.title for one in bound(office, full).listed]
    assert titles[:4] == ["投诉登记表", "投诉受理决定书", "证据2：身份证", "证据1：维修单照片"]
    assert titles[-1] == "办理经过"


def test_numbers_on_the_pages_are_those_of_the_catalogue(office: OpenOffice, full: str) -> None:
    made = bound(office, full)
    pages = pages_of(made.pdf)
    front = next(n for n, text in enumerate(pages) if "投诉登记表" in text and "卷内目录" not in text and n)
    numbered = [one for one in made.listed if one.first]
    assert [one.first for one in numbered] == [1, *(one.last + 1 for one in numbered[:-1])]
    assert made.pages == numbered[-1].last
    for one in numbered:
        for number in range(one.first, one.last + 1):
            text = pages[front + number - 1]
            assert text.startswith(str(number)) or text.endswith(str(number)), (number, text[:30])
    assert "办理经过" in pages[front + numbered[-1].first - 1]
    catalogue = "".join(pages[1:front])
    for one in made.listed:
        assert "".join(one.title.split()) in catalogue
    assert f"共{len(made.listed)}件{made.pages}页" in pages[-1]
    assert "卷宗情况说明" in pages[-1]


def test_nothing_of_the_case_is_lost(office: OpenOffice, full: str) -> None:
    made = bound(office, full)
    case = casework.load(office, full).case
    told = {one.sha256 for one in made.listed} | {one.sha256 for one in made.apart}
    assert {file.sha256 for file in case.attachments()} <= told
    reasons = {one.title: one.reason for one in made.apart}
    assert reasons == {
        "证据4：台账": "无法并入：不是图片或 PDF",
        "证据5：对账单": "无法并入：PDF 文件加了密码",
        "证据6：坏照片": "无法并入：图片文件已损坏",
        "证据7：拿错的照片": "已作废：与本案无关",
        "证据8：旧电容": "没有电子文件，实物或者原件另行保管",
    }
    note = pages_of(made.pdf)[-1]
    assert all(title in note for title in reasons)


def test_issued_papers_are_taken_over_as_they_were_printed(office: OpenOffice, full: str) -> None:
    text = "".join(pages_of(bound(office, full).pdf))
    case = casework.load(office, full).case
    original = papers.reopen(office, case.papers[-1], "x")
    with pikepdf.open(io.BytesIO(original)) as paper:
        content = paper.pages[0].Contents.read_bytes()
    with pikepdf.open(io.BytesIO(bound(office, full).pdf)) as document:
        streams = [
            part.read_bytes()
            for page in document.pages
            for part in (page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents])
        ]
    assert any(content in stream for stream in streams)
    assert "第2次制作" in text


def test_what_is_missing_stands_first(office: OpenOffice, full: str) -> None:
    case_id = registration.register_complaint(office, walk_in()).case_id
    made = bound(office, case_id)
    assert made.missing == ("投诉登记：还没有制作投诉登记表。",)
    note = pages_of(made.pdf)[-1]
    assert note.index("还没有制作投诉登记表") < note.index("没有并入本卷的文件")
    assert "缺少必须的文书1项" in pages_of(made.pdf)[0]
    assert bound(office, full).missing == ()


def test_a_dispute_wants_one_of_application_and_registration(office: OpenOffice) -> None:
    case_id = dispute.register_dispute(office, application(TODAY)).case_id
    before = casefile.plan(office, case_id).missing
    assert any("申请书" in line for line in before)
    papers.issue(office, PaperOrder(case_id=case_id, paper="dispute_registration"))
    after = casefile.plan(office, case_id).missing
    assert not any("申请书" in line for line in after)
    assert "当事人身份证明：卷内没有这一项材料。" in after


def test_the_same_case_gives_the_same_bytes_fit_to_be_kept(office: OpenOffice, full: str) -> None:
    once, again = bound(office, full), bound(office, full)
    assert (once.pdf, once.data, once.transfer) == (again.pdf, again.data, again.transfer)
    assert faults(once.pdf) == []
    assert faults(once.transfer) == []


def test_three_files_are_written_and_agree(office: OpenOffice, full: str, tmp_path: Path) -> None:
    wanted = casefile.plan(office, full)
    pdf, data, transfer = casefile.save(casefile.make(office, wanted, name="案卷一"), tmp_path / "案卷一.pdf")
    told: dict[str, Any] = json.loads(data.read_text(encoding="utf-8"))
    assert told["sha256"] == hashlib.sha256(pdf.read_bytes()).hexdigest()
    assert told["pages"] == told["items"][-1]["last"]
    listed = "".join(pages_of(transfer.read_bytes()))
    assert told["sha256"] in listed
    assert "案卷一.pdf" in listed
    assert hashlib.sha256(data.read_bytes()).hexdigest() in listed


def test_stopping_leaves_nothing(office: OpenOffice, full: str) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, _total: int, _text: str) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        casefile.make(office, casefile.plan(office, full), stop)


def test_filing_does_not_change_the_number_of_pages(office: OpenOffice, full: str) -> None:
    assert casefile.page_count(office, full) == bound(office, full).pages


def test_a_file_that_never_came_is_listed(office: OpenOffice, full: str) -> None:
    sha256 = casework.load(office, full).case.attachments()[0].sha256
    office.store.blobs.path_of(sha256).unlink()
    reasons = {one.title: one.reason for one in bound(office, full).apart}
    assert reasons["证据1：维修单照片"] == "无法并入：文件不在本机或者已损坏"


@pytest.fixture
def sealed(office: OpenOffice) -> str:
    """A named report whose registration form was printed."""
    case_id = report.register_report(office, form()).case_id
    papers.issue(office, PaperOrder(case_id=case_id, paper="report_registration"))
    add(office, case_id, "举报人身份证", "身份证.jpg", picture(), "identity")
    return case_id


def test_a_sealed_reporter_is_not_in_the_file(office: OpenOffice, sealed: str) -> None:
    made = bound(office, sealed)
    for made_bytes in (made.pdf, made.transfer):
        assert NAME not in "".join(pages_of(made_bytes))
    assert NAME not in made.data.decode()
    assert [one.reason for one in made.apart] == [casefile_plan.SEALED] * 2


def test_taking_it_in_is_a_look_that_is_written_down(office: OpenOffice, sealed: str) -> None:
    before = len(casework.load(office, sealed).as_a(Report).looks)
    made = bound(office, sealed, unsealed=True)
    assert NAME in "".join(pages_of(made.pdf))
    looks = casework.load(office, sealed).as_a(Report).looks
    assert [(look.means, look.reason) for look in looks[before:]] == [("paper", "制作卷宗")]
    # The look itself is no part of the file, so the next one has the same bytes.
    assert bound(office, sealed, unsealed=True).pdf == made.pdf


def test_who_may_not_look_gets_no_sealed_file(office: OpenOffice, sealed: str) -> None:
    become(office, "何涛", "clerk")
    looks = len(casework.load(office, sealed).as_a(Report).looks)
    with pytest.raises(UserError, match="保密"):
        casefile.plan(office, sealed, unsealed=True)
    assert len(casework.load(office, sealed).as_a(Report).looks) == looks
    assert NAME not in "".join(pages_of(bound(office, sealed).pdf))


def test_every_kind_has_an_order_whose_papers_exist() -> None:
    everything = {rule.id for kind in kinds.KINDS for rule in kinds.procedure_of(kind).papers}
    later = {"inquiry_record", "site_record", "talk_record"}
    orders = casefile_plan.orders()
    assert set(orders) == set(kinds.KINDS)
    for order in orders.values():
        assert {paper for part in order.part for paper in part.papers} <= everything | later
