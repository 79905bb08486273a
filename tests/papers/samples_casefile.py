"""What a case file gives its own leaves: an ordinary one, and one with many long entries."""

from __future__ import annotations

import datetime as dt
from typing import Any

_SUM = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def short_volume() -> dict[str, Any]:
    """A repair under warranty, closed and filed."""
    return {
        "volume": {
            "holder": "江安县市场监督管理局青山所",
            "kind": "投诉卷",
            "title": "陈䶮与江安县宏达电器商行空调维修费用投诉",
            "number": "青投卷〔2026〕222号",
            "year": 2026,
            "sheet": "第1册，共1册",
            "handlers": "王敏、李强",
            "mediated": "2026年11月16日",
            "since": dt.date(2026, 11, 9),
            "until": dt.date(2026, 11, 20),
            "filed_by": "周玉梅",
            "filed_on": dt.date(2026, 11, 21),
            "retention": "定期10年",
            "pages": 9,
            "items": 3,
            "remark": "缺少的必须文书见卷末情况说明。",
        },
        "volume_items": [
            {"no": "1", "title": "投诉登记表", "number": "", "day": "2026-11-09", "pages": "1-2", "note": ""},
            {
                "no": "2",
                "title": "投诉受理决定书（投诉人）",
                "number": "江市监青受〔2026〕第222号",
                "day": "2026-11-11",
                "pages": "3",
                "note": "第2次制作",
            },
            {
                "no": "3",
                "title": "进货台账.xlsx",
                "number": "",
                "day": "2026-11-12",
                "pages": "—",
                "note": "未并入",
            },
        ],
        "volume_missing": [{"text": "调解记录：第1次调解没有制作调解记录。"}],
        "volume_kept": [{"title": "进货台账.xlsx", "reason": "不是图片或 PDF", "sum": _SUM}],
        "volume_notes": [{"text": "没有其他情况。"}],
        "volume_acts": [
            {
                "at": "2026-11-09 09:12",
                "by": "王敏",
                "title": "登记投诉",
                "detail": "青投〔2026〕222号，2026-11-09 收到，来人",
            },
            {"at": "2026-11-11 10:00", "by": "王敏", "title": "决定受理", "detail": ""},
        ],
        "volume_files": [
            {"name": "青投〔2026〕222号-卷宗.pdf", "what": "卷宗，9页", "sum": _SUM},
            {"name": "青投〔2026〕222号-卷宗.json", "what": "元数据", "sum": _SUM},
        ],
    }


def long_volume() -> dict[str, Any]:
    """Sixty entries with long names."""
    fields = short_volume()
    fields["volume"].update(
        title="阿卜杜热合曼·买买提明·阿不都克里木等23人与内蒙古自治区呼和浩特市赛罕区某某健身服务有限责任公司"
        "江安县青山镇中山路分公司停业后不退还预付卡余额投诉",
        number=None,
        handlers="王敏、李强、周玉梅、何涛、司马相如、诸葛孔明、欧阳修远",
        mediated="、".join(f"2026年11月{n}日" for n in range(3, 9)),
        until=None,
        filed_on=None,
        filed_by=None,
        retention=None,
        pages=1234,
        items=60,
    )
    fields["volume_items"] = [
        {
            "no": str(n),
            "title": f"证据{n}：青山镇中山路与人民路交叉口商业广场三期门店会员卡消费明细截图{n}.jpg",
            "number": f"江市监青调通〔2026〕第{1000 + n}号",
            "day": "2026-11-12",
            "pages": f"{n * 19}-{n * 19 + 18}",
            "note": "第2次制作",
        }
        for n in range(1, 61)
    ]
    fields["volume_missing"] = [{"text": f"调解记录：第{n}次调解没有制作调解记录。"} for n in range(1, 12)]
    fields["volume_kept"] = [
        {
            "title": f"内蒙古自治区某某健身服务有限责任公司会员充值与消费流水明细（第{n}部分）.xlsx",
            "reason": "不是图片或 PDF，原件保存在程序里",
            "sum": _SUM,
        }
        for n in range(1, 21)
    ]
    fields["volume_notes"] = [{"text": f"第{n}项证据已作废，理由：与本案无关。"} for n in range(1, 8)]
    fields["volume_acts"] = [
        {
            "at": f"2026-11-{n % 28 + 1:02d} 09:12",
            "by": "王敏",
            "title": f"记录第{n}次调解",
            "detail": "双方就会员卡余额的折算方法没有达成一致，" * (n % 9 + 1),
        }
        for n in range(1, 41)
    ]
    fields["volume_files"] = [
        {"name": f"360499102000-2026-投-0001234-卷宗-附件{n}.pdf", "what": "附件，12页", "sum": _SUM}
        for n in range(1, 16)
    ]
    return fields
