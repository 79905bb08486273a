"""Values of 计算说明: a prepaid card, and one with everything a calculation can say."""

from __future__ import annotations

import datetime as dt
from typing import Any


def short_calculation() -> dict[str, Any]:
    """The stored-value card of an ordinary case."""
    return {
        "calculation": {
            "title": "预付款退款",
            "result": "应退 3,500.00 元",
            "doubts": "",
            "amount": "3,500.00",
            "amount_capital": "人民币叁仟伍佰元整",
            "on": dt.date(2026, 11, 9),
            "by": "王敏",
        },
        "calculation_inputs": [
            {"name": "种类", "text": "储值卡"},
            {"name": "实付金额（元）", "text": "5,000.00"},
            {"name": "赠送消费金额（元）", "text": "1,000.00"},
            {"name": "已消费金额（元）", "text": "1,800.00"},
        ],
        "calculation_lines": [
            {"text": "1. 已消费部分按实付比例折算：1,800.00×5,000.00÷6,000.00=1,500.00元。"},
            {"text": "2. 退款：5,000.00－1,500.00=3,500.00元。"},
        ],
        "calculation_basis": [{"text": "法释〔2025〕4号第18条：非因消费者原因返还预付款的，按折扣价计算。"}],
    }


def long_calculation() -> dict[str, Any]:
    """Every field used, twelve steps, doubts."""
    made = short_calculation()
    made["calculation_lines"] = [
        {"text": f"{no}. 第{no}次消费按折扣价计算，应当从预付款中扣除，四舍五入到分。"} for no in range(1, 13)
    ]
    made["calculation_basis"] = made["calculation_basis"] * 6
    made["calculation"]["doubts"] = "\n".join(["本条没有核对过原文，使用前请查对。"] * 4)
    return made
