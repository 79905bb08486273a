"""Personal data made unreadable for lists, prints and logs (个人信息保护法; 办法第37条 for reporters).

Masking never fails: text of an unexpected shape loses more, not less.
"""

from __future__ import annotations

import re


def mask_name(name: str) -> str:
    """张三 → 张*, 欧阳修 → 欧**; a single character is hidden whole."""
    name = name.strip()
    return "*" * len(name) if len(name) < 2 else name[0] + "*" * (len(name) - 1)


def mask_phone(phone: str) -> str:
    """13800000000 → 138****0000, 0792-4228123 → 0792-4228***; public service numbers stay readable."""
    phone = phone.strip()
    if re.fullmatch(r"1[3-9][0-9]{9}", phone):
        return f"{phone[:3]}****{phone[7:]}"
    landline = re.fullmatch(r"(0[0-9]{2,3}-?[0-9]{4})([0-9]{3,4})(-[0-9]{1,6})?", phone)
    if landline is not None:
        return landline[1] + "*" * len(landline[2])
    if re.fullmatch(r"[48]00[0-9]{7}|9[56][0-9]{3,6}|1[0-2][0-9]{1,3}", phone):
        return phone
    return _hide(phone)


def mask_id_number(number: str) -> str:
    """11010519491231002X → 110105********002X; other documents keep two characters at each end."""
    number = number.strip()
    if re.fullmatch(r"[0-9]{17}[0-9Xx]", number):
        return f"{number[:6]}********{number[14:]}"
    return _hide(number)


def _hide(text: str) -> str:
    if len(text) < 7:
        return "*" * len(text)
    return f"{text[:2]}{'*' * (len(text) - 4)}{text[-2:]}"
