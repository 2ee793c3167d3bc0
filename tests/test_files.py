"""Files a person names: read whole, and written whole, for one person, over nothing."""

import os
from pathlib import Path

import pytest

from carecompanion.files import text_of, write_private
from carecompanion.options import Declined

WORDS = "what nobody else is to read: é [/] 🙂\n"


def test_text_is_read_with_and_without_the_mark_some_programs_begin_with(tmp_path: Path) -> None:
    file = tmp_path / "read.json"
    for begin in (b"", b"\xef\xbb\xbf"):
        file.write_bytes(begin + WORDS.encode())
        assert text_of(file) == WORDS


def test_what_cannot_be_read_is_named_by_its_reason(tmp_path: Path) -> None:
    image = tmp_path / "image.json"
    image.write_bytes(b"\x89PNG\xff")
    for file, sentence in (
        (tmp_path / "none", "There is no such file."),
        (image, "This file is not text"),
        (tmp_path, "This file could not be read."),
        (image / "below", "This file could not be read."),
    ):
        with pytest.raises(Declined, match=sentence):
            text_of(file)


def test_a_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    write_private(file, WORDS)
    assert file.read_text(encoding="utf-8") == WORDS
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("kind", ["file", "folder", "link", "link to nothing"])
def test_nothing_is_ever_written_over(tmp_path: Path, kind: str) -> None:
    there, file = tmp_path / "there", tmp_path / "out.json"
    there.write_text("theirs", encoding="utf-8")
    if kind == "folder":
        file.mkdir()
    elif kind == "file":
        file.write_text("theirs", encoding="utf-8")
    else:
        file.symlink_to(there if kind == "link" else tmp_path / "nothing")
    with pytest.raises(Declined, match="There is a file of that name already"):
        write_private(file, WORDS)
    assert there.read_text(encoding="utf-8") == "theirs"
    assert {path.name for path in tmp_path.iterdir()} == {"there", "out.json"}


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_file_that_could_not_be_finished_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(Declined, match="There is no room left there"):
        write_private(tmp_path / "out.json", WORDS)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_knows_no_links_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_args: object) -> None:
        raise PermissionError(1, "as on many a memory stick")

    monkeypatch.setattr(os, "link", unknown)
    write_private(tmp_path / "out.json", WORDS)
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == WORDS


def test_a_folder_that_is_not_there_is_said_to_be_no_place(tmp_path: Path) -> None:
    with pytest.raises(Declined, match="There is no such folder"):
        write_private(tmp_path / "none" / "out.json", WORDS)
