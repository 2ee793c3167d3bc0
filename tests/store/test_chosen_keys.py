"""The file of chosen keys: readable, whole or not there, and never in the way of opening a journal."""

import json
from pathlib import Path

import pytest

from carecompanion.store import ChosenKeys, StoreError
from carecompanion.store.chosen_keys import KeysNotRead
from carecompanion.store.files import CHOSEN_KEYS

BROKEN = [b"", b"{", b"[]", b"7", b'{"contact": 1}', b"\xff\xfe", b"[" * 40_000, b" " * 60_000]


def test_what_is_kept_is_read_again_and_can_be_read_by_a_person(tmp_path: Path) -> None:
    keys = ChosenKeys(tmp_path)
    assert keys.read() == {}
    keys.keep({"contact": "k", "find": "full_stop"})
    assert keys.read() == {"contact": "k", "find": "full_stop"}
    assert (tmp_path / CHOSEN_KEYS).read_text(encoding="utf-8").splitlines()[1] == '  "contact": "k",'
    assert (tmp_path / CHOSEN_KEYS).stat().st_mode & 0o077 == 0


def test_without_any_there_is_no_file(tmp_path: Path) -> None:
    keys = ChosenKeys(tmp_path)
    keys.keep({})
    keys.keep({"contact": "k"})
    keys.keep({})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_file_is_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / CHOSEN_KEYS).write_bytes(content)
    with pytest.raises(KeysNotRead, match="usual keys work"):
        ChosenKeys(tmp_path).read()


def test_what_cannot_be_written_is_a_sentence_and_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = ChosenKeys(tmp_path)
    keys.keep({"contact": "k"})

    def refuse(*_args: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("carecompanion.store.files.os.fsync", refuse)
    with pytest.raises(StoreError, match="The disk is full"):
        keys.keep({"contact": "z"})
    assert json.loads((tmp_path / CHOSEN_KEYS).read_bytes()) == {"contact": "k"}
