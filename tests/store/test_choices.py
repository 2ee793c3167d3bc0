"""What was chosen about the program itself, kept with the journal and no part of what is shared."""

from pathlib import Path

from carecompanion.sharing.interchange import write_journal
from carecompanion.store import Journal
from tests.store.conftest import NOW


def test_what_is_chosen_is_there_after_opening_again_and_the_last_choice_counts(journal: Journal, folder: Path) -> None:
    assert journal.choices() == {}
    journal.keep_choice("hide_after", "10")
    journal.keep_choice("hide_on_leaving", "yes")
    journal.keep_choice("hide_after", "3")
    journal.close()
    again = Journal.open(folder, None)
    assert again.choices() == {"hide_after": "3", "hide_on_leaving": "yes"}
    again.close()


def test_a_choice_is_nothing_that_undo_takes_back_or_an_export_shows(journal: Journal) -> None:
    shown = write_journal(journal.book, NOW)
    journal.keep_choice("hide_after", "17")
    assert journal.undo() is None
    assert journal.choices() == {"hide_after": "17"}
    assert write_journal(journal.book, NOW) == shown
