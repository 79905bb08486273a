"""Which font draws which character.

A *role* (body, title, codes) is a ladder of fonts: the office's own, then the bundled Song face, then signs,
emoji and the face for rare names. Each character takes the first font that has it; a character no font has
stops the paper, because a name printed with an empty box is worse than no paper at all.
"""

from __future__ import annotations

import hashlib
import lzma
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property, lru_cache
from pathlib import Path

from app.domain.errors import UserError
from app.papers.cff import CutFont
from app.papers.glyf import TrueTypeFont
from app.papers.sfnt import FontFile, Metrics, UnusableFont, count_in
from app.system.atomic_files import explain_os_error
from app.system.resources import read_bytes


class Role(Enum):
    """What a piece of text is on the paper."""

    BODY = "body"
    TITLE = "title"
    CODE = "code"

    # A role is asked for with every character; the hash of Enum itself is ten times slower.
    __hash__ = object.__hash__


class MissingGlyph(UserError):
    """No font can draw `character`; `code_point` is U+XXXX, `label` the Chinese name of its field."""

    def __init__(self, character: str, label: str) -> None:
        self.character = character
        self.code_point = f"U+{ord(character):04X}"
        self.label = label
        if unicodedata.category(character) in {"Cc", "Cs"}:
            message = f"“{label}”里有一个印不出来的符号（{self.code_point}），请在填写处删掉它，再打印。"
        else:
            shown = f"“{character}”" if character.isprintable() else "一个字"
            message = (
                f"“{label}”里的{shown}（{self.code_point}）没有字体能印出来，"
                f"请把有这个字的字体放进本单位的字体文件夹，或者核对后换成别的字，再打印。"
            )
        super().__init__(message)


class Face:
    """One font, ready to measure and to embed. Faces are shared by all papers and never change."""

    def __init__(self, font: FontFile, digest: str) -> None:
        self._font = font
        self.family = font.family
        self.key = f"{font.postscript_name}-{digest[:8]}"
        self.postscript_name = font.postscript_name
        self.is_truetype = isinstance(font, TrueTypeFont)
        self._advances: dict[str, float] = {}

    def has(self, character: str) -> bool:
        """Whether the font draws the character; an empty glyph counts only for a blank."""
        glyph = self._font.characters.get(ord(character))
        return glyph is not None and (character.isspace() or self._font.has_outline(glyph))

    def glyph(self, character: str) -> int:
        """The font's number of the glyph; KeyError when it has none."""
        return self._font.characters[ord(character)]

    def advance(self, character: str) -> float:
        """Width as a fraction of the type size."""
        width = self._advances.get(character)
        if width is None:
            width = self._advances[character] = self._font.advance(self.glyph(character))
        return width

    def glyph_advance(self, glyph: int) -> float:
        """Width of a glyph by its number, as a fraction of the type size."""
        return self._font.advance(glyph)

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A font program with only these glyphs, in this order. UserError when it turns out damaged."""
        try:
            return self._font.subset(glyphs)
        except UnusableFont as error:
            raise UserError(
                f"字体“{self.family}”已损坏，不能用来打印，请把它移出字体文件夹后再打印。"
            ) from error

    @property
    def metrics(self) -> Metrics:
        """Vertical measures in thousandths of the type size."""
        return self._font.metrics


@dataclass(frozen=True)
class _Bundled:
    """A font of resources/fonts, read when a character first needs it."""

    file: str

    @cached_property
    def face(self) -> Face:
        return _bundled_face(self.file)


@dataclass(frozen=True)
class _Office:
    """A font of the office's own folder, already read."""

    face: Face


_Step = _Bundled | _Office


@cache
def _bundled_face(file: str) -> Face:
    data = read_bytes(f"resources/fonts/{file}")
    if file.endswith(".xz"):
        data = lzma.decompress(data)
    font = CutFont(data) if file.endswith(".otf") else TrueTypeFont(data, hinted=False)
    return Face(font, hashlib.sha256(data).hexdigest())


_BODY = _Bundled("NotoSerifSC-Regular.otf")
_TITLE = _Bundled("NotoSerifSC-Bold.otf")
_CODE = _Bundled("NotoSansSC-Bold.ttf")
_SANS = _Bundled("NotoSansSC-Regular.ttf")
_SIGNS = _Bundled("NotoSansSymbols2-Regular.ttf")
_EMOJI = _Bundled("NotoEmoji-Regular.ttf")
_RARE = _Bundled("HanaMinB.ttf.xz")

# Boxes and ticks come from one font, or □ and ☑ beside each other would differ in size.
_SIGNS_FIRST = frozenset("□☑☐☒■✓✔")

_BODY_NAMES = ("仿宋", "FangSong", "SimFang"), ("宋体", "SimSun", "NSimSun", "STSong")
_TITLE_NAMES = ("小标宋", "XiaoBiaoSong"), ("黑体", "SimHei", "STHeiti")


class FontBook:
    """The ladders of all roles for one office. Build it with `font_book`."""

    def __init__(self, office: Sequence[Face] = ()) -> None:
        body = [_Office(face) for names in _BODY_NAMES for face in office if _is_named(face, names)]
        title = [_Office(face) for names in _TITLE_NAMES for face in office if _is_named(face, names)]
        others = [_Office(f) for f in office if not any(f is taken.face for taken in (*body, *title))]
        last: tuple[_Step, ...] = (_SIGNS, _EMOJI, *others, _RARE, _SANS)
        self._ladders: dict[Role, tuple[_Step, ...]] = {
            Role.BODY: (*body, _BODY, *last),
            Role.TITLE: (*title, _TITLE, *body, _BODY, *last),
            Role.CODE: (_CODE, _BODY, *last),
        }
        self._known: dict[Role, dict[str, Face]] = {role: {} for role in Role}

    def face(self, role: Role, character: str) -> Face | None:
        """The first font of the role's ladder that draws the character; None when there is none."""
        known = self._known[role].get(character)
        if known is None:
            known = next((face for face in self._climb(role, character) if face.has(character)), None)
            if known is not None:
                self._known[role][character] = known
        return known

    def faces(self, role: Role, text: str) -> list[Face | None]:
        """The face of each character."""
        known = self._known[role]
        return [known.get(character) or self.face(role, character) for character in text]

    def _climb(self, role: Role, character: str) -> Iterator[Face]:
        if character in _SIGNS_FIRST:
            yield _SIGNS.face
        for step in self._ladders[role]:
            yield step.face

    def first_missing(self, text: str) -> str | None:
        """The first character of `text` that no font draws, or None."""
        return next((c for c in text if self.face(Role.BODY, c) is None), None)


def _is_named(face: Face, names: Sequence[str]) -> bool:
    return any(
        name.lower() in known.lower() for name in names for known in (face.family, face.postscript_name)
    )


_SUFFIXES = (".ttf", ".ttc", ".otf")
MOST_BYTES = 96_000_000


def font_book(folder: Path | None) -> FontBook:
    """The fonts to use, those of the office's own folder first when it is given (it need not exist).

    Fonts whose maker forbids embedding and fonts with other outlines than TrueType are passed over. Raises
    UserError for a damaged font file and EnvironmentProblem when the folder cannot be read.
    """
    return _book(_files_in(folder))


def _files_in(folder: Path | None) -> tuple[tuple[Path, int, int], ...]:
    """The font files of a folder with what tells that one has changed."""
    if folder is None or not folder.is_dir():
        return ()
    try:
        files = sorted(f for f in folder.iterdir() if f.suffix.lower() in _SUFFIXES and f.is_file())
        return tuple((f, f.stat().st_mtime_ns, f.stat().st_size) for f in files)
    except OSError as error:
        raise explain_os_error(error, f"读取字体文件夹“{folder}”") from error


@lru_cache(maxsize=4)
def _book(files: tuple[tuple[Path, int, int], ...]) -> FontBook:
    faces: list[Face] = []
    for path, _, size in files:
        try:
            faces.extend(_faces_of(path.read_bytes())[0] if size <= MOST_BYTES else [])
        except OSError as error:
            raise explain_os_error(error, f"读取字体“{path.name}”") from error
        except UnusableFont as error:
            raise UserError(
                f"字体文件夹里的“{path.name}”已损坏，不能用来打印，请把它移出字体文件夹后再打印。"
            ) from error
    return FontBook(faces)


@dataclass(frozen=True, slots=True)
class OfficeFont:
    """A file of the office's font folder: its families, what it is used for, or why it is not used."""

    file: str
    families: tuple[str, ...]
    use: str
    problem: str = ""


def office_fonts(folder: Path | None) -> tuple[OfficeFont, ...]:
    """What the office's font folder holds, for the screen. EnvironmentProblem when it cannot be read."""
    files = _files_in(folder)
    try:
        return tuple(
            verdict(path.name, path.read_bytes() if size <= MOST_BYTES else None) for path, _, size in files
        )
    except OSError as error:
        raise explain_os_error(error, f"读取字体文件夹“{folder}”") from error


def verdict(name: str, data: bytes | None) -> OfficeFont:
    """What a font file is good for; `data` None stands for a file too large to be one."""
    if data is None:
        return OfficeFont(name, (), "", f"文件超过 {MOST_BYTES // 1_000_000} MB，没有使用")
    try:
        faces, problem = _faces_of(data)
    except UnusableFont:
        return OfficeFont(name, (), "", "文件已损坏，不能使用")
    if not faces:
        return OfficeFont(name, (), "", problem)
    uses: dict[str, None] = {}
    for face in faces:
        body = any(_is_named(face, names) for names in _BODY_NAMES)
        title = any(_is_named(face, names) for names in _TITLE_NAMES)
        uses.setdefault("正文" if body else "标题" if title else "补缺字")
    return OfficeFont(name, tuple(face.family for face in faces), "、".join(uses), problem)


def _faces_of(data: bytes) -> tuple[list[Face], str]:
    """The usable fonts of a file and why others of it are not. Raises UnusableFont when it is damaged."""
    if data[:4] == b"OTTO":
        return [], "是 OpenType（CFF）轮廓的字体，本程序只能嵌入 TrueType 轮廓的，没有使用"
    digest = hashlib.sha256(data).hexdigest()
    faces: list[Face] = []
    problem = ""
    for index in range(min(count_in(data), 32)):
        font = TrueTypeFont(data, index)
        if font.may_be_embedded:
            faces.append(Face(font, hashlib.sha256(f"{digest}{index}".encode()).hexdigest()))
        else:
            problem = "字体的制作者不许嵌入文书，没有使用"
    return faces, problem
