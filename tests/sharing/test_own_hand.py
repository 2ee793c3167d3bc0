"""The words of a document in a person's own hand."""

import pytest

from carecompanion.domain.measures import MEASURES
from carecompanion.domain.trait_words import MEASURES as MEASURE_WORDS
from carecompanion.domain.vocabulary import DatesAs
from carecompanion.sharing.own_hand import SAID, dated, felt
from tests.domain.given import day


def test_every_figure_has_its_words_and_they_speak_as_me() -> None:
    assert list(SAID) == [measure.id for measure in MEASURES] == list(MEASURE_WORDS)
    assert not any(" you" in f" {said.lower()} " for said in SAID.values())


@pytest.mark.parametrize(
    ("date", "exact", "rough"),
    [
        ("2026-03-01", "1 March 2026", "early March 2026"),
        ("2026-03-10", "10 March 2026", "early March 2026"),
        ("2026-03-11", "11 March 2026", "mid-March 2026"),
        ("2026-03-20", "20 March 2026", "mid-March 2026"),
        ("2026-03-21", "21 March 2026", "late March 2026"),
        ("2026-02-28", "28 February 2026", "late February 2026"),
    ],
)
def test_a_day_is_exact_or_rough(date: str, exact: str, rough: str) -> None:
    choices: tuple[DatesAs, ...] = ("exact", "rough")
    assert tuple(dated(day(date), each) for each in choices) == (exact, rough)


def test_the_year_is_left_out_only_where_it_is_the_one_meant() -> None:
    assert dated(day("2026-03-01"), "exact", 2026) == "1 March"
    assert dated(day("2025-03-01"), "rough", 2026) == "early March 2025"


def test_what_rests_on_feeling_is_told_apart() -> None:
    assert [trait for trait in {measure.trait: None for measure in MEASURES} if felt(trait)] == [
        "listening",
        "approachable",
    ]
