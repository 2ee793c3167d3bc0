"""What was chosen about the program itself, kept with the journal and no part of what is shared."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from carecompanion.domain.acts import named
from carecompanion.domain.records import Note
from carecompanion.domain.setting_words import NAMES, named_settings
from carecompanion.domain.settings import Settings
from carecompanion.sharing.interchange import write_journal
from carecompanion.store import DiskFull, Journal, history
from tests.domain.given import at, new
from tests.store.conftest import NOW

NOTE = new(Note, at=at("2026-03-07 14:00"), text="It rained")


def test_what_is_chosen_is_there_after_opening_again_and_the_last_choice_counts(journal: Journal, folder: Path) -> None:
    assert journal.choices() == {}
    journal.keep_choice("hide_after", "10")
    journal.keep_choice("hide_on_leaving", "yes")
    journal.keep_choice("hide_after", "3")
    journal.close()
    again = Journal.open(folder, None)
    assert again.choices() == {"hide_after": "3", "hide_on_leaving": "yes"}
    again.close()


def test_what_is_only_noted_is_nothing_that_undo_takes_back_or_an_export_shows(journal: Journal) -> None:
    shown = write_journal(journal.book, NOW)
    journal.keep_choice("reached", "today")
    assert journal.undo() is None
    assert journal.choices() == {"reached": "today"}
    assert write_journal(journal.book, NOW) == shown


SCOTLAND = Settings(nation="scotland", role_word="key worker", closed_days=(date(2026, 12, 24),))


def undone(journal: Journal) -> str | None:
    act = journal.undo()
    return named(act, journal.book, NOW) if act else None


def test_what_is_set_is_undone_and_done_again_by_its_name_also_after_opening_anew(
    journal: Journal, folder: Path
) -> None:
    before = journal.book.settings
    journal.keep(settings=replace(before, nation="scotland"))
    journal.keep(NOTE)
    journal.keep(chosen={"theme": "paper"})
    journal.keep(settings=SCOTLAND, chosen={"theme": "contrast", "hide_after": "9"})
    journal.close()
    journal = Journal.open(folder, None)
    assert undone(journal) == (
        "what you call your co-ordinator, the days that are closed, the colours and when the screen hides by itself"
    )
    assert (journal.book.settings.role_word, journal.choices()) == (before.role_word, {"theme": "paper"})
    assert undone(journal) == "the colours"
    assert journal.choices() == {}
    assert undone(journal) == "the note, It rained"
    journal.close()
    journal = Journal.open(folder, None)
    assert undone(journal) == "your nation"
    assert journal.book.settings == before
    assert undone(journal) is None
    while journal.redo():
        pass
    assert journal.book.settings == SCOTLAND
    assert journal.choices() == {"theme": "contrast", "hide_after": "9"}
    journal.close()
    again = Journal.open(folder, None)
    assert again.book.settings == SCOTLAND
    again.close()


def test_setting_what_is_set_already_is_no_act(journal: Journal) -> None:
    journal.keep(settings=journal.book.settings, chosen={})
    journal.keep(chosen={"theme": "paper"})
    journal.keep(chosen={"theme": "paper"})
    assert undone(journal) == "the colours"
    assert journal.undo() is None


def test_records_and_settings_kept_at_once_are_undone_at_once_and_named_by_the_records(journal: Journal) -> None:
    before = journal.book
    journal.keep(NOTE, settings=SCOTLAND, chosen={"theme": "paper"})
    assert undone(journal) == "the note, It rained"
    assert journal.book.settings == before.settings
    assert not journal.book.notes
    assert journal.choices() == {}
    journal.redo()
    assert (journal.book.settings, journal.choices()) == (SCOTLAND, {"theme": "paper"})


def test_what_was_set_stands_in_no_trash_and_stays_when_something_is_deleted_for_good(journal: Journal) -> None:
    journal.keep(NOTE, settings=SCOTLAND)
    journal.keep(without=[NOTE])
    journal.keep(chosen={"theme": "paper"})
    (gone,) = journal.trash()
    assert gone.records == (NOTE,)
    journal.forget(NOTE)
    assert undone(journal) == "the colours"
    assert "nation" in str(undone(journal))


def test_every_setting_has_a_name() -> None:
    assert {field.name for field in fields(Settings)} <= set(NAMES)
    assert named_settings(["something a later version sets"]) == "a setting"


def test_a_full_disk_leaves_what_was_set(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object) -> None:
        raise DiskFull

    before = journal.book.settings
    with monkeypatch.context() as refused:
        refused.setattr(history, "add", full)
        with pytest.raises(DiskFull):
            journal.keep(settings=SCOTLAND, chosen={"theme": "paper"})
    assert (journal.book.settings, journal.choices()) == (before, {})
