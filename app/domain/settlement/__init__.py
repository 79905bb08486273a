"""Mediation, agreement and execution, for every kind of matter that is settled between parties."""
