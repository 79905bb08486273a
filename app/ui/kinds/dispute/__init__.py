"""The window's side of a dispute 矛盾纠纷 before the people's mediation committee."""
