"""The look that is kept beside the journal: read when it can be, said when it cannot, whole or not at all."""

import os
from pathlib import Path

import pytest

from carecompanion.key_commands import OF_A_JOURNAL
from carecompanion.store import ChosenLooks, StoreError, files
from carecompanion.tui.looks import Looks


def test_what_is_kept_is_read_by_anybody_who_looks_and_leaves_nothing_when_it_is_empty(tmp_path: Path) -> None:
    kept = ChosenLooks(tmp_path)
    assert kept.read() == {}
    kept.keep({})
    assert list(tmp_path.iterdir()) == []
    kept.keep({"theme": "paper", "shapes": "ascii"})
    assert (tmp_path / "looks.json").read_text() == '{\n  "theme": "paper",\n  "shapes": "ascii"\n}\n'
    assert kept.read() == {"theme": "paper", "shapes": "ascii"}
    assert [path.name for path in tmp_path.iterdir()] == ["looks.json"]
    assert files.CHOSEN_LOOKS in OF_A_JOURNAL
    kept.keep({})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"", b"paper", b"[]", b'{"theme": 3}', b'"theme"', b"\xff\xfe", b"[" * 900, b" " * 2000, b'{"theme":']
)
def test_what_is_no_look_is_said_and_the_terminal_decides(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "looks.json").write_bytes(content)
    with pytest.raises(StoreError, match=r"could not be read from looks\.json"):
        ChosenLooks(tmp_path).read()
    looks = Looks({"TERM": "xterm", "COLORTERM": "truecolor"}, kept=ChosenLooks(tmp_path))
    assert looks.theme == "dusk"
    assert looks.trouble
    looks.begin({"theme": "paper"})
    looks.copy()
    assert ChosenLooks(tmp_path).read() == {"theme": "paper"}


@pytest.mark.parametrize("content", [b"{}", b'{"theme": "mauve", "shapes": "round", "more": "x"}'])
def test_names_that_are_not_known_are_left_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "looks.json").write_bytes(content)
    looks = Looks({}, kept=ChosenLooks(tmp_path))
    assert (looks.theme, looks.has_plain_shapes, looks.trouble) == ("dusk", False, "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none on this system")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "looks.json")
    with pytest.raises(StoreError):
        ChosenLooks(tmp_path).read()
