"""The check-in: five questions on single keys, minutes as digits, and a last line."""

from pathlib import Path

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import ONE_VISIT, YESTERDAY
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, running


def the_visit(session: Session) -> Appointment:
    """The visit as it is kept now."""
    return session.book.appointments[YESTERDAY.id]


async def test_one_question_is_lit_at_a_time_in_every_window(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "n", "p")
        for size in (WIDE, MIDDLE, NARROW, (36, 16)):
            await session.pilot.resize_terminal(*size)
            await session.settle()
            assert session.says("› Did you feel listened to?")
            assert session.text.count("›") == 1
            assert all(session.says(words) for words in ("y Yes", "p Partly", "n No"))
        await session.press("y", "y", "n")
        assert session.says("That is everything.")


async def test_answered_questions_shrink_to_their_mark_and_words(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "n", "p", "s", "y")
        assert session.says("○ Did it start on time? Very late, or not at all")
        assert session.says("◐ Did you get the full time? A bit short")
        assert session.says("· Did you feel listened to? skipped")
        assert session.says("● Did you feel comfortable? Yes")
        assert session.says("› Did Dana know the latest?")
        assert session.says("5 of 5")


async def test_skipped_questions_stay_unsaid(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "s", "s", "s", "s", "s", "enter")
        visit = the_visit(session)
    assert visit.status == "went_ahead"
    assert {visit.on_time, visit.full_time, visit.listened, visit.comfortable, visit.knew_latest} == {None}


async def test_digits_say_how_late_it_started_and_how_long_it_lasted(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "0", "0", "5", "enter")
        assert session.says("● Did it start on time? 5 min late")
        await session.press("6", "0", "0", "9", "enter")
        assert session.says("● Did you get the full time? 600 of 60 min")
        await session.press("ctrl+s")
        visit = the_visit(session)
    assert (visit.minutes_late, visit.minutes_given) == (5, 600)
    assert (visit.on_time, visit.full_time) == (None, None)


async def test_a_letter_after_digits_is_the_answer(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "2", "0", "p")
        assert session.says("◐ Did it start on time? A bit late")
        await session.press("ctrl+s")
        assert (the_visit(session).minutes_late, the_visit(session).on_time) == (None, "partly")


async def test_backspace_takes_back_a_digit_then_an_answer(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "n", "2", "5", "backspace")
        assert session.says("2 of 60 min")
        await session.press("backspace")
        assert session.says("2 of 5")
        await session.press("backspace")
        assert session.says("1 of 5")
        await session.press("backspace")
        assert session.says("1 of 5")


async def test_backspace_in_an_empty_note_goes_back_and_in_a_written_one_does_not(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "y", "y", "y", "y", "y")
        await session.paste("ab")
        await session.press("backspace", "backspace")
        assert session.says("That is everything.")
        await session.press("backspace")
        assert session.says("5 of 5")


async def test_a_start_later_than_now_is_not_taken(tmp_path: Path) -> None:
    just_begun = Appointment(id=YESTERDAY.id, planned_at=NOW.replace(hour=14, minute=0), planned_minutes=60)
    async with running(tmp_path / "j", Book().keeping(just_begun)) as session:
        await session.press("v", "2", "1", "enter")
        assert session.says("That would be later than it is now.")
        assert session.says("21 min late")
        await session.press("backspace", "0", "enter")
        assert session.says("20 min late")
        assert session.says("2 of 5")


async def test_words_are_kept_exactly_and_may_hold_brackets(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "y", "y", "y", "y", "y")
        await session.type("0 [/]")
        await session.paste(" traffic [sic]")
        await session.press("enter")
        assert the_visit(session).note == "0 [/] traffic [sic]"


async def test_more_lines_hold_private_words_and_the_minutes_not_typed_before(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "2", "0", "enter", "p", "y", "y", "y", "ctrl+n")
        assert not session.says("Minutes late")
        await session.paste("25")
        await session.press("tab", "y", "p", "n")
        await session.paste("that it was too fast")
        await session.press("tab")
        await session.paste("I nearly cried")
        await session.press("tab", "y", "ctrl+s")
        visit = the_visit(session)
    assert (visit.minutes_late, visit.minutes_given, visit.full_time) == (20, 25, "partly")
    assert (visit.kind_to_me, visit.next_known, visit.put_right) == ("yes", "partly", "no")
    assert visit.did_not_say == "that it was too fast"
    assert (visit.private, visit.keep_out) == ("I nearly cried", True)


async def test_minutes_that_are_no_number_are_asked_for_again(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "n", "n", "y", "y", "y", "ctrl+n")
        for typed in ("soon", "-5", "1000", "²"):
            session.app.screen.query_one("#minutes_late", Line).value = typed
            await session.press("ctrl+s")
            assert session.says("Please type a number of minutes, from 0 to 999.")
        assert the_visit(session).status == "planned"


async def test_esc_leaves_it_for_later_with_the_answers_kept(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "2", "0", "enter", "n", "p", "y", "y")
        await session.paste("nearly")
        await session.press("escape")
        assert the_visit(session).status == "planned"
        await session.press("v")
        assert session.says("20 min late")
        assert session.says("nearly")
        await session.press("enter")
        visit = the_visit(session)
    assert (visit.minutes_late, visit.full_time, visit.note) == (20, "no", "nearly")


async def test_zero_hides_the_screen_only_where_no_minutes_can_be_typed(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "0")
        assert session.says("On time")
        await session.press("enter", "0", "enter")
        assert session.says("0 of 60 min")
        await session.press("0")
        assert not session.says("Did you feel listened to?")


async def test_somebody_who_is_not_among_the_people_is_asked_about_the_same(tmp_path: Path) -> None:
    visit = Appointment(id=YESTERDAY.id, planned_at=YESTERDAY.planned_at, with_="Duty desk")
    nobody = Appointment(id=YESTERDAY.id, planned_at=YESTERDAY.planned_at)
    async with running(tmp_path / "a", Book().keeping(visit)) as session:
        await session.press("v")
        assert session.says("Did the duty desk know the latest?")
    async with running(tmp_path / "b", Book().keeping(nobody)) as session:
        await session.press("v")
        assert session.says("How the visit went")
        assert session.says("Did they know the latest?")


async def test_ctrl_s_keeps_what_has_been_answered_and_a_number_just_typed(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("v", "y", "2", "5", "ctrl+s")
        visit = the_visit(session)
    assert (visit.status, visit.on_time, visit.minutes_given, visit.listened) == ("went_ahead", "yes", 25, None)


async def test_a_name_of_any_length_leaves_the_questions_in_sight(tmp_path: Path) -> None:
    visit = Appointment(id=YESTERDAY.id, planned_at=YESTERDAY.planned_at, with_="[/] " + "y" * 100_000)
    async with running(tmp_path / "j", Book().keeping(visit), size=MIDDLE) as session:
        await session.press("v")
        assert session.says("› Did it start on time?")
        await session.press("x")
        assert session.says("Who changed it")
