"""Text as clerks, phones and spreadsheets deliver it, brought to one shape before any check.

Numbers arrive in full-width digits (１３８), with spaces of several kinds, invisible marks and a dozen
dashes. Only the shape changes here; meaning is checked by whoever asked.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_DASHES = re.compile("[\u2010-\u2015\u2212\u30fc\u4e00\uff0d\ufe63~]")


def half_width(text: str) -> str:
    """Full-width letters, digits, punctuation made half-width; invisible marks and outer blanks removed."""
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).strip()


def compact(text: str) -> str:
    """`half_width` without any blank inside."""
    return re.sub(r"\s+", "", half_width(text))


def plain_dashes(text: str) -> str:
    """Every dash, and the character 一 typed for one, as "-". For telephone numbers and codes only."""
    return _DASHES.sub("-", text)
