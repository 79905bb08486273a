"""What a case says to a paper: one module for each kind, found by `registry`."""
