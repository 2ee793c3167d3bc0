"""Team: the people, how to reach them, what was agreed, who was co-ordinator when."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from carecompanion.domain.book import Book
from carecompanion.domain.records import Agreement, Person
from tests.tui.care_team import ADE, DANAS_TIME, OKAFOR, TEAM, numbered
from tests.tui.driving import MIDDLE, NARROW, WIDE, running


async def test_the_co_ordinator_comes_first_and_is_shown_in_every_window(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("4")
        for size in (WIDE, MIDDLE, NARROW, (36, 16)):
            await session.pilot.resize_terminal(*size)
            await session.settle()
            names = [session.text.index(name) for name in ("Dana Whitfield", "Ade Bello", "Dr Okafor")]
            assert names == sorted(names)
            assert session.says("CPN, care co-ordinator since January 2025")
            assert session.says("Text 07700 900 123")
            assert session.says("! help now ? keys")


async def test_what_was_agreed_is_shown_with_what_was_agreed_before(tmp_path: Path) -> None:
    later = Agreement(id=numbered(23), starts_on=date(2026, 4, 1), reply_within=2, reply_unit="working_days")
    async with running(tmp_path / "j", TEAM.keeping(later), size=(120, 60)) as session:
        await session.press("4")
        assert session.says("What you agreed")
        assert session.says("Reply within 24 hours, any day")
        assert session.says("Agreed from 1 April 2026 on")
        assert session.says("within 2 working days")
        assert session.says("Agreed before")
        assert session.says("1 February 2025 to 8 January 2026")
        assert session.says("within 48 hours, any day")
        assert session.says("Replies to what you sent before 9 January")


async def test_who_was_co_ordinator_when_is_shown_with_its_gaps(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM, size=(120, 60)) as session:
        await session.press("4")
        assert session.says("Who was care co-ordinator when")
        assert session.says("Dana from 6 Jan 2025")
        assert session.says("Nobody 1 Dec 2024 to 6 Jan 2025")
        assert session.says("Ade 1 Mar 2024 to 1 Dec 2024")
        await session.press("down")
        assert session.says("Care co-ordinator 1 Mar 2024 to 1 Dec 2024")
        assert not session.says("What you agreed")


async def test_a_team_without_a_co_ordinator_says_so_beside_whoever_is_in_hand(tmp_path: Path) -> None:
    ended = replace(DANAS_TIME, ended_on=date(2026, 3, 1))
    async with running(tmp_path / "j", TEAM.keeping(ended), size=(120, 60)) as session:
        await session.press("4")
        assert session.says("Nobody from 1 Mar 2026")
        assert session.says("What you agreed")
        assert session.text.index("Ade Bello") < session.text.index("Dr Okafor")


async def test_enter_opens_the_person_in_hand_whole_and_esc_comes_back(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM, size=MIDDLE) as session:
        await session.press("4", "enter")
        assert session.says("Agreed on 9 January 2026, in writing")
        await session.press("pagedown", "pagedown")
        assert session.says("Ade 1 Mar 2024 to 1 Dec 2024")
        await session.press("escape")
        assert session.says("a add someone")


async def test_an_empty_team_says_how_to_begin_and_offers_only_keys_that_work(tmp_path: Path) -> None:
    async with running(tmp_path / "j", Book()) as session:
        await session.press("4")
        assert session.says("Nobody is written down yet. a adds your care co-ordinator, or anybody you see or ring.")
        assert not session.says("e change")
        assert not session.says("enter open")
        await session.press("e", "enter")
        assert session.says("Nobody is written down yet.")
        await session.press("a")
        await session.paste("Sam Lowe")
        await session.press("enter")
        assert session.says("Sam Lowe is in your team.")
        assert session.says("e change")


async def test_words_with_brackets_and_long_names_are_shown_as_typed(tmp_path: Path) -> None:
    strange = Person(id=OKAFOR.id, name="[/] Okafor [sic]" + "y" * 60, role="[bold]boss", note="[@click=app.bell]x[/]")
    async with running(tmp_path / "j", Book().keeping(strange, ADE), size=NARROW) as session:
        await session.press("4")
        assert session.says("[bold]boss")
        assert session.says("[@click=app.bell]x[/]")


async def test_without_a_reply_time_it_says_how_to_ask_for_one(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", replace(TEAM, agreements={})) as session:
        await session.press("4")
        assert session.says("It is fine to ask: “How soon will you usually get back to me?”")
