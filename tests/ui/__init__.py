"""Tests of app/ui."""

from __future__ import annotations
