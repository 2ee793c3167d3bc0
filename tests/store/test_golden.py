"""Journals written by each earlier version of the file: they open for ever, and nothing in them changes."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from carecompanion.sharing.interchange import write_journal
from carecompanion.store import Journal
from carecompanion.store.schema import VERSION

GOLDEN = Path(__file__).parent / "golden"
WRITTEN_AT = datetime(2026, 3, 12, 14, 20, tzinfo=UTC)


def without_empty_lists(text: str) -> dict[str, object]:
    return {name: value for name, value in json.loads(text).items() if value != []}


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_journal_of_an_earlier_version_opens_with_everything_in_it(version: int, tmp_path: Path) -> None:
    shutil.copytree(GOLDEN / f"version-{version}", folder := tmp_path / "journal")
    kept = (GOLDEN / f"version-{version}.json").read_text(encoding="utf-8")
    for _ in range(2):
        journal = Journal.open(folder, None)
        assert without_empty_lists(write_journal(journal.book, WRITTEN_AT)) == without_empty_lists(kept)
        assert journal.draft("note") == {"text": "half written"}
        journal.close()
