"""An office's own fonts and the county's templates reach the papers of a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.kinds.complaint.events import AcceptanceDecided
from app.services import casework, own_forms, papers, registration
from app.services.office import OpenOffice
from app.system.resources import path_of, read_bytes
from tests.offices import walk_in
from tests.papers.test_fonts import office_font
from tests.services.test_papers import text_of

TEMPLATE = "acceptance_decision.xml"


@pytest.fixture
def order(office: OpenOffice) -> papers.PaperOrder:
    """The acceptance decision of an accepted case."""
    case_id = registration.register_complaint(office, walk_in()).case_id
    today = office.clock.today()
    casework.record(office, case_id, AcceptanceDecided(accepted=True, decided_on=today, by="王敏"))
    return papers.PaperOrder(case_id=case_id, paper="acceptance_decision", to="complainant")


def test_paper_says_which_fonts_it_is_set_in(
    office: OpenOffice, order: papers.PaperOrder, tmp_path: Path
) -> None:
    office_font(tmp_path, "simfang.ttf", "仿宋", "投诉受理决定书我局")
    assert own_forms.add_font(office, tmp_path / "simfang.ttf").use == "正文"
    (kept,) = own_forms.office_fonts(office)
    assert (kept.file, kept.families, kept.problem) == ("simfang.ttf", ("仿宋",), "")
    issued = papers.issue(office, order)
    assert "仿宋" in issued.fonts
    assert "Noto Serif SC" in issued.fonts


def test_fonts_papers_cannot_use_are_refused_and_not_kept(office: OpenOffice, tmp_path: Path) -> None:
    office_font(tmp_path, "locked.ttf", "黑体", "投诉", restricted=True)
    (tmp_path / "broken.ttf").write_bytes(b"\x00\x01\x00\x00" + b"x" * 500)
    (tmp_path / "letter.doc").write_bytes(b"PK")
    (tmp_path / "outlines.ttf").write_bytes(read_bytes("resources/fonts/NotoSerifSC-Bold.otf"))
    for name, reason in (
        ("locked.ttf", "不许嵌入"),
        ("broken.ttf", "已损坏"),
        ("letter.doc", "不是"),
        ("outlines.ttf", "CFF"),
    ):
        with pytest.raises(UserError, match=reason) as caught:
            own_forms.add_font(office, tmp_path / name)
        assert name in caught.value.message
    assert own_forms.office_fonts(office) == ()


def test_font_files_put_there_by_hand_are_judged_too(office: OpenOffice) -> None:
    folder = own_forms.folders(office).fonts
    assert folder is not None
    folder.mkdir()
    (folder / "坏.ttf").write_bytes(b"no font")
    (font,) = own_forms.office_fonts(office)
    assert font.use == ""
    assert "已损坏" in font.problem


def test_county_template_is_used_and_withdrawn(office: OpenOffice, order: papers.PaperOrder) -> None:
    changed = (
        path_of(f"forms/papers/{TEMPLATE}").read_bytes().replace("特此告知".encode(), "特此通报".encode())
    )
    assert own_forms.install_template(office, TEMPLATE, changed).id == "acceptance_decision"
    assert [info.id for info in own_forms.own_papers(office)] == ["acceptance_decision"]
    assert "特此通报" in text_of(papers.draft(office, order))
    own_forms.withdraw_template(office, TEMPLATE)
    assert "特此告知" in text_of(papers.draft(office, order))
    with pytest.raises(UserError, match="不用撤下"):
        own_forms.withdraw_template(office, TEMPLATE)
    with pytest.raises(UserError, match="不用撤下"):
        own_forms.withdraw_template(office, "../identity.json")


def test_a_wrong_template_leaves_the_one_in_use(office: OpenOffice, tmp_path: Path) -> None:
    wrong = tmp_path / TEMPLATE
    wrong.write_bytes(b"<paper/>")
    with pytest.raises(UserError, match="acceptance_decision"):
        own_forms.install_template_file(office, wrong)
    assert own_forms.own_papers(office) == ()


def test_a_template_file_that_is_too_large_is_not_read_whole(office: OpenOffice, tmp_path: Path) -> None:
    large = tmp_path / TEMPLATE
    large.write_bytes(b" " * 5_000_000)
    with pytest.raises(UserError, match="太大"):
        own_forms.install_template_file(office, large)
