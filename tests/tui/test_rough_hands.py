"""Odd words, a megabyte at once, and keys in a burst where no field is: everything is kept exactly, nothing breaks."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, TextArea

from carecompanion.domain.book import Book
from carecompanion.domain.records import Record
from tests.naughty import NAUGHTY, ONE_LINE
from tests.tui.driving import MIDDLE, NOW, Session, running
from tests.tui.sheets import LATELY

MEGABYTE = "The kettle [/] broke again today, and nobody came. " * 20_600
PRINTABLE = [chr(code) for code in range(0x20, 0x7F)]

SHEETS = {
    "note": ("n", "ctrl+s"),
    "contact": ("c", "enter"),
    "asked for": ("s", "enter"),
    "promise": ("s", "p", "enter"),
    "change": ("s", "c", "enter"),
    "news": ("s", "n", "enter"),
    "appointment": ("a", "enter"),
    "person": ("4", "a", "enter"),
}
FOR_WORDS = ("text", "what", "about", "name", "note", "said", "place", "private")
"""The lines that take any words, on whichever sheet."""


def words_of(record: Record) -> set[object]:
    """Everything its fields hold."""
    return {getattr(record, name) for name in type(record).__dataclass_fields__}


def kept(before: Book, after: Book) -> list[Record]:
    there = set(before.everything())
    return [record for record in after.everything() if record not in there]


async def fill_and_save(session: Session, keys: tuple[str, ...], text: str) -> None:
    """A sheet with this in every line that takes any words."""
    await session.press(*keys[:-1])
    for control in session.app.screen.query("Input, TextArea"):
        if control.id in FOR_WORDS and isinstance(control, Input):
            control.value = text
        elif control.id in FOR_WORDS and isinstance(control, TextArea):
            control.text = text
    if "a" in keys[:1]:
        session.app.screen.query_one("#when", Input).value = "tomorrow 2pm"
    await session.press(keys[-1])


@pytest.mark.slow
@pytest.mark.parametrize("sheet", SHEETS)
async def test_odd_words_are_kept_exactly_by_every_sheet(tmp_path: Path, sheet: str) -> None:
    chosen = ONE_LINE[list(SHEETS).index(sheet) :: len(SHEETS)]
    if sheet == "note":
        chosen += tuple(text for text in NAUGHTY if text not in ONE_LINE)
    async with running(tmp_path / "journal", LATELY) as session:
        for text in chosen:
            if not text.strip():
                continue
            before = session.book
            await session.press("1")
            await fill_and_save(session, SHEETS[sheet], text)
            new = kept(before, session.book)
            assert new, f"{text[:40]!r} was not kept:\n{session.text}"
            # a box of many lines knows one sign that ends a line; every other becomes that one
            forms = {text, "\n".join(text.split("\n") if "\n" in text else text.splitlines())}
            assert any(forms & words_of(record) for record in new), repr(text)[:40]
            await session.press("2")
            await session.press("1")


async def test_a_megabyte_is_pasted_kept_shown_and_found(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", LATELY, size=MIDDLE) as session:
        await session.press("n")
        await session.paste(MEGABYTE)
        await session.press("ctrl+s")
        assert session.says("Saved.")
        (note,) = session.book.notes.values()
        assert note.text == MEGABYTE
        await session.press("2", "enter")
        assert session.says("The kettle [/] broke again")
        await session.press("escape", "slash")
        await session.paste(MEGABYTE)
        assert session.says("1 of")


async def test_a_paste_where_no_field_is_does_nothing(tmp_path: Path) -> None:
    async with running(tmp_path / "journal", LATELY) as session:
        before = session.book
        for place in ("1", "2", "3", "5", "4"):
            await session.press(place)
            session.app.post_message(events.Paste("ddu x\n2dd\x1b[A" * 50))
            await session.settle()
        assert session.book is before
        assert session.app.current_mode == "team"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
async def test_a_burst_of_keys_outside_a_field_can_be_undone_whole(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    keys = [letter for letter in PRINTABLE if letter != "0"] + ["enter", "escape", "tab", "up", "down"]
    async with running(tmp_path / "journal", LATELY, clock=lambda: NOW) as session:
        before = set(session.book.everything())
        names = {" ": "space", "/": "slash", "!": "exclamation_mark", "?": "question_mark", ".": "full_stop"}
        for _ in range(80):
            key = dice.choice(keys)
            await session.pilot.press(names.get(key, key))
        await session.settle()
        assert session.app._exception is None
        while session.journal.undo() is not None:
            pass
        assert set(session.book.everything()) == before
        assert replace(session.book).settings == LATELY.settings
