"""The tests mirror app/; beside them: architecture/ (house rules), guards/ (what no test leaves behind)."""

from __future__ import annotations
