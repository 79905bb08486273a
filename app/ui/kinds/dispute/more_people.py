"""Further people of a side in one line of text: 陆军，13900000000，红旗村；陆芳，，中山路.

Name, telephone, address; people are parted by a semicolon, their particulars by a comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.errors import UserError
from app.domain.identifiers import check_phone
from app.domain.kinds.dispute.facts import Disputant

_BETWEEN_PEOPLE = re.compile(r"[；;\n]+")
_BETWEEN_PARTS = re.compile(r"[，,]")
_PARTS = 3


def people_in(text: str) -> tuple[Disputant, ...]:
    """The people written in `text`. UserError names one who cannot be read."""
    found = []
    for piece in filter(str.strip, _BETWEEN_PEOPLE.split(text)):
        parts = [part.strip() for part in _BETWEEN_PARTS.split(piece, _PARTS - 1)]
        name, phone, address = (*parts, "", "")[:_PARTS]
        if not name:
            raise UserError(f"“{piece.strip()}”没有写姓名，请写成：姓名，电话，住址。")
        if phone and not check_phone(phone).ok:
            raise UserError(f"{name}的电话“{phone}”不对，请写成：姓名，电话，住址；没有电话的空着。")
        found.append(Disputant(name=name, phone=phone, address=address))
    return tuple(found)


def people_text(people: Sequence[Disputant]) -> str:
    """The people as `people_in` reads them."""
    return "；".join("，".join((one.name, one.phone, one.address)).rstrip("，") for one in people)
