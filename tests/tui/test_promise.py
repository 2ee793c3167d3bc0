"""A promise: whose, by when, and whether it was kept."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.tui.care_team import ADE, DANA, TEAM
from tests.tui.driving import running
from tests.tui.sheets import LATELY, RING, TODAY, WENT, begin, focus, go_to, held, put_in, refused


async def test_six_keys_and_the_words_write_down_a_promise_and_by_when(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await begin(session, "p")
        await session.paste("will ring my GP")
        await session.press("tab", "tab")
        await session.paste("friday")
        assert session.says("= Friday 13 March")
        assert session.says("It counts once tomorrow has gone, or you say what came of it.")
        await session.press("enter")
        assert session.says("Saved. The promise is in the journal. It counts once tomorrow has gone")
        await begin(session, "p")
        await session.paste("will write")
        await session.press("tab", "2")
        assert focus(session) == "due_on"
        assert session.says("Ade was not your care co-ordinator then, so this does not count towards Keeps time.")
        await session.press("enter")
        friday, by_ade = session.book.promises.values()
    assert (friday.text, friday.by_person_id, friday.made_on) == ("will ring my GP", DANA.id, TODAY)
    assert (friday.due_on, friday.outcome, friday.outcome_on) == (date(2026, 3, 13), None, None)
    assert (by_ade.text, by_ade.by_person_id, by_ade.due_on) == ("will write", ADE.id, None)


async def test_every_line_is_kept_and_a_date_without_a_year_is_the_nearest(tmp_path: Path) -> None:
    async with running(tmp_path / "j", LATELY) as session:
        await begin(session, "p", "ctrl+n")
        assert focus(session) == "made_on"
        put_in(session, text="a form", due_on="5 March", made_on="2 March")
        await session.settle()
        assert session.says("= Thursday 5 March")
        assert session.says("Its day has gone, so it counts as not kept until you say otherwise.")
        await go_to(session, "source")
        await session.press("2")
        assert held(session, "made_on") == "2 March"
        await go_to(session, "outcome_of_it")
        await session.press("l")
        await session.paste("9 March")
        await session.press("tab")
        await session.paste("angry")
        await session.press("tab", "y", "enter")
        assert session.says("This counts towards Keeps time.")
        (promise,) = session.book.promises.values()
    assert (promise.made_on, promise.due_on) == (date(2026, 3, 2), date(2026, 3, 5))
    assert (promise.outcome, promise.outcome_on) == ("late", date(2026, 3, 9))
    assert (promise.appointment_id, promise.contact_id) == (WENT.id, None)
    assert (promise.private, promise.keep_out) == ("angry", True)


async def test_what_cannot_be_is_asked_about_at_its_line_and_saves_once_mended(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await begin(session, "p", "ctrl+n")
        await refused(session, "text", " ", "What was said? A few words are enough.")
        put_in(session, text="will ring")
        await refused(session, "due_on", "when hell freezes", "I could not read that as a day.")
        await refused(session, "due_on", "yesterday", "That is before it was said.")
        put_in(session, due_on="today")
        await refused(session, "made_on", "tomorrow", "That day is still ahead.")
        put_in(session, made_on="10 March")
        await go_to(session, "outcome_of_it")
        await session.press("k")
        await refused(session, "outcome_on", "9 March", "That is before it was said.")
        await refused(session, "outcome_on", "tomorrow", "That day is still ahead.")
        assert not session.book.promises
        put_in(session, outcome_on="11 March")
        await session.press("enter")
        (promise,) = session.book.promises.values()
    assert (promise.text, promise.made_on, promise.due_on) == ("will ring", date(2026, 3, 10), TODAY)
    assert (promise.outcome, promise.outcome_on) == ("kept", date(2026, 3, 11))


async def test_e_says_whether_it_was_kept(tmp_path: Path) -> None:
    ring = replace(RING, appointment_id=WENT.id, made_on=date(2026, 3, 5))
    async with running(tmp_path / "j", LATELY.keeping(ring)) as session:
        await session.press("2", "end")
        await session.press("e")
        assert session.says("What was promised")
        assert (focus(session), held(session, "made_on")) == ("outcome_of_it", "5 March 2026")
        assert held(session, "source") == WENT.id
        await session.press("n", "enter")
        assert session.book.promises[ring.id] == replace(ring, outcome="broken")
        await session.press("e")
        await session.press("s", "enter")
        assert session.book.promises[ring.id] == ring
