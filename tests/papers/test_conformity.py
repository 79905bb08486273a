"""Every paper is PDF/A-2b as far as our checker sees, and the checker sees what it should."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image, ImageCms
from reportlab.pdfgen.canvas import Canvas

from app.papers.colour import srgb_profile
from tests.papers.conformity import faults
from tests.papers.test_rendering import PAPERS, printed


@pytest.mark.parametrize(("paper", "rule_set"), PAPERS)
@pytest.mark.parametrize("long", [False, True])
def test_every_paper_conforms(paper: str, rule_set: str, long: bool) -> None:
    assert faults(printed(paper, rule_set, long=long, draft=long, printing=2).pdf) == []


def test_plain_reportlab_does_not() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.setFillColorCMYK(0, 1, 1, 0)
    canvas.drawString(50, 50, "text")
    canvas.save()
    clauses = {fault.split()[0] for fault in faults(buffer.getvalue())}
    assert {"6.2.3", "6.6.2.1", "6.2.4.3", "6.2.11.4.1"} <= clauses


def damaged(change: Callable[[pikepdf.Pdf], None]) -> list[str]:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed("acceptance_decision", "R2026").pdf)) as document:
        change(document)
        document.save(out)
    return faults(out.getvalue())


def _font(document: pikepdf.Pdf) -> pikepdf.Object:
    return document.pages[0].Resources.Font.F1


def _script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = document.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Action, S=pikepdf.Name.JavaScript, JS="1")
    )


def _transparency(document: pikepdf.Pdf) -> None:
    document.pages[0].Resources.ExtGState = pikepdf.Dictionary(G=pikepdf.Dictionary(ca=0.5))


def _other_title(document: pikepdf.Pdf) -> None:
    document.trailer.Info.Title = "另一个"


def _no_file(document: pikepdf.Pdf) -> None:
    del _font(document).DescendantFonts[0].FontDescriptor["/FontFile3"]


def _no_meaning(document: pikepdf.Pdf) -> None:
    del _font(document)["/ToUnicode"]


def _other_widths(document: pikepdf.Pdf) -> None:
    _font(document).DescendantFonts[0].DW = 900


def _no_intent(document: pikepdf.Pdf) -> None:
    del document.Root["/OutputIntents"]


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        (_script, "6.5.1"),
        (_transparency, "6.2.10"),
        (_other_title, "6.6.2.3"),
        (_no_file, "6.2.11.4.1"),
        (_no_meaning, "6.2.11.7"),
        (_other_widths, "6.2.11.5"),
        (_no_intent, "6.2.3"),
    ],
)
def test_each_breach_is_found(change: Callable[[pikepdf.Pdf], None], clause: str) -> None:
    assert any(fault.startswith(clause) for fault in damaged(change))


def test_the_colour_profile_is_srgb() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    to_srgb = ImageCms.buildTransform(ours, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    ramp = Image.frombytes("RGB", (256, 1), bytes(v for n in range(256) for v in (n, 255 - n, n // 2)))
    same = ImageCms.applyTransform(ramp, to_srgb)
    assert same is not None
    assert max(abs(a - b) for a, b in zip(ramp.tobytes(), same.tobytes(), strict=True)) <= 1
