"""What is asked after the five: the person's own questions, and what is still open with whoever came."""

from dataclasses import replace
from pathlib import Path

from carecompanion.domain.records import OwnAnswer, OwnTrait, Recipient
from tests.tui.care_team import DANA, ONE_VISIT, YESTERDAY, numbered
from tests.tui.driving import Session, running
from tests.tui.sheets import CAT, NEWS, PLAN, RING

OPEN = ONE_VISIT.keeping(CAT, NEWS, RING, PLAN)
FIVE = ("y", "y", "y", "y", "n")
YESTERDAYS = YESTERDAY.planned_at.date()


def untouched(session: Session) -> bool:
    """Whether nothing but the visit has been changed."""
    return session.book == OPEN.keeping(session.book.appointments[YESTERDAY.id])


async def test_after_the_five_enter_saves_and_what_was_not_asked_stays_open(tmp_path: Path) -> None:
    async with running(tmp_path / "j", OPEN) as session:
        await session.press("v")
        await session.press(*FIVE)
        assert session.says("› Did they ask after the cat? y Yes p Partly n No")
        assert session.says("Did Dana know? “New tablets” Did Dana do it? “Will ring my GP”")
        assert session.says("4 more, if you like. enter saves now.")
        await session.press("enter")
        assert session.says("Saved. How the visit with Dana went.")
        visit = session.book.appointments[YESTERDAY.id]
        assert (visit.status, visit.knew_latest, visit.own) == ("went_ahead", "no", ())
        assert untouched(session)


async def test_each_answer_is_kept_where_it_belongs(tmp_path: Path) -> None:
    async with running(tmp_path / "j", OPEN) as session:
        await session.press("v")
        await session.press(*FIVE, "p", "n")
        assert session.says("○ Did Dana know? “New tablets” No")
        assert session.says("y Yes p Yes, but late n No")
        await session.press("y", "n")
        assert session.says("● Did Dana do it? “Will ring my GP” Yes")
        assert session.says("· What came of it? “A copy of my plan” Nothing yet")
        await session.press("backspace", "backspace")
        assert session.says("› Did Dana do it? “Will ring my GP”")
        assert session.says("2 more, if you like.")
        await session.press("p", "p")
        assert session.says("That is everything.")
        await session.press("ctrl+n", "ctrl+s")
        book = session.book
    assert book.appointments[YESTERDAY.id].own == (OwnAnswer(trait_id=CAT.id, answer="partly"),)
    asked = Recipient(person_id=DANA.id, knew="no", checked_on=YESTERDAYS)
    assert book.updates[NEWS.id] == replace(NEWS, recipients=(asked, NEWS.recipients[1]))
    assert book.promises[RING.id] == replace(RING, outcome="late")
    assert book.points[PLAN.id] == replace(PLAN, outcome="answered")


async def test_what_is_skipped_or_taken_back_keeps_nothing(tmp_path: Path) -> None:
    async with running(tmp_path / "j", OPEN) as session:
        await session.press("v")
        await session.press(*FIVE, "s", "y", "backspace", "s", "s", "s", "enter")
        assert session.book.appointments[YESTERDAY.id].own == ()
        assert untouched(session)


async def test_ctrl_s_in_the_midst_of_them_keeps_what_has_been_answered(tmp_path: Path) -> None:
    async with running(tmp_path / "j", OPEN) as session:
        await session.press("v")
        await session.press(*FIVE, "y", "ctrl+s")
        assert session.says("Saved. How the visit with Dana went.")
        assert session.book.appointments[YESTERDAY.id].own == (OwnAnswer(trait_id=CAT.id, answer="yes"),)
        assert untouched(session)


async def test_answers_left_for_later_come_back_to_their_questions_though_one_is_gone(tmp_path: Path) -> None:
    later = OwnTrait(id=numbered(75), name="Plain", question="Were the words plain?", began_on=CAT.began_on)
    async with running(tmp_path / "j", OPEN.keeping(later)) as session:
        await session.press("v")
        await session.press(*FIVE, "n", "y", "p", "y")
        await session.press("escape")
        assert session.says("What you wrote is kept")
        gone = replace(CAT, retired_on=CAT.began_on)
        session.journal.keep(gone, replace(NEWS, recipients=NEWS.recipients[1:]))
        await session.press("v")
        assert not session.says("the cat")
        assert not session.says("New tablets")
        assert session.says("● Were the words plain? Yes")
        assert session.says("● Did Dana do it? “Will ring my GP” Yes")
        assert session.says("› What came of it? “A copy of my plan”")
        await session.press("s", "enter")
        book = session.book
    assert book.appointments[YESTERDAY.id].own == (OwnAnswer(trait_id=later.id, answer="yes"),)
    assert (book.promises[RING.id].outcome, book.points[PLAN.id].outcome) == ("kept", None)


async def test_in_the_smallest_window_the_question_in_hand_and_the_keys_stay_in_sight(tmp_path: Path) -> None:
    async with running(tmp_path / "j", OPEN, size=(36, 16)) as session:
        await session.press("v")
        await session.press(*FIVE)
        for words in ("Did they ask after the cat?", "Did Dana know?", "Did Dana do it?", "What came of it?"):
            shown = " ".join(session.text.replace("▐", "").split())  # the bar beside the lines
            assert f"› {words}" in shown
            assert session.says("enter save y yes s skip")
            await session.press("y")
        assert session.says("enter save ctrl+n more")
