"""What is looked for, and what of a record can be found."""

import pytest

from carecompanion.domain.records import Note, Recipient, Update
from carecompanion.domain.search import alternatives, folded, person_mark, words_in, written_words
from tests.domain.given import DANA, book, day, new, visit


def test_capitals_accents_and_curly_apostrophes_make_no_difference() -> None:
    assert folded("Élan’s ﬁne STRASSE") == folded("elan's fine straße")


def test_each_word_stands_for_itself_or_for_the_people_whose_names_have_it() -> None:
    known = book()
    assert alternatives("Whit LETTER", known) == (("whit", True, (person_mark(DANA.id),)), ("letter", True, ()))
    assert alternatives("x-ra", known) == (("x", False, ()), ("ra", True, ()))
    assert alternatives(" .* ( ", known) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("On Mill Street", ["on", "mill", "street"]),
        ("x-ray, 10.5 mg", ["x", "ray", "10", "5", "mg"]),
        ("Friday’s £5 🙂🙂", ["friday", "s", "£", "5", "🙂", "🙂"]),
        ("snake_case", ["snake", "case"]),
        ("日本語 कि", ["日本語", "क", "ि"]),
        ("… – “”", []),
    ],
)
def test_a_text_falls_into_words(text: str, words: list[str]) -> None:
    assert words_in(text) == words


def test_a_record_says_its_words_and_its_people_and_nothing_that_was_only_chosen() -> None:
    seen = visit("2026-03-11 14:00", place="Elm House", private="In the way", listened="partly")
    words = written_words(seen, book(seen))
    assert {"elm", "house", "in", "the", "way", "visit", person_mark(DANA.id)} <= set(words.split())
    assert "partly" not in words
    assert seen.id not in words
    news = new(Update, what="Moved", told_on=day("2026-03-11"), recipients=(Recipient(person_id=DANA.id),))
    assert person_mark(DANA.id) in written_words(news, book(news))
    assert "kind" not in written_words(new(Note, at=seen.planned_at, text="Quiet", kind="good"), book())
