"""Tests of what is seen before an office is open."""

from __future__ import annotations
