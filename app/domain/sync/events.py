"""What enrolment, numbers, clones and conflicts leave in the log."""

from __future__ import annotations

from app.domain.events import Event, register


@register
class PeerEnrolled(Event, frozen=True, kw_only=True):
    """Another office to exchange with, after a person compared fingerprints. `role`: parent or child.

    `confirmed_with` is who read out the fingerprint at the other end; who compared is the actor.
    """

    node: str
    role: str
    name: str
    code: str
    sign: str
    age: str
    fingerprint: str
    confirmed_with: str = ""


@register
class PeerKeysChanged(Event, frozen=True, kw_only=True):
    """A peer took new keys; packages under the old ones are no longer accepted."""

    node: str
    sign: str
    age: str
    fingerprint: str
    reason: str
    confirmed_with: str = ""


@register
class PeerRevoked(Event, frozen=True, kw_only=True):
    """No longer a peer: nothing from it is accepted, nothing is sent to it."""

    node: str
    reason: str


@register
class RangeGranted(Event, frozen=True, kw_only=True):
    """Official numbers given to a child for good; `epoch` is the child's, so a restored child asks anew."""

    to: str
    epoch: int
    series: str
    year: int
    first: int
    last: int


@register
class RangeReceived(Event, frozen=True, kw_only=True):
    """Official numbers this office may use, granted by its parent."""

    granted_by: str
    epoch: int
    series: str
    year: int
    first: int
    last: int


@register
class NodeAdopted(Event, frozen=True, kw_only=True):
    """This computer had the identity of another one and took its own (修复身份重复).

    Up to (`epoch`, `seq`), exclusive, the events of `former` are this office's past; later ones were
    written by the other computer, and those written here stand again under the new node.
    """

    former: str
    epoch: int
    seq: int
    reason: str


@register
class ConflictResolved(Event, frozen=True, kw_only=True):
    """双方修改: a person chose. Events are named by id: `kept` stand, `dropped` are not applied."""

    kept: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    reason: str
