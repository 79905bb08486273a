"""What a petition gives its papers: an ordinary one, and one with everything long."""

from __future__ import annotations

import datetime as dt
from typing import Any


def short_petition() -> dict[str, Any]:
    """Street lamps that do not burn."""
    return {
        "petitioner": {
            "name": "赵国良",
            "phone": "13907925561",
            "id_type": "居民身份证",
            "id_no": "999999199001010016",
            "address": "江安县青山镇红旗村3组12号",
        },
        "request": {
            "form": "走访",
            "sort": "申诉求决",
            "arrival": "信访人直接提出",
            "source": "",
            "people": 6,
            "representatives": ["赵国良", "钱二喜"],
            "repeated": False,
            "system_no": "",
            "about": "青山镇公用事业服务所",
            "wanted": "请求尽快修复村口至小学的路灯。",
            "facts": "村口至小学一段路灯已经三个月不亮，学生早晚上学不安全。",
        },
        "way": {"label": "调查核实，出具信访处理意见书", "reason": "属于求决事项"},
        "refusal": {"facts": "路灯由县住房和城乡建设局管理维护，不属于本镇职权范围。"},
        "forwarding": {
            "mode": "交办",
            "assigned": True,
            "to": "江安县住房和城乡建设局",
            "reason": "按照属地管理、分级负责的原则",
            "reply_by": dt.date(2026, 12, 21),
        },
        "handling": {
            "accepted_on": dt.date(2026, 10, 12),
            "added": 30,
            "reason": "涉及多个单位，需要协调维修经费",
        },
        "supervision": {
            "to": "青山镇公用事业服务所",
            "reason": "至今未修复，请抓紧办理。",
            "answer_by": dt.date(2026, 11, 28),
        },
        "opinion": {
            "finding": "予以支持",
            "facts": "现场查看，该路段路灯共21盏，其中9盏不亮，信访人反映的情况属实。",
            "text": "由青山镇公用事业服务所于2026年11月30日前修复。",
            "basis": "《城市照明管理规定》",
            "on": dt.date(2026, 11, 1),
        },
        "review": {
            "level": "复查",
            "reason": "修复时间太晚。",
            "requested_on": dt.date(2026, 11, 9),
            "result": "维持",
            "opinion": "原处理意见事实清楚、依据充分。",
            "final": False,
        },
    }


def long_petition() -> dict[str, Any]:
    """Everything as long as it gets, and the second instance."""
    fields = short_petition()
    story = "".join(
        f"（{n}）2026年{n % 12 + 1}月{n % 27 + 1}日，信访人与其他{n + 3}名村民到镇公用事业服务所反映，"
        f"答复“已经报修”，至今未见维修；期间发生交通事故{n}起。"
        for n in range(1, 15)
    )
    fields["petitioner"].update(name="阿卜杜热合曼·买买提明·阿不都克里木", phone="", id_type="", id_no="")
    fields["request"].update(
        facts=story,
        wanted="请求修复路灯，公开维修经费的使用情况，并对因此受伤的学生给予救助；" * 3,
        about="江安县青山镇公用事业服务所、江安县青山镇红旗村村民委员会",
        source="江安县信访局",
        system_no="HZDH20260528210013",
    )
    fields["opinion"].update(facts=story, text="对照明设施分三期改造，经费列入2027年度预算；" * 6)
    fields["review"].update(level="复核", final=True, reason=story)
    fields["supervision"].update(reason=story)
    fields["forwarding"].update(mode="转送", assigned=False, reply_by=None)
    return fields
