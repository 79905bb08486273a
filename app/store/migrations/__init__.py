"""Numbered schema steps. Frozen once released: a step never imports live models."""
