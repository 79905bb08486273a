"""Tests of the pages, with a real office."""

from __future__ import annotations
