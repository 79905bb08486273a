"""Every name prints, or the paper stops and names the character, its code point and the field."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

from app.domain.errors import UserError
from app.papers.fonts import MissingGlyph, Role, font_book
from app.papers.renderer import OwnFolders, render
from app.system.resources import path_of, read_bytes
from tests.papers import samples
from tests.papers.reading import fonts_in, text_of

RARE = "䶮㛃𬭎𠮷𬱖龑𡉃𫖯"


def office_font(folder: Path, file: str, family: str, characters: str, *, restricted: bool = False) -> None:
    """A small TrueType font that calls itself `family`, as an office would put into its folder."""
    font = TTFont(io.BytesIO(read_bytes("resources/fonts/NotoSansSC-Bold.ttf")))
    options = subset.Options()
    options.layout_features = []
    options.name_IDs = ["*"]
    cutter = subset.Subsetter(options)
    cutter.populate(text=characters)
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in {1, 4, 16}:
            record.string = family
        elif record.nameID == 6:
            record.string = "Office" + file.removesuffix(".ttf")
    if restricted:
        font["OS/2"].fsType = 2
    font.save(folder / file)


def with_name(name: str) -> dict[str, object]:
    fields = samples.short_case()
    fields["complainant"]["name"] = name
    return fields


def test_rare_names_print_and_can_be_read_back() -> None:
    paper = render("complaint_registration", "R2026", with_name(RARE), draft=False)
    assert RARE in text_of(paper.pdf)
    assert "HanaMinB" in paper.fonts


@pytest.mark.parametrize("character", [*RARE, "☑", "①", "㎡", "😀", "ǚ", "é", "Ⅲ", "℃", "𪚥", "𫝀", "𰻝"])
def test_each_rare_character_has_a_font(character: str) -> None:
    assert font_book(None).face(Role.BODY, character) is not None


def test_characters_kept_twice_in_unicode_print_as_the_ordinary_ones() -> None:
    paper = render("complaint_registration", "R2026", with_name("\uf90a\uf9e1"), draft=False)
    assert "金李" in text_of(paper.pdf)


def test_ordinary_papers_never_unpack_the_rare_font() -> None:
    paper = render("acceptance_decision", "R2026", samples.short_case(), draft=False)
    assert paper.fonts == ("Noto Serif SC",)


@pytest.mark.parametrize(
    ("character", "code"), [("𰀡", "U+30021"), ("\ue123", "U+E123"), ("\x07", "U+0007"), ("\ud800", "U+D800")]
)
def test_character_without_a_font_stops_the_paper(character: str, code: str) -> None:
    with pytest.raises(MissingGlyph) as caught:
        render("complaint_registration", "R2026", with_name(f"陈{character}"), draft=False)
    assert caught.value.character == character
    assert caught.value.code_point == code
    assert caught.value.label == "投诉人姓名"
    assert code in caught.value.message
    assert "投诉人姓名" in caught.value.message
    caught.value.message.encode("utf-8")


def test_missing_glyph_in_a_long_text_names_that_field() -> None:
    fields = samples.short_case()
    fields["case"]["facts"] += "𰀡"
    with pytest.raises(MissingGlyph, match=r"消费者权益争议事实依据.*U\+30021"):
        render("complaint_registration", "R2026", fields, draft=False)


def test_missing_glyph_in_a_list_names_the_part() -> None:
    fields = samples.short_case()
    fields["agreement"]["terms"].append("赔偿𰀡元")
    with pytest.raises(MissingGlyph, match="调解协议的各项约定"):
        render("mediation_letter", "R2026", fields, draft=False)


def test_office_font_named_fangsong_comes_first(tmp_path: Path) -> None:
    office_font(tmp_path, "fs.ttf", "仿宋_GB2312", "投诉受理决定书陈")
    paper = render(
        "acceptance_decision", "R2026", samples.short_case(), draft=False, own=OwnFolders(fonts=tmp_path)
    )
    assert "仿宋_GB2312" in paper.fonts
    assert "Noto Serif SC" in paper.fonts
    assert paper.pdf != render("acceptance_decision", "R2026", samples.short_case(), draft=False).pdf


def test_fonts_in_a_collection_are_found(tmp_path: Path) -> None:
    """Windows keeps 宋体 as the first font of a collection."""
    office_font(tmp_path, "one.ttf", "宋体", "投诉受理决定书陈")
    office_font(tmp_path, "two.ttf", "新宋体", "投诉")
    collection = TTCollection()
    collection.fonts = [TTFont(tmp_path / "one.ttf"), TTFont(tmp_path / "two.ttf")]
    folder = tmp_path / "fonts"
    folder.mkdir()
    collection.save(folder / "simsun.ttc")
    paper = render(
        "acceptance_decision", "R2026", samples.short_case(), draft=False, own=OwnFolders(fonts=folder)
    )
    assert "宋体" in paper.fonts
    assert "新宋体" not in paper.fonts
    assert "陈䶮：" in text_of(paper.pdf)


def test_other_office_fonts_only_fill_gaps(tmp_path: Path) -> None:
    office_font(tmp_path, "local.ttf", "本地补字", "投诉")
    paper = render(
        "acceptance_decision", "R2026", samples.short_case(), draft=False, own=OwnFolders(fonts=tmp_path)
    )
    assert "本地补字" not in paper.fonts


def test_office_font_makes_a_missing_character_print(tmp_path: Path) -> None:
    font = TTFont(io.BytesIO(read_bytes("resources/fonts/NotoSansSymbols2-Regular.ttf")))
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format == 12:
            table.cmap[0x30021] = table.cmap[0x2611]
    font.save(tmp_path / "extra.ttf")
    paper = render(
        "complaint_registration", "R2026", with_name("陈𰀡"), draft=False, own=OwnFolders(fonts=tmp_path)
    )
    assert "陈𰀡" in text_of(paper.pdf)


def test_font_that_may_not_be_embedded_is_passed_over(tmp_path: Path) -> None:
    office_font(tmp_path, "fs.ttf", "仿宋", "投诉受理决定书陈", restricted=True)
    paper = render(
        "acceptance_decision", "R2026", samples.short_case(), draft=False, own=OwnFolders(fonts=tmp_path)
    )
    assert paper.fonts == ("Noto Serif SC",)


def test_damaged_font_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "坏字体.ttf").write_bytes(b"\x00\x01\x00\x00broken")
    with pytest.raises(UserError, match=r"坏字体\.ttf"):
        render(
            "acceptance_decision", "R2026", samples.short_case(), draft=False, own=OwnFolders(fonts=tmp_path)
        )


def test_absent_font_folder_means_the_bundled_fonts(tmp_path: Path) -> None:
    paper = render(
        "acceptance_decision",
        "R2026",
        samples.short_case(),
        draft=False,
        own=OwnFolders(fonts=tmp_path / "none"),
    )
    assert paper.fonts == ("Noto Serif SC",)


def test_every_font_is_embedded() -> None:
    for paper in ("complaint_registration", "recovery_sheet", "mediation_record"):
        fonts = fonts_in(render(paper, "R2026", with_name(RARE), draft=True).pdf)
        assert len(fonts) >= 2
        assert all(fonts.values()), fonts
        assert all("+" in name for name in fonts), "not subset"


def test_bundled_fonts_match_their_sums() -> None:
    import hashlib
    import lzma

    listing = path_of("resources/fonts/SHA256SUMS").read_text(encoding="ascii")
    for line in listing.splitlines():
        digest, name = line.split()
        data = read_bytes(f"resources/fonts/{name}")
        if name.endswith(".xz"):
            data = lzma.decompress(data)
        assert hashlib.sha256(data).hexdigest() == digest, name
    assert len(listing.splitlines()) >= 11
