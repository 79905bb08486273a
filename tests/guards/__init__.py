"""What no test may do or leave behind, checked around every test; each guard is a pytest plugin."""

from __future__ import annotations
