"""Entries in order: mended after a change, they are as if put in order anew."""

import random
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from carecompanion.domain import book as books
from carecompanion.domain.book import Book
from carecompanion.domain.look_ups import MOMENTS
from carecompanion.domain.records import LISTS, Absence, Promise, Record
from carecompanion.domain.sample import sample_book
from tests.domain.given import at

NOW = at("2026-03-12 14:20")
SAMPLE = sample_book(NOW, 300)
NAMES = {kind: name for name, kind in LISTS.items()}


def moved(record: Record, days: int) -> Record:
    """The same at another moment, when it has one that can be any."""
    field = None if isinstance(record, Promise | Absence) else MOMENTS.get(NAMES[type(record)])
    changed: dict[str, Any] = {field: getattr(record, field) + timedelta(days=days)} if field else {}
    return replace(record, **changed)


def anew(book: Book) -> Book:
    """The same, with nothing looked up yet."""
    return Book(settings=book.settings).keeping(*book.everything())


@pytest.mark.parametrize("seed", range(20))
def test_after_changes_the_order_is_as_if_made_anew(seed: int) -> None:
    chosen = random.Random(seed)  # no secret
    everything = list(SAMPLE.everything())
    book = SAMPLE.without(*chosen.sample(everything, 20))
    assert book.in_order
    for _ in range(5):
        there = list(book.everything())
        book = book.keeping(*(moved(each, chosen.randrange(-400, 400)) for each in chosen.sample(there, 6)))
        book = book.without(*chosen.sample(there, 3)).keeping(*chosen.sample(everything, 3))
        assert "in_order" in vars(book)
        assert book.in_order == anew(book).in_order


def test_after_very_many_changes_it_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "FEW", 2)
    assert SAMPLE.in_order
    book = SAMPLE.without(*list(SAMPLE.notes.values())[:3])
    assert "in_order" not in vars(book)
    assert book.in_order == anew(book).in_order


def test_in_another_time_zone_the_days_are_others() -> None:
    assert SAMPLE.in_order
    book = SAMPLE.with_settings(replace(SAMPLE.settings, time_zone="Pacific/Auckland"))
    assert book.in_order == anew(book).in_order
    assert [each.day for each in book.in_order] != [each.day for each in SAMPLE.in_order]


def test_what_one_instant_holds_stands_in_the_order_of_its_ids() -> None:
    places = [(each.at, each.record.id) for each in SAMPLE.in_order]
    assert places == sorted(places)
    assert [each.day for each in SAMPLE.in_order] == [
        each.at.astimezone(SAMPLE.zone).date() for each in SAMPLE.in_order
    ]
