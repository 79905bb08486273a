"""第17条: the signals of our own ledger for a complaint, the office's thresholds, a person's assessment.

The ledger is asked by bounded lists through indexes, so that it stays quick where one person has thousands
of complaints. What it shows never decides anything (app/domain/abuse.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache

import msgspec

from app.domain import abuse as domain
from app.domain import abuse_rules
from app.domain.abuse import Extract, Facts, Past, Signal, Told
from app.domain.abuse_rules import AbuseRules
from app.domain.errors import InvalidFields
from app.domain.kinds.complaint.events import AbuseAssessed
from app.domain.kinds.complaint.facts import Registration
from app.domain.kinds.complaint.state import Complaint
from app.domain.office import STREAM, OfficeSettingChanged
from app.services import casework
from app.services.changes import Changes
from app.services.labels import dictionary
from app.services.likeness import alike
from app.services.office import OpenOffice
from app.store.queries.neighbours import Neighbour
from app.system import resources

__all__ = ["AbuseRules", "Signal"]

PROOF = frozenset({"invoice", "receipt", "till_slip", "contract", "prepaid_card", "payment_record"})
"""Kinds of evidence that show a purchase (dictionary `evidence_kinds`)."""

_COUNTED = 5_000
_READ = 60
_YEAR = 365
_LEAST_ADDRESS = 8
_CHUNK = 10
_LEAST_STORY = 24


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger shows about one complaint: the signals in the order of the items, with the rules."""

    signals: tuple[Signal, ...]
    rules: AbuseRules

    def label(self, signal: Signal) -> str:
        """第17条（二）."""
        return f"第17条{self.rules.item_of(signal.item).label}"


@cache
def shipped_rules() -> AbuseRules:
    """The rules the program carries, with the thresholds nobody has changed."""
    return abuse_rules.parse_rules(resources.read_text("resources/rules/abuse.toml"))


def rules_of(office: OpenOffice) -> AbuseRules:
    """The rules with this office's own thresholds."""
    return shipped_rules().within(office.office.settings)


def look_at_form(office: OpenOffice, form: Registration) -> Looked:
    """What the ledger shows about a complaint that is still being typed; purchase proof is not asked yet."""
    return _look(office, form, but_not="", proof=None)


def look_at_case(office: OpenOffice, case: Complaint) -> Looked:
    """What the ledger shows about a complaint of the ledger."""
    if case.origin is None:
        return Looked(signals=(), rules=rules_of(office))
    form = Registration(
        origin=case.origin, complainant=case.complainant, respondent=case.respondent, deal=case.deal
    )
    proof = any(item.form in PROOF for item in case.live_evidence())
    return _look(office, form, but_not=case.id, proof=proof)


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """The ground a finding of abuse may lead to, and its facts, for a person to take over or not."""

    code: str
    facts: str


def refusal_ground(case: Complaint) -> Ground | None:
    """For 不予受理 (办法第16条第三项), None while no assessment found abuse."""
    return _ground(case, shipped_rules().refusal_ground)


def termination_ground(case: Complaint) -> Ground | None:
    """For 终止调解 (办法第23条第六项), None while no assessment found abuse."""
    return _ground(case, shipped_rules().termination_ground)


def _ground(case: Complaint, code: str) -> Ground | None:
    found = case.assessed_abusive()
    return None if found is None else Ground(code=code, facts=f"{found.facts}{found.conclusion}")


def assess(
    office: OpenOffice,
    case_id: str,
    *,
    items: Iterable[str],
    facts: str,
    abusive: bool,
    conclusion: str,
    by: str,
    on: dt.date,
    shown: Iterable[str] = (),
    version: int | None = None,
) -> Changes:
    """Record what a person concluded under 第17条; refusing is an act of its own."""
    event = AbuseAssessed(
        items=tuple(items),
        facts=facts,
        abusive=abusive,
        conclusion=conclusion,
        by=by,
        on=on,
        shown=tuple(shown),
    )
    return casework.record(office, case_id, event, version=version)


def change_thresholds(office: OpenOffice, wanted: dict[str, int | None]) -> Changes:
    """Set thresholds by measure; None goes back to what the program carries.

    Raises InvalidFields for numbers out of range; nothing is written then. No list is computed anew.
    """
    usual = {one.id: one.at_least for one in shipped_rules().measure}
    wrong = {
        name: f"请填写 {abuse_rules.LEAST} 到 {abuse_rules.MOST} 之间的整数"
        for name, value in wanted.items()
        if value is not None and not abuse_rules.LEAST <= value <= abuse_rules.MOST
    }
    if wrong:
        raise InvalidFields(wrong)
    now = {one.id: one.at_least for one in rules_of(office).measure}
    events = [
        OfficeSettingChanged(name=abuse_rules.setting_of(name), value="" if value is None else str(value))
        for name, value in wanted.items()
        if now[name] != (usual[name] if value is None else value)
    ]
    if not events:
        return Changes.NONE
    office.store.log.append(STREAM, tuple(events), actor=office.operator.id)
    office.refresh()
    return Changes.OFFICE


# ---- the ledger ----


def _look(office: OpenOffice, form: Registration, *, but_not: str, proof: bool | None) -> Looked:
    rules = rules_of(office)
    facts = _facts(form, proof)
    found = domain.signals(facts, _extract(office, form, but_not, rules), rules)
    return Looked(signals=tuple(found), rules=rules)


def _facts(form: Registration, proof: bool | None) -> Facts:
    deal = form.deal
    path = dictionary("goods_services").path(deal.category) if deal.category else ()
    return Facts(
        complainant=form.complainant.name,
        phone=form.complainant.phone,
        respondent=form.respondent.name,
        categories=tuple(entry.code for entry in reversed(path)),
        problem=deal.problem,
        paid=deal.amount,
        bought_on=deal.bought_on,
        received_on=form.origin.received_on,
        demands=deal.demands,
        story=deal.facts,
        wishes=deal.demand_note,
        proof=proof,
    )


def _extract(office: OpenOffice, form: Registration, but_not: str, rules: AbuseRules) -> Extract:
    near, person, day = office.store.neighbours, form.complainant, form.origin.received_on
    since = day - dt.timedelta(days=_YEAR)

    def sharing(key: str, value: str, start: dt.date = since, limit: int = _COUNTED) -> list[Neighbour]:
        return _others(near.sharing(key, value, since=start, until=day, limit=limit), but_not)

    by_phone = sharing("phone", person.phone)
    by_name = sharing("person", person.name)
    by_document = _others(near.holding(person.id_no, ("phone",), limit=_COUNTED), but_not)
    shop = sharing("shop", form.respondent.name, day - dt.timedelta(days=rules.of("crowd").days), 500)
    at_address = _at_address(office, person.address, but_not)
    own = {one.row for one in by_document}
    own |= {one.row for one in by_phone if one.complainant == person.name}
    own |= {one.row for one in at_address if one.complainant == person.name}
    every = {one.row: one for one in (*by_phone, *by_name, *by_document, *at_address)}
    mine = sorted((every[row] for row in own), key=lambda one: one.received_on, reverse=True)
    same_words = _others(_worded_alike(office, form.deal.facts), but_not)
    others = [one for one in (*same_words, *by_phone, *at_address, *shop) if one.row not in own]
    return Extract(
        person=_pasts(mine),
        named=_pasts(one for one in by_name if one.row not in own),
        phone=_pasts(by_phone),
        address=_pasts(at_address),
        shop=_pasts(shop),
        told=(
            *_told(office, mine[:_READ], form, rules, same_person=True),
            *_told(office, _once(others)[:_READ], form, rules, same_person=False),
        ),
    )


def _at_address(office: OpenOffice, address: str, but_not: str) -> list[Neighbour]:
    """Complaints whose complainant gives exactly this address; the index only knows it stands somewhere."""
    if len(address) < _LEAST_ADDRESS:
        return []
    found = _others(office.store.neighbours.holding(address, ("text",), limit=2 * _READ), but_not)
    read = _read(office, found)
    return [one for one in found if one.row in read and read[one.row].complainant.address == address]


def _worded_alike(office: OpenOffice, story: str) -> list[Neighbour]:
    """Complaints that hold a piece of this story word for word, whoever wrote them."""
    plain = story.strip()
    if len(plain) < _LEAST_STORY:
        return []
    places = (len(plain) // 3, 2 * len(plain) // 3)
    found: list[Neighbour] = []
    for place in places:
        found += office.store.neighbours.holding(plain[place : place + _CHUNK], ("text",), limit=_READ)
    return found


def _told(
    office: OpenOffice,
    cases: list[Neighbour],
    form: Registration,
    rules: AbuseRules,
    *,
    same_person: bool,
) -> list[Told]:
    read = _read(office, cases)
    return [
        Told(
            past=_past(one),
            likeness=alike(form.deal.facts, read[one.row].deal.facts),
            same_person=same_person,
            penal=domain.asks_punitive(
                read[one.row].deal.demands,
                f"{read[one.row].deal.demand_note}{read[one.row].deal.facts}",
                rules,
            ),
            bought_on=read[one.row].deal.bought_on,
        )
        for one in cases
        if one.row in read
    ]


def _read(office: OpenOffice, cases: Iterable[Neighbour]) -> dict[int, Complaint]:
    rows = [one.row for one in cases if one.kind == "complaint"]
    states = office.store.neighbours.states(rows)
    return {row: msgspec.json.decode(state, type=Complaint) for row, state in states.items()}


def _others(cases: Iterable[Neighbour], but_not: str) -> list[Neighbour]:
    """第17条 speaks of complaints: other kinds and the case itself do not count."""
    return [one for one in cases if one.kind == "complaint" and one.case_id != but_not]


def _once(cases: Iterable[Neighbour]) -> list[Neighbour]:
    return list({one.row: one for one in cases}.values())


def _pasts(cases: Iterable[Neighbour]) -> tuple[Past, ...]:
    return tuple(_past(one) for one in cases)


def _past(one: Neighbour) -> Past:
    return Past(
        case_id=one.case_id,
        number=one.number,
        received_on=one.received_on,
        complainant=one.complainant,
        respondent=one.respondent,
        category=one.category,
        problem=one.problem,
    )
