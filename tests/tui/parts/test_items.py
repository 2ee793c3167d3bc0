"""The rows behind a figure say how high they are before they are drawn: that height is what is drawn."""

from collections.abc import Iterator, Sequence
from datetime import UTC

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.periods import period
from carecompanion.domain.sample import sample_book
from carecompanion.domain.traits import assess
from carecompanion.tui.behind import Behind, behind_measure, behind_response, rows
from carecompanion.tui.parts.items import ShortItems
from tests.tui.driving import NOW
from tests.tui.every_entry import BOOK


def everything_behind(book: Book) -> Iterator[tuple[Sequence[Behind], bool]]:
    """What is behind each figure, and whether it stands under the names of days."""
    days = period("everything", book, NOW)
    assert days is not None
    assessment = assess(book, days, NOW.astimezone(UTC))
    for trait in assessment.traits:
        yield from ((behind_measure(each, book), True) for each in trait.measurements)
    yield behind_response(assessment.response_time, book, NOW), False


@pytest.mark.parametrize("book", [BOOK, sample_book(NOW)], ids=["every entry", "the sample"])
def test_a_row_is_drawn_as_high_as_it_says_and_no_wider_than_its_place(book: Book) -> None:
    for behind, by_day in everything_behind(book):
        items = list(rows(behind, book, NOW, by_day=by_day))
        listed = ShortItems(items)
        for width in (30, 31, 45, 57, 58, 62, 77, 78, 120):
            drawn = [item.draw(width) for item in items]
            assert listed.heights(width) == [content.get_height({}, width) for content in drawn]
            assert max((line.cell_length for content in drawn for line in content.split("\n")), default=0) <= width
