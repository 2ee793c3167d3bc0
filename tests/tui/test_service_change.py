"""A change the service made: told or not, why, and with a say or not."""

from datetime import date
from pathlib import Path

from tests.tui.care_team import TEAM
from tests.tui.driving import running
from tests.tui.sheets import TODAY, begin, focus, go_to, held, put_in, refused


async def test_a_change_is_kept_with_what_was_said_of_it(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await begin(session, "c")
        await session.paste("visits move to Tuesdays")
        await session.press("enter")
        assert session.says("Nothing is said of when you were told, so that does not count.")
        await begin(session, "c")
        await session.paste("a new clinic")
        await session.press("tab", "t")
        await session.paste("1 April")
        assert session.says("= Wednesday 1 April")
        await session.press("tab", "d")
        assert focus(session) == "told_on"
        await session.paste("yesterday")
        assert session.says("You heard before it came in.")
        await session.press("tab", "n", "p", "ctrl+n")
        await session.paste("by letter")
        await session.press("tab")
        await session.paste("fed up")
        await session.press("tab", "y", "enter")
        assert session.says("Saved. The change is in the journal. You heard before it came in.")
        bare, full = session.book.changes.values()
    assert (bare.what, bare.kind, bare.effective_on) == ("visits move to Tuesdays", None, TODAY)
    assert (bare.told_on, bare.never_told, bare.reason_given, bare.my_say) == (None, False, None, None)
    assert (full.what, full.kind, full.effective_on) == ("a new clinic", "time", date(2026, 4, 1))
    assert (full.told_on, full.never_told) == (date(2026, 3, 11), False)
    assert (full.reason_given, full.my_say, full.note) == ("no", "partly", "by letter")
    assert (full.private, full.keep_out) == ("fed up", True)


async def test_what_cannot_be_is_asked_about_and_e_takes_up_when_it_was_told(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await begin(session, "c")
        await refused(session, "text", "", "What was changed? A few words are enough.")
        put_in(session, text="new tablets")
        await refused(session, "effective_on", "the other day", "I could not read that as a day.")
        put_in(session, effective_on="")
        await go_to(session, "told")
        await session.press("d")
        await refused(session, "told_on", "", "On which day? Choose “not said” above if you do not know.")
        await refused(session, "told_on", "tomorrow", "That day is still ahead.")
        assert not session.book.changes
        put_in(session, told_on="today")
        await session.settle()
        assert session.says("You did not hear before the day it came in.")
        await session.press("enter")
        (change,) = session.book.changes.values()
        assert (change.effective_on, change.told_on) == (TODAY, TODAY)
        await session.press("2")
        await session.press("e")
        assert (focus(session), held(session, "text")) == ("told", "new tablets")
        await session.press("v")
        assert session.says("This counts as not told first.")
        assert not session.says("Told on")
        await session.press("enter")
        (changed,) = session.book.changes.values()
    assert (changed.id, changed.written_at) == (change.id, change.written_at)
    assert (changed.never_told, changed.told_on) == (True, None)
