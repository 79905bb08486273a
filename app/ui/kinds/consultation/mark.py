"""A consultation in lists."""

from __future__ import annotations

from app.ui.matter.mark import KindMark

MARK = KindMark(kind="consultation", icon="info", parties=("咨询人", ""), phase_roles={"answered": "success"})
