"""Somebody away: told before or not, who covered, and how that went."""

from datetime import date
from pathlib import Path

from carecompanion.domain.book import Book
from tests.tui.care_team import DANA, OKAFOR, TEAM
from tests.tui.driving import running
from tests.tui.sheets import TODAY, begin, focus, go_to, held, put_in, refused


async def test_time_away_is_kept_and_e_says_how_the_cover_went(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await begin(session, "w")
        assert (focus(session), held(session, "away")) == ("away", DANA.id)
        assert session.says("It counts once you say whether you were told before, and who covers.")
        put_in(session, to_on="20 March")
        await go_to(session, "told")
        await session.press("y", "n")
        assert session.says("This counts towards Accessible.")
        await session.press("enter")
        assert session.says("Saved. The time away is in the journal. This counts towards Accessible.")
        (absence,) = session.book.absences.values()
        assert (absence.person_id, absence.from_on, absence.to_on) == (DANA.id, TODAY, date(2026, 3, 20))
        assert (absence.told_before, absence.cover_named, absence.cover_worked) == ("yes", "no", None)
        await session.press("2")
        await session.until("e say how it went")
        await session.press("e")
        assert focus(session) == "cover_worked"
        await session.press("p", "ctrl+n")
        assert focus(session) == "text"
        await session.paste("rang twice")
        await session.press("enter")
        (changed,) = session.book.absences.values()
    assert (changed.id, changed.cover_worked, changed.note) == (absence.id, "partly", "rang twice")
    assert (changed.from_on, changed.to_on, changed.told_before) == (TODAY, date(2026, 3, 20), "yes")


async def test_the_days_are_the_nearest_and_cannot_end_before_they_begin(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await begin(session, "w", "3")
        assert session.says("This counts towards Accessible only when your care co-ordinator is away.")
        put_in(session, from_on="5 March")
        await session.settle()
        assert session.says("= Thursday 5 March")
        await refused(session, "to_on", "4 March", "That is before it begins.")
        await refused(session, "from_on", "the ides", "I could not read that as a day.")
        assert not session.book.absences
        put_in(session, from_on="5 March", to_on="5 March")
        await session.press("enter")
        (absence,) = session.book.absences.values()
    assert (absence.person_id, absence.from_on, absence.to_on) == (OKAFOR.id, date(2026, 3, 5), date(2026, 3, 5))


async def test_with_nobody_in_the_team_it_says_how_to_add_someone(tmp_path: Path) -> None:
    async with running(tmp_path / "j", Book()) as session:
        await begin(session, "w", "ctrl+n")
        put_in(session, text="Dana is on leave")
        await session.press("enter")
        assert session.says("! Nobody is in your team yet. The keys 4 and a, outside this sheet, add someone.")
        assert not session.book.absences
        await session.press("escape", "4", "a")
        await session.paste("Dana")
        await session.press("enter", "s")
        assert held(session, "text") == "Dana is on leave"
        await session.press("enter")
        (absence,) = session.book.absences.values()
    assert absence.note == "Dana is on leave"
