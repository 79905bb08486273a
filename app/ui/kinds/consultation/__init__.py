"""The window's side of a consultation 咨询: a question, its answer, and little else."""
