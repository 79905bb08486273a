"""Search finds exactly what a plain scan finds: two-character names, rare characters, digits, punctuation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kinds.complaint import events as e
from app.domain.kinds.complaint.facts import Complainant
from app.store.pinyin import order_key, readings
from app.store.queries.cases import CaseFilter
from app.store.search_index import FIELDS, MOST_RECENT, clear, index_values, recent
from app.store.search_scan import matches
from app.store.search_text import match_expression, normalise, tokens, words
from app.store.store import Store
from tests.store.office import ACTOR, add_case, new_store, registered

TODAY = dt.date(2026, 7, 2)
# Few characters, so that texts overlap: common and rare ones (also beyond the BMP), both widths, signs.
LETTERS = "王伟小明䶮㛃𬭎𠮷aAB1２3Ａ-—。,\"'*():^+ 　\u200bß"
TEXTS = st.text(alphabet=LETTERS, max_size=12)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with new_store(tmp_path_factory.mktemp("search")) as store:
        yield store


def found(store: Store, query: str) -> set[int]:
    return set(store.cases.case_ids(CaseFilter(text=query), TODAY))


def indexed(store: Store, texts: list[list[str]]) -> None:
    """Put documents with these texts straight into the index."""
    with store.transaction():
        store.database.sql("INSERT INTO search (search) VALUES ('delete-all')")
        for row, document in enumerate(texts, start=1):
            store.database.sql("INSERT INTO search (rowid, text) VALUES (?, ?)", (row, tokens(document)))


def matching(store: Store, query: str) -> set[int]:
    expression = match_expression(query, ("text",))
    if not expression:
        return set()
    rows = store.database.rows("SELECT rowid FROM search WHERE search MATCH ?", (expression,))
    return {row for (row,) in rows}


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=6), TEXTS)
def test_equal_to_a_scan_of_every_text(office: Store, documents: list[list[str]], query: str) -> None:
    indexed(office, documents)
    wanted = words(query)
    scan = {
        row
        for row, document in enumerate(documents, start=1)
        if wanted and all(any(word in normalise(text) for text in document) for word in wanted)
    }
    assert matching(office, query) == scan


@given(st.text(max_size=20), st.text(min_size=1, max_size=4))
def test_equal_to_a_scan_for_any_characters_at_all(office: Store, text: str, query: str) -> None:
    indexed(office, [[text]])
    wanted = words(query)
    expected = {1} if wanted and all(word in normalise(text) for word in wanted) else set()
    assert matching(office, query) == expected


NAMES = st.text(alphabet="王单雄信尉迟恭KFc3 䶮乐音重庆", max_size=6)


@given(st.lists(NAMES, max_size=3), TEXTS, NAMES | st.text(alphabet="wangshdxiongkfc3 ", max_size=5))
def test_a_text_just_saved_is_found_as_one_in_the_index(
    office: Store, names: list[str], text: str, query: str
) -> None:
    texts = {"name": tuple(names), "text": (text,)}
    with office.transaction():
        clear(office.database)
        values = (1, *index_values(texts))
        office.database.sql(
            f"INSERT INTO search (rowid, {', '.join(FIELDS)}) VALUES (?, ?, ?, ?, ?, ?)", values
        )
    expression = match_expression(query)
    in_index = bool(
        expression and office.database.rows("SELECT 1 FROM search WHERE search MATCH ?", (expression,))
    )
    assert matches(query, texts) is in_index
    expression = match_expression(query, ("name",))
    in_names = bool(
        expression and office.database.rows("SELECT 1 FROM search WHERE search MATCH ?", (expression,))
    )
    assert matches(query, texts, ("name",)) is in_names


@given(st.text(max_size=12))
def test_whatever_is_typed_never_fails(office: Store, query: str) -> None:
    assert isinstance(found(office, query), set)


@pytest.fixture(scope="module", params=["just saved", "half indexed", "indexed"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same cases, standing among the texts saved last, in the index, or in both."""
    with new_store(tmp_path_factory.mktemp("office")) as store:
        people = [
            ("王伟", "宏达电器商行"),
            ("王伟明", "重庆老火锅（城南店）"),
            ("单雄信", "KFC 中山路店"),
            ("尉迟恭", "长乐音乐茶座"),
            ("陈䶮", "𬭎基建材"),
            ("吕布", "天天便利店"),
        ]
        for serial, (name, shop) in enumerate(people, start=1):
            phone = f"1390792556{serial}"
            add_case(
                store, registered(serial, name=name, shop=shop, phone=phone, facts=f"第{serial}件：退款")
            )
            if request.param == "indexed" or (request.param == "half indexed" and serial == 3):
                while store.tidy():
                    pass
        waiting = {"just saved": 6, "half indexed": 3, "indexed": 0}
        assert len(recent(store.database)) == waiting[request.param]
        yield store


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("王伟", {1, 2}),
        ("伟明", {2}),
        ("王", {1, 2}),
        ("王 火锅", {2}),
        ("王 电器 火锅", set()),
        ("䶮", {5}),
        ("𬭎", {5}),
        ("𬭎基", {5}),
        ("kfc", {3}),
        ("ＫＦＣ", {3}),
        ("5564", {4}),
        ("13907925566", {6}),
        ("消投〔2026〕3号", {3}),
        ("第5件：退款", {5}),
        ("(城南店)", {2}),
        ("退款", {1, 2, 3, 4, 5, 6}),
        ("退 款", {1, 2, 3, 4, 5, 6}),
        ("款第", set()),
    ],
)
def test_words_of_texts(store: Store, query: str, rows: set[int]) -> None:
    assert found(store, query) == rows


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("ww", {1, 2}),
        ("wwm", {2}),
        ("wm", {2}),
        ("wangwei", {1, 2}),
        ("shanxx", set()),
        ("sxx", {3}),
        ("shanxiong", {3}),
        ("danxiong", {3}),
        ("yuchi", {4}),
        ("ycg", {4}),
        ("cqlhg", {2}),
        ("chongqing", {2}),
        ("zhongqing", set()),
        ("clyy", {4}),
        ("hjjc", {5}),
        ("lb", {6}),
        ("lvbu", {6}),
        ("bianli", {6}),
        ("dqsh", {1}),
        ("SXX", {3}),
        ("kfczsl", {3}),
        ("ww 电器", {1}),
    ],
)
def test_words_typed_as_pinyin(store: Store, query: str, rows: set[int]) -> None:
    assert found(store, query) == rows


@pytest.mark.parametrize(
    "query", ['"', "*", "AND", "NEAR(王 伟)", "name:王", "王*", "^王", "-王", "{name}", "王 OR 单", "'"]
)
def test_signs_of_the_query_language_are_plain_characters(store: Store, query: str) -> None:
    assert found(store, query) == set()


def test_blank_means_everything(store: Store) -> None:
    assert found(store, "  　") == {1, 2, 3, 4, 5, 6}
    assert found(store, "") == {1, 2, 3, 4, 5, 6}


def test_only_invisible_characters_match_nothing(store: Store) -> None:
    assert found(store, "\u200b") == set()


@pytest.mark.parametrize("tidied", [True, False])
def test_changed_texts_are_found_and_old_ones_no_longer(tmp_path: Path, tidied: bool) -> None:
    with new_store(tmp_path) as store:
        case_id = add_case(store, registered(1, name="王伟"))
        if tidied:
            store.tidy()
        amended = e.ComplaintAmended(complainant=Complainant(name="李娜"), reason="姓名登记有误")
        store.log.append(case_id, [amended], ACTOR)
        assert found(store, "王伟") == set()
        assert found(store, "ww") == set()
        assert found(store, "李娜") == {1}
        assert store.verify() == []
        while store.tidy():
            pass
        assert found(store, "ww") == found(store, "王伟") == set()
        assert found(store, "ln") == {1}
        assert store.verify() == []


def test_many_saves_fill_the_index_by_themselves(tmp_path: Path) -> None:
    with new_store(tmp_path) as store:
        for serial in range(1, MOST_RECENT + 3):
            add_case(store, registered(serial, name="王伟" if serial % 2 else "李娜"))
        assert len(recent(store.database)) == 2
        assert len(found(store, "王伟")) == MOST_RECENT // 2 + 1
        assert store.verify() == []


def test_names_sort_by_pinyin_with_family_readings() -> None:
    names = ["张三", "曾小贤", "单雄信", "阿甘", "覃勇", "解缙", "仇英", "Bob"]
    assert sorted(names, key=order_key) == ["阿甘", "Bob", "覃勇", "仇英", "单雄信", "解缙", "曾小贤", "张三"]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("单雄信", "shan"),
        ("仇英", "qiu"),
        ("解缙", "xie"),
        ("区寄", "ou"),
        ("查理", "zha"),
        ("乐毅", "yue"),
        ("曾巩", "zeng"),
        ("覃勇", "qin"),
        ("朴树", "piao"),
        ("翟志刚", "zhai"),
    ],
)
def test_family_names_are_read_as_family_names(name: str, first: str) -> None:
    assert readings(name)[0][0] == first


def test_compound_family_names() -> None:
    assert readings("万俟卨")[0][:2] == ("mo", "qi")
    assert readings("尉迟恭")[0][:2] == ("yu", "chi")
    assert readings("澹台灭明")[0][:2] == ("tan", "tai")
