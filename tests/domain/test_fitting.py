"""Which offers fit what is typed, and in which order."""

import pytest

from carecompanion.domain.fitting import fitting
from carecompanion.domain.search import words_in

OFFERS = {
    "Write a note": "diary",
    "Write down an appointment": "visit meeting",
    "Go to Team": "people",
    "Zoë Brontë": "nurse",
    "Notes of the team": "",
    "How “Keeps time” is worked out": "note",
}


def found(asked: str) -> list[str]:
    return fitting(asked, list(OFFERS), lambda offer: (words_in(offer), words_in(OFFERS[offer])))


def test_without_a_word_everything_stays_in_its_order() -> None:
    for nothing in ("", "  ", ".", "–"):
        assert found(nothing) == list(OFFERS)


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("wr no", "Write a note"),
        ("no wr", "Write a note"),
        ("NOTE", "Write a note"),
        ("zoe", "Zoë Brontë"),
        ("bronte zo", "Zoë Brontë"),
        ("nur", "Zoë Brontë"),
        ("meet", "Write down an appointment"),
        ("team", "Go to Team"),
        ("go", "Go to Team"),
    ],
)
def test_the_most_fitting_comes_first(asked: str, first: str) -> None:
    assert found(asked)[0] == first


@pytest.mark.parametrize("asked", ["ote", "write x", "zz", "note zoë"])
def test_every_word_has_to_begin_one_of_an_offers(asked: str) -> None:
    assert found(asked) == []


def test_own_words_come_before_other_words_and_whole_words_before_beginnings() -> None:
    assert found("note") == ["Write a note", "Notes of the team", "How “Keeps time” is worked out"]
    assert found("note a") == ["Write a note"]
