"""The calculators: a form each, and the panel of results; used by the page 计算 and inside a case."""
