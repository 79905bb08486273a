"""Resources are found by name, and a name never leads out of their rooms."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.system import paths, resources
from app.system.errors import EnvironmentProblem


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A frozen program with a few resources, and a secret beside it."""
    root = tmp_path / "program"
    (root / "resources" / "texts").mkdir(parents=True)
    (root / "forms" / "papers").mkdir(parents=True)
    (root / "resources" / "texts" / "help.md").write_bytes("\ufeff第一行\r\n第二行\n".encode())
    (root / "resources" / "texts" / "about.md").write_bytes(b"x")
    (root / "resources" / "texts" / "logo.svg").write_bytes(b"<svg/>")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(root), raising=False)
    return root


def test_a_frozen_program_reads_its_own_folder(program: Path) -> None:
    assert paths.program_root() == program
    assert resources.read_bytes("resources/texts/about.md") == b"x"


def test_the_checkout_is_the_root_of_an_unfrozen_program() -> None:
    assert (paths.program_root() / "pyproject.toml").is_file()


def test_text_comes_without_mark_and_with_plain_line_ends(program: Path) -> None:
    assert resources.read_text("resources/texts/help.md") == "第一行\n第二行\n"


def test_names_are_listed_in_order_and_can_be_read(program: Path) -> None:
    names = resources.names_in("resources/texts", ".md")
    assert names == ["resources/texts/about.md", "resources/texts/help.md"]
    assert [resources.path_of(name).name for name in names] == ["about.md", "help.md"]


@pytest.mark.parametrize(
    "name",
    [
        "resources/../../secret.txt",
        "resources/texts/../../../secret.txt",
        "/etc/passwd",
        "resources",
        "secret.txt",
        "app/main.py",
        "resources\\texts\\help.md",
        "C:/resources/texts/help.md",
        "resources/texts/help.md\0.png",
        "",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(program: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a resource"):
        resources.read_bytes(name)


def test_a_link_out_of_the_room_is_refused(program: Path, tmp_path: Path) -> None:
    (program / "resources" / "texts" / "link").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(ValueError, match="leads out"):
        resources.read_bytes("resources/texts/link")


def test_a_missing_file_is_a_broken_installation(program: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="请重新安装") as caught:
        resources.read_text("forms/papers/gone.xml")
    assert "forms/papers/gone.xml" in caught.value.message


def test_the_default_data_directory_is_the_users_own_and_is_not_made(own_home: Path) -> None:
    place = paths.default_data_dir()
    assert place.is_relative_to(own_home)
    assert place.name == "yizhantong"
    assert not place.exists()
