"""往来同步: out, in, with whom, what came and went, what waits for a person."""
