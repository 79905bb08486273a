"""The compiled screens are what their forms say, and the compiler script notices when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import compile_screens

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Reply</class>
<widget class="QWidget" name="Reply"><layout class="QVBoxLayout" name="column"><item>
<widget class="QLabel" name="title"><property name="text"><string>回复</string></property></widget>
</item></layout></widget></ui>
"""


def test_every_form_is_compiled_and_nothing_is_left_over() -> None:
    wanted = compile_screens.wanted_modules(compile_screens.FORMS)
    assert compile_screens.differences(wanted, compile_screens.GENERATED) == []


@pytest.fixture
def rooms(tmp_path: Path) -> list[str]:
    """A forms directory with one form, and the words that name it and its target."""
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "reply.ui").write_text(FORM, encoding="utf-8")
    return ["--forms", str(tmp_path / "forms"), "--generated", str(tmp_path / "generated")]


def test_a_form_becomes_a_module_and_a_stale_one_is_noticed(
    rooms: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compile_screens.main([*rooms, "--check"]) == 1
    assert "ui_reply.py is missing" in capsys.readouterr().err
    assert compile_screens.main(rooms) == 0
    module = tmp_path / "generated" / "ui_reply.py"
    assert "class Ui_Reply" in module.read_text(encoding="utf-8")
    assert str(tmp_path) not in module.read_text(encoding="utf-8")
    assert compile_screens.main([*rooms, "--check"]) == 0
    module.write_text("# by hand\n", encoding="utf-8")
    assert compile_screens.main([*rooms, "--check"]) == 1
    (tmp_path / "forms" / "reply.ui").unlink()
    assert compile_screens.main([*rooms, "--check"]) == 1
    assert "no form any more" in capsys.readouterr().err
    assert compile_screens.main(rooms) == 0
    assert not module.exists()


def test_a_broken_form_is_named(rooms: list[str], tmp_path: Path) -> None:
    (tmp_path / "forms" / "reply.ui").write_text("<ui", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"reply\.ui: "):
        compile_screens.main(rooms)
