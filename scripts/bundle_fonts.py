"""Fill resources/fonts/ from the upstream packages, once; the result is committed.

    npm pack @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3 \
             @expo-google-fonts/noto-sans-symbols-2@0.4.1 @expo-google-fonts/noto-emoji@0.4.7
    apt-get install fonts-hanazono
    python scripts/bundle_fonts.py FOLDER-WITH-THE-TARBALLS

The Song face is cut for papers (`cut_fonts.py`, a quarter of an hour); every other file is taken over
unchanged, only HanaMinB is packed with xz because it is 30 MB and rarely needed. The check sums of
resources/fonts/SHA256SUMS are compared afterwards (written when absent).
"""

from __future__ import annotations

import hashlib
import io
import lzma
import sys
import tarfile
from pathlib import Path

from cut_fonts import cut  # type: ignore[import-not-found]  # a script beside this one
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts"
SUMS = TARGET / "SHA256SUMS"
HANAZONO = Path("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf")
FROM_NPM = {
    "expo-google-fonts-noto-serif-sc-0.4.3.tgz": {
        "package/400Regular/NotoSerifSC_400Regular.ttf": "NotoSerifSC-Regular.otf",
        "package/700Bold/NotoSerifSC_700Bold.ttf": "NotoSerifSC-Bold.otf",
        "package/LICENSE_FONT": "OFL-NotoSerifSC.txt",
    },
    "expo-google-fonts-noto-sans-sc-0.4.3.tgz": {
        "package/400Regular/NotoSansSC_400Regular.ttf": "NotoSansSC-Regular.ttf",
        "package/700Bold/NotoSansSC_700Bold.ttf": "NotoSansSC-Bold.ttf",
        "package/LICENSE_FONT": "OFL-NotoSansSC.txt",
    },
    "expo-google-fonts-noto-sans-symbols-2-0.4.1.tgz": {
        "package/400Regular/NotoSansSymbols2_400Regular.ttf": "NotoSansSymbols2-Regular.ttf",
        "package/LICENSE_FONT": "OFL-NotoSansSymbols2.txt",
    },
    "expo-google-fonts-noto-emoji-0.4.7.tgz": {
        "package/400Regular/NotoEmoji_400Regular.ttf": "NotoEmoji-Regular.ttf",
        "package/LICENSE_FONT": "OFL-NotoEmoji.txt",
    },
}


def take_from_tarball(tarball: Path, wanted: dict[str, str]) -> None:
    """Copy the wanted members of one npm tarball into resources/fonts/ under our names."""
    with tarfile.open(tarball) as archive:
        for member, name in wanted.items():
            source = archive.extractfile(member)
            if source is None:
                raise SystemExit(f"{tarball.name} has no file {member}")
            data = source.read()
            if name.endswith(".otf"):
                style = name.removesuffix(".otf").rpartition("-")[2]
                cut(TTFont(io.BytesIO(data)), "Noto Serif SC", style).save(TARGET / name)
            else:
                (TARGET / name).write_bytes(data)


def plain(file: Path) -> bytes:
    """The bytes that count: the font inside an .xz, since another xz release may pack it differently."""
    data = file.read_bytes()
    return lzma.decompress(data) if file.suffix == ".xz" else data


def check_sums() -> None:
    """Compare every bundled file with SHA256SUMS; write the list when there is none yet."""
    files = sorted(f for f in TARGET.iterdir() if f.suffix in {".otf", ".ttf", ".xz", ".txt"})
    listing = "".join(f"{hashlib.sha256(plain(f)).hexdigest()}  {f.name}\n" for f in files)
    if not SUMS.exists():
        SUMS.write_text(listing, encoding="ascii")
    elif SUMS.read_text(encoding="ascii") != listing:
        raise SystemExit("resources/fonts differs from SHA256SUMS: a package changed upstream")


def main(folder: Path) -> None:
    """Take everything over, then check it."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for tarball, wanted in FROM_NPM.items():
        take_from_tarball(folder / tarball, wanted)
    packed = lzma.compress(HANAZONO.read_bytes(), preset=9 | lzma.PRESET_EXTREME)
    (TARGET / "HanaMinB.ttf.xz").write_bytes(packed)
    check_sums()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
