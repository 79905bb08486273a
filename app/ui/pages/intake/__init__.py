"""Registering a complaint (F2), and completing or correcting a registration."""
