"""One dialog for each act on a case; `acts.DIALOGS` finds it by the name of the act.

A dialog prefills, collects and shows what was refused. Whether the act is lawful is asked of the
services, never decided here.
"""
