"""Where a copy is saved: the folder that was typed, and a name that any disk takes."""

from pathlib import Path

import pytest

from carecompanion.tui.folder import LONGEST, file_name, place_for, usual_folder
from tests.naughty import NAUGHTY
from tests.tui.test_save_copy import home as home  # the fixture

NAME = "For my care review"


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("", "/usual/For my care review.pdf"),
        ("  ", "/usual/For my care review.pdf"),
        ("/media/stick", "/media/stick/For my care review.pdf"),
        ("/media/stick/", "/media/stick/For my care review.pdf"),
        ("~", "{home}/For my care review.pdf"),
        ("~/for Dana", "{home}/for Dana/For my care review.pdf"),
        ("Letters", "{home}/Letters/For my care review.pdf"),
        ("~nobody-of-this-name", "/usual/~nobody-of-this-name/For my care review.pdf"),
        ("/media/stick/notes.pdf", "/media/stick/notes.pdf"),
        ("notes.PDF", "{home}/notes.PDF"),
        ("/media/stick/notes.txt", "/media/stick/notes.txt/For my care review.pdf"),
    ],
)
def test_the_whole_path_follows_from_what_is_typed(home: Path, typed: str, place: str) -> None:
    assert str(place_for(typed, Path("/usual"), NAME, "pdf")) == place.format(home=home)


def test_the_usual_folder_is_that_of_documents_and_without_one_that_of_the_person(home: Path) -> None:
    assert usual_folder() == home / "Documents"
    (home / "Documents").rmdir()
    assert usual_folder() == home


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (NAME, NAME),
        ("To: Elm House / the manager", "To Elm House the manager"),
        ("  .hidden. ", "hidden"),
        ("", "A copy"),
        ("???", "A copy"),
        ("x" * 500, "x" * LONGEST),
        ("🙂" * 500, "🙂" * (LONGEST // 4)),
    ],
)
def test_a_name_keeps_what_every_disk_takes(name: str, kept: str) -> None:
    assert file_name(name) == kept


def test_any_words_make_a_name_of_one_file(home: Path) -> None:
    for text in NAUGHTY:
        place = place_for("", home, text, "pdf")
        assert place.parent == home
        assert place.name == f"{file_name(text)}.pdf"
