"""Cases that may be the same matter as one being typed: found by name and by number, judged elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from app.store.database import Database, Row
from app.store.queries.cases import CaseQueries
from app.store.search_index import newest_matching
from app.store.search_text import normalise

_SHORTEST = 2
_PER_KEY = 60


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A case (tuple of `LIST_COLUMNS`) and the texts that were found in it."""

    row: Row
    matched: tuple[str, ...]


class SimilarQueries:
    """Looks for likely duplicates in the search index of one store. Safe from any thread."""

    def __init__(self, database: Database, cases: CaseQueries) -> None:
        self._database = database
        self._cases = cases

    def candidates(
        self, names: Iterable[str] = (), numbers: Iterable[str] = (), *, but_not: str = "", limit: int = 50
    ) -> list[Candidate]:
        """Cases containing one of these names (persons, shops) or numbers (phone, 证件, 信用代码, 工单).

        The most matches first, then the newest; `but_not` is a case id to leave out. Of a very common
        name only the newest cases are looked at. Texts shorter than two characters are ignored.
        """
        matched: dict[int, list[str]] = {}
        for fields, texts in ((("name",), names), (("phone", "number"), numbers)):
            for text in dict.fromkeys(texts):
                if len(normalise(text)) >= _SHORTEST:
                    for row in newest_matching(self._database, text, fields, _PER_KEY):
                        matched.setdefault(row, []).append(text)
        best = sorted(matched, key=lambda row: (-len(matched[row]), -row))[: limit + 1]
        found = [
            Candidate(row=row, matched=tuple(matched[row[0]]))
            for row in self._cases.case_block(best)
            if row[1] != but_not
        ]
        return found[:limit]
