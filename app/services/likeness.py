"""How likely two cases are the same matter: what agrees, what speaks against it, in words and a figure.

The weights were set on the labelled pairs of tests/services/labelled_pairs.py, where recall and precision
are measured. A figure is only an order and a colour: whether it is the same matter a person says.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import msgspec
from rapidfuzz import fuzz

from app.domain.kind import Kind
from app.domain.matter.state import Matter
from app.domain.matter.summary import Shown
from app.domain.shop_names import core_of

LIKELY, POSSIBLE = 70, 45
"""From this figure on it is called 很可能重复, respectively shown at all."""

_TELLING = 12
"""Characters from which an account tells a story."""
_ALIKE = 60
"""Wording this similar (percent) is a reason."""
_SAME_WORDS, _OTHER_STORY = 85, 35
_NEAR, _FAR = 45, 365
_NUMBER = re.compile(r"\d{16,40}")


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """What is compared of a case or of a form. Money in cents; unknown fields are empty."""

    complainant: str = ""
    phone: str = ""
    id_no: str = ""
    address: str = ""
    respondent: str = ""
    external_no: str = ""
    category: str = ""
    amount: int | None = None
    bought_on: dt.date | None = None
    received_on: dt.date | None = None
    story: str = ""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """`score` 0–100, the reasons for it in words, and how alike the stories are (0–100)."""

    score: int
    reasons: tuple[str, ...]
    wording: int

    @property
    def likely(self) -> bool:
        """Whether it is very probably the same matter."""
        return self.score >= LIKELY


def account_of(shown: Shown, *, external_no: str = "", received_on: dt.date | None = None) -> Account:
    """What a kind shows of a case, for comparison."""
    return Account(
        complainant="" if shown.sealed else shown.complainant,
        phone=shown.phone,
        id_no=shown.id_no,
        respondent=shown.respondent,
        external_no=external_no,
        category=shown.category,
        amount=shown.amount,
        received_on=received_on,
        story=shown.story,
    )


def account_of_case(kind: Kind[Any], case: Matter) -> Account:
    """A case for comparison, with the day of the deal and the address where its kind has them."""
    origin = case.origin
    account = account_of(
        kind.show(case),
        external_no=origin.external_no if origin else "",
        received_on=origin.received_on if origin else None,
    )
    deal, person = getattr(case, "deal", None), getattr(case, "complainant", None)
    return msgspec.structs.replace(
        account,
        bought_on=getattr(deal, "bought_on", None),
        address=getattr(person, "address", ""),
    )


def weigh(one: Account, other: Account, *, party: str = "投诉人", shop: str = "被投诉人") -> Verdict:
    """Compare two accounts. `party` and `shop` are what the sides are called in the reasons."""
    if quoted := _same_number(one, other):
        return Verdict(score=100, reasons=(quoted,), wording=alike(one.story, other.story))
    wording = alike(one.story, other.story)
    person, why_person = _person(one, other, party)
    place, why_place = _shop(one, other, shop)
    matter, why_matter = _matter(one, other, wording)
    reasons = [*why_person, *why_place, *why_matter]
    score = person + place + matter
    if not person:
        # Other people with the same shop are other cases: a closed gym has a hundred of them.
        score = min(score, LIKELY - 1) if wording >= _SAME_WORDS else min(score, POSSIBLE - 1)
    if place <= 0:
        # One letter sent to many shops is as many matters; a brand and its company may be one all the same.
        score = min(score, POSSIBLE - 1 if matter <= 0 else LIKELY - 1)
    return Verdict(score=max(0, min(99, score)), reasons=tuple(reasons), wording=wording)


def alike(one: str, other: str) -> int:
    """How similar two accounts are, 0–100. A short account inside a long one counts as the same story;
    a few words do not, they would match anything."""
    shorter = min(len(one), len(other))
    if shorter == 0:
        return 0
    return round(fuzz.partial_ratio(one, other) if shorter >= _TELLING else fuzz.ratio(one, other))


def same_shop(one: str, other: str) -> int:
    """How surely two names are one business: 2 surely, 1 probably, 0 not."""
    if not one or not other:
        return 0
    if one == other:
        return 2
    first, second = core_of(one), core_of(other)
    if first == second:
        return 2
    short, long = sorted((first, second), key=len)
    if len(short) >= 3 and (short in long or fuzz.partial_ratio(short, long) >= 75):
        return 1
    return 0


def quoted_numbers(text: str) -> tuple[str, ...]:
    """Numbers of other platforms that a text quotes (a 12345 order that names its 12315 number)."""
    return tuple(dict.fromkeys(_NUMBER.findall(text)))


def _same_number(one: Account, other: Account) -> str:
    if one.external_no and one.external_no == other.external_no:
        return "登记编号相同"
    if one.external_no and one.external_no in quoted_numbers(other.story):
        return "内容里写着本件的编号"
    if other.external_no and other.external_no in quoted_numbers(one.story):
        return "内容里写着对方的编号"
    return ""


def _person(one: Account, other: Account, party: str) -> tuple[int, list[str]]:
    if one.id_no and one.id_no == other.id_no:
        return 40, ["同一证件"]
    named = bool(one.complainant) and one.complainant == other.complainant
    if one.phone and one.phone == other.phone:
        reasons = ["同一电话", f"同名{party}"] if named else ["同一电话"]
        return (38 if named else 28), reasons
    if named:
        if one.id_no and other.id_no:
            return 0, [f"同名{party}，证件不同"]
        lives = bool(one.address) and one.address == other.address
        reasons = [f"同名{party}", "同一地址"] if lives else [f"同名{party}"]
        return (34 if lives else 24), reasons
    if _masked_same(one.complainant, other.complainant) and not (one.phone and other.phone):
        return 12, [f"{party}姓氏相同"]
    return 0, []


def _masked_same(one: str, other: str) -> bool:
    """Whether a name with hidden characters (刘**, 刘某) may be the other one."""
    hidden, full = (one, other) if any(s in one for s in "*＊某") else (other, one)
    return bool(hidden and full) and any(s in hidden for s in "*＊某") and hidden[0] == full[0]


def _shop(one: Account, other: Account, shop: str) -> tuple[int, list[str]]:
    sure = same_shop(one.respondent, other.respondent)
    if sure == 2:
        return 26, [f"同一{shop}"]
    if sure == 1:
        return 20, [f"{shop}名称相近"]
    return (-25, [f"{shop}名称不同"]) if one.respondent and other.respondent else (0, [])


def _matter(one: Account, other: Account, wording: int) -> tuple[int, list[str]]:
    score, reasons = 0, list[str]()
    if one.amount is not None and other.amount is not None:
        if one.amount == other.amount:
            score, reasons = score + 14, [*reasons, "金额相同"]
        else:
            score -= 12
    if one.bought_on is not None and other.bought_on is not None:
        if one.bought_on == other.bought_on:
            score, reasons = score + 14, [*reasons, "交易日期相同"]
        else:
            score -= 16
    if one.category and other.category and one.category != other.category:
        score -= 8
    if wording >= _ALIKE:
        score += 24 if wording >= _SAME_WORDS else 14
        reasons.append(f"内容相似 {wording}%")
    elif wording and wording < _OTHER_STORY:
        score -= 10
    if one.received_on is not None and other.received_on is not None:
        days = abs((one.received_on - other.received_on).days)
        score += 8 if days <= _NEAR else -20 if days > _FAR else 0
    return score, reasons
