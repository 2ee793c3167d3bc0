"""What options say: which folder, what time, which day."""

import io
import sys
from argparse import Namespace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from carecompanion.domain.periods import Period
from carecompanion.options import Declined, back, clock, day, days, folder, new_passphrase, words


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


TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("first", "last", "period"),
    [
        (None, None, Period(date(2025, 12, 31), TODAY)),
        (None, "2026-02-28", Period(date(2025, 11, 28), date(2026, 2, 28))),
        ("2026-03-01", None, Period(date(2026, 3, 1), TODAY)),
        ("2026-03-01", "2026-03-01", Period(date(2026, 3, 1), date(2026, 3, 1))),
    ],
)
def test_the_days_are_three_months_up_to_today_unless_said(first: str | None, last: str | None, period: Period) -> None:
    assert days(Namespace(first=first, last=last), TODAY) == period


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("1d", TODAY),
        ("30d", date(2026, 3, 2)),
        ("2w", date(2026, 3, 18)),
        ("1m", date(2026, 2, 28)),
        ("3m", date(2025, 12, 31)),
        (" 1 Y ", date(2025, 3, 31)),
    ],
)
def test_a_length_reaches_back_from_today(text: str, first: date) -> None:
    assert back(text, TODAY) == Period(first, TODAY)


def test_since_the_last_review_is_a_length_too() -> None:
    assert back("Review", TODAY, date(2025, 10, 10)) == Period(date(2025, 10, 10), TODAY)
    with pytest.raises(Declined, match="no review that went ahead is written down"):
        back("review", TODAY)


@pytest.mark.parametrize("text", ["9999y", "999999999d", "999999999w", "999999999m"])
def test_a_length_beyond_the_calendar_is_everything(text: str) -> None:
    assert back(text, TODAY) is None


@pytest.mark.parametrize("text", ["", "30", "d", "0d", "000m", "-3d", "3.5w", "3 days", "３d", "1d2w", "30d\n30d"])
def test_a_length_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(Declined, match="--last could not be read"):
        back(text, TODAY)


def test_the_words_to_find_are_those_given_or_come_through_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("the letter\nto my GP\n"))
    assert words("a- b") == "a- b"
    assert words("-").split() == ["the", "letter", "to", "my", "GP"]


class Typed(io.StringIO):
    """A terminal at which this was typed."""

    def isatty(self) -> bool:
        return True


def test_at_a_terminal_the_words_are_asked_for_and_nothing_is_put_on_stdout(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("the letter\nand more\n"))
    assert words("-") == "the letter\n"
    assert capsys.readouterr() == ("", "Words: ")


@pytest.mark.parametrize("given", ["", "  ", "-"])
def test_no_words_are_refused(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    with pytest.raises(Declined, match="there are no words to find"):
        words(given)


def test_words_that_are_no_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe"), encoding="utf-8"))
    with pytest.raises(Declined, match="the words could not be read"):
        words("-")


@pytest.mark.parametrize("written", [b"a b\n", b"a b\r\n", b"\xef\xbb\xbfa b", b"a b"])
def test_a_passphrase_is_what_any_editor_writes(tmp_path: Path, written: bytes) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes(written)
    file.chmod(0o600)
    assert new_passphrase(Namespace(passphrase_file=str(file))) == "a b"
