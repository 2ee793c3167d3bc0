"""Asked for: written down in three keys and the words, and what came of it once that is known."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from tests.tui.care_team import TEAM
from tests.tui.driving import NOW, running
from tests.tui.sheets import LATELY, PLAN, WENT, begin, focus, go_to, held, put_in, refused
from tests.tui.waiting import LETTER


async def test_three_keys_and_the_words_write_down_what_was_asked_for(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        for second in ("tab", "a"):
            await begin(session, second)
            assert focus(session) == "text"
            await session.paste(f"my plan, by {second}")
            await session.press("enter")
            assert session.says("Saved. What you asked for is in the journal. It counts once you say what came of it.")
        points = list(session.book.points.values())
    assert [point.text for point in points] == ["my plan, by tab", "my plan, by a"]
    assert {(point.raised_at, point.written_at, point.outcome, point.appointment_id) for point in points} == {
        (NOW, NOW, None, None)
    }


async def test_what_it_came_from_brings_its_day_unless_another_is_typed(tmp_path: Path) -> None:
    async with running(tmp_path / "j", LATELY) as session:
        await begin(session, "tab")
        await session.paste("one")
        await session.press("tab", "1")
        assert session.says("1 text to Dana: the letter to my GP 2 the visit with Dana, yesterday")
        assert held(session, "when") == "just now"
        await session.press("shift+tab", "2")
        assert session.says("= Wednesday 11 March, 14:00")
        await session.press("enter")
        await begin(session, "tab")
        await session.paste("two")
        await session.press("tab", "tab")
        await session.paste("9:15")
        await session.press("shift+tab", "2", "enter")
        await begin(session, "tab")
        await session.paste("three")
        await session.press("tab", "1", "enter")
        one, two, three = session.book.points.values()
    assert (one.appointment_id, one.contact_id, one.raised_at) == (WENT.id, None, WENT.planned_at)
    assert (two.appointment_id, two.raised_at) == (WENT.id, datetime(2026, 3, 12, 9, 15, tzinfo=UTC))
    assert (three.appointment_id, three.contact_id, three.raised_at) == (None, LETTER.id, NOW)


async def test_what_cannot_be_is_asked_about_at_its_line_and_saves_once_mended(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await begin(session, "tab", "ctrl+n", "n")
        await refused(session, "text", "", "What was it? A few words are enough.")
        await refused(session, "text", "   ", "What was it? A few words are enough.")
        await session.paste("a lift")
        await refused(session, "when", "tomorrow 9am", "That is still ahead.")
        await refused(session, "when", "soonish", "I could not read that as a time.")
        await refused(session, "when", "", "I could not read that as a time.")
        put_in(session, when="yesterday 4pm")
        await go_to(session, "outcome_of_it")
        await session.press("o")
        assert session.says("This counts as not followed up.")
        await refused(session, "outcome_on", "10 March", "That is before you asked.")
        await refused(session, "outcome_on", "tomorrow", "That day is still ahead.")
        await refused(session, "outcome_on", "some day", "I could not read that as a day.")
        assert not session.book.points
        put_in(session, outcome_on="today")
        await session.press("enter")
        (point,) = session.book.points.values()
    assert (point.text, point.raised_at) == ("   a lift", datetime(2026, 3, 11, 16, tzinfo=UTC))
    assert (point.outcome, point.outcome_on) == ("no", date(2026, 3, 12))


async def test_e_on_its_row_and_on_its_page_says_what_came_of_it_and_changes_nothing_else(tmp_path: Path) -> None:
    raised_at = PLAN.raised_at.replace(second=37)
    plan = replace(PLAN, raised_at=raised_at, appointment_id=WENT.id, private="shy", written_by="Sam", keep_out=True)
    async with running(tmp_path / "j", LATELY.keeping(plan)) as session:
        await session.press("2", "end")
        await session.until("e say what came of it")
        await session.press("e")
        assert session.says("What you asked for")
        assert not session.says("This is")
        assert (focus(session), held(session, "source")) == ("outcome_of_it", WENT.id)
        await session.press("w", "enter")
        assert session.says("Saved. What you asked for is in the journal. This counts as followed up.")
        assert session.book.points[plan.id] == replace(plan, outcome="answered")
        await session.press("enter")
        await session.press("e")
        assert focus(session) == "outcome_of_it"
        await session.press("escape")
        assert session.says("You asked for Tuesday 3 March")
        await session.press("e")
        await session.press("d")
        await session.paste("yesterday")
        await session.press("enter")
        assert session.says("acted on")
        assert session.book.points[plan.id] == replace(plan, outcome="acted_on", outcome_on=date(2026, 3, 11))
