"""The traits in plain lines."""

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period
from carecompanion.domain.records import OwnAnswer, OwnTrait
from carecompanion.domain.traits import assess
from carecompanion.domain.whose import WhoseTime, coordinator_for
from carecompanion.sharing.spoken_traits import spoken_traits, traits_named
from tests.domain.given import DANA_THEN_ADE, at, book, day, visit

NOW = at("2026-03-31 12:00")
CLEAR = OwnTrait(id="0199-clear", name="Clear  words\nand so on", question="Was it clear?", began_on=day("2026-01-01"))
LISTENED = [visit(f"2026-02-{number:02} 10:00", listened="yes") for number in range(10, 19)]


def said(known: Book, whose: WhoseTime = "now", first: str = "2026-01-01", last: str = "2026-03-31") -> tuple[str, ...]:
    chosen = coordinator_for(whose, known, day("2026-03-31"))
    return spoken_traits(assess(known, Period(day(first), day(last)), NOW, chosen), known, whose)


def test_each_trait_is_named_and_said_with_its_word_how_sure_and_lately() -> None:
    before = [visit(f"2025-11-{number:02} 10:00", listened="no") for number in range(10, 19)]
    lines = said(book(*LISTENED, *before))
    assert lines[:3] == ("Dana Whitfield, care co-ordinator.", "From Thursday 1 January to Tuesday 31 March.", "")
    at_listens = lines.index("Listens (how it felt to you): Hears you, and acts on it.")
    assert lines[at_listens + 1] == "You felt listened to 9 of 9 times. Almost always. This is sure. Better lately."
    assert lines[-1] == "This is what you wrote down, not everything that happened."


def test_too_few_and_nothing_get_neither_word_nor_sureness() -> None:
    lines = said(book(*LISTENED[:2]))
    assert "Too few to say – 2 visits so far." in lines
    assert "Nothing recorded yet." in lines
    assert not [line for line in lines if "sure" in line]


def test_a_steady_trait_is_about_the_same_lately() -> None:
    before = [visit(f"2025-11-{number:02} 10:00", listened="yes") for number in range(10, 19)]
    assert any(line.endswith("This is sure. About the same lately.") for line in said(book(*LISTENED, *before)))


def test_a_trait_of_ones_own_is_said_like_the_others() -> None:
    answers = [
        visit(f"2026-02-{number:02} 10:00", own=(OwnAnswer(trait_id=CLEAR.id, answer="yes"),))
        for number in range(10, 16)
    ]
    assert said(book(CLEAR, *answers))[-4:-2] == (
        "Clear  words: Was it clear?",
        "You said yes 6 of 6 times. Almost always. This is sure.",
    )


@pytest.mark.parametrize(
    ("whose", "first", "last", "lines"),
    [
        ("now", "2026-03-01", "2026-03-31", ("Ade Bello, care co-ordinator.",)),
        ("before", "2026-03-01", "2026-03-31", ("Dana Whitfield, care co-ordinator before.",)),
        (
            "before",
            "2026-03-02",
            "2026-03-31",
            (
                "Dana Whitfield, care co-ordinator before.",
                "None of these days were in their time, which was from Wednesday 1 January 2025 to Sunday 1 March.",
                "To choose other days, use --from and --to.",
            ),
        ),
        ("everyone", "2026-03-02", "2026-03-09", ("Everyone who was your care co-ordinator.",)),
    ],
)
def test_it_is_said_whose_time_it_is_and_when_that_was_elsewhere(
    whose: WhoseTime, first: str, last: str, lines: tuple[str, ...]
) -> None:
    found = said(book(team=DANA_THEN_ADE), whose, first, last)
    assert (found[0], *found[2 : found.index("")]) == lines


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("communication", ["communication"]),
        ("communicates", ["communication"]),
        ("COMM", ["communication"]),
        ("keeps time", ["organisation"]),
        (" Keeps   TIME ", ["organisation"]),
        ("org", ["organisation"]),
        ("listens", ["listening"]),
        ("a", ["approachable", "accessible"]),
        ("clear words", ["0199-clear"]),
        ("clé", ["0199-clear"]),
        ("0199", ["0199-clear"]),
        ("time", []),
        ("", []),
        ("  ", []),
        ("dragons", []),
    ],
)
def test_a_trait_goes_by_its_id_its_name_or_the_beginning_of_one(name: str, found: list[str]) -> None:
    assert list(traits_named(name, book(CLEAR))) == found


def test_a_whole_name_comes_before_the_beginning_of_another() -> None:
    short = OwnTrait(id="short", name="Listen", question="Was it short?", began_on=day("2026-01-01"))
    assert traits_named("listen", book(short)) == ("short",)
    assert traits_named("liste", book(short)) == ("listening", "short")


def test_two_traits_of_one_name_are_both_found() -> None:
    other = OwnTrait(id="other", name="Listens", question="Was it so?", began_on=day("2026-01-01"))
    assert traits_named("listens", book(other)) == ("listening", "other")
