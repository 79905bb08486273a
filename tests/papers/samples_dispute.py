"""What a dispute adds to the samples: sides with the fields of the 司法部 forms, committee, court, visit."""

from __future__ import annotations

import datetime as dt
from typing import Any

BEIJING = dt.timezone(dt.timedelta(hours=8))


def add_dispute(fields: dict[str, Any]) -> None:
    """An ordinary dispute between two neighbours, laid over the case there is."""
    fields["applicant"] = {
        "name": "欧阳修远",
        "sex": "男",
        "nation": "汉族",
        "age": "46",
        "occupation": "务农",
        "phone": "13907925561",
        "address": "江安县青山镇红旗村3组21号",
        "title": "欧阳修远",
        "delegate": "",
    }
    fields["respondent"] |= {
        "sex": "",
        "nation": "",
        "age": "",
        "occupation": "",
        "title": fields["respondent"]["name"],
        "delegate": "",
    }
    fields["applicants"] = [
        {"name": "欧阳修远", "line": "欧阳修远，男，汉族，46岁，住址江安县青山镇红旗村3组21号"}
    ]
    fields["respondents"] = [
        {"name": "宏达电器商行", "line": "宏达电器商行，法定代表人周某，住址青山镇中山路88号"}
    ]
    fields["committee"] = {
        "name": "江安县青山镇人民调解委员会",
        "phone": "0792-4221315",
        "address": "江安县青山镇政府一楼",
    }
    fields["case"] |= {
        "sort": "消费纠纷",
        "came": "当事人申请",
        "wanted": [{"text": "退还维修费三百元。"}],
        "mediators": ["王敏", "李强"],
        "registrar": "王敏",
    }
    fields["session"] = fields["session"] | {"result": "调解成功"}
    fields["agreement"] = fields["agreement"] | {"effective_on": dt.date(2026, 11, 16), "copies": 3}
    fields["court"] = {"name": "江安县人民法院"}
    fields["inquiry"] = {
        "at": dt.datetime(2026, 11, 12, 9, 30, tzinfo=BEIJING),
        "place": "青山镇中山路88号",
        "form": "现场检查",
        "persons": "周某（店长）",
        "text": "查看空调和维修单，收费项目与三包凭证不符。",
        "investigators": ["王敏", "李强"],
        "recorder": "王敏",
    }
    fields["visit"] = {
        "on": dt.date(2026, 11, 20),
        "by": "王敏",
        "whom": "欧阳修远",
        "method": "电话",
        "purpose": "了解协议履行情况",
        "kept": "已经履行",
        "satisfied": "满意",
        "hazard": "",
        "text": "维修费三百元已经收到，没有其他问题。",
    }


def lengthen_dispute(fields: dict[str, Any]) -> None:
    """Several people on a side, delegates, and long accounts."""
    people = [
        {
            "name": f"当事人{n}",
            "line": f"当事人{n}，女，蒙古族，{30 + n}岁，联系方式1390792556{n}，住址青山镇红旗村{n}组",
        }
        for n in range(1, 7)
    ]
    fields["applicants"] = people
    fields["respondents"] = people[:3]
    fields["applicant"].update(title="当事人1等6人", delegate="欧阳𬭎", phone="", occupation="")
    fields["respondent"].update(title=fields["respondent"]["name"], delegate="司马相如")
    fields["committee"].update(name="内蒙古自治区呼和浩特市赛罕区某某街道人民调解委员会（消费纠纷）")
    fields["case"].update(wanted=[{"text": f"第{n}项：退还预付款并支付利息；"} for n in range(1, 6)])
    story = "".join(f"（{n}）双方对第{n}笔款项的数额说法不一，经核对转账记录予以确认。" for n in range(1, 20))
    fields["inquiry"].update(text=story)
    fields["visit"].update(text=story, hazard="对方提出要停止履行余下各期", satisfied="")
