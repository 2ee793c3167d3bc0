"""What the role promises, in plain lines."""

from carecompanion.domain.sample import sample_book
from carecompanion.sharing.spoken_role import spoken_role
from tests.domain.given import at, book

NOW = at("2026-03-12 14:20")


def test_each_thing_stands_with_what_is_known_then_what_to_ask_and_when_it_was_checked() -> None:
    lines = spoken_role(sample_book(NOW), NOW)
    assert [line.split()[0] for line in lines[3:14]] == [f"{number}." for number in range(1, 12)]
    assert lines[:2] == ("What a care co-ordinator usually promises", "5 of 11 are so.")
    assert _said("You know who your care co-ordinator is. Yes.", lines)
    assert _said("You have a copy of your care plan. No, asked Sun 8 March.", lines)
    assert _said("You know the date of your next review. Yes, from your journal: Thursday 26 March.", lines)
    assert _said("Your care plan was looked at in the last 12 months. Nothing said yet.", lines)
    assert lines.index("To ask") < lines.index("Where could I get an advocate?")
    assert lines[-1] == "Checked in November 2026. Check with your service."


def test_what_holds_in_one_country_says_so() -> None:
    lines = spoken_role(book(), NOW)
    assert _said("You are contacted within 72 hours of leaving hospital (England). Nothing said yet.", lines)
    assert _said("Your plan is written down (Wales, by law). Nothing said yet.", lines)
    assert "To ask" not in lines


def _said(words: str, lines: tuple[str, ...]) -> bool:
    """Whether a thing is said so, whatever its number."""
    return any(line.partition(". ")[2] == words for line in lines)
