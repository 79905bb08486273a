"""What scripts/compile_screens.py makes of forms/screens/*.ui. Nobody edits these modules."""

from __future__ import annotations
