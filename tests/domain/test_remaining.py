"""How long there is until something is due, and its moment where nothing is counted down."""

from datetime import datetime, timedelta

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.details import detail
from carecompanion.domain.outcomes import outcome
from carecompanion.domain.remaining import remaining, remaining_days
from carecompanion.domain.sample import sample_book
from carecompanion.domain.timeline import entries, line
from carecompanion.domain.today import coming_up
from carecompanion.domain.waiting import waiting
from tests.domain.given import day, utc
from tests.domain.views import SAMPLE_NOW

NOW = utc("2026-03-12 14:20")
COUNTING, SAYING = Book(), Book().counting_down(False)


@pytest.mark.parametrize(
    ("due", "counted", "said"),
    [
        ("2026-03-12 22:15", "7 h 55 min left", "due by 22:15"),
        ("2026-03-12 14:21", "1 min left", "due by 14:21"),
        ("2026-03-12 14:20", "under 1 min late", "late since 14:20"),
        ("2026-03-12 09:15", "5 h 5 min late", "late since 09:15"),
        ("2026-03-13 09:15", "18 h 55 min left", "due by 09:15 tomorrow"),
        ("2026-03-11 09:15", "29 h late", "late since 09:15 yesterday"),
        ("2026-03-16 12:00", "4 days left", "due by 12:00 on Mon 16 March"),
        ("2025-12-01 12:00", "14 weeks late", "late since 12:00 on Mon 1 December 2025"),
    ],
)
def test_what_is_due_is_counted_down_or_said_by_its_moment(due: str, counted: str, said: str) -> None:
    assert remaining(utc(due), COUNTING, NOW) == counted
    assert remaining(utc(due), SAYING, NOW) == said


@pytest.mark.parametrize(
    ("due", "counted", "said"),
    [
        ("2026-03-12", "due today", "due today"),
        ("2026-03-13", "1 day left", "due tomorrow"),
        ("2026-03-16", "4 days left", "due Mon 16 March"),
        ("2026-03-11", "1 day late", "late since yesterday"),
        ("2026-03-02", "10 days late", "late since Mon 2 March"),
    ],
)
def test_a_day_is_counted_down_to_or_said(due: str, counted: str, said: str) -> None:
    assert remaining_days(day(due), COUNTING, NOW) == counted
    assert remaining_days(day(due), SAYING, NOW) == said


def test_nothing_that_is_open_in_the_sample_journal_changes_with_the_clock_where_nothing_is_counted_down() -> None:
    """Two looks an hour apart, with nothing falling due between them, say the same."""
    book = sample_book(SAMPLE_NOW).counting_down(False)
    later = SAMPLE_NOW + timedelta(minutes=55)
    assert _said(book, SAMPLE_NOW) == _said(book, later)
    assert _said(book.counting_down(True), SAMPLE_NOW) != _said(book.counting_down(True), later)


def test_what_is_written_down_goes_on_being_said_so() -> None:
    kept = SAYING.keeping(*sample_book(SAMPLE_NOW).everything())
    assert not kept.counts_down
    assert not kept.without(*kept.notes.values()).counts_down
    assert not kept.with_settings(kept.settings).counts_down
    assert kept == kept.counting_down(True)


def _said(book: Book, now: datetime) -> list[object]:
    waits = [(each.left, each.by) for each in waiting(book, now)]
    rows = [line(entry, book, now) for entry in entries(book, now)]
    whole = [detail(entry.record, book, now) for entry in entries(book, now)[:60]]
    came = [outcome(record, book, now) for record in book.everything()]
    sections = [(each.sections, each.course.said if each.course else "") for each in whole]
    return [waits, rows, sections, came, [each.note for each in coming_up(book, now)]]
