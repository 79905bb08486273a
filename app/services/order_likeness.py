"""Which rows of an import are probably a matter already there: in the ledger, or earlier in the same files.

12315, 12345 and the counter each give the same complaint a number of their own, so numbers alone find
nothing. What is found is shown with its reasons; what becomes of the row a person chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from app.domain.kinds.complaint.facts import Registration
from app.domain.matter.merged import ENDED, lead_of
from app.domain.shop_names import core_of
from app.services import duplicates
from app.services.desk import state
from app.services.likeness import POSSIBLE, Account, weigh
from app.services.office import OpenOffice

RowKey = tuple[int, int]
"""A row of an import: which file, which row of its sheet."""

REGISTER, MERGE, SKIP = "register", "merge", "skip"
DECISIONS: dict[str, str] = {REGISTER: "仍登记", MERGE: "登记并并案", SKIP: "跳过"}
"""What may become of a row that is probably there already; the first is what happens unless one chooses."""


class Alike(msgspec.Struct, frozen=True, kw_only=True):
    """What a row is like: a case (`case_id`) or an earlier row (`row`), called `number` on screen.

    `mergeable`: the row could be registered and merged into it.
    """

    number: str
    reasons: tuple[str, ...]
    score: int
    likely: bool
    mergeable: bool
    case_id: str = ""
    row: RowKey | None = None

    @property
    def decisions(self) -> tuple[str, ...]:
        """The choices there are."""
        return tuple(one for one in DECISIONS if one != MERGE or self.mergeable)

    def sentence(self) -> str:
        """What is said beside the row."""
        surely = "很可能" if self.likely else "可能"
        return f"{surely}与{self.number}是同一件：{'、'.join(self.reasons)}"


def alike_rows(
    office: OpenOffice, rows: Iterable[tuple[RowKey, str, Registration]]
) -> Iterator[tuple[RowKey, Alike]]:
    """For each row (key, what it is called, its registration) that is like something: the likeliest."""
    batch = _Batch()
    for key, called, form in rows:
        account = duplicates.account_of_form(form)
        found = [one for one in (_in_ledger(office, account), batch.nearest(account)) if one is not None]
        if found:
            yield key, max(found, key=lambda one: one.score)
        batch.add(key, called, account)


def _in_ledger(office: OpenOffice, account: Account) -> Alike | None:
    for one in duplicates.nearest(office, account, most=1):
        mergeable = False
        if one.likely and one.kind == "complaint":
            case = state(office, one.case_id, one.kind)
            mergeable = case.phase not in ENDED and lead_of(case) is None
        return Alike(
            number=one.number,
            reasons=one.reasons,
            score=one.score,
            likely=one.likely,
            mergeable=mergeable,
            case_id=one.case_id,
        )
    return None


class _Batch:
    """The rows read so far, by the keys a duplicate would share."""

    def __init__(self) -> None:
        self._rows: dict[RowKey, tuple[str, Account]] = {}
        self._by_key: dict[tuple[str, str], list[RowKey]] = {}

    def add(self, key: RowKey, called: str, account: Account) -> None:
        self._rows[key] = (called, account)
        for shared in _keys(account):
            self._by_key.setdefault(shared, []).append(key)

    def nearest(self, account: Account) -> Alike | None:
        near = dict.fromkeys(key for shared in _keys(account) for key in self._by_key.get(shared, ()))
        best: Alike | None = None
        for key in near:
            called, other = self._rows[key]
            verdict = weigh(account, other)
            if verdict.score >= POSSIBLE and (best is None or verdict.score > best.score):
                best = Alike(
                    number=called,
                    reasons=verdict.reasons,
                    score=verdict.score,
                    likely=verdict.likely,
                    mergeable=verdict.likely,
                    row=key,
                )
        return best


def _keys(account: Account) -> Iterator[tuple[str, str]]:
    for name, value in (
        ("phone", account.phone),
        ("id", account.id_no),
        ("person", account.complainant),
        ("shop", core_of(account.respondent) if account.respondent else ""),
    ):
        if value:
            yield name, value
