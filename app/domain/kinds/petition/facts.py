"""The facts of a petition, in the order they are typed: who came and how, what is wanted and why."""

from __future__ import annotations

import msgspec

from app.domain.matter.facts import Origin, Person

SORTS: dict[str, str] = {
    "plea": "申诉求决",
    "accusation": "检举控告",
    "suggestion": "建议意见",
}
"""What a petition is (条例第29、30、31条)."""

ARRIVALS: dict[str, str] = {
    "direct": "信访人直接提出",
    "forwarded": "上级转送",
    "assigned": "上级交办",
}
"""How it came here (条例第22、23条)."""

FORMS: dict[str, str] = {
    "visit": "走访",
    "letter": "书信",
    "phone": "电话",
    "fax": "传真",
    "network": "信息网络",
}
"""条例第17条."""

MOST_REPRESENTATIVES = 5
"""条例第20条: 多人走访应当推选代表，代表人数不得超过5人."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What the petition is about.

    `sort`, `arrival` and `form` are codes of `SORTS`, `ARRIVALS`, `FORMS`; `people` counts everybody who
    came, `representatives` names who speaks for them; `repeated` means it was raised before; `about` is the
    person or body complained of; `system_no` is the number in the 信访信息系统 (条例第21条).
    """

    sort: str = ""
    arrival: str = "direct"
    form: str = ""
    people: int = 1
    representatives: tuple[str, ...] = ()
    repeated: bool = False
    topic: str = ""
    wanted: str = ""
    facts: str = ""
    about: str = ""
    in_system: bool = False
    system_no: str = ""


class Petition(msgspec.Struct, frozen=True, kw_only=True):
    """The whole form."""

    origin: Origin
    petitioner: Person = Person()
    request: Request = Request()
