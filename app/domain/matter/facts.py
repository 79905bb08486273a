"""The facts every kind of matter is made of: where it came from, people, businesses, files.

A kind adds what it needs by inheriting; fields already here keep their order in the log.
"""

from __future__ import annotations

import datetime as dt

import msgspec


class CalculationInput(msgspec.Struct, frozen=True, kw_only=True):
    """One thing a calculation was made from, as it was shown: 实付金额（元） and 5,000.00."""

    name: str
    text: str


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """A file kept in the encrypted blob store under its SHA-256. `size` in bytes."""

    sha256: str
    filename: str
    size: int
    media_type: str


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where the matter came from. `source` names the body that wants an answer, "" for a walk-in.

    `received_at` is the moment of receipt where it was written down; periods in hours count from it.
    """

    channel: str
    received_on: dt.date
    on_site: bool = False
    external_no: str = ""
    source: str = ""
    order_text: dict[str, str] = {}
    received_at: dt.datetime | None = None


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person on one side of a matter. Codes of `id_types` and `traits`."""

    name: str = ""
    phone: str = ""
    id_type: str = ""
    id_no: str = ""
    address: str = ""
    traits: tuple[str, ...] = ()


class Business(msgspec.Struct, frozen=True, kw_only=True):
    """A business (经营者) or another organisation on one side of a matter."""

    name: str = ""
    credit_code: str = ""
    contact: str = ""
    phone: str = ""
    address: str = ""
    legal_rep: str = ""
