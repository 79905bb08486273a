"""入网: an office asks, the one above answers, and two people compare fingerprints by phone before it counts.

The station writes 入网申请, the parent reads it, hears the applicant's fingerprint by phone and answers with
入网批复; the station hears the parent's fingerprint by phone and accepts. Who compared, with whom and when
stands in the log of both sides.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.domain.errors import InvalidFields, UserError
from app.domain.office import COUNTY, STREAM
from app.domain.referral import DepartmentNamed
from app.domain.sync.enrolment import (
    FORMAT,
    Application,
    Approval,
    DirectoryEntry,
    decode_application,
    decode_approval,
)
from app.domain.sync.events import PeerEnrolled
from app.domain.sync.statement import NodeCard
from app.exchange import cards, file_names
from app.exchange.cards import Card
from app.exchange.enrolment_files import Request, read_request, write_request
from app.exchange.package_reader import open_approval
from app.exchange.package_writer import write_approval
from app.services import rulebook
from app.services.changes import Changes
from app.services.exchange import number_grants, own_keys, peers
from app.services.office import OpenOffice
from app.store.peers import CHILD, PARENT
from app.system.atomic_files import write_atomically

_REQUEST = "request.yzr"
_LONGEST_CODE = 16
_GROUPS = 24


class Applied(msgspec.Struct, frozen=True, kw_only=True):
    """A request that was written: where, and the fingerprint to read out when the parent asks."""

    path: Path
    fingerprint: str
    replaces_lost_keys: bool


class Applicant(msgspec.Struct, frozen=True, kw_only=True):
    """Who asks to be enrolled. Nothing of it is proved but that the applicant has the keys.

    `fingerprint` is what the applicant must read out by phone. `known_as`: the peer of the same node it
    would replace, "" for a new one; `replaces_keys`: it says it lost the keys it had.
    """

    node: str
    name: str
    code: str
    fingerprint: str
    made_at: str
    bureau: str
    known_as: str
    replaces_keys: bool


class Approved(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that was written: where, for whom, how many number ranges it brings, the own fingerprint."""

    path: Path
    node: str
    name: str
    code: str
    ranges: int
    fingerprint: str
    changes: Changes


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer says, before anybody believes it; `fingerprint` is the parent's, to be heard."""

    node: str
    name: str
    fingerprint: str
    code: str
    ranges: int
    directory: int
    rule_sets_differ: tuple[str, ...]


def is_county(office: OpenOffice) -> bool:
    """Whether this office is the top of the tree."""
    return office.office.identity == COUNTY


def has_asked(office: OpenOffice) -> bool:
    """Whether this office wrote 入网申请, to which an answer may come."""
    return (peers.folder(office) / _REQUEST).is_file()


def request(office: OpenOffice, directory: Path, *, lost_keys: bool = False) -> Applied:
    """Write 入网申请 into `directory` and remember it, because the answer names it.

    `lost_keys` makes new keys in the place of lost ones (`own_keys.are_lost`); the parent then enrols this
    office anew. UserError for a county, and for an office that has others below it but none above: their
    numbers would not come from above.
    """
    if is_county(office):
        raise UserError("本单位是县局，不需要向上级申请入网；请由下级单位写入网申请，在这里批复。")
    store = office.store
    if store.peers.parent() is None and any(p.active and p.role == CHILD for p in store.peers.all()):
        raise UserError(
            "本单位已批复下级入网，再向上级入网会使编号重复；请先停止与下级往来，入网后重新批复。"
        )
    replaces = ""
    if lost_keys and own_keys.are_lost(office):
        replaces = own_keys.lost_fingerprint(office)
        own_keys.renew(office)
    ring = own_keys.ring_of(office)
    said = Application(
        format=FORMAT,
        epoch=store.identity.epoch,
        identity=office.office.identity,
        bureau=office.office.bureau[:60],
    )
    label = file_names.label(office.office.name, ring.present.fingerprint)
    path = directory / file_names.request_name(label)
    kept = peers.folder(office) / _REQUEST
    write_request(
        kept, ring.present, made_at=office.clock.now(), statement=msgspec.json.encode(said), replaces=replaces
    )
    write_atomically(path, kept.read_bytes(), "写出入网申请")
    return Applied(
        path=path,
        fingerprint=cards.spoken(ring.present.fingerprint),
        replaces_lost_keys=bool(replaces),
    )


def read_application(office: OpenOffice, path: Path) -> Applicant:
    """What a request says, to be shown while phoning. Refused (a UserError) as any file from outside."""
    return _applicant(office, read_request(path))


def approve(
    office: OpenOffice,
    path: Path,
    directory: Path,
    *,
    fingerprint: str,
    confirmed_with: str,
    name: str = "",
    code: str = "",
) -> Approved:
    """Enrol an applicant and write 入网批复 into `directory`.

    `fingerprint` is what was heard by phone: it must equal the request's. `confirmed_with` is who read it
    out. `name` and `code` are how this office calls the applicant, its own words when empty. The peer is
    known when this returns; the same request may be approved again when the answer was lost. Who approves
    without a parent of its own is the top of the tree from then on (`request`).
    """
    asked = read_request(path)
    said = decode_application(asked.statement)
    require_heard(fingerprint, cards.fingerprint(asked.card), confirmed_with)
    card = _renamed(asked.card, name.strip() or asked.card.name, code.strip() or asked.card.code)
    _require_unlike_others(office, card)
    ring = own_keys.ring_of(office)
    store = office.store
    with store.transaction():
        store.peers.enrol(own_keys.node_card(card, parent=""), CHILD, cards.fingerprint(card))
        store.log.append(STREAM, [_enrolled(card, CHILD, confirmed_with)], actor=office.operator.id)
        grants = number_grants.first_ranges(office, card.node, said.epoch)
        answer = Approval(
            format=FORMAT,
            code=card.code,
            parent=own_keys.node_card(ring.present.card, parent=_parent_node(office)),
            cards=_cards_above(office),
            grants=grants,
            directory=_directory(office),
            rule_sets=rule_sets(),
        )
    label = file_names.label(card.name, cards.fingerprint(card))
    answered = directory / file_names.approval_name(label)
    write_approval(
        answered,
        ring.present,
        card,
        request_sha256=asked.sha256,
        made_at=office.clock.now(),
        statement=msgspec.json.encode(answer),
    )
    office.refresh()
    return Approved(
        path=answered,
        node=card.node,
        name=card.name,
        code=card.code,
        ranges=len(grants),
        fingerprint=cards.spoken(ring.present.fingerprint),
        changes=Changes.OFFICE | Changes.EXCHANGE,
    )


def read_answer(office: OpenOffice, path: Path) -> Answer:
    """What an answer to our request says, to be shown while phoning. Refused as any file from outside."""
    answer, card = _answer(office, path)
    return Answer(
        node=card.node,
        name=card.name,
        fingerprint=cards.spoken(cards.fingerprint(card)),
        code=answer.code,
        ranges=len(answer.grants),
        directory=len(answer.directory),
        rule_sets_differ=tuple(sorted(set(answer.rule_sets) ^ set(rule_sets()))),
    )


def accept(office: OpenOffice, path: Path, *, fingerprint: str, confirmed_with: str) -> Changes:
    """Take the sender of an answer as parent: its keys, the node code, number ranges and directory.

    `fingerprint` is what was heard by phone, as in `approve`. All of it in one transaction.
    """
    answer, card = _answer(office, path)
    require_heard(fingerprint, cards.fingerprint(card), confirmed_with)
    ring = own_keys.ring_of(office)
    store = office.store
    with store.transaction():
        parent = own_keys.node_card(card, parent=answer.parent.parent)
        store.peers.enrol(parent, PARENT, cards.fingerprint(card))
        store.log.append(STREAM, [_enrolled(card, PARENT, confirmed_with)], actor=office.operator.id)
        store.peers.learn(answer.cards, store.peers.get(card.node))
        store.numbers.receive(answer.grants, card.node, office.operator.id)
        named = [_department(entry) for entry in answer.directory if _is_news(office, entry)]
        if named:
            store.log.append(STREAM, named, actor=office.operator.id)
    if answer.code and answer.code != ring.present.card.code:
        ring = own_keys.take_code(office, ring, answer.code)
    own_keys.keep_own_card(office, ring)
    office.refresh()
    return Changes.OFFICE | Changes.EXCHANGE


def rule_sets() -> tuple[str, ...]:
    """The rule sets this program carries, by id."""
    return tuple(sorted(rules.id for rules in rulebook.rule_book().rule_sets))


def heard(text: str) -> str:
    """The letters of a fingerprint as somebody typed it: groups with or without blanks, any case."""
    return "".join(text.split()).replace("-", "").lower()


def require_heard(typed: str, fingerprint: str, confirmed_with: str) -> None:
    """InvalidFields unless what somebody heard by phone is this fingerprint and it is said from whom."""
    letters = heard(typed)
    if len(letters) not in (_GROUPS, len(fingerprint)) or not fingerprint.startswith(letters):
        raise InvalidFields(
            {"fingerprint": "指纹对不上，请停下来：再打一次电话逐组核对，仍不一致时不要继续，文件可能被换过"}
        )
    if not confirmed_with.strip():
        raise InvalidFields({"confirmed_with": "请填写电话里核对指纹的是对方哪一位"})


def _require_unlike_others(office: OpenOffice, card: Card) -> None:
    problems: dict[str, str] = {}
    for peer in office.store.peers.all():
        if not peer.active or peer.node == card.node:
            continue
        if peer.code and peer.code == card.code:
            problems["code"] = f"代码 {card.code} 已经是“{peer.name}”的，请另给一个代码"
        if peer.name == card.name:
            problems["name"] = f"已有同名的单位“{card.name}”，请加以区分（如加村名）"
    if problems:
        raise InvalidFields(problems)


def _renamed(card: Card, name: str, code: str) -> Card:
    renamed = msgspec.structs.replace(card, name=name, code=code)
    try:
        cards.check_card(renamed)
    except ValueError as error:
        raise InvalidFields(
            {"name": f"名称最多 {cards.LONGEST_NAME} 个字，代码最多 {_LONGEST_CODE} 个字母或数字"}
        ) from error
    return renamed


def _applicant(office: OpenOffice, asked: Request) -> Applicant:
    said = decode_application(asked.statement)
    known = office.store.peers.find(asked.card.node)
    return Applicant(
        node=asked.card.node,
        name=asked.card.name,
        code=asked.card.code,
        fingerprint=cards.spoken(cards.fingerprint(asked.card)),
        made_at=asked.made_at,
        bureau=said.bureau,
        known_as=known.name if known is not None else "",
        replaces_keys=bool(asked.replaces),
    )


def _answer(office: OpenOffice, path: Path) -> tuple[Approval, Card]:
    kept = peers.folder(office) / _REQUEST
    if not kept.is_file():
        raise UserError("本单位没有写过入网申请，不能接受批复；请先写入网申请交给上级。")
    asked = read_request(kept)
    ring = own_keys.ring_of(office)
    with open_approval(path, ring.all(), asked.sha256, peers.folder(office, peers.SPOOL)) as package:
        answer = decode_approval(package.statement)
        card = package.sender_card
    if (answer.parent.node, answer.parent.sign) != (card.node, card.sign):
        raise UserError("这份入网批复前后不一致，没有接受，请让上级重新批复。")
    return answer, card


def _enrolled(card: Card, role: str, confirmed_with: str) -> PeerEnrolled:
    return PeerEnrolled(
        node=card.node,
        role=role,
        name=card.name,
        code=card.code,
        sign=card.sign,
        age=card.age,
        fingerprint=cards.fingerprint(card),
        confirmed_with=confirmed_with.strip(),
    )


def _parent_node(office: OpenOffice) -> str:
    parent = office.store.peers.parent()
    return parent.node if parent is not None else ""


def _cards_above(office: OpenOffice) -> tuple[NodeCard, ...]:
    """The nodes above this office, so that the applicant can check what they wrote from the first day."""
    found: list[NodeCard] = []
    node = _parent_node(office)
    while node and len(found) < 16:
        card = office.store.peers.card(node)
        if card is None:
            break
        found.append(msgspec.structs.replace(card, age=""))
        node = card.parent
    return tuple(found)


def _directory(office: OpenOffice) -> tuple[DirectoryEntry, ...]:
    return tuple(
        DirectoryEntry(code=d.code, name=d.name, phone=d.phone, address=d.address)
        for d in office.office.departments.values()
    )


def _department(entry: DirectoryEntry) -> DepartmentNamed:
    return DepartmentNamed(code=entry.code, name=entry.name, phone=entry.phone, address=entry.address)


def _is_news(office: OpenOffice, entry: DirectoryEntry) -> bool:
    """What the office itself has written down about a department stays."""
    return entry.code not in office.office.departments
