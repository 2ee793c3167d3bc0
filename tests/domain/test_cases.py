"""The worked cases: two whole journals, and what a second reading of the rules makes of them."""

import json
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Measurement
from carecompanion.domain.periods import Period
from carecompanion.domain.traits import Assessment, assess
from carecompanion.sharing.interchange import read_journal

CASES = Path(__file__).parent.parent / "cases"
JOURNALS = ("journal-1", "journal-2")
WINDOWS = [(name, place) for name in JOURNALS for place in (0, 1)]


@cache
def journal(name: str) -> Book:
    return read_journal((CASES / f"{name}.json").read_text(encoding="utf-8"))


@cache
def expected(name: str) -> list[dict[str, Any]]:
    windows: list[dict[str, Any]] = json.loads((CASES / f"{name}.expected.json").read_text(encoding="utf-8"))
    return windows


@cache
def assessed(name: str, place: int) -> Assessment:
    window = expected(name)[place]
    period = Period(date.fromisoformat(window["from"]), date.fromisoformat(window["to"]))
    return assess(journal(name), period, datetime.fromisoformat(window["as_of"]))


def figures(found: Measurement) -> dict[str, Any]:
    tally, band = found.tally, found.interval
    lower, upper = (round(band.lower, 4), round(band.upper, 4)) if band else (None, None)
    of = {"met": tally.met, "partly": tally.partly, "of": tally.of}
    return of | {"word": found.word, "lower": lower, "upper": upper}


def hours(length: timedelta | None) -> float | None:
    return None if length is None else round(length / timedelta(hours=1), 4)


@pytest.mark.parametrize(("name", "place"), WINDOWS)
def test_every_measure_agrees_with_the_case(name: str, place: int) -> None:
    found = {each.id: figures(each) for trait in assessed(name, place).traits for each in trait.measurements}
    assert found == expected(name)[place]["measures"]


@pytest.mark.parametrize(("name", "place"), WINDOWS)
def test_the_response_time_agrees_with_the_case(name: str, place: int) -> None:
    found = assessed(name, place).response_time
    assert {
        "contacts": found.contacts,
        "answered": found.answered,
        "waiting": found.waiting,
        "median_hours": hours(found.median),
        "longest_hours": hours(found.longest),
    } == expected(name)[place]["response_time"]
