"""What two offices tell each other about what they hold: pure structures and sums, no bytes, no tables."""
