"""The window's side of a consumer complaint 投诉."""
