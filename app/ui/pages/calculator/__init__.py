"""The page 计算: one form a calculator, its result with steps and legal basis beside it."""
