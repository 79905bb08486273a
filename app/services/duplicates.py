"""Likely duplicates of what is being typed or imported, whatever channel the earlier one came by.

Blocking keys (telephone, document, number, person, shop, address) give a bounded list of candidates by
index; only those are read and weighed. It only reminds: whether two are the same matter a person says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import islice

import msgspec

from app.domain.kinds.complaint.facts import Registration
from app.domain.matter.state import Matter
from app.domain.matter.summary import Shown
from app.domain.shop_names import core_of
from app.services import kinds
from app.services.likeness import (
    POSSIBLE,
    Account,
    Verdict,
    account_of,
    account_of_case,
    quoted_numbers,
    same_shop,
    weigh,
)
from app.services.office import OpenOffice
from app.store.queries.neighbours import Neighbour

_SHOWN = 5
_MERELY_POSSIBLE = 2
_READ = 60
"""Candidates whose facts are read; the rest have less in common."""
_SHOP_DAYS = 120
_SHORT_NUMBER, _SHORT_NAME, _SHORT_ADDRESS = 5, 2, 8


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """A case that may be the same matter: why, and how surely (`score` 0–100, `likely` from 70 on)."""

    case_id: str
    kind: str
    number: str
    received_on: dt.date
    parties: str
    phase: str
    reasons: tuple[str, ...]
    score: int
    likely: bool


def similar(office: OpenOffice, form: Registration, *, but_not: str = "") -> list[Likeness]:
    """At most five earlier cases like the complaint being typed; `but_not` is the case being amended."""
    return nearest(office, account_of_form(form), but_not=but_not)


def similar_to(
    office: OpenOffice, sought: Shown, *, external_no: str = "", but_not: str = ""
) -> list[Likeness]:
    """At most five earlier cases of any kind, the likeliest first; `but_not` is a case to leave out."""
    return nearest(office, account_of(sought, external_no=external_no), but_not=but_not)


def similar_to_case(office: OpenOffice, case: Matter) -> list[Likeness]:
    """At most five other cases like one of the ledger; what it is merged with is left out."""
    tied = {link.other for link in case.linked("merged")}
    account = account_of_case(kinds.kind_of_case(case), case)
    found = nearest(office, account, but_not=case.id, most=_SHOWN + len(tied))
    return [one for one in found if one.case_id not in tied][:_SHOWN]


def account_of_form(form: Registration) -> Account:
    """A registration being typed, for comparison."""
    return Account(
        complainant=form.complainant.name,
        phone=form.complainant.phone,
        id_no=form.complainant.id_no,
        address=form.complainant.address,
        respondent=form.respondent.name,
        external_no=form.origin.external_no,
        category=form.deal.category,
        amount=form.deal.amount,
        bought_on=form.deal.bought_on,
        received_on=form.origin.received_on,
        story=form.deal.facts,
    )


def nearest(office: OpenOffice, sought: Account, *, but_not: str = "", most: int = _SHOWN) -> list[Likeness]:
    """The cases most like `sought`, the likeliest first; empty when it says too little."""
    candidates = [one for one in _candidates(office, sought) if one.case_id != but_not][:_READ]
    states = office.store.neighbours.states([one.row for one in candidates])
    found = []
    for candidate in candidates:
        likeness = _likeness(candidate, states.get(candidate.row, ""), sought)
        if likeness is not None:
            found.append(likeness)
    found.sort(key=lambda like: (-like.score, like.received_on))
    likely = [one for one in found if one.likely]
    # Of those that are merely possible a few are enough; somebody who writes to every shop has hundreds.
    return [*likely, *[one for one in found if not one.likely][:_MERELY_POSSIBLE]][:most]


def _candidates(office: OpenOffice, sought: Account) -> list[Neighbour]:
    """Cases that share a key, those that share the most first, then the newest."""
    near = office.store.neighbours
    lists: list[list[Neighbour]] = []
    if len(sought.phone) >= _SHORT_NUMBER:
        lists += [near.sharing("phone", sought.phone), near.holding(sought.phone, ("phone",))]
    if len(sought.id_no) >= _SHORT_NUMBER:
        lists.append(near.holding(sought.id_no, ("phone",)))
    for number in filter(None, (sought.external_no, *quoted_numbers(sought.story))):
        if len(number) >= _SHORT_NUMBER:
            lists.append(near.of_cases(office.store.cases.by_external_no(number)))
            lists.append(near.holding(number, ("text",), limit=10))
    if len(sought.complainant) >= _SHORT_NAME:
        lists.append(near.sharing("person", sought.complainant, limit=100))
    if len(sought.respondent) >= _SHORT_NAME:
        lists.append(_at_shop(office, sought))
    if len(sought.address) >= _SHORT_ADDRESS:
        lists.append(near.holding(sought.address, ("text",), limit=40))
    return _by_keys_shared(lists)


def _at_shop(office: OpenOffice, sought: Account) -> list[Neighbour]:
    """The shop's cases of the same months: by its name, and by the telling part of it in other spellings."""
    near = office.store.neighbours
    around = sought.received_on
    since = around - dt.timedelta(days=_SHOP_DAYS) if around is not None else None
    until = around + dt.timedelta(days=_SHOP_DAYS) if around is not None else None
    exact = near.sharing("shop", sought.respondent, since=since, until=until, limit=120)
    spelled = near.holding(core_of(sought.respondent), ("name",), limit=60)
    known = {one.row for one in exact}
    return exact + [
        one for one in spelled if one.row not in known and same_shop(one.respondent, sought.respondent)
    ]


def _by_keys_shared(lists: Iterable[list[Neighbour]]) -> list[Neighbour]:
    shared: dict[int, int] = {}
    found: dict[int, Neighbour] = {}
    for one_key in lists:
        for one in {neighbour.row: neighbour for neighbour in one_key}.values():
            found[one.row] = one
            shared[one.row] = shared.get(one.row, 0) + 1
    return sorted(found.values(), key=lambda one: (-shared[one.row], -one.row))


def _likeness(candidate: Neighbour, state: str, sought: Account) -> Likeness | None:
    kind = kinds.kind_named(candidate.kind)
    case = msgspec.json.decode(state or "{}", type=kind.state_type)
    verdict = _verdict(sought, account_of_case(kind, case), kind.parties)
    if verdict.score < POSSIBLE:
        return None
    return Likeness(
        case_id=candidate.case_id,
        kind=candidate.kind,
        number=candidate.number,
        received_on=candidate.received_on,
        parties=" → ".join(filter(None, (candidate.complainant, candidate.respondent))),
        phase=kind.phases[candidate.phase],
        reasons=verdict.reasons,
        score=verdict.score,
        likely=verdict.likely,
    )


def _verdict(sought: Account, there: Account, parties: Mapping[str, str]) -> Verdict:
    first = next(iter(parties.values()), "来人")
    second = next(islice(parties.values(), 1, None), "对方")
    return weigh(sought, there, party=first, shop=second)
