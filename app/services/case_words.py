"""What the numbers of each kind begin with (消投, 消举 …): the office's own words."""

from __future__ import annotations

import re

from app.domain.errors import InvalidFields
from app.domain.kinds.complaint.kind import KIND as COMPLAINT
from app.domain.office import STREAM, OfficeSettingChanged
from app.services import kinds
from app.services.changes import Changes
from app.services.office import OpenOffice

_LONGEST = 12
_MEANT_FOR_NUMBERS = re.compile(r"[〔〕\[\]（）()\d\s号]")


def words(office: OpenOffice) -> dict[str, str]:
    """The word in use by kind, in the order of the kinds."""
    return {name: kinds.case_word(office.office, kind) for name, kind in kinds.KINDS.items()}


def change_word(office: OpenOffice, kind: str, word: str) -> Changes:
    """Let new cases of a kind be numbered under another word; numbers given out keep theirs.

    The word of complaints is one of the office's particulars (`founding.change_office`). Raises InvalidFields
    under `word` for one that is empty, too long, used by another kind, or read as part of the number.
    """
    if kind == COMPLAINT.name:
        raise ValueError("the word of complaints is one of the office's particulars")
    word = word.strip()
    others = {other: used for other, used in words(office).items() if other != kind}
    problem = ""
    if not word:
        problem = "请填写编号字头"
    elif len(word) > _LONGEST:
        problem = f"编号字头最多 {_LONGEST} 字"
    elif _MEANT_FOR_NUMBERS.search(word):
        problem = "编号字头不能含数字、括号、空格和“号”字"
    elif word in others.values():
        taken = next(kinds.KINDS[other].label for other, used in others.items() if used == word)
        problem = f"“{word}”已经用于{taken}，请换一个"
    if problem:
        raise InvalidFields({"word": problem})
    event = OfficeSettingChanged(name=f"{kinds.WORD_SETTING}{kind}", value=word)
    office.store.log.append(STREAM, (event,), actor=office.operator.id)
    office.refresh()
    return Changes.OFFICE
