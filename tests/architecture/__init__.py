"""The house rules of the source tree, as tests."""

from __future__ import annotations
