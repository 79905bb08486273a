"""Vouchers: the signature of its author over every event, made once, kept, and passed on unchanged.

So the county can check what a village wrote although the town carried it (docs/exchange-merging.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.domain.events import StoredEvent
from app.domain.sync.spans import joined
from app.domain.sync.statement import (
    VOUCHER_SPAN,
    Span,
    Voucher,
    voucher_digest_text,
    voucher_text,
)
from app.store.database import Database
from app.store.own_chains import OwnChains
from app.store.quarantine import EARLY, FORK, Quarantine

Sign = Callable[[bytes], bytes]
"""Signs with this office's Ed25519 key: text in, 64 bytes out."""
KeysOf = Callable[[str], tuple[str, ...]]
Chain = tuple[str, int]

_DECODER = msgspec.json.Decoder(Voucher)
_LARGEST_SEQ = 2**53


class Vouchers:
    """The table `vouchers`: what was made here and what others signed."""

    def __init__(self, database: Database, own: OwnChains) -> None:
        self._database = database
        self._own = own

    def make_own(self, sign: Sign) -> int:
        """Sign every event of this office that no voucher covers yet; how many vouchers that took."""
        made = 0
        for node, epoch in self._own_chains():
            for voucher in self._missing(node, epoch, sign):
                self.keep(voucher)
                made += 1
        return made

    def keep(self, voucher: Voucher) -> None:
        """Store a voucher that is known to be good; hashes are dropped where the log has the events."""
        if voucher.hashes and not voucher.seqs and self._held(voucher):
            voucher = msgspec.structs.replace(voucher, hashes=())
        self._database.sql(
            "INSERT OR IGNORE INTO vouchers VALUES (?, ?, ?, ?, ?, ?)",
            (
                voucher.node,
                voucher.epoch,
                voucher.first,
                voucher.last,
                voucher.digest,
                msgspec.json.encode(voucher).decode(),
            ),
        )

    def covering(self, seqs: Mapping[Chain, Sequence[int]], *, opened: bool) -> Iterator[Voucher]:
        """Stored vouchers over these events; `opened` with all hashes, for who will not hold every event."""
        for (node, epoch), numbers in sorted(seqs.items()):
            wanted = set(numbers)
            for voucher in self._overlapping(node, epoch, min(wanted), max(wanted)):
                if wanted.isdisjoint(voucher.covered()) or not self._speaks_of_log(voucher):
                    continue
                wanted.difference_update(voucher.covered())
                yield self._opened(voucher) if opened else voucher

    def sparse(self, events: Iterable[tuple[str, int, int, str]], sign: Sign) -> Iterator[Voucher]:
        """Vouchers over just these own events (node, epoch, seq, hash), for a peer that gets no others."""
        for (node, epoch), group in groupby(sorted(events), key=lambda row: (row[0], row[1])):
            pairs = [(seq, digest) for _, _, seq, digest in group]
            for start in range(0, len(pairs), VOUCHER_SPAN):
                part = tuple(pairs[start : start + VOUCHER_SPAN])
                voucher = _signed(node, epoch, part, sign)
                yield msgspec.structs.replace(voucher, hashes=tuple(digest for _, digest in part))

    def uncovered(self) -> int:
        """How many events of other offices stand here without a voucher; 0 unless something is wrong."""
        total = 0
        chains = self._database.rows("SELECT DISTINCT node, epoch FROM events")
        for node, epoch in chains:
            if self._own.own(node, epoch):
                continue
            covered = self._covered(node, epoch)
            rows = self._database.rows("SELECT seq FROM events WHERE node = ? AND epoch = ?", (node, epoch))
            total += sum(seq not in covered for (seq,) in rows)
        return total

    def _covered(self, node: str, epoch: int) -> set[int]:
        found: set[int] = set()
        for voucher in self._overlapping(node, epoch, 1, _LARGEST_SEQ):
            found.update(voucher.covered())
        return found

    def _own_chains(self) -> list[Chain]:
        found = []
        for node in self._own.nodes():
            rows = self._database.rows("SELECT DISTINCT epoch FROM events WHERE node = ?", (node,))
            found += [(node, epoch) for (epoch,) in rows]
        return found

    def _missing(self, node: str, epoch: int, sign: Sign) -> Iterator[Voucher]:
        spans = [
            span
            for voucher in self._overlapping(node, epoch, 1, _LARGEST_SEQ)
            if self._speaks_of_log(voucher)
            for span in (
                [Span(first=seq, last=seq) for seq in voucher.seqs]
                or [Span(first=voucher.first, last=voucher.last)]
            )
        ]
        after = 1
        for span in (*joined(spans), Span(first=_LARGEST_SEQ, last=_LARGEST_SEQ)):
            if span.first > after:
                yield from self._signed_between(node, epoch, after, span.first - 1, sign)
            after = span.last + 1

    def _signed_between(self, node: str, epoch: int, first: int, last: int, sign: Sign) -> Iterator[Voucher]:
        rows = self._database.rows(
            "SELECT seq, hash FROM events WHERE node = ? AND epoch = ? AND seq BETWEEN ? AND ? ORDER BY seq",
            (node, epoch, first, last),
        )
        for start in range(0, len(rows), VOUCHER_SPAN):
            yield _signed(node, epoch, tuple(rows[start : start + VOUCHER_SPAN]), sign)

    def _overlapping(self, node: str, epoch: int, first: int, last: int) -> list[Voucher]:
        rows = self._database.rows(
            "SELECT body FROM vouchers WHERE node = ? AND epoch = ? AND first <= ? AND last >= ?"
            " ORDER BY first, last DESC",
            (node, epoch, last, first),
        )
        return [_DECODER.decode(body) for (body,) in rows]

    def _opened(self, voucher: Voucher) -> Voucher:
        if voucher.hashes:
            return voucher
        held = self._hashes(voucher)
        seqs = voucher.covered()
        if len(held) < len(seqs):
            return voucher
        return msgspec.structs.replace(voucher, hashes=tuple(held[seq] for seq in seqs))

    def _speaks_of_log(self, voucher: Voucher) -> bool:
        """Whether it covers the branch in the log: a second computer of one identity signed another one."""
        if not self._database.value("SELECT 1 FROM forks WHERE node = ? LIMIT 1", (voucher.node,)):
            return True
        held = self._hashes(voucher)
        if voucher.hashes:
            told = dict(zip(voucher.covered(), voucher.hashes, strict=True))
            return all(told[seq] == digest for seq, digest in held.items())
        pairs = tuple(sorted(held.items()))
        return hashlib.sha256(voucher_digest_text(pairs)).hexdigest() == voucher.digest

    def _held(self, voucher: Voucher) -> bool:
        return len(self._hashes(voucher)) == len(voucher.covered())

    def _hashes(self, voucher: Voucher) -> dict[int, str]:
        rows = self._database.rows(
            "SELECT seq, hash FROM events WHERE node = ? AND epoch = ? AND seq BETWEEN ? AND ?",
            (voucher.node, voucher.epoch, voucher.first, voucher.last),
        )
        wanted = set(voucher.covered())
        return {seq: digest for seq, digest in rows if seq in wanted}


class CoverCheck:
    """Decides during one import which arriving events their authors really signed."""

    def __init__(
        self, database: Database, quarantine: Quarantine, keys_of: KeysOf, vouchers: Iterable[Voucher]
    ) -> None:
        self._database = database
        self._quarantine = quarantine
        self._keys_of = keys_of
        self._open: dict[Chain, list[Voucher]] = {}
        self._confirmed: dict[Chain, dict[int, str]] = {}
        self.good: list[Voucher] = []
        """Vouchers found good so far, to be kept."""
        for voucher in vouchers:
            self._open.setdefault((voucher.node, voucher.epoch), []).append(voucher)

    def split(
        self, chain: Chain, events: Sequence[StoredEvent], also: Sequence[StoredEvent] = ()
    ) -> tuple[list[StoredEvent], list[StoredEvent], list[StoredEvent]]:
        """These events of one chain as (signed, undecided until more of the chain arrives, not signed).

        `also` are other events of the chain at hand, already known here.
        """
        arriving = {event.seq: event.hash for event in (*also, *events)}
        wanted = {event.seq for event in events}
        undecided: set[int] = set()
        still_open = []
        for voucher in self._open.get(chain, []):
            seqs = voucher.covered()
            if wanted.isdisjoint(seqs):
                still_open.append(voucher)
                continue
            pairs = self._pairs(voucher, seqs, arriving)
            if pairs is None:
                still_open.append(voucher)
                undecided.update(seqs)
            elif self._genuine(voucher, pairs):
                self.good.append(voucher)
                self._confirmed.setdefault(chain, {}).update(pairs)
        self._open[chain] = still_open
        confirmed = self._confirmed.get(chain, {})
        signed = [event for event in events if confirmed.get(event.seq) == event.hash]
        rest = [event for event in events if confirmed.get(event.seq) != event.hash]
        return (
            signed,
            [event for event in rest if event.seq in undecided],
            [event for event in rest if event.seq not in undecided],
        )

    def _pairs(
        self, voucher: Voucher, seqs: Sequence[int], arriving: Mapping[int, str]
    ) -> tuple[tuple[int, str], ...] | None:
        """Number and hash of every event covered; None while some are neither here nor named."""
        if voucher.hashes:
            return tuple(zip(seqs, voucher.hashes, strict=False)) if len(voucher.hashes) == len(seqs) else ()
        lacking = [seq for seq in seqs if seq not in arriving]
        known: dict[int, str] = {}
        if lacking:
            known = dict(
                self._database.rows(
                    "SELECT seq, hash FROM events WHERE node = ? AND epoch = ? AND seq BETWEEN ? AND ?",
                    (voucher.node, voucher.epoch, lacking[0], lacking[-1]),
                )
            )
            for reason in (EARLY, FORK):
                aside = self._quarantine.held(voucher.node, voucher.epoch, lacking, reason)
                known = {seq: next(iter(digests)) for seq, digests in aside.items()} | known
        if any(seq not in known for seq in lacking):
            return None
        return tuple((seq, arriving.get(seq) or known[seq]) for seq in seqs)

    def _genuine(self, voucher: Voucher, pairs: tuple[tuple[int, str], ...]) -> bool:
        if not pairs or hashlib.sha256(voucher_digest_text(pairs)).hexdigest() != voucher.digest:
            return False
        return any(_signature_holds(voucher, key) for key in self._keys_of(voucher.node))


def _signature_holds(voucher: Voucher, key: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(
            bytes.fromhex(voucher.signature), voucher_text(voucher)
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def _signed(node: str, epoch: int, pairs: tuple[tuple[int, str], ...], sign: Sign) -> Voucher:
    first, last = pairs[0][0], pairs[-1][0]
    dense = last - first + 1 == len(pairs)
    voucher = Voucher(
        node=node,
        epoch=epoch,
        first=first,
        last=last,
        digest=hashlib.sha256(voucher_digest_text(pairs)).hexdigest(),
        signature="",
        seqs=() if dense else tuple(seq for seq, _ in pairs),
    )
    return msgspec.structs.replace(voucher, signature=sign(voucher_text(voucher)).hex())
