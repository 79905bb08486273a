"""First start, sign-in and the people who may sign in."""

from __future__ import annotations

import uuid
from pathlib import Path

import msgspec

from app.domain.errors import InvalidFields, UserError
from app.domain.events import decode
from app.domain.identifiers import check_office_code
from app.domain.office import (
    HEAD_SETTINGS,
    ROLES,
    SETTINGS,
    STREAM,
    OfficeChanged,
    OfficeFounded,
    OfficeSettingChanged,
    OperatorAdded,
    OperatorRetired,
    fold_office,
)
from app.services import identities
from app.services.changes import Changes
from app.services.office import OpenOffice
from app.services.projection import Projector
from app.services.projection_version import bring_up_to_date
from app.store import keyring
from app.store.keyring import STANDARD, Hardness
from app.store.store import Store
from app.system.atomic_files import make_directory
from app.system.clock import Clock


class Founding(msgspec.Struct, frozen=True, kw_only=True):
    """What the first-start wizard asks. `case_word`, `document_word` begin the numbers (消投〔2026〕1号)."""

    name: str
    code: str
    identity: str
    bureau: str
    operator: str
    password: str
    case_word: str = "消投"
    document_word: str = ""
    phone: str = ""
    address: str = ""


class Founded(msgspec.Struct, frozen=True, kw_only=True):
    """A new office, open, with the recovery code that is shown and printed once."""

    office: OpenOffice
    recovery_code: str


def is_founded(data_dir: Path) -> bool:
    """Whether an office lives in this directory already."""
    return keyring.exists(data_dir)


def found_office(data_dir: Path, founding: Founding, clock: Clock, hardness: Hardness = STANDARD) -> Founded:
    """Create the office, its first operator and its keys. UserError when an office is there already.

    `hardness` is how long a password check takes; tests and the demonstration take less.
    """
    if is_founded(data_dir):
        raise UserError("这个位置已经有一个单位的数据，请直接登录，或换一个数据目录。")
    _check_founding(founding)
    make_directory(data_dir, "建立数据目录")
    operator_id = uuid.uuid4().hex
    key, recovery_code = keyring.create(data_dir, operator_id, founding.operator, founding.password, hardness)
    projector = Projector()
    try:
        store = Store.create(data_dir, key, clock, projector)
    except BaseException:
        # Keys without a database would make the next attempt believe an office is here.
        keyring.withdraw(data_dir)
        raise
    store.log.append(
        STREAM,
        (
            OfficeFounded(
                name=founding.name.strip(),
                code=founding.code.strip(),
                identity=founding.identity,
                bureau=founding.bureau.strip(),
                case_word=founding.case_word.strip(),
                document_word=founding.document_word.strip() or founding.case_word.strip(),
                phone=founding.phone.strip(),
                address=founding.address.strip(),
            ),
            OperatorAdded(operator=operator_id, name=founding.operator.strip(), role="head"),
        ),
        actor=operator_id,
    )
    office = OpenOffice(store, key, clock, projector, operator_id)
    bring_up_to_date(office)
    return Founded(office=office, recovery_code=recovery_code)


def _check_founding(founding: Founding) -> None:
    problems: dict[str, str] = {}
    labels = {
        "name": "单位名称",
        "bureau": "县级市场监督管理局名称",
        "operator": "经办人姓名",
        "case_word": "案件编号的字头",
    }
    for field, label in labels.items():
        if not getattr(founding, field).strip():
            problems[field] = f"请填写{label}"
    if founding.identity not in identities.labels():
        problems["identity"] = "请选择办理身份"
    if problem := check_office_code(founding.code).problem:
        problems["code"] = problem
    _check_password(founding.password, problems)
    if problems:
        raise InvalidFields(problems)


def _check_password(password: str, problems: dict[str, str]) -> None:
    try:
        keyring.check_password(password)
    except UserError as error:
        problems["password"] = error.message


def sign_in(data_dir: Path, name: str | None, password: str, clock: Clock) -> OpenOffice:
    """Open the office. `name` may be None when it has only one operator.

    Raises UserError for a wrong name or password, EnvironmentProblem for a locked, damaged or newer database.
    """
    _require_founded(data_dir)
    key, operator_id = keyring.unlock(data_dir, name, password)
    return open_with_key(data_dir, key, operator_id, clock)


def sign_in_with_recovery(
    data_dir: Path, code: str, name: str, new_password: str, clock: Clock
) -> OpenOffice:
    """Open the office with the printed recovery code and give operator `name` a new password."""
    _require_founded(data_dir)
    key = keyring.unlock_with_recovery(data_dir, code)
    projector = Projector()
    store = Store.open(data_dir, key, clock, projector)
    try:
        operator_id = _operator_called(store, name)
        keyring.set_password(data_dir, key, operator_id, name, new_password)
    except BaseException:
        store.close()
        raise
    return _entered(store, key, clock, projector, operator_id)


def _require_founded(data_dir: Path) -> None:
    if not is_founded(data_dir):
        raise UserError("这个位置还没有建立单位，请先完成首次设置。")


def open_with_key(data_dir: Path, key: bytes, operator_id: str, clock: Clock) -> OpenOffice:
    """Open the office for an operator whose password gave the key; errors as `sign_in`."""
    projector = Projector()
    store = Store.open(data_dir, key, clock, projector)
    return _entered(store, key, clock, projector, operator_id)


def _entered(store: Store, key: bytes, clock: Clock, projector: Projector, operator_id: str) -> OpenOffice:
    """The office with its lists as this program makes them; the store is closed when that fails."""
    try:
        office = OpenOffice(store, key, clock, projector, operator_id)
        office.moved_deadlines = bring_up_to_date(office)
    except BaseException:
        store.close()
        raise
    return office


def _operator_called(store: Store, name: str) -> str:
    office = fold_office(decode(e) for e in store.log.read_stream(STREAM))
    for operator in office.operators.values():
        if operator.name == name.strip() and operator.active:
            return operator.id
    raise UserError("没有这位经办人，请填写登记过的姓名。")


def add_operator(
    office: OpenOffice, name: str, role: str, password: str, hardness: Hardness = STANDARD
) -> Changes:
    """Let another person sign in. The password may be changed by them later."""
    name = name.strip()
    problems: dict[str, str] = {}
    if not name:
        problems["name"] = "请填写姓名"
    if any(o.name == name and o.active for o in office.office.operators.values()):
        problems["name"] = "已有同名的经办人，请加以区分（如加科室）"
    if role not in ROLES:
        problems["role"] = "请选择岗位"
    _check_password(password, problems)
    if problems:
        raise InvalidFields(problems)
    operator_id = uuid.uuid4().hex
    office.store.log.append(
        STREAM,
        (OperatorAdded(operator=operator_id, name=name, role=role),),
        actor=office.operator.id,
    )
    keyring.add_operator(office.store.directory, office.key, operator_id, name, password, hardness)
    office.refresh()
    return Changes.OFFICE


def retire_operator(office: OpenOffice, operator_id: str) -> Changes:
    """Take away the right to sign in; the last active operator stays."""
    if operator_id == office.operator.id:
        raise UserError("不能停用自己，请由其他经办人操作。")
    office.store.log.append(STREAM, (OperatorRetired(operator=operator_id),), actor=office.operator.id)
    keyring.remove_operator(office.store.directory, office.key, operator_id)
    office.refresh()
    return Changes.OFFICE


def change_password(office: OpenOffice, old: str, new: str) -> None:
    """Change the password of the operator at work. UserError when `old` is wrong or `new` too short."""
    keyring.change_password(office.store.directory, office.operator.name, old, new)


def new_recovery_code(office: OpenOffice) -> str:
    """A fresh recovery code to print; the one before no longer opens anything."""
    return keyring.new_recovery_code(office.store.directory, office.key)


def change_office(office: OpenOffice, change: OfficeChanged) -> Changes:
    """New particulars of the office; papers and numbers already given out stay as they are."""
    if not change.name.strip() or not change.bureau.strip():
        raise InvalidFields({"name": "单位名称和县局名称都要填写"})
    office.store.log.append(STREAM, (change,), actor=office.operator.id)
    office.refresh()
    return Changes.OFFICE


def change_setting(office: OpenOffice, name: str, value: str) -> Changes:
    """Set one of `SETTINGS`; deadlines are computed anew when the setting bears on them."""
    if value not in SETTINGS[name]:
        raise UserError("没有这个选项，请重新选择。")
    if name in HEAD_SETTINGS and office.operator.role != "head":
        raise UserError("只有负责人可以修改这一项，请由负责人登录后修改。")
    office.store.log.append(STREAM, (OfficeSettingChanged(name=name, value=value),), actor=office.operator.id)
    office.refresh()
    office.store.rebuild()
    return Changes.OFFICE | Changes.CASES
