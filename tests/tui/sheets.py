"""What the tests of the sheets behind the key s begin with: two visits, a contact, and what is still open."""

from dataclasses import replace
from datetime import date, timedelta

from carecompanion.domain.records import OwnTrait, Point, Promise, Recipient, Update
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.parts.line import Line
from tests.tui.care_team import DANA, OKAFOR, TOMORROW, YESTERDAY, numbered
from tests.tui.driving import NOW, Session
from tests.tui.waiting import ONE_WAITS

TODAY = NOW.date()
WENT = replace(YESTERDAY, status="went_ahead")
"""The visit of Wednesday 11 March, 14:00, with Dana."""

LATELY = ONE_WAITS.keeping(WENT, TOMORROW)
"""Two things that something may have come from: yesterday's visit, and today's text about the letter."""

CAT = OwnTrait(id=numbered(71), name="Warm", question="Did they ask after the cat?", began_on=date(2026, 1, 1))
NEWS = Update(
    id=numbered(72),
    what="New tablets",
    told_on=date(2026, 3, 9),
    recipients=(Recipient(person_id=DANA.id), Recipient(person_id=OKAFOR.id)),
)
RING = Promise(
    id=numbered(73), text="Will ring my GP", made_on=date(2026, 3, 2), due_on=date(2026, 3, 6), by_person_id=DANA.id
)
PLAN = Point(id=numbered(74), text="A copy of my plan", raised_at=NOW - timedelta(days=9))


def focus(session: Session) -> str | None:
    """The line that has the focus."""
    return session.app.focused.id if session.app.focused else None


async def begin(session: Session, letter: str, *keys: str) -> None:
    """The sheet of a kind, by its letter, and what is pressed there."""
    await session.press("s")
    await session.press(letter)
    if keys:
        await session.press(*keys)


async def go_to(session: Session, name: str) -> None:
    """Take a line of the form that is shown in hand."""
    session.app.screen.query_one(f"#{name}").focus()
    await session.settle()


def put_in(session: Session, **words: str) -> None:
    """Put words in lines at once, whatever they held."""
    for name, text in words.items():
        session.app.screen.query_one(f"#{name}", Line).value = text


def held(session: Session, name: str) -> str | None:
    """What a line of the form that is shown holds."""
    control = session.app.screen.query_one(f"#{name}")
    assert isinstance(control, Line | Choice)
    return control.value


async def refused(session: Session, name: str, words: str, sentence: str) -> None:
    """Saving with these words in a line says this sentence under it; the words stay, in hand."""
    put_in(session, **{name: words})
    await session.press("enter")
    assert session.says(f"! {sentence}"), session.text
    assert (focus(session), held(session, name)) == (name, words)
