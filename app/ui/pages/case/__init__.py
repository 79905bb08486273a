"""One case: what it is about, what is to be done and by when, what was done, its papers and its promises."""

from __future__ import annotations

from app.ui.pages.case.page import CasePage

__all__ = ["CasePage"]
