"""The cards of the traits: the five and one's own, and what can be done from there."""

from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from carecompanion.domain.wording import level, statement, trait_words
from carecompanion.tui.terminals import ThemeName
from carecompanion.tui.trait import TraitWhole
from carecompanion.tui.view import View
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running
from tests.tui.every_entry import BOOK, CLEAR
from tests.tui.looking_through import back, rows, take, the_list, torn

SAMPLE = sample_book(NOW)
SMALLEST = (36, 16)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_every_trait_is_a_card_with_its_name_sentence_word_scale_and_months(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    traits = View().assessment(SAMPLE, NOW).traits
    assert len(traits) == 6
    async with running(tmp_path / "j", SAMPLE, size=size) as session:
        await session.press("3")
        cards = {key: words for key, words in rows(session) if key}
        assert list(cards) == [trait.id for trait in traits]
        for trait in traits:
            card = " ".join(cards[trait.id].split())
            word = trait.headline.word
            assert word is not None
            assert card.startswith(trait_words(trait).name)
            assert statement(trait.headline) in card
            assert level(word) in card
            assert "never ─" in card
            marks = sum(card.count(mark) for mark in "●○◐")
            assert marks == trait.headline.tally.of + 1
        assert session.says("Dana Whitfield, care co-" if size != NARROW else "Dana Whitfield")
        assert session.says("last 3 months")
        assert (len(rows_without_a_key(session)) > 6) is (size == WIDE)


def rows_without_a_key(session: Session) -> list[str]:
    """The blank lines, and the legend below the cards of a wide window."""
    return [words for key, words in rows(session) if key is None]


async def test_a_wide_window_names_the_months_above_the_marks_and_says_what_the_shapes_mean(tmp_path: Path) -> None:
    async with running(tmp_path / "j", SAMPLE) as session:
        await session.press("3")
        lines = session.text.splitlines()
        names = next(line for line in lines if line.endswith("Mar"))
        marks = next(line for line in lines if line.startswith(" ▎ never"))
        assert all(marks[names.index(month)] in "●○◐" for month in ("Dec", "Jan", "Feb", "Mar"))
        assert session.says("● yes ◐ partly ○ no The heavy line is where the true answer probably lies.")
        assert session.says("enter see it whole p period t whose time w how this is worked out a add your own ? keys")


async def test_only_ones_own_can_be_changed_and_the_five_say_why_not(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press("3")
        assert not session.says("e change")
        await session.press("e")
        assert session.says("The five are always there, as they are. The key a adds a trait of your own.")
        take(session, CLEAR.id)
        await session.settle()
        assert session.says("e change")
        assert session.says("Clear Was it [clear] to you?")
        assert session.says("Too few to say – 3 visits so far.")
        await session.press("e")
        await session.until("Your own trait")


async def test_enter_goes_into_the_card_in_hand_and_back_to_it(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press("3", "down", "down", "enter")
        assert isinstance(session.app.screen, TraitWhole)
        assert session.says("Listens Hears you, and acts on it · how it felt to you")
        await session.press("backspace")
        assert the_list(session).key_in_hand == "listening"


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["dusk", "plain"])
async def test_nothing_is_wider_than_the_window_whatever_its_size(tmp_path: Path, theme: ThemeName) -> None:
    async with running(tmp_path / "j", SAMPLE, theme=theme) as session:
        for size in (WIDE, MIDDLE, NARROW, SMALLEST):
            await session.pilot.resize_terminal(*size)
            await session.press("3")
            assert torn(session) == []
            take(session, "accessible")
            await session.press("enter")
            assert torn(session) == []
            take(session, "measure:response")
            await session.press("enter")
            assert torn(session) == []
            assert session.says("? keys")
            await session.press("o")
            await session.until("Leave out of Accessible")
            assert session.says("esc cancel")
            await back(session)
            await session.press("escape", "escape")
        await session.press("a")
        await session.until("A trait of your own")
        assert session.says("esc cancel")
