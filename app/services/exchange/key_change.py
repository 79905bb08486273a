"""更换密钥: new keys here, a notice for each peer signed with old and new key, taken after a phone call.

Changing keys protects what is sent from now on; what was encrypted to the old ones stays readable for
whoever holds them (docs/exchange-format.md).
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.domain.errors import InvalidFields, UserError
from app.domain.office import STREAM
from app.domain.sync.events import PeerKeysChanged
from app.exchange import cards, file_names
from app.exchange.enrolment_files import KeyChange, read_key_change, write_key_change
from app.services.changes import Changes
from app.services.exchange import enrolment, own_keys, peers
from app.services.office import OpenOffice


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """New keys are in use. `notices`: name of a peer and the file for it; `fingerprint` to read out."""

    fingerprint: str
    notices: tuple[tuple[str, Path], ...]


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A peer says it has new keys; `fingerprint` is to be heard by phone, `before` is what we know."""

    node: str
    name: str
    before: str
    fingerprint: str
    made_at: str


def change(office: OpenOffice, directory: Path, *, sure: str) -> Changed:
    """Make new keys, use them from now on and write the notices for every peer into `directory`.

    `sure` must be the office's name, typed by the person: the peers accept nothing from here until each
    has taken its notice. InvalidFields when it is not.
    """
    if sure.strip() != office.office.name:
        raise InvalidFields({"sure": "请完整键入本单位名称，表示确实要更换密钥"})
    own_keys.ring_of(office)
    own_keys.renew(office)
    return notices(office, directory)


def notices(office: OpenOffice, directory: Path) -> Changed:
    """Write the notices of the last change again, when one was lost. UserError when keys never changed."""
    ring = own_keys.ring_of(office)
    before = next((keys for keys in ring.earlier if keys.card.node == ring.present.card.node), None)
    if before is None:
        raise UserError("本单位没有换过密钥，不需要通知。")
    own = file_names.label(ring.present.card.name, ring.present.fingerprint)
    written = []
    for peer in office.store.peers.all():
        if not peer.active:
            continue
        other = file_names.label(peer.name, peer.fingerprint)
        path = directory / file_names.key_change_name(f"{own}-{other}")
        write_key_change(path, before, ring.present, peers.card_of(peer), made_at=office.clock.now())
        written.append((peer.name, path))
    return Changed(fingerprint=cards.spoken(ring.present.fingerprint), notices=tuple(written))


def read_notice(office: OpenOffice, path: Path) -> Notice:
    """What a notice says, to be shown while phoning. Refused (a UserError) as any file from outside."""
    told = read_key_change(path, peers.receiver_of(office))
    peer = office.store.peers.get(told.card.node)
    return Notice(
        node=peer.node,
        name=peer.name,
        before=cards.spoken(peer.fingerprint),
        fingerprint=cards.spoken(cards.fingerprint(told.card)),
        made_at=told.made_at,
    )


def accept(office: OpenOffice, path: Path, *, fingerprint: str, confirmed_with: str) -> Changes:
    """Know a peer by its new keys from now on; the fingerprint was heard by phone, as at enrolment."""
    told: KeyChange = read_key_change(path, peers.receiver_of(office))
    new = cards.fingerprint(told.card)
    enrolment.require_heard(fingerprint, new, confirmed_with)
    store = office.store
    with store.transaction():
        store.peers.change_keys(told.card.node, told.card.sign, told.card.age, new)
        store.log.append(
            STREAM,
            [
                PeerKeysChanged(
                    node=told.card.node,
                    sign=told.card.sign,
                    age=told.card.age,
                    fingerprint=new,
                    reason="对方更换密钥",
                    confirmed_with=confirmed_with.strip(),
                )
            ],
            actor=office.operator.id,
        )
    office.refresh()
    return Changes.OFFICE | Changes.EXCHANGE
