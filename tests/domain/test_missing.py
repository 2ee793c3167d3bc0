"""Every figure is given, whatever the person did not write down."""

import json
from dataclasses import MISSING, fields, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from carecompanion.domain.book import Book
from carecompanion.domain.measures import MEASURES
from carecompanion.domain.records import LISTS, OwnAnswer, Recipient
from carecompanion.domain.settings import Settings
from carecompanion.domain.traits import Assessment
from carecompanion.sharing.fields import fields_of
from carecompanion.sharing.interchange import read_journal, write_journal
from tests.domain.test_cases import JOURNALS
from tests.domain.views import View, known_views, views
from tests.records import any_book

Entry = dict[str, Any]


def optional(kind: type) -> list[str]:
    """The keys of the JSON journal that an entry need not have."""
    return [key for key, field in fields_of(kind).items() if not field.required]


def without(kind: type, entry: Entry, *keys: str) -> Entry:
    """The entry, and the parts in it, without these keys."""
    parts = {"recipients": Recipient, "own": OwnAnswer}
    kept = {key: value for key, value in entry.items() if key not in keys or key not in optional(kind)}
    for key in kept.keys() & parts.keys():
        kept[key] = [without(parts[key], part, *keys) for part in kept[key]]
    return kept


def missing(view: View, *keys: str) -> Book:
    """The journal as it is read again from its JSON form without these keys, wherever they are optional."""
    file = json.loads(write_journal(view.book, view.now))
    file["settings"] = without(Settings, file["settings"], *keys)
    for name, kind in LISTS.items():
        file[name] = [without(kind, entry, *keys) for entry in file[name]]
    if "ended_on" in keys:
        # Nobody else can be co-ordinator while the time of the one before has no end.
        file["coordinations"] = file["coordinations"][-1:]
    return read_journal(json.dumps(file))


EVERY_KEY = sorted({key for kind in (*LISTS.values(), Settings, Recipient) for key in optional(kind)})


def is_whole(found: Assessment) -> bool:
    """Whether every measure of the five traits is there, and a word for each."""
    five = [trait for trait in found.traits if trait.own is None]
    every = [each for trait in five for each in trait.measurements]
    words = all((each.word is None) is each.checklist for each in every)
    return words and [each.id for each in every] == [measure.id for measure in MEASURES]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(views())
def test_every_figure_is_given_whatever_is_missing(view: View) -> None:
    for keys in (EVERY_KEY, view.chance.sample(EVERY_KEY, 1), view.chance.sample(EVERY_KEY, 10)):
        assert is_whole(view.assessed(book=missing(view, *keys))), keys


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(views(any_book()))
def test_every_figure_is_given_of_whatever_can_be_written_down(view: View) -> None:
    together = {"opens": ("opens", "closes"), "closes": ("opens", "closes")}
    for key in view.chance.sample(EVERY_KEY, 5):
        assert is_whole(view.assessed(book=missing(view, *together.get(key, (key,)))))
    assert is_whole(view.assessed(book=missing(view, *EVERY_KEY)))


@pytest.mark.parametrize("journal", ["sample", *JOURNALS])
def test_every_figure_is_given_without_any_one_field_or_all(journal: str) -> None:
    *_, view = known_views(journal)
    assert is_whole(view.assessed(book=missing(view, *EVERY_KEY)))
    for name, kind in LISTS.items():
        for field in fields(kind):
            if field.default is not MISSING:
                bare = {one.id: replace(one, **{field.name: field.default}) for one in view.book.list(name).values()}
                book = replace(view.book, **{name: bare})  # type: ignore[arg-type]  # names are LISTS'
                assert is_whole(view.assessed(book=book)), field
