from dataclasses import replace
from typing import get_args

import pytest

from carecompanion.domain import measures
from carecompanion.domain.book import Book
from carecompanion.domain.evidence import Counted, Excluded, Measurement, Why
from carecompanion.domain.measures_accessible import set_up
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Agreement
from carecompanion.domain.tally import Interval, Sureness, Tally, Trend, Verdict, Word
from carecompanion.domain.trait_words import (
    CHECKLIST,
    MEASURES,
    TRAITS,
    WHY,
    band,
    counted,
    lately_words,
    level,
    statement,
    sure,
    trend,
    why,
)
from carecompanion.domain.vocabulary import TraitId
from carecompanion.domain.window import Window
from tests.domain.test_moments import NOW, TODAY

AGREEMENT = Agreement(id="a", starts_on=TODAY, cover="Sam")


def measured(measure_id: str, met: int, partly: int, missed: int, left_out: int = 0) -> Measurement:
    """A measurement of so many verdicts."""
    numbers: dict[Verdict, int] = {"met": met, "partly": partly, "missed": missed}
    verdicts = (verdict for verdict, number in numbers.items() for _ in range(number))
    return Measurement(
        measure_id,
        tuple(Counted(AGREEMENT, TODAY, verdict) for verdict in verdicts),
        tuple(Excluded(AGREEMENT, TODAY, "not_known") for _ in range(left_out)),
        checklist=measure_id == "set_up",
    )


def test_every_trait_measure_and_reason_has_its_words() -> None:
    assert set(TRAITS) == set(get_args(TraitId))
    assert list(MEASURES) == [measure.id for measure in measures.MEASURES]
    assert set(WHY) == set(get_args(Why))


def test_lately_is_told_beside_the_time_before() -> None:
    now = measured("listened", 5, 0, 0)
    assert lately_words(now) == ""
    before = replace(now, trend="better", before=Tally(3, 0, 5))
    assert lately_words(before) == "Better lately: it was 3 of 5 times in the same time before."
    partly = replace(before, before=Tally(3, 1, 5))
    assert lately_words(partly, "91 days") == "Better lately: it was 3 of 5 times, and 1 partly, in the 91 days before."


def test_every_level_sureness_and_trend_has_its_words() -> None:
    assert [level(word) for word in get_args(Word)] == [
        "nothing recorded yet",
        "too few to say",
        "almost always",
        "usually",
        "hardly ever",
        "less than half the time",
        "sometimes",
    ]
    assert [sure(sureness) for sureness in get_args(Sureness)] == ["sure", "fairly sure", "not sure yet"]
    assert [trend(lately) for lately in get_args(Trend)] == ["better lately", "not as good lately", "about the same"]


def test_every_item_of_the_checklist_has_its_words() -> None:
    window = Window(Book().keeping(AGREEMENT), Period(TODAY, TODAY), NOW)
    assert [found.part for found in set_up(window)] == list(CHECKLIST)


def test_listening_and_approachable_are_how_it_felt() -> None:
    assert [trait for trait, words in TRAITS.items() if words.felt] == ["listening", "approachable"]


@pytest.mark.parametrize(
    ("measurement", "words"),
    [
        (measured("knew_latest", 7, 0, 3), "Knew the latest about you 7 of 10 times"),
        (measured("knew_latest", 7, 2, 1), "Knew the latest about you 7 of 10 times, and 2 partly"),
        (measured("as_arranged", 5, 0, 5), "Went ahead, on time and in full 5 of 10 times"),
        (measured("listened", 8, 0, 2), "You felt listened to 8 of 10 times"),
        (measured("comfortable", 9, 0, 1), "You felt comfortable 9 of 10 times"),
        (measured("replied_in_time", 9, 0, 3), "Replied in time 9 of 12 times"),
        (measured("listened", 2, 0, 0), "Too few to say – 2 visits so far."),
        (measured("listened", 0, 1, 0), "Too few to say – 1 visit so far."),
        (measured("replied_in_time", 4, 0, 0), "Too few to say – 4 contacts so far."),
        (measured("settled", 1, 0, 0), "Too few to say – 1 reply so far."),
        (measured("listened", 0, 0, 5), "You felt listened to 0 of 5 times"),
        (measured("listened", 0, 0, 0), "Nothing recorded yet."),
        (measured("listened", 0, 0, 0, left_out=3), "Nothing recorded yet."),
        (measured("set_up", 3, 0, 1), "Ways to get help are agreed: 3 of 4"),
        (measured("set_up", 0, 0, 0), "Nothing recorded yet."),
    ],
)
def test_a_measure_is_said_in_one_sentence(measurement: Measurement, words: str) -> None:
    assert statement(measurement) == words


def test_an_entry_left_out_says_why() -> None:
    assert why(Excluded(AGREEMENT, TODAY, "cancelled_by_me")) == "you cancelled"
    assert why(Excluded(AGREEMENT, TODAY, "no_agreed_time")) == "no reply time was agreed"


def test_what_is_counted_is_said_one_and_many() -> None:
    assert counted(Measurement("replied_in_time", (), ()), 12) == "12 contacts"
    assert counted(Measurement("got_through", (), ()), 1) == "1 try"


@pytest.mark.parametrize(
    ("lower", "upper", "words"),
    [
        (0.5667, 0.8731, "from nearly six in ten to nearly nine in ten"),
        (0.4974, 0.8462, "from about half to just over eight in ten"),
        (0.0, 0.2473, "from never to just over two in ten"),
        (0.7527, 1.0, "from nearly eight in ten to always"),
        (0.01, 0.97, "from almost never to almost always"),
        (0.88, 0.884, "close to nine in ten"),
        (0.96, 0.99, "close to always"),
        (0.49, 0.51, "close to half"),
    ],
)
def test_a_range_is_said_in_tenths(lower: float, upper: float, words: str) -> None:
    assert band(Interval(lower, upper)) == words
