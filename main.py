"""一站通: words on the command line go to app.cli, none opens the window."""

from __future__ import annotations

import sys


def main(words: list[str]) -> int:
    """The exit code of the program."""
    if words[:1] == ["screens"]:  # how the demonstration asks for pictures of its pages
        from app.ui import demo_screens

        return demo_screens.run(words[1:])
    if words:
        from app import cli

        return cli.run(words)
    from app.ui import start

    return start.run(sys.argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
