"""Whole papers: the same bytes again, small files, long text over pages, nothing on top of anything."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.papers.renderer import RenderedPaper, catalogue, render
from app.system.paths import program_root
from tests.papers import samples
from tests.papers.reading import marks_of, overlaps, pages_of, text_of

PAPERS = [(info.id, "R2026" if info.rules == ("any",) else info.rules[0]) for info in catalogue()]
# What stands beside and below the text of a page that is not part of it.
LABELS = ("消费者权益争议事实依据", "投诉人：________被投诉人：________调解人员：________记录人：________")
PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89


def fields_for(paper: str, rule_set: str, *, long: bool) -> dict[str, Any]:
    fields = samples.long_case() if long else samples.short_case()
    if paper == "refusal_decision":
        texts = samples.REFUSAL_2026 if rule_set == "R2026" else samples.REFUSAL_2020
        fields.update(grounds=samples.grounds(texts, 5), chosen_labels="五")
    elif rule_set == "R2020":
        fields.update(grounds=samples.grounds(samples.TERMINATION_2020, 3), chosen_labels="三")
    return fields


def printed(paper: str, rule_set: str, *, long: bool = False, **how: Any) -> RenderedPaper:
    return render(paper, rule_set, fields_for(paper, rule_set, long=long), **{"draft": False, **how})


@pytest.mark.parametrize(("paper", "rule_set"), PAPERS)
@pytest.mark.parametrize("long", [False, True])
def test_nothing_overlaps_and_nothing_leaves_the_page(paper: str, rule_set: str, long: bool) -> None:
    for page in marks_of(printed(paper, rule_set, long=long).pdf):
        assert overlaps(page) == []
        for mark in page:
            assert mark.left > 50
            assert mark.right < PAGE_WIDTH - 45
            assert mark.bottom > 25
            assert mark.top < PAGE_HEIGHT - 20


@pytest.mark.parametrize(("paper", "rule_set"), PAPERS)
def test_same_data_gives_the_same_bytes(paper: str, rule_set: str) -> None:
    once, again = printed(paper, rule_set), printed(paper, rule_set)
    assert once.pdf == again.pdf
    assert once.sha256 == hashlib.sha256(once.pdf).hexdigest()


def test_bytes_do_not_depend_on_process_place_language_time_zone_or_hash_seed(tmp_path: Path) -> None:
    program = (
        "from tests.papers.test_rendering import PAPERS, printed; import sys;"
        "sys.stdout.write(' '.join(printed(*pair).sha256 for pair in PAPERS))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=place,
            env={
                **os.environ,
                "PYTHONPATH": str(program_root()),
                "PYTHONHASHSEED": seed,
                "TZ": zone,
                "LANG": language,
                "TMPDIR": str(tmp_path),
            },
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone, language, place in (
            ("1", "UTC", "C", program_root()),
            ("77", "America/New_York", "zh_CN.UTF-8", tmp_path),
        )
    }
    assert found == {" ".join(printed(*pair).sha256 for pair in PAPERS)}


def test_other_data_gives_other_bytes() -> None:
    fields = samples.short_case()
    fields["paper"]["contact"] = "王明"
    assert (
        render("acceptance_decision", "R2026", fields, draft=False).sha256
        != printed("acceptance_decision", "R2026").sha256
    )


@pytest.mark.parametrize(("paper", "rule_set"), PAPERS)
def test_files_stay_small(paper: str, rule_set: str) -> None:
    assert len(printed(paper, rule_set).pdf) < 80_000
    assert len(printed(paper, rule_set, long=True).pdf) < 100_000


def test_a_short_letter_stays_under_forty_kilobytes() -> None:
    assert len(printed("acceptance_decision", "R2026").pdf) < 40_000


RECORDS = {"mediation_letter", "mediation_record", "dispute_session_record"}
"""Papers that run on as long as what was said; everything else ordinary stands on one page."""


@pytest.mark.parametrize(("paper", "rule_set"), [pair for pair in PAPERS if pair[0] not in RECORDS])
def test_ordinary_cases_need_one_page(paper: str, rule_set: str) -> None:
    assert printed(paper, rule_set).pages == 1


@pytest.mark.parametrize(
    ("paper", "group", "name"),
    [
        ("complaint_registration", "case", "facts"),
        ("mediation_letter", "case", "facts"),
        ("mediation_record", "session", "text"),
    ],
)
def test_long_text_runs_over_pages_complete_and_in_order(paper: str, group: str, name: str) -> None:
    fields = samples.long_case()
    result = render(paper, "R2026", fields, draft=False)
    assert result.pages > 3
    pages = pages_of(result.pdf)
    assert len(pages) == result.pages
    title = next(info.title for info in catalogue() if info.id == paper)
    body = ""
    for number, page in enumerate(pages, start=1):
        foot = f"第{number}页共{result.pages}页"
        assert foot in page
        assert (f"{title}（续）" in page) == (number > 1)
        for around in (
            foot,
            f"{title}（续）",
            "编号：" + fields["case"]["number"],
            "____市监____〔〕第____号",
            *LABELS,
        ):
            page = page.replace(around, "")
        body += page
    assert re.sub(r"\s", "", fields[group][name]) in body


def test_vertical_label_stands_again_on_every_page_of_its_box() -> None:
    pages = pages_of(printed("complaint_registration", "R2026", long=True).pdf)
    assert all("消费者权益争议事实依据" in page for page in pages[:-1])


def test_seal_and_signatures_never_stand_alone_on_a_page() -> None:
    for lines in range(1, 60):
        fields = samples.short_case()
        fields["case"]["subject"] = "宏达电器商行收取维修费用" * lines
        last = pages_of(render("acceptance_decision", "R2026", fields, draft=False).pdf)[-1]
        before = last.split("江安县市场监督管理局（印章）")[0]
        assert "特此告知。" in before, lines


def test_draft_is_marked_and_prints_otherwise_alike() -> None:
    draft, final = (
        printed("acceptance_decision", "R2026", draft=True),
        printed("acceptance_decision", "R2026"),
    )
    assert "草" in text_of(draft.pdf)
    assert "草" not in text_of(final.pdf)
    assert draft.pages == final.pages


def test_reprints_say_which_printing_they_are() -> None:
    assert "次制作" not in text_of(printed("acceptance_decision", "R2026").pdf)
    assert "第3次制作" in text_of(printed("acceptance_decision", "R2026", printing=3).pdf)
    with pytest.raises(ValueError, match="counted from 1"):
        printed("acceptance_decision", "R2026", printing=0)


def test_papers_other_than_a_walk_in_need_no_signature() -> None:
    fields = samples.short_case()
    assert "无须签字）" not in text_of(render("complaint_registration", "R2026", fields, draft=False).pdf)
    fields["case"]["received_on_site"] = False
    assert "（非现场提起，无须签字）" in text_of(
        render("complaint_registration", "R2026", fields, draft=False).pdf
    )


def created(pdf: bytes) -> str:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return str(document.trailer.Info.CreationDate)


def test_document_date_comes_from_the_paper() -> None:
    pdf = printed("acceptance_decision", "R2026").pdf
    assert created(pdf) == "D:20261111000000+08'00'"
    fields = samples.short_case()
    fields["paper"]["issued_on"] = dt.date(2027, 1, 5)
    other = render("acceptance_decision", "R2026", fields, draft=False).pdf
    assert created(other) == "D:20270105000000+08'00'"
    assert "2027年1月5日" in text_of(other)


@given(
    facts=st.text(
        alphabet=st.sampled_from("投诉人，。（）《》“”、；：0123456789.,元年月日 \n\tAbc-@/%"), max_size=1500
    ),
    name=st.text(alphabet="陈䶮买提·阿卜杜热合曼a1", min_size=1, max_size=80),
)
@settings(max_examples=15)
def test_any_text_prints_without_overlap_or_loss(facts: str, name: str) -> None:
    fields = samples.short_case()
    fields["case"]["facts"] = "记录：" + facts
    fields["complainant"]["name"] = name
    pdf = render("complaint_registration", "R2026", fields, draft=False).pdf
    for page in marks_of(pdf):
        assert overlaps(page) == []
    text = text_of(pdf)
    assert name in text
    wanted = sorted(re.sub(r"\s", "", facts))
    for character in set(wanted):
        assert text.count(character) >= wanted.count(character)


def test_several_threads_may_print_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        sums = list(pool.map(lambda pair: printed(*pair).sha256, PAPERS * 2))
    assert sums[: len(PAPERS)] == sums[len(PAPERS) :] == [printed(*pair).sha256 for pair in PAPERS]


def test_starting_the_program_does_not_load_reportlab() -> None:
    program = "import sys, app.papers.renderer; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=program_root(), check=False).returncode == 0
