"""An office's own templates: files of its `papers` folder, usually sent down by the county.

A file takes the place of the template with the same id and rules that comes with the program. It is hostile
until it has been checked: size, XML, vocabulary, fields. A wrong file stops the papers it was meant for and
says so; it is never passed over in silence, because then another wording than the county's would be printed.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from app.papers.field_list import check_fields
from app.papers.templates import PaperTemplate, find, load
from app.papers.vocabulary import TemplateProblem
from app.system.atomic_files import explain_os_error

MOST_BYTES = 200_000


def checked(name: str, data: bytes) -> PaperTemplate:
    """The template of a file from outside, completely checked. Raises `TemplateProblem`."""
    if len(data) > MOST_BYTES:
        raise TemplateProblem(name, f"文件超过 {MOST_BYTES // 1000} KB，不像是文书模板")
    try:
        source = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise TemplateProblem(name, "文字编码不是 UTF-8") from error
    template = load(name, source)
    fitting = {
        f"{template.info.id}.xml",
        *(f"{template.info.id}.{rules}.xml" for rules in template.info.rules),
    }
    if name not in fitting:
        raise TemplateProblem(name, f"文件名应当是“{template.info.id}.xml”，与文书代号一致")
    check_fields(name, template.info.fields)
    return template


def own_templates(folder: Path | None) -> tuple[PaperTemplate, ...]:
    """The templates of an office's folder, which need not exist.

    Raises `TemplateProblem` for the first wrong file and EnvironmentProblem when the folder cannot be read.
    """
    if folder is None or not folder.is_dir():
        return ()
    try:
        files = sorted(f for f in folder.iterdir() if f.suffix.lower() == ".xml" and f.is_file())
        return _loaded(tuple((f, f.stat().st_mtime_ns, f.stat().st_size) for f in files))
    except OSError as error:
        raise explain_os_error(error, f"读取文书模板文件夹“{folder}”") from error


@lru_cache(maxsize=4)
def _loaded(files: tuple[tuple[Path, int, int], ...]) -> tuple[PaperTemplate, ...]:
    templates: list[PaperTemplate] = []
    taken: dict[tuple[str, str], str] = {}
    for path, _, size in files:
        if size > MOST_BYTES:
            raise TemplateProblem(path.name, f"文件超过 {MOST_BYTES // 1000} KB，不像是文书模板")
        template = checked(path.name, path.read_bytes())
        for rules in template.info.rules:
            other = taken.setdefault((template.info.id, rules), path.name)
            if other != path.name:
                raise TemplateProblem(path.name, f"与“{other}”是同一种文书")
        templates.append(template)
    return tuple(templates)


def find_own(paper_id: str, rule_set: str, folder: Path | None) -> PaperTemplate:
    """The office's own template of a paper, else the program's. KeyError for a paper that does not exist."""
    for template in own_templates(folder):
        if template.info.id == paper_id and template.info.follows(rule_set):
            return template
    return find(paper_id, rule_set)
