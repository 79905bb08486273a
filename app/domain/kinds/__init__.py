"""One package for each kind of matter; kinds do not know each other."""
