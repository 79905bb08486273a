"""Random lawful walks through the procedure of every kind of matter."""
