"""A trait of one's own: added, asked after a visit, counted, changed, and asked no longer."""

from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion.domain.records import OwnTrait
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import DANA, OKAFOR, ONE_VISIT, TEAM, YESTERDAY
from tests.tui.driving import NOW, Session, running
from tests.tui.every_entry import BOOK, CLEAR
from tests.tui.looking_through import entries, rows, take, the_list
from tests.tui.waiting import fail_once, put, retype

NAME, QUESTION = "Explains", "Did they [explain] things?"


def own(session: Session) -> OwnTrait:
    """The one trait of the person's own."""
    (only,) = session.book.own_traits.values()
    return only


def card(session: Session) -> str:
    """Its card."""
    return " ".join(dict(rows(session))[own(session).id].split())


async def test_a_question_of_ones_own_is_asked_after_a_visit_and_counts(tmp_path: Path) -> None:
    async with running(tmp_path / "j", ONE_VISIT) as session:
        await session.press("3", "a")
        await session.until("A trait of your own")
        await put(session, NAME)
        await session.press("tab")
        await put(session, QUESTION)
        assert session.says("After visits with anyone you are asked it, with y, p or n, once the five are answered.")
        await session.press("enter")
        await session.until(f"Saved. “{NAME}” is asked after your visits.")
        assert (own(session).name, own(session).question, own(session).person_id) == (NAME, QUESTION, None)
        assert own(session).began_on == NOW.date()
        assert the_list(session).key_in_hand == own(session).id
        assert card(session).startswith(f"{NAME} {QUESTION} Nothing recorded yet.")


async def test_its_answers_are_counted_shown_and_behind_its_figure(tmp_path: Path) -> None:
    asked = replace(CLEAR, began_on=YESTERDAY.planned_at.date())
    async with running(tmp_path / "j", ONE_VISIT.keeping(asked)) as session:
        await session.press("v")
        await session.until("› Did it start on time?")
        await session.press("y", "y", "y", "y", "y")
        assert session.says("› Was it [clear] to you?")
        await session.press("p")
        while not session.says("That is everything."):
            await session.press("s")
        await session.press("enter")
        await session.until("Saved.")
        assert [each.answer for each in session.book.appointments[YESTERDAY.id].own] == ["partly"]
        await session.press("3")
        assert "Too few to say – 1 visit so far." in card(session)
        take(session, CLEAR.id)
        await session.press("enter")
        assert session.says("Clear Was it [clear] to you?")
        assert entries(session) == [(YESTERDAY.id, "14:00 Visit Dana, home partly ◐")]
        await session.press("w")
        assert session.says("where you answered your own question: “Was it [clear] to you?”")


async def test_its_name_its_question_and_with_whom_can_be_changed_and_what_was_answered_stays(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press("3")
        take(session, CLEAR.id)
        before = card(session).split("Too few")[1]
        await session.press("e")
        await session.until("Your own trait")
        await retype(session, "name", "Plain words")
        await retype(session, "question", "Was it said plainly?")
        await session.press("tab", "1")
        assert session.says("After visits with Dana you are asked it")
        await session.press("enter")
        await session.until("Saved. “Plain words” is asked after your visits.")
        changed = replace(CLEAR, name="Plain words", question="Was it said plainly?", person_id=DANA.id)
        assert own(session) == changed
        assert card(session).startswith("Plain words Was it said plainly?")
        assert card(session).endswith(before)
        await session.press("enter")
        with_others = [visit.id for visit in BOOK.appointments.values() if visit.person_id == OKAFOR.id]
        assert not set(with_others) & set(dict(entries(session)))


async def test_a_trait_can_be_asked_no_longer_and_again(tmp_path: Path) -> None:
    async with running(tmp_path / "j", BOOK) as session:
        await session.press("3")
        take(session, CLEAR.id)
        await session.press("e")
        await session.until("Your own trait")
        await session.press("shift+tab", "n")
        await session.until("It is not asked any more. What you answered stays")
        await session.press("enter")
        await session.until("Saved. “Clear” is not asked any more.")
        assert own(session) == replace(CLEAR, retired_on=NOW.date())
        assert "Too few to say – 3 visits so far." in card(session)
        await session.press("e")
        await session.until("Your own trait")
        await session.press("shift+tab", "y", "enter")
        await session.until("“Clear” is asked after your visits.")
        assert own(session) == CLEAR


REFUSED = (
    ("", QUESTION, "What is it called? A word or two are enough."),
    (NAME, " ", "What should be asked? Something that yes, partly or no can answer."),
    ("  listens ", QUESTION, "One of the five has that name. Choose another."),
    ("Keeps time", QUESTION, "One of the five has that name. Choose another."),
)


async def test_without_a_name_of_its_own_and_a_question_nothing_is_kept_and_nothing_is_lost(tmp_path: Path) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        await session.press("3", "a")
        await session.until("A trait of your own")
        for name, question, sentence in REFUSED:
            await retype(session, "name", name)
            await retype(session, "question", question)
            await session.press("enter")
            await session.until(sentence)
            assert not session.book.own_traits
            typed = [session.app.screen.query_one(f"#{line}", Line).value for line in ("name", "question")]
            assert typed == [name, question]


async def test_a_full_disk_keeps_the_name_and_the_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(tmp_path / "j", TEAM) as session:
        fail_once(monkeypatch)
        await session.press("3", "a")
        await session.until("A trait of your own")
        await put(session, NAME)
        await session.press("tab")
        await put(session, QUESTION)
        await session.press("enter")
        await session.until("The disk is full, so this was not saved.")
        assert not session.book.own_traits
        await session.press("enter")
        await session.until("Saved.")
        assert own(session).question == QUESTION
