"""The facts of a consultation, in the order they are typed: who asks, what, what was answered."""

from __future__ import annotations

import datetime as dt

import msgspec

from app.domain.matter.facts import Origin, Person


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked and answered. `category` is a code of `goods_services`, `method` of `notice_methods`."""

    question: str = ""
    category: str = ""
    answer: str = ""
    method: str = ""
    answered_on: dt.date
    by: str = ""


class Consultation(msgspec.Struct, frozen=True, kw_only=True):
    """The whole form. Who asks may stay unknown: nobody has to give a name for a question."""

    origin: Origin
    asker: Person = Person()
    answer: Answer
