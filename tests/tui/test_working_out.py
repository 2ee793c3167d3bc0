"""How a figure is worked out: a page for each, with the journal's own numbers in its rule."""

from pathlib import Path

import pytest
from textual.widgets import Static

from carecompanion.domain.wording import measure_words
from carecompanion.domain.working_out import how, how_soon
from carecompanion.tui.parts.page import Page
from tests.tui.driving import MIDDLE, NARROW, WIDE, Session, running
from tests.tui.every_entry import BOOK
from tests.tui.looking_through import TO_EVERYTHING, everything, take

OWN_NUMBERS = {
    "replied_in_time": "Agreed now: a reply within 24 hours.",
    "regular": "Agreed now: every 2 weeks, so a gap of up to 17 days is as agreed.",
    "as_arranged": "Of the usual 60 minutes, nine tenths are 54.",
    "on_time": "no more than 10 minutes late",
    "full_time": "Of the usual 60 minutes, nine tenths are 54.",
    "fair_notice": "less the bank holidays of England and Wales.",
    "set_up": "It was agreed on Friday 9 January.",
}
PERIOD = "We look at 417 days, from Monday 20 January 2025 to today."


def page(session: Session) -> str:
    """All the words of the page that is shown, on one line."""
    assert isinstance(session.app.screen, Page)
    return " ".join(str(session.app.screen.query_one("#words", Static).content).split())


@pytest.mark.slow
async def test_w_tells_of_every_figure_how_it_is_worked_out_with_the_journals_own_numbers(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK, size=(80, 16)) as session:
        await session.press(*TO_EVERYTHING)
        worked_out = everything(session)
        for trait in worked_out.traits:
            take(session, trait.id)
            await session.press("enter")
            for measure in trait.measurements:
                take(session, f"measure:{measure.id}")
                await session.press("w")
                words = page(session)
                assert words.startswith(f"{measure_words(measure).said} How this is worked out ")
                assert [
                    told for told in how(measure, BOOK, worked_out).paragraphs if " ".join(told.split()) not in words
                ] == []
                assert OWN_NUMBERS.get(measure.id, PERIOD) in words
                assert f"yes {measure.tally.met} " in words
                assert f"left out {len(measure.excluded)} " in words
                await session.press("escape")
            if trait.id == "accessible":
                take(session, "measure:response")
                await session.press("w")
                words = page(session)
                assert words.startswith("How soon replies came How this is worked out")
                assert [told for told in how_soon(BOOK, worked_out).paragraphs if told not in words] == []
                await session.press("escape")
            await session.press("escape")


@pytest.mark.slow
async def test_the_page_opens_from_a_card_a_figure_and_an_entry_in_every_window(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press("3")
        take(session, "accessible")
        for size in (WIDE, MIDDLE, NARROW):
            await session.pilot.resize_terminal(*size)
            await session.press("w")
            assert session.says("Replied in time")
            assert session.says("How this is worked out")
            assert session.says("Agreed now: a reply within 24 hours.")
            assert session.says("esc back")
            await session.press("escape", "enter")
            take(session, "entry:")
            await session.press("w")
            assert session.says("Agreed now: a reply within 24 hours.")
            await session.press("escape")
            take(session, "measure:response")
            await session.press("enter", "w")
            assert session.says("How soon replies came")
            assert session.says("Chasing does not start it again.")
            await session.press("escape", "escape", "escape")
