"""The telling part of a business's name, because every channel writes it differently.

青山镇悦动健身房（中山路店）, 悦动健身 and 江安县悦动健身服务有限公司 are one shop to a clerk; a comparison of
whole names finds none of them.
"""

from __future__ import annotations

import re
import unicodedata

_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
# 超市 and 门市 end like a city and are none.
_PLACE = re.compile(r"^(?:[\u4e00-\u9fff]{2,6}?(?:省|自治区|(?<![超门集夜])市|区|县|旗|镇|乡|街道|村))+")
_FORM = re.compile(
    r"(?:股份有限公司|有限责任公司|有限公司|分公司|个体工商户|经营部|专营店|专卖店|旗舰店|连锁店|直营店|加盟店|总店|分店|"
    r"门市部|门市|商行|商店|商场|营业部|服务部|工作室|中心|公司|店)$"
)
_REST = re.compile(r"[^0-9a-z\u3400-\u9fff\U00020000-\U0003134f]")
_LEAST = 2


def core_of(name: str) -> str:
    """The name without place, brackets and legal form, in one spelling; all of it when little is left."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    bare = _REST.sub("", _BRACKETS.sub("", plain))
    without_place = _PLACE.sub("", bare)
    core = without_place if len(without_place) >= _LEAST else bare
    while True:
        shorter = _FORM.sub("", core)
        if shorter == core or len(shorter) < _LEAST:
            return core
        core = shorter
