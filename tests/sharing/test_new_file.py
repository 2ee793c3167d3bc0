"""A new file: what stands in the way in words, and a name that is free."""

import errno
import os
from pathlib import Path

import pytest

from carecompanion.sharing.new_file import BECAUSE, REFUSED, THERE, NameTaken, NotWritten, free_name, write_new


def test_a_free_name_has_the_first_number_that_nothing_has(tmp_path: Path) -> None:
    file = tmp_path / "For my care review.pdf"
    assert free_name(file) == file
    file.touch()
    assert free_name(file).name == "For my care review 2.pdf"
    (tmp_path / "For my care review 2.pdf").symlink_to(tmp_path / "nothing")
    (tmp_path / "For my care review 3.pdf").mkdir()
    assert free_name(file).name == "For my care review 4.pdf"


def test_what_stands_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path, number in (
        (tmp_path / "none" / "x", errno.ENOENT),
        (tmp_path / "file" / "x", errno.ENOTDIR),
        (tmp_path / ("x" * 300), errno.ENAMETOOLONG),
    ):
        with pytest.raises(NotWritten) as refused:
            write_new(path, b"x")
        assert str(refused.value) == BECAUSE[number]
    with pytest.raises(NotWritten) as refused:
        write_new(tmp_path / "a\x00b", b"x")
    assert str(refused.value) == REFUSED
    with pytest.raises(NameTaken) as taken:
        write_new(tmp_path / "file", b"x")
    assert str(taken.value) == THERE


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.EPERM, errno.ENOSPC, errno.EIO])
def test_what_the_disk_refuses_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(NotWritten) as refused:
        write_new(tmp_path / "x", b"x")
    assert str(refused.value) == BECAUSE.get(number, REFUSED)
    assert list(tmp_path.iterdir()) == []
