"""What an office puts beside the program: its own fonts and its own (the county's) paper templates.

Both are folders of the data directory, `fonts` and `papers`, so they move with it. Same data and same folders
give the same bytes. They are not part of the program's own backups, which hold what the office recorded.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.domain.errors import UserError
from app.papers import fonts, own_templates, renderer
from app.papers.fonts import OfficeFont
from app.papers.own_templates import MOST_BYTES
from app.papers.templates import PaperInfo
from app.services.office import OpenOffice
from app.system.atomic_files import explain_os_error, make_directory, write_atomically

_FONTS, _PAPERS = "fonts", "papers"


def folders(office: OpenOffice) -> renderer.OwnFolders:
    """Where the office's own fonts and templates stand. The folders need not exist."""
    return renderer.OwnFolders(office.store.directory / _FONTS, office.store.directory / _PAPERS)


def render(
    office: OpenOffice,
    paper: str,
    rule_set: str,
    values: Mapping[str, Any],
    *,
    draft: bool,
    printing: int = 1,
) -> renderer.RenderedPaper:
    """A paper with the office's own fonts and templates; raises what `renderer.render` raises."""
    return renderer.render(paper, rule_set, values, draft=draft, printing=printing, own=folders(office))


def office_fonts(office: OpenOffice) -> tuple[OfficeFont, ...]:
    """The files of the font folder, each with what it is used for or why it is not."""
    return fonts.office_fonts(folders(office).fonts)


def add_font(office: OpenOffice, source: Path) -> OfficeFont:
    """Copy a font file into the office's font folder. UserError when papers could not use it."""
    if source.suffix.lower() not in {".ttf", ".ttc"}:
        raise UserError(f"“{source.name}”不是 .ttf、.ttc 字体文件，不能用来打印，请换一个字体文件。")
    data = _read(source, fonts.MOST_BYTES, "字体文件")
    found = fonts.verdict(source.name, data)
    if not found.use:
        raise UserError(f"“{source.name}”不能用来打印：{found.problem}，请换一个字体文件。")
    folder = _made(office, _FONTS)
    if (folder / source.name).exists():
        raise UserError(f"字体文件夹里已经有“{source.name}”，请先移走原来的，再加入。")
    write_atomically(folder / source.name, data, f"保存字体“{source.name}”")
    return found


def own_papers(office: OpenOffice) -> tuple[PaperInfo, ...]:
    """The office's own templates. TemplateProblem (UserError) for the first wrong one."""
    return tuple(template.info for template in own_templates.own_templates(folders(office).papers))


def install_template(office: OpenOffice, name: str, data: bytes) -> PaperInfo:
    """Take a template from above into use, completely checked first; an earlier one of that name goes.

    Raises TemplateProblem (UserError) and leaves everything as it was when the template is wrong.
    """
    template = own_templates.checked(name, data)
    write_atomically(_made(office, _PAPERS) / name, data, f"保存文书模板“{name}”")
    return template.info


def install_template_file(office: OpenOffice, source: Path) -> PaperInfo:
    """Like `install_template`, for a file a person chose."""
    return install_template(office, source.name, _read(source, MOST_BYTES + 1, "文书模板"))


def withdraw_template(office: OpenOffice, name: str) -> None:
    """Go back to the program's own template. UserError when there is no such file."""
    folder = folders(office).papers
    known = {f.name for f in folder.iterdir()} if folder is not None and folder.is_dir() else set()
    if folder is None or name not in known:
        raise UserError(f"本单位没有名为“{name}”的文书模板，不用撤下。")
    try:
        (folder / name).unlink()
    except OSError as error:
        raise explain_os_error(error, f"撤下文书模板“{name}”") from error


def _made(office: OpenOffice, name: str) -> Path:
    folder = office.store.directory / name
    make_directory(folder, f"建立文件夹“{folder}”")
    return folder


def _read(source: Path, most: int, what: str) -> bytes:
    try:
        with source.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise explain_os_error(error, f"读取{what}“{source.name}”") from error
    if len(data) > most:
        raise UserError(f"“{source.name}”太大，不像是{what}，请核对后再选。")
    return data
