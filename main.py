"""一站通: words on the command line go to app.cli; none, or a data directory alone, opens the window."""

from __future__ import annotations

import gc
import sys

from app.system.screen import why_no_window


def main(words: list[str]) -> int:
    """The exit code of the program."""
    if words[:1] == ["screens"]:  # how the demonstration asks for pictures of its pages
        from app.ui import demo_screens

        return demo_screens.run(words[1:])
    if words and not (words[0] == "--data" and len(words) == 2):
        from app import cli

        return cli.run(words)
    if reason := why_no_window():
        from app.cli.output import complain, speak_utf8

        speak_utf8()
        complain(reason)
        return 2
    # A start makes objects that stay; looking for garbage among them would only make it longer.
    gc.disable()
    from app.ui import start

    return start.run(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
