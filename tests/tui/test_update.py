"""News for the team: whom it is for, and who knew."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from carecompanion.domain.book import Book
from carecompanion.domain.records import Recipient
from tests.tui.care_team import ADE, DANA, OKAFOR, TEAM
from tests.tui.driving import running
from tests.tui.sheets import LATELY, NEWS, TODAY, WENT, begin, focus, go_to, held, put_in, refused


async def test_news_is_kept_with_whom_it_is_for_and_what_it_came_from(tmp_path: Path) -> None:
    async with running(tmp_path / "j", LATELY) as session:
        await begin(session, "n")
        await session.paste("I have moved")
        await session.press("tab", "2", "3")
        assert session.says("After a visit with Dana and Ade and 1 more you are asked whether they knew.")
        await session.press("2", "tab", "2", "ctrl+n")
        assert held(session, "made_on") == "11 March 2026"
        await session.press("tab")
        await session.paste("by phone")
        await session.press("enter")
        assert session.says("The news is in the journal. After a visit with Dana and Dr Okafor you are asked")
        (update,) = session.book.updates.values()
    assert (update.what, update.told_on, update.note) == ("I have moved", date(2026, 3, 11), "by phone")
    assert update.recipients == (Recipient(person_id=DANA.id), Recipient(person_id=OKAFOR.id))
    assert (update.appointment_id, update.contact_id) == (WENT.id, None)


async def test_e_says_who_knew_and_takes_people_in_and_out(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM.keeping(NEWS)) as session:
        await session.press("2")
        await session.until("e say who knew")
        await session.press("e")
        assert focus(session) == "knew_0"
        assert session.says("After a visit with Dana and Dr Okafor you are asked whether they knew.")
        await session.press("p")
        assert session.says("After a visit with Dr Okafor you are asked whether they knew.")
        await session.press("enter")
        part = Recipient(person_id=DANA.id, knew="partly", checked_on=TODAY)
        assert session.book.updates[NEWS.id] == replace(NEWS, recipients=(part, NEWS.recipients[1]))
        await session.press("e")
        assert focus(session) == "knew_1"
        await session.press("n")
        assert session.says("This counts towards Communicates.")
        await session.press("enter")
        await session.press("e")
        assert focus(session) == "knew_0"
        await session.press("s")
        await go_to(session, "needs_it")
        await session.press("3", "2", "enter")
        (update,) = session.book.updates.values()
    assert update.recipients == (Recipient(person_id=DANA.id), Recipient(person_id=ADE.id))


async def test_what_cannot_be_is_asked_about_and_nobody_has_to_be_named(tmp_path: Path) -> None:
    async with running(tmp_path / "j", Book()) as session:
        await begin(session, "n", "ctrl+n")
        await refused(session, "text", "", "What do they need to know? A few words are enough.")
        put_in(session, text="a new address")
        await refused(session, "made_on", "tomorrow", "That day is still ahead.")
        assert not session.book.updates
        assert session.says("Nobody is named, so nothing is counted.")
        put_in(session, made_on="mon")
        await session.press("enter")
        (update,) = session.book.updates.values()
    assert (update.what, update.told_on, update.recipients) == ("a new address", date(2026, 3, 9), ())
