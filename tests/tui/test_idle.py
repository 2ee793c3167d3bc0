"""Hiding by itself: when nobody is there any more, said half a minute before, no word lost."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest
from textual import events

from carecompanion.domain.hiding import HideWhen
from carecompanion.domain.sample import sample_book
from carecompanion.store import Journal
from carecompanion.tui import app as program
from carecompanion.tui.app import CareCompanion
from carecompanion.tui.door import Opening
from carecompanion.tui.idle import WARNING
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, at_the_door, new_journal, running

HALF_A_MINUTE, FIVE_MINUTES = 30.0, 300.0
Running = Callable[..., AbstractAsyncContextManager[Session]]


class Clocks:
    """The two clocks, in the test's hands: seconds awake, and seconds on the wall."""

    def __init__(self) -> None:
        self.awake = self.wall = 1000.0

    def passes(self, seconds: float) -> None:
        """So much time passes for both."""
        self.awake += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    """Clocks that stand still until the test moves them."""
    return Clocks()


@pytest.fixture
def open_journal(clocks: Clocks, monkeypatch: pytest.MonkeyPatch) -> Running:
    """The program on a journal, by these clocks, looked at so often that no test waits."""
    monkeypatch.setattr(program, "LOOK", 0.01)
    return partial(running, ticking=(lambda: clocks.awake, lambda: clocks.wall))


async def hidden(session: Session) -> None:
    """Until the program has hidden and left."""
    for _ in range(1000):
        if session.app.return_value == "hidden":
            return
        await session.settle()
    raise AssertionError(f"It never hid:\n{session.text}")


async def looked(session: Session) -> None:
    """Until the clocks have been looked at, and what follows shows."""
    session.app.idle.look()
    await session.settle()


async def test_after_five_minutes_without_a_key_the_screen_hides(
    tmp_path: Path, open_journal: Running, clocks: Clocks
) -> None:
    async with open_journal(tmp_path) as session:
        clocks.passes(FIVE_MINUTES)
        await hidden(session)
        Journal.open(tmp_path, None).close()


async def test_half_a_minute_before_one_still_line_says_so(
    tmp_path: Path, open_journal: Running, clocks: Clocks
) -> None:
    async with open_journal(tmp_path) as session:
        clocks.passes(FIVE_MINUTES - HALF_A_MINUTE - 1)
        await looked(session)
        assert not session.says(WARNING)
        clocks.passes(1)
        await session.until(WARNING)
        said = session.text
        clocks.passes(HALF_A_MINUTE - 1)
        await looked(session)
        assert session.text == said
        clocks.passes(1)
        await hidden(session)


async def test_the_first_key_takes_the_line_away_and_does_what_it_does(
    tmp_path: Path, open_journal: Running, clocks: Clocks
) -> None:
    async with open_journal(tmp_path) as session:
        await session.press("n")
        await session.type("it raine")
        clocks.passes(FIVE_MINUTES - HALF_A_MINUTE)
        await session.until(WARNING)
        await session.press("d")
        assert not session.says(WARNING)
        assert session.says("it rained")
        clocks.passes(FIVE_MINUTES - HALF_A_MINUTE - 1)
        await looked(session)
        assert not session.says(WARNING)
        assert session.app.return_value is None


@pytest.mark.parametrize("sign", ["a paste", "the mouse"])
async def test_a_paste_and_the_mouse_are_somebody_too(
    tmp_path: Path, open_journal: Running, clocks: Clocks, sign: str
) -> None:
    async with open_journal(tmp_path) as session:
        clocks.passes(FIVE_MINUTES - HALF_A_MINUTE)
        await session.until(WARNING)
        if sign == "a paste":
            await session.paste("words")
        else:
            session.app.post_message(events.MouseMove(None, 5, 5, 0, 0, 0, False, False, False))
            await session.settle()
        assert not session.says(WARNING)


EVERY_KIND = ("", "2", "3", "4", "n", "c", "s", "r", "2 enter", "2 d", "2 x", "question_mark", "exclamation_mark")
"""The keys that lead to each kind of screen."""


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
@pytest.mark.parametrize(
    "keys", ["", "2", "3", "4", "n", "c", "s", "r", "2 enter", "2 d", "2 x", "question_mark", "exclamation_mark"]
)
async def test_the_line_stands_right_above_the_keys_on_every_kind_of_screen(
    tmp_path: Path, open_journal: Running, clocks: Clocks, keys: str, size: tuple[int, int]
) -> None:
    async with open_journal(tmp_path, sample_book(NOW), size=size) as session:
        await session.press(*keys.split())
        last = session.text.rstrip().splitlines()[-1]
        clocks.passes(FIVE_MINUTES - HALF_A_MINUTE)
        await session.until(WARNING)
        await session.settle()
        assert session.text.rstrip().splitlines()[-1] == last
        before = session.text.partition(WARNING[-8:])[0]
        assert len(session.text.splitlines()) - before.count("\n") <= 5


async def test_a_sheet_that_goes_with_the_line_on_it_leaves_the_line_on_what_is_below(
    tmp_path: Path, open_journal: Running, clocks: Clocks
) -> None:
    async with open_journal(tmp_path) as session:
        await session.press("question_mark")
        clocks.passes(FIVE_MINUTES - HALF_A_MINUTE)
        await session.until(WARNING)
        session.app.screen.dismiss(None)
        await session.settle()
        await session.until("Three ways to begin")
        await session.until(WARNING)
        await session.press("down")
        assert not session.says(WARNING)


async def test_what_is_being_written_is_kept(tmp_path: Path, open_journal: Running, clocks: Clocks) -> None:
    async with open_journal(tmp_path) as session:
        await session.press("n")
        await session.paste("half a thought [here]")
        clocks.passes(FIVE_MINUTES)
        await hidden(session)
        assert session.app.unkept is None
    journal = Journal.open(tmp_path, None)
    assert (journal.draft("note") or {})["text"] == "half a thought [here]"
    journal.close()


@pytest.mark.parametrize("first", ["a look", "a key"])
async def test_a_computer_that_slept_hides_when_it_wakes(
    tmp_path: Path, open_journal: Running, clocks: Clocks, first: str
) -> None:
    async with open_journal(tmp_path) as session:
        await session.press("n")
        clocks.wall += 3600
        if first == "a key":
            await session.pilot.press("x")
        await hidden(session)
    journal = Journal.open(tmp_path, None)
    assert journal.draft("note") is None
    journal.close()


async def test_a_clock_that_is_put_back_keeps_nothing_open(
    tmp_path: Path, open_journal: Running, clocks: Clocks
) -> None:
    async with open_journal(tmp_path) as session:
        clocks.wall -= 3600
        clocks.passes(FIVE_MINUTES)
        await hidden(session)


@pytest.mark.parametrize(
    ("chosen", "when"),
    [
        ({}, HideWhen(5)),
        ({"hide_after": "1"}, HideWhen(1)),
        ({"hide_after": "30", "hide_on_leaving": "yes"}, HideWhen(30, on_leaving=True)),
        ({"hide_after": "0"}, HideWhen(1)),
        ({"hide_after": "31"}, HideWhen(30)),
        ({"hide_after": "999"}, HideWhen(5)),
        ({"hide_after": "never"}, HideWhen(5)),
        ({"hide_after": "", "hide_on_leaving": "no"}, HideWhen(5)),
    ],
)
def test_it_is_never_off_and_never_longer_than_half_an_hour(chosen: dict[str, str], when: HideWhen) -> None:
    assert HideWhen.chosen(chosen) == when
    assert HideWhen.chosen(when.choices()) == when


async def test_the_invented_journal_does_not_hide_by_itself(tmp_path: Path, clocks: Clocks) -> None:
    ticking = (lambda: clocks.awake, lambda: clocks.wall)
    app = CareCompanion(
        lambda: Opening(lambda: new_journal(tmp_path)), lambda: NOW, "dusk", sample=True, ticking=ticking
    )
    async with app.run_test() as pilot:
        session = Session(app, pilot)
        await session.until("Today")
        clocks.passes(FIVE_MINUTES)
        await looked(session)
        assert not session.says(WARNING)
        await session.press("0")
        assert app.return_value == "hidden"


async def test_before_the_journal_is_open_nothing_hides(tmp_path: Path, clocks: Clocks) -> None:
    async with at_the_door(lambda: Opening(lambda: new_journal(tmp_path)), hidden=True) as session:
        clocks.passes(FIVE_MINUTES)
        await looked(session)
        assert session.app.return_value is None
