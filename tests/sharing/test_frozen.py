"""A document kept as it was: written, read back the same, and nothing else read for one."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given

from carecompanion.domain.book import Book
from carecompanion.domain.records import SharedCopy
from carecompanion.domain.sample import sample_book
from carecompanion.sharing.document import Block, Document, Heading, PageBreak
from carecompanion.sharing.frozen import KINDS, NotADocument, frozen, thawed
from carecompanion.sharing.interchange import Refused, read_journal, write_journal
from tests.domain.given import at
from tests.naughty import NAUGHTY
from tests.sharing.documents import DOCUMENTS
from tests.sharing.test_drawn import WHOLE, holding

NOW = at("2026-03-12 14:20")


@given(DOCUMENTS)
def test_a_document_comes_back_the_same(document: Document) -> None:
    assert thawed(frozen(document)) == document


def test_odd_strings_come_back_the_same() -> None:
    for text in NAUGHTY:
        assert thawed(frozen(holding(text))) == holding(text)


def test_every_kind_of_block_can_be_kept() -> None:
    assert set(KINDS.values()) == set(Block.__args__)


def test_it_is_written_as_the_journals_format_says() -> None:
    assert json.loads(frozen(Document("My title", (Heading("First"), PageBreak())))) == {
        "title": "My title",
        "blocks": [{"kind": "heading", "text": "First", "level": 2}, {"kind": "page_break"}],
    }
    assert '"language": "cy"' in frozen(Document("x", (), "cy"))


def test_what_has_a_usual_value_may_be_left_out() -> None:
    assert thawed('{"title": "x", "blocks": [{"kind": "heading", "text": "First"}]}') == Document(
        "x", (Heading("First"),)
    )


def test_the_copies_of_the_sample_are_documents() -> None:
    copies = sample_book(NOW).shared_copies.values()
    assert len(copies) == 2
    assert all(thawed(copy.document).blocks for copy in copies)


TORN: tuple[Any, ...] = ("x", [[]], [["a", "b"]], [[1]], ["a"], None)
WRONG: tuple[Any, ...] = (
    *("", "x", "null", "[]", "{}", "7", "NaN", '"x"', "{" * 99_999, '{"title": "x"}', '{"title": "x", "title": "y"}'),
    *({"title": 1, "blocks": []}, {"title": "x", "blocks": {}}, {"title": "x", "blocks": [], "more": 1}),
    *({"title": "x", "blocks": [], "language": None}, {"title": "\ud800", "blocks": []}),
    *([], [None], ["x"], [7], [[]], [{}], [{"kind": "picture"}], [{"kind": ["heading"]}], [{"text": "x"}]),
    *([{"kind": "heading"}], [{"kind": "heading", "text": None}], [{"kind": "heading", "text": "x", "size": 1}]),
    *([{"kind": "heading", "text": "x", "level": level}] for level in (1, 7, True, "2", 2.0, None)),
    *([{"kind": "paragraph", "text": "x", "quiet": quiet}] for quiet in (1, "yes", None)),
    *([{"kind": "bullets", "items": items}] for items in ("x", [1], [["x"]], None, {"0": "x"}, ["\udfff"])),
    *([{"kind": "table", "heads": ["a"], "rows": rows}] for rows in TORN),
    *([{"kind": "table", "heads": [], "rows": []}], [{"kind": "table", "heads": ["a"]}]),
    *([{"kind": "room", "lines": lines}] for lines in (0, -1, 101, True, "1", 10**9)),
    [{"kind": "page_break", "text": ""}],
)


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: repr(wrong)[:60])
def test_nothing_else_is_a_document(wrong: Any) -> None:
    text = json.dumps({"title": "x", "blocks": wrong}) if isinstance(wrong, list) and wrong else wrong
    with pytest.raises(NotADocument, match=r"^This is not a document"):
        thawed(text if isinstance(text, str) else json.dumps(text))


def test_a_journal_whose_copy_is_no_document_is_refused_with_its_place_and_none_of_its_words() -> None:
    good = SharedCopy(id=str(UUID(int=1)), at=NOW, document=frozen(WHOLE), file_format="pdf")
    bad = replace(good, id=str(UUID(int=2)), document='{"title": "my secret"}')
    with pytest.raises(Refused) as refused:
        read_journal(write_journal(Book().keeping(good, bad), NOW))
    (problem,) = refused.value.problems
    assert problem == (
        "shared_copies, entry 2 (“document”): this is not a document: a title and its blocks are needed."
    )
    assert read_journal(write_journal(Book().keeping(good), NOW)).shared_copies[good.id] == good
