"""The window's side of a petition 信访."""
