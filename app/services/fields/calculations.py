"""What the calculation kept last in a case says to its paper."""

from __future__ import annotations

from app.domain.matter.state import Matter
from app.domain.money import capital, format_yuan
from app.services.fields.shared import Fields


def calculation_fields(case: Matter) -> Fields:
    """Fields of 计算说明; nothing while none was kept."""
    if not case.calculations:
        return {}
    last = case.calculations[-1]
    return {
        "calculation": {
            "title": last.title,
            "result": last.result,
            "amount": format_yuan(last.amount) if last.amount is not None else "",
            "amount_capital": capital(last.amount) if last.amount is not None else "",
            "doubts": "\n".join(last.doubts),
            "on": last.on,
            "by": last.by,
        },
        "calculation_inputs": [{"name": one.name, "text": one.text} for one in last.inputs],
        "calculation_lines": [{"text": f"{no}. {text}"} for no, text in enumerate(last.lines, 1)],
        "calculation_basis": [{"text": text} for text in last.basis],
    }
