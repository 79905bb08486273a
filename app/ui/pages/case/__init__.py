"""One case: what it is about, what is to be done and by when, what was done, its papers and its promises.

What differs between kinds of matter comes from `app.ui.kinds`.
"""
