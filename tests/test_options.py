"""What options say: which folder, what time, which day."""

from argparse import Namespace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from carecompanion.options import Declined, clock, day, folder, new_passphrase


def test_a_folder_that_is_named_is_made_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert folder(Namespace(journal="mine")) == tmp_path / "mine"
    assert folder(Namespace(journal="~/mine")) == tmp_path / "home" / "mine"


def test_without_an_instant_the_clock_runs() -> None:
    before = datetime.now(UTC)
    assert before <= clock(Namespace())() <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("as_of", "instant"),
    [
        ("2026-03-12T14:20", datetime(2026, 3, 12, 14, 20, tzinfo=UTC)),
        ("2026-07-12T14:20", datetime(2026, 7, 12, 13, 20, tzinfo=UTC)),  # no offset means British time
        ("2026-07-12 14:20Z", datetime(2026, 7, 12, 14, 20, tzinfo=UTC)),
        ("2026-03-12T14:20+05:30", datetime(2026, 3, 12, 14, 20, tzinfo=timezone(timedelta(hours=5, minutes=30)))),
        ("2026-03-12", datetime(2026, 3, 12, tzinfo=UTC)),
        ("1900-01-01", datetime(1900, 1, 1, tzinfo=UTC)),
        ("2999-12-31", datetime(2999, 12, 31, tzinfo=UTC)),
    ],
)
def test_an_instant_stops_the_clock(as_of: str, instant: datetime) -> None:
    assert clock(Namespace(as_of=as_of))() == instant


@pytest.mark.parametrize("as_of", ["", "14:20", "yesterday", "2026-13-01", "1899-12-31", "3000-01-01"])
def test_an_instant_that_cannot_be_read_is_refused(as_of: str) -> None:
    with pytest.raises(Declined, match="--as-of could not be read"):
        clock(Namespace(as_of=as_of))


def test_a_day_is_read_or_refused_under_its_option_s_name() -> None:
    assert day("2026-02-28", "--to") == date(2026, 2, 28)
    for text in ("2026-02-29", "28/2/2026", "", "1899-12-31", "3000-01-01"):
        with pytest.raises(Declined, match="--to could not be read"):
            day(text, "--to")


@pytest.mark.parametrize("written", [b"a b\n", b"a b\r\n", b"\xef\xbb\xbfa b", b"a b"])
def test_a_passphrase_is_what_any_editor_writes(tmp_path: Path, written: bytes) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes(written)
    file.chmod(0o600)
    assert new_passphrase(Namespace(passphrase_file=str(file))) == "a b"
