"""常用语: what is offered at a text field, filled from the case; the office's own ones, kept in its log.

What the program brings comes from above and is never changed by it; an office may word a phrase anew or
stop offering it, and both can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import PurePosixPath

import msgspec

from app.domain import phrases as domain
from app.domain.dates import format_cn
from app.domain.errors import UserError
from app.domain.events import Event
from app.domain.kinds.complaint.facts import Registration
from app.domain.kinds.complaint.state import Complaint
from app.domain.matter.facts import Origin
from app.domain.money import capital, format_yuan
from app.domain.office import STREAM
from app.domain.phrases import BLANK, Phrase, PhraseBook, PhraseRestored, PhraseRetired, PhraseSaved
from app.services.changes import Changes
from app.services.labels import labels
from app.services.office import OpenOffice
from app.store.pinyin import readings
from app.system import resources

__all__ = ["BLANK"]

_FOLDER = "resources/phrases"
_FIELDS = f"{_FOLDER}/fields.toml"


class PhraseOffer(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase as a list shows it. `own`: worded here. `search` holds title and pinyin, in lower case."""

    id: str
    title: str
    text: str
    fields: tuple[str, ...]
    own: bool
    retired: bool
    search: str


@cache
def book() -> PhraseBook:
    """The phrases from above and the fields they belong to. ValueError when a file is wrong."""
    names = [n for n in resources.names_in(_FOLDER, ".toml") if PurePosixPath(n).name != "fields.toml"]
    return domain.parse_book(resources.read_text(_FIELDS), (resources.read_text(name) for name in names))


def field_of(place: str) -> str:
    """The kind of text a form field (`form/path`) holds, "" when it has no phrases of its own."""
    field = book().field_at(place)
    return field.code if field is not None else ""


def offered(office: OpenOffice, field: str) -> list[PhraseOffer]:
    """What is offered in a kind of text, own ones first; all of them where a text is of no kind ("")."""
    return [one for one in every(office) if (not field or field in one.fields) and not one.retired]


def every(office: OpenOffice) -> list[PhraseOffer]:
    """Every phrase, those no longer offered too: own ones first, newest last, then those from above."""
    own, retired = office.office.phrases, office.office.retired_phrases
    above = [phrase for phrase in book().phrases if phrase.id not in own]
    found = [_offer(phrase, own=True, retired=phrase.id in retired) for phrase in own.values()]
    return found + [_offer(phrase, own=False, retired=phrase.id in retired) for phrase in above]


def matching(offers: Iterable[PhraseOffer], typed: str) -> list[PhraseOffer]:
    """Those whose title, text or pinyin holds every typed word; titles that begin so come first."""
    words = typed.lower().split()
    found = [one for one in offers if all(word in one.search or word in one.text for word in words)]
    if not words:
        return found
    return sorted(found, key=lambda one: not any(s.startswith(words[0]) for s in one.search.split("\n")))


def filled(offer: PhraseOffer, values: Mapping[str, str]) -> str:
    """The text of a phrase with what the case knows; UserError names an unknown variable."""
    return domain.fill(offer.text, values)


def save(office: OpenOffice, phrase: str, title: str, text: str, fields: Sequence[str]) -> Changes:
    """Keep an own phrase; `phrase` "" makes a new one, the id of one from above words it anew.

    Raises InvalidFields (title, text, fields), for an unknown variable by its name.
    """
    wanted = domain.tidy_phrase(Phrase(id=phrase, title=title, text=text, fields=tuple(fields)))
    domain.check_phrase(wanted, book().fields)
    with office.store.transaction():
        identity = phrase or f"own.{office.store.log.new_id()}"
        event = PhraseSaved(phrase=identity, title=wanted.title, text=wanted.text, fields=wanted.fields)
        _append(office, event)
    office.refresh()
    return Changes.OFFICE


def retire(office: OpenOffice, phrase: str) -> Changes:
    """Stop offering a phrase; texts it was put into stay."""
    _known(office, phrase)
    _append(office, PhraseRetired(phrase=phrase))
    office.refresh()
    return Changes.OFFICE


def restore(office: OpenOffice, phrase: str) -> Changes:
    """Offer a retired phrase again."""
    _known(office, phrase)
    _append(office, PhraseRestored(phrase=phrase))
    office.refresh()
    return Changes.OFFICE


def values_of_case(office: OpenOffice, case: object) -> dict[str, str]:
    """What phrases may use of a case; of a kind without parties only what every case has."""
    values = _surroundings(office)
    values["编号"] = getattr(case, "number", "")
    origin = getattr(case, "origin", None)
    if isinstance(origin, Origin):
        values |= _of_origin(origin)
    if not isinstance(case, Complaint) or case.origin is None:
        return values
    values |= _of_form(
        Registration(
            origin=case.origin, complainant=case.complainant, respondent=case.respondent, deal=case.deal
        )
    )
    values["受理日期"] = format_cn(case.accepted_on) if case.accepted_on else ""
    values["调解次数"] = str(len(case.sessions)) if case.sessions else ""
    if case.agreement is not None:
        last = max((p.obligation.due_on for p in case.agreement.promises), default=None)
        values["协议日期"] = format_cn(case.agreement.agreed_on)
        values["付款合计"] = format_yuan(case.agreement.total())
        values["已付金额"] = format_yuan(case.agreement.recovered())
        values["履行期限"] = format_cn(last) if last else ""
    return values


def values_of_form(office: OpenOffice, form: Registration) -> dict[str, str]:
    """What phrases may use of a registration that is still being typed."""
    return _surroundings(office) | _of_form(form)


def _surroundings(office: OpenOffice) -> dict[str, str]:
    return {
        "日期": format_cn(office.clock.today()),
        "经办人": office.operator.name,
        "单位": office.office.name,
    }


def _of_form(form: Registration) -> dict[str, str]:
    deal, shop = form.deal, form.respondent
    amount = deal.amount
    return {
        "投诉人": form.complainant.name,
        "被投诉人": shop.name,
        "被投诉人地址": shop.address,
        "联系人": shop.contact,
        "商品": deal.goods,
        "金额": format_yuan(amount) if amount is not None else "",
        "金额大写": capital(amount) if amount is not None else "",
        "请求": labels("demands", deal.demands),
        "交易日期": format_cn(deal.bought_on) if deal.bought_on else "",
    } | _of_origin(form.origin)


def _of_origin(origin: Origin) -> dict[str, str]:
    return {
        "收到日期": format_cn(origin.received_on),
        "工单编号": origin.external_no,
        "交办单位": origin.source,
    }


def _known(office: OpenOffice, phrase: str) -> None:
    if phrase not in office.office.phrases and all(one.id != phrase for one in book().phrases):
        raise UserError("没有这条常用语，可能刚被改过，请重新选择。")


def _append(office: OpenOffice, event: Event) -> None:
    office.store.log.append(STREAM, (event,), actor=office.operator.id)


def _offer(phrase: Phrase, *, own: bool, retired: bool) -> PhraseOffer:
    return PhraseOffer(
        id=phrase.id,
        title=phrase.title,
        text=phrase.text,
        fields=phrase.fields,
        own=own,
        retired=retired,
        search=_search(phrase.title),
    )


@lru_cache(maxsize=2048)
def _search(title: str) -> str:
    """The title, its initials and its full pinyin, a line each."""
    plain = "".join(sign for sign in title if sign.isalnum())
    found = [title, plain]
    for syllables in readings(plain):
        found += ["".join(part[0] for part in syllables), "".join(syllables)]
    return "\n".join(dict.fromkeys(found)).lower()
