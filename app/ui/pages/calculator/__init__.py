"""The page 计算: every calculator of app.ui.calculators, one at a time."""
