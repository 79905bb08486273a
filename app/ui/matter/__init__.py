"""What every kind of matter has in the window: the contract with a kind, and the parts kinds build with.

`app.ui.kinds` holds the kinds themselves; `app.ui.pages` shows them.
"""
