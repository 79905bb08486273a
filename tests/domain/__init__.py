"""Tests of app/domain."""

from __future__ import annotations
