"""What the window knows of each kind of matter: its words, its forms, its dialogs, its page.

`registry` lists the kinds; a kind is a package here with a `mark` (light, for lists) and a `face` (the
case page and its dialogs, imported when first needed). Everything else in the window is the same for all.
"""
