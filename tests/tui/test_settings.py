"""Settings: every row said, set, shown at once, undone by its name, and there again after opening anew."""

import json
from datetime import date
from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from carecompanion.domain.setting_words import NAMES
from carecompanion.store import DiskFull, Journal
from carecompanion.tui.looks import Looks
from carecompanion.tui.settings import GROUPS, Settings, rows_of
from carecompanion.tui.themes import PALETTES
from tests.tui.driving import MIDDLE, NARROW, NOW, WIDE, Session, chosen, running

ALL_COLOURS = {"TERM": "xterm", "COLORTERM": "truecolor"}


async def open_row(session: Session, row: str) -> None:
    """Go to Settings and open a row."""
    if not isinstance(session.app.screen, Settings):
        await session.press("7")
    shown = session.app.screen.query_one("#rows")
    assert shown.take(row)  # type: ignore[attr-defined]  # it is an ItemList
    await session.press("enter")


def page(session: Session) -> str:
    """The colour of the page."""
    return str(session.app.screen.styles.background.hex).lower()


@pytest.mark.parametrize("place", ["1", "2", "3", "4"])
async def test_settings_are_a_key_away_from_every_place_and_lead_back_there(tmp_path: Path, place: str) -> None:
    async with running(tmp_path) as session:
        await session.press(place, "7")
        assert session.says("Everything here holds at once, and u undoes it, later too.")
        await session.press("escape")
        assert not session.says("Everything here holds")
        assert session.app.current_mode == {"1": "today", "2": "journal", "3": "traits", "4": "team"}[place]


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW, (36, 16)])
async def test_every_row_says_what_it_is_now_and_what_it_is_for(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, size=size) as session:
        await session.press("7")
        seen = ""
        for _ in range(12):
            seen += " " + session.text.translate({ord("▐"): "", ord("▎"): ""})
            await session.press("down")
        read = " ".join(seen.split())
        rows = list(rows_of(session.journal, session.app))
        assert {row.key for row in rows} == {key for keys in GROUPS.values() for key in keys}
        for row in rows:
            assert row.words in read
            assert row.why in read
            assert row.now in read


@pytest.mark.parametrize(
    ("row", "keys", "typed", "said", "name"),
    [
        ("role_word", (), "named nurse", "Named nurse is what they are called from now on.", "role_word"),
        ("nation", ("s",), "", "Bank holidays and help numbers are those of Scotland.", "nation"),
        (
            "closed_days",
            (),
            "24 December, 2/1/2027",
            "Closed: Thursday 24 December, Saturday 2 January 2027.",
            "closed_days",
        ),
        ("late_grace", (), "5", "Up to 5 minutes late is on time.", "late_grace_minutes"),
        ("gap_grace", (), "1", "A gap of up to 1 day more is as agreed.", "gap_grace_days"),
        ("hiding", (), "9", "The screen hides after 9 minutes.", "hide_after"),
    ],
)
async def test_what_is_set_is_said_kept_and_undone_by_its_name(
    tmp_path: Path, row: str, keys: tuple[str, ...], typed: str, said: str, name: str
) -> None:
    async with running(tmp_path) as session:
        before = session.book.settings, chosen(session.journal)
        await open_row(session, row)
        if typed:
            await session.type(typed)
        await session.press(*keys, *(() if keys else ("enter",)))
        assert session.says(said)
        assert session.says("u undo")
        after = session.book.settings, chosen(session.journal)
        assert after != before
        await session.press("escape", "u")
        assert session.says(f"Undone: {NAMES[name]}.")
        assert (session.book.settings, chosen(session.journal)) == before
        await session.press("ctrl+r")
        assert session.says(f"Done again: {NAMES[name]}.")
        await session.press("7", "u")
        assert session.says(f"Undone: {NAMES[name]}.")
        await session.press("ctrl+r")
        assert (session.book.settings, chosen(session.journal)) == after
    journal = Journal.open(tmp_path, None)
    assert (journal.book.settings, chosen(journal)) == after
    act = journal.undo()
    assert act is not None
    assert name in {each.name for each in act.settings}
    journal.close()


async def test_the_second_place_is_set_and_undone_too(tmp_path: Path) -> None:
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    async with running(tmp_path / "journal") as session:
        await open_row(session, "second_place")
        await session.paste(str(tmp_path / "nowhere"))
        await session.press("enter")
        assert session.says("! ")
        await session.press("ctrl+u")
        await session.paste(str(elsewhere))
        await session.press("enter")
        assert session.says("Set. The next backup goes there too.")
        assert session.journal.second_place() is not None
        await session.press("u")
        assert session.says("Undone: the second place for backups.")
        assert session.journal.second_place() is None


@pytest.mark.parametrize(
    ("row", "typed", "complaint"),
    [
        ("late_grace", "-1", "Choose a number of minutes from 0 to 120."),
        ("late_grace", "121", "Choose a number of minutes from 0 to 120."),
        ("late_grace", "٣", "Choose a number of minutes from 0 to 120."),
        ("gap_grace", "61", "Choose a number of days from 0 to 60."),
        ("gap_grace", "soon", "Choose a number of days from 0 to 60."),
        ("closed_days", "24 December, whenever", "!"),
        ("role_word", "w" * 41, "A few words are enough: up to 40 letters."),
    ],
)
async def test_what_makes_no_sense_is_asked_for_again_and_changes_nothing(
    tmp_path: Path, row: str, typed: str, complaint: str
) -> None:
    async with running(tmp_path) as session:
        before = session.book.settings
        await open_row(session, row)
        await session.paste(typed)
        await session.press("enter")
        assert session.says(complaint)
        assert session.book.settings == before
        await session.press("escape")
        assert session.says("Everything here holds at once")


async def test_an_empty_word_is_the_usual_one_and_no_days_are_none(tmp_path: Path) -> None:
    async with running(tmp_path) as session:
        await open_row(session, "role_word")
        await session.type("[bold]key[/] worker")
        await session.press("enter")
        assert session.says("[bold]key[/] worker is what they are called")
        await open_row(session, "role_word")
        await session.press("ctrl+u", "enter")
        assert session.book.settings.role_word == "care co-ordinator"
        await open_row(session, "closed_days")
        await session.type("24/12/2026")
        await session.press("enter")
        assert session.book.settings.closed_days == (date(2026, 12, 24),)
        await open_row(session, "closed_days")
        await session.press("ctrl+u", "enter")
        assert not session.book.settings.closed_days


async def test_a_word_is_used_at_once_everywhere(tmp_path: Path) -> None:
    async with running(tmp_path, sample_book(NOW)) as session:
        await open_row(session, "role_word")
        await session.type("key worker")
        await session.press("enter", "escape", "4")
        assert session.says("key worker since")


async def test_colours_show_as_they_are_tried_and_stay_only_when_they_are_kept(tmp_path: Path) -> None:
    async with running(tmp_path, looks=Looks(ALL_COLOURS)) as session:
        await open_row(session, "theme")
        for letter, theme in (("p", "paper"), ("s", "contrast"), ("l", "contrast-light"), ("d", "dusk")):
            await session.press(letter)
            assert session.app.theme == theme
            assert session.says("● yes ◐ partly ○ no late ━━━━")
        await session.press("n")
        assert session.app.theme == "plain"
        await session.press("escape")
        assert session.app.theme == "dusk"
        assert "theme" not in session.journal.choices()
        await open_row(session, "theme")
        await session.press("p", "enter")
        assert session.says("Colours: light.")
        assert page(session).startswith(PALETTES["paper"].page)
        await session.press("escape", "2")
        assert page(session).startswith(PALETTES["paper"].page)
        await session.press("u")
        assert session.says("Undone: the colours.")
        assert page(session).startswith(PALETTES["dusk"].page)
        await session.press("1")
        assert page(session).startswith(PALETTES["dusk"].page)


async def test_shapes_show_as_they_are_tried_on_every_screen(tmp_path: Path) -> None:
    async with running(tmp_path, sample_book(NOW)) as session:
        await open_row(session, "shapes")
        assert "●" in session.text
        await session.press("p")
        assert session.text.isascii()
        await session.press("escape")
        assert "━" in session.text or "●" in session.text or "▎" in session.text
        await open_row(session, "shapes")
        await session.press("p", "enter")
        assert session.says("Lines and marks: plain letters.")
        for key in ("escape", "2", "3", "4", "1"):
            await session.press(key)
            assert (await session.still()).isascii(), session.text
        await session.press("u")
        assert not session.text.isascii()


async def test_what_was_chosen_lies_beside_the_journal_for_before_it_is_open_and_is_nothing_but_that(
    tmp_path: Path,
) -> None:
    copy = tmp_path / "looks.json"
    async with running(tmp_path, looks=Looks(ALL_COLOURS)) as session:
        assert not copy.exists()
    del session
    folder = tmp_path / "again"
    async with running(folder, looks=_kept_in(folder)) as session:
        copy = folder / "looks.json"
        await open_row(session, "theme")
        await session.press("s", "enter")
        assert json.loads(copy.read_text()) == {"theme": "contrast"}
        assert copy.stat().st_mode & 0o077 == 0
        await open_row(session, "shapes")
        await session.press("p", "enter")
        assert json.loads(copy.read_text()) == {"theme": "contrast", "shapes": "ascii"}
        await session.press("u", "u")
        assert not copy.exists()
        await session.press("ctrl+r")
        assert json.loads(copy.read_text()) == {"theme": "contrast"}
    assert _kept_in(folder).theme == "contrast"


def _kept_in(folder: Path) -> Looks:
    from carecompanion.store import ChosenLooks

    return Looks(ALL_COLOURS, kept=ChosenLooks(folder))


async def test_a_full_disk_is_said_and_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_named: object) -> None:
        raise DiskFull

    async with running(tmp_path, looks=Looks(ALL_COLOURS)) as session:
        with monkeypatch.context() as refused:
            refused.setattr(Journal, "keep", full)
            await open_row(session, "theme")
            await session.press("p", "enter")
            assert session.says("! The disk is full, so this was not saved.")
        await session.press("enter")
        assert session.journal.choices()["theme"] == "paper"


async def test_without_colours_there_are_none_to_choose(tmp_path: Path) -> None:
    async with running(tmp_path, looks=Looks({"NO_COLOR": "1"})) as session:
        await session.press("7")
        assert not session.says("Colours")
        assert session.says("Lines and marks")


async def test_with_few_colours_it_is_said_why_others_do_not_stay(tmp_path: Path) -> None:
    async with running(tmp_path, looks=Looks({"TERM": "xterm"})) as session:
        await open_row(session, "theme")
        await session.press("p")
        assert session.says("This terminal has too few colours for the others")


async def test_in_the_sample_only_choosing_when_to_hide_makes_it_hide(tmp_path: Path) -> None:
    async with running(tmp_path, sample=True) as session:
        await open_row(session, "nation")
        await session.press("s")
        assert session.app.idle._when is None
        await open_row(session, "hiding")
        await session.type("9")
        await session.press("enter")
        assert session.app.idle._when is not None
        await session.press("u")
        assert session.app.idle._when is None
