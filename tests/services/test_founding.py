"""First start, sign-in, recovery, people."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import InvalidFields, UserError
from app.domain.office import OfficeChanged
from app.services import founding, registration
from app.services.office import OpenOffice
from app.system.clock import FixedClock
from tests.offices import NOON, PASSWORD, QUICK, found, walk_in


def test_an_office_can_be_opened_again_with_its_password(tmp_path: Path) -> None:
    found(tmp_path).close()
    with pytest.raises(UserError, match="密码不对"):
        founding.sign_in(tmp_path, "王敏", PASSWORD + "x", FixedClock(NOON))
    again = founding.sign_in(tmp_path, None, PASSWORD, FixedClock(NOON))
    assert again.office.name == "青山镇消费维权窗口"
    assert again.operator.name == "王敏"
    again.close()


def test_a_second_office_is_not_founded_over_the_first(tmp_path: Path) -> None:
    found(tmp_path).close()
    with pytest.raises(UserError, match="已经有一个单位"):
        found(tmp_path)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("code", "36042910", "12 位"),
        ("password", "1234567", "密码"),
        ("name", " ", "单位名称"),
        ("bureau", "", "县级"),
        ("identity", "court", "办理身份"),
    ],
)
def test_what_is_wrong_with_a_founding_is_said_by_field(
    tmp_path: Path, field: str, value: str, sentence: str
) -> None:
    fields = {
        "name": "青山镇消费维权窗口",
        "code": "360429102000",
        "identity": "entrusted",
        "bureau": "江安县市场监督管理局",
        "operator": "王敏",
        "password": PASSWORD,
    }
    with pytest.raises(InvalidFields, match=sentence) as caught:
        founding.found_office(
            tmp_path, founding.Founding(**(fields | {field: value})), FixedClock(NOON), QUICK
        )
    assert field in caught.value.problems
    assert not founding.is_founded(tmp_path)


def test_the_printed_code_opens_the_office_and_sets_a_new_password(tmp_path: Path) -> None:
    office = found(tmp_path)
    code = founding.new_recovery_code(office)
    office.close()
    with pytest.raises(UserError, match="没有这位经办人"):
        founding.sign_in_with_recovery(tmp_path, code, "李强", "new-password-1", FixedClock(NOON))
    founding.sign_in_with_recovery(tmp_path, code, "王敏", "new-password-1", FixedClock(NOON)).close()
    founding.sign_in(tmp_path, "王敏", "new-password-1", FixedClock(NOON)).close()
    with pytest.raises(UserError):
        founding.sign_in(tmp_path, "王敏", PASSWORD, FixedClock(NOON))


def test_people_come_and_go(office: OpenOffice, tmp_path: Path) -> None:
    founding.add_operator(office, "李强", "mediator", "password-li", QUICK)
    with pytest.raises(InvalidFields, match="同名"):
        founding.add_operator(office, "李强", "clerk", "password-li", QUICK)
    other = next(o.id for o in office.office.operators.values() if o.name == "李强")
    with pytest.raises(UserError, match="不能停用自己"):
        founding.retire_operator(office, office.operator.id)
    founding.retire_operator(office, other)
    assert not office.office.operators[other].active
    directory = office.store.directory
    office.close()
    with pytest.raises(UserError):
        founding.sign_in(directory, "李强", "password-li", FixedClock(NOON))


def test_new_particulars_leave_old_numbers_alone(office: OpenOffice) -> None:
    first = registration.register_complaint(office, walk_in())
    change = OfficeChanged(
        name="青山镇综治中心",
        identity="entrusted",
        bureau="江安县市场监督管理局",
        case_word="青投",
        document_word="江市监青",
    )
    founding.change_office(office, change)
    second = registration.register_complaint(office, walk_in())
    assert (first.number, second.number) == ("消投〔2026〕1号", "青投〔2026〕2号")


def test_a_setting_moves_the_deadlines_it_bears_on(office: OpenOffice) -> None:
    with pytest.raises(UserError):
        founding.change_setting(office, "day_clock_roll", "never")
    founding.change_setting(office, "day_clock_roll", "weekend_too")
    assert office.office.settings["day_clock_roll"] == "weekend_too"
