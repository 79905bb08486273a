"""A case file of sixty pages: papers as issued, photos from a telephone, PDFs from outside, a register.

The floor is merging the same originals with nothing done to them: no numbers, no catalogue, no check. Both
are warm; the files are decrypted from the office's own store within the time of `ours`.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from time import perf_counter

import pikepdf

from app.domain.kinds.complaint.events import AcceptanceDecided
from app.domain.matter.events import EvidenceAdded
from app.services import attachments, casefile, casework, papers, registration
from app.services.office import OpenOffice
from app.services.papers import PaperOrder
from tests.benchmarks import measuring

_TARGET = 3000
_PHOTOS, _FOREIGN, _PRINTED = 18, 12, 30


def run(runs: int) -> str:
    """Bind the file again and again; the line to print."""
    from tests.offices import found

    with tempfile.TemporaryDirectory() as place:
        office = found(Path(place) / "office")
        case_id = _case(office)
        times: list[float] = []
        floor: list[float] = []
        pages = size = 0
        for number in range(runs + 1):
            start = perf_counter()
            made = casefile.make(office, casefile.plan(office, case_id))
            taken = perf_counter() - start
            start = perf_counter()
            _merged(office, case_id)
            bare = perf_counter() - start
            if number:
                times.append(taken)
                floor.append(bare)
            pages, size = made.pages, len(made.pdf)
        office.close()
    middle, least = measuring.median(times), measuring.median(floor)
    return measuring.line(
        benchmark="casefile",
        unit=measuring.MILLISECONDS,
        runs=runs,
        ours=measuring.in_milliseconds(middle),
        floor=measuring.in_milliseconds(least),
        ratio=round(middle / least, 2),
        target=_TARGET,
        pages=pages,
        bytes=size,
    )


def _case(office: OpenOffice) -> str:
    from tests.offices import TODAY, walk_in
    from tests.papers.test_rendering import printed

    case_id = registration.register_complaint(office, walk_in()).case_id
    casework.record(office, case_id, AcceptanceDecided(accepted=True, decided_on=TODAY, by="王敏"))
    papers.issue(office, PaperOrder(case_id=case_id, paper="complaint_registration"))
    papers.issue(office, PaperOrder(case_id=case_id, paper="acceptance_decision", to="complainant"))
    files = [(f"照片{n}.jpg", _photo(n)) for n in range(_PHOTOS)]
    files += [(f"外来{n}.pdf", _foreign(n)) for n in range(_FOREIGN)]
    record = printed("mediation_record", "R2026", long=True)
    files += [(f"记录{n}.pdf", record.pdf) for n in range(max(1, _PRINTED // record.pages))]
    for no, (name, data) in enumerate(files, 1):
        file = attachments.keep_bytes(office, name, data)
        item = EvidenceAdded(
            no=no, title=name, form="photo", provider="投诉人", received_on=TODAY, attachment=file
        )
        casework.record(office, case_id, item)
    return case_id


def _photo(number: int) -> bytes:
    """A telephone's photo: twelve million dots, lying on its side, with noise like a real one."""
    from PIL import Image

    base = Image.effect_noise((800, 600), 40 + number).resize((4000, 3000))
    exif = Image.Exif()
    exif[0x0112] = (1, 6, 3, 8)[number % 4]
    out = io.BytesIO()
    base.convert("RGB").save(out, "JPEG", quality=85, exif=exif)
    return out.getvalue()


def _foreign(number: int) -> bytes:
    """A page whose font is not inside, as offices send them: it has to become a picture."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for line in range(40):
        canvas.drawString(72, 760 - 17 * line, f"statement {number} line {line}: 1,234.50 paid, 88.00 open")
    canvas.save()
    return out.getvalue()


def _merged(office: OpenOffice, case_id: str) -> bytes:
    out = io.BytesIO()
    case = casework.load(office, case_id).case
    with pikepdf.new() as document:
        for file in case.attachments():
            data = attachments.content(office, file)
            if file.filename.endswith(".pdf"):
                with pikepdf.open(io.BytesIO(data)) as part:
                    document.pages.extend(part.pages)
            else:
                photo = document.make_stream(data, Filter=pikepdf.Name.DCTDecode)
                document.add_blank_page().obj.Resources.XObject = pikepdf.Dictionary(Photo=photo)
        document.save(out)
    return out.getvalue()
