"""This office's own keys: made when they are first needed, looked after when its name or node changes."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from app.domain.sync.statement import NodeCard
from app.exchange import cards
from app.exchange.cards import Card
from app.exchange.node_keys import KeyRing, first_ring, load_keys, new_keys, next_ring, renamed, save_keys
from app.exchange.signatures import Signed, first_line
from app.services.office import OpenOffice
from app.system.errors import EnvironmentProblem


def ring_of(office: OpenOffice) -> KeyRing:
    """The keys, made on first use. EnvironmentProblem when the file is damaged or was lost (`are_lost`)."""
    ring = load_keys(office.store.directory, office.key)
    if ring is None and are_lost(office):
        raise EnvironmentProblem(
            "交换密钥文件 exchange.keys 不见了，暂时不能往来；请从备份中取回这个文件，"
            "取不回时用“重新入网”换一套新密钥。"
        )
    node = office.store.identity.node
    if ring is None:
        ring = first_ring(new_keys(node, office.office.name, office.office.code))
        save_keys(office.store.directory, ring, office.key)
    elif ring.present.card.node != node:
        ring = _for_new_node(office, ring)
    elif ring.present.card.name != office.office.name:
        ring = renamed(ring, office.office.name, ring.present.card.code)
        save_keys(office.store.directory, ring, office.key)
    keep_own_card(office, ring)
    return ring


def are_lost(office: OpenOffice) -> bool:
    """Whether this office had keys of its node and the file is gone or damaged."""
    try:
        if load_keys(office.store.directory, office.key) is not None:
            return False
    except EnvironmentProblem:
        return True
    return office.store.peers.card(office.store.identity.node) is not None


def renew(office: OpenOffice) -> KeyRing:
    """New keys in front, on the disk when this returns; the ones before still open what is on its way.

    In the place of lost keys they are the only ones.
    """
    before = None if are_lost(office) else load_keys(office.store.directory, office.key)
    code = before.present.card.code if before is not None else office.office.code
    fresh = new_keys(office.store.identity.node, office.office.name, code)
    if before is not None:
        ring = next_ring(before, fresh)
    else:
        # Later than any generation a backup may hold, so that no restore brings the lost ones back.
        ring = msgspec.structs.replace(first_ring(fresh), generation=int(office.clock.now().timestamp()))
    save_keys(office.store.directory, ring, office.key)
    keep_own_card(office, ring)
    return ring


def take_code(office: OpenOffice, ring: KeyRing, code: str) -> KeyRing:
    """The code the parent gave, on the card from now on."""
    named = renamed(ring, ring.present.card.name, code)
    save_keys(office.store.directory, named, office.key)
    return named


def keep_own_card(office: OpenOffice, ring: KeyRing) -> None:
    """The log knows this office's public keys: its own events, lost and sent back, are checked by them."""
    store = office.store
    known = store.peers.card(store.identity.node)
    parent = store.peers.parent()
    card = node_card(ring.present.card, parent=parent.node if parent is not None else "")
    if known != card:
        with store.transaction():
            store.peers.keep_own(card)


def lost_fingerprint(office: OpenOffice) -> str:
    """The fingerprint the peers know of keys that are lost, "" when none are."""
    known = office.store.peers.card(office.store.identity.node)
    return "" if known is None or not known.age else cards.fingerprint(card_of(known))


def voucher_signer(ring: KeyRing) -> Callable[[bytes], bytes]:
    """What signs the vouchers of the log, whose text begins with the line a signature begins with."""
    start = first_line(Signed.VOUCHER)

    def sign(text: bytes) -> bytes:
        if not text.startswith(start):
            raise ValueError("not the text of a voucher")
        return ring.present.sign(Signed.VOUCHER, text[len(start) :])

    return sign


def node_card(card: Card, *, parent: str) -> NodeCard:
    """A card of keys as the log keeps it."""
    return NodeCard(
        node=card.node, name=card.name, code=card.code, sign=card.sign, age=card.age, parent=parent
    )


def card_of(known: NodeCard) -> Card:
    """A card as the log keeps it, for the files."""
    return Card(node=known.node, name=known.name, code=known.code, test=False, sign=known.sign, age=known.age)


def _for_new_node(office: OpenOffice, ring: KeyRing) -> KeyRing:
    """After the repair of a clone: the old keys are the other computer's, what is sent to them is for it."""
    fresh = new_keys(office.store.identity.node, office.office.name, office.office.code)
    moved = msgspec.structs.replace(first_ring(fresh), generation=ring.generation + 1)
    save_keys(office.store.directory, moved, office.key)
    return moved
