"""The pieces pages are built from. They show and collect; they know no rule of a case.

Every field has `value()`, `set_value(value)`, `problem()` and the signals `changed()` and `settled()`
(see `field.Field`); `form_row.FormRow` gives it a label, a hint and an error line.
"""
