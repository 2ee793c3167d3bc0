from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from carecompanion.domain.moments import (
    NO_TIME_YET,
    OTHER_WEEKDAY,
    Unreadable,
    by_words,
    day_words,
    length_words,
    long_day,
    read_ahead,
    read_day,
    read_moment,
    read_nearest_day,
    read_time,
)

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 3, 12, 14, 20, tzinfo=UTC)
TODAY = date(2026, 3, 12)
"""A Thursday, a fortnight before the clocks go forward."""


def heard(text: str, now: datetime = NOW) -> str:
    return read_moment(text, now, LONDON).astimezone(LONDON).strftime("%Y-%m-%d %H:%M")


def planned(text: str, now: datetime = NOW) -> str:
    return read_ahead(text, now, LONDON).astimezone(LONDON).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("just now", "2026-03-12 14:20"),
        ("now", "2026-03-12 14:20"),
        ("right now", "2026-03-12 14:20"),
        ("a moment ago", "2026-03-12 14:20"),
        ("20 min ago", "2026-03-12 14:00"),
        ("20 mins ago", "2026-03-12 14:00"),
        ("20 minutes ago", "2026-03-12 14:00"),
        ("20min", "2026-03-12 14:00"),
        ("20m", "2026-03-12 14:00"),
        ("about 20 min ago", "2026-03-12 14:00"),
        ("a minute ago", "2026-03-12 14:19"),
        ("twenty minutes ago", "2026-03-12 14:00"),
        ("twenty-five minutes ago", "2026-03-12 13:55"),
        ("half an hour ago", "2026-03-12 13:50"),
        ("half a hour ago", "2026-03-12 13:50"),
        ("a quarter of an hour ago", "2026-03-12 14:05"),
        ("2h", "2026-03-12 12:20"),
        ("2 h ago", "2026-03-12 12:20"),
        ("2hrs", "2026-03-12 12:20"),
        ("2 hours ago", "2026-03-12 12:20"),
        ("two hours ago", "2026-03-12 12:20"),
        ("a couple of hours ago", "2026-03-12 12:20"),
        ("an hour ago", "2026-03-12 13:20"),
        ("an hour and a half ago", "2026-03-12 12:50"),
        ("1.5 hours ago", "2026-03-12 12:50"),
        ("1h 20", "2026-03-12 13:00"),
        ("1h20", "2026-03-12 13:00"),
        ("1h20 ago", "2026-03-12 13:00"),
        ("2 h 10 min", "2026-03-12 12:10"),
        ("2 hours and 10 minutes ago", "2026-03-12 12:10"),
        ("30 h ago", "2026-03-11 08:20"),
        ("in 20 min", "2026-03-12 14:40"),
        ("in 2 hours' time", "2026-03-12 16:20"),
        ("in 2 h ago", None),
    ],
)
def test_a_length_of_time_is_counted_back_from_now(text: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(Unreadable):
            heard(text)
    else:
        assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:15", time(9, 15)),
        ("9.15", time(9, 15)),
        ("09:15", time(9, 15)),
        ("0915", time(9, 15)),
        ("915", time(9, 15)),
        ("09.15", time(9, 15)),
        ("9:15am", time(9, 15)),
        ("9.15 a.m.", time(9, 15)),
        ("9.15 A.M", time(9, 15)),
        ("16:30", time(16, 30)),
        ("16.30", time(16, 30)),
        ("1630", time(16, 30)),
        ("1630hrs", time(16, 30)),
        ("4pm", time(16)),
        ("4 pm", time(16)),
        ("4 PM", time(16)),
        ("4.30pm", time(16, 30)),
        ("4:30 p.m.", time(16, 30)),
        ("430pm", time(16, 30)),
        ("16:30pm", time(16, 30)),
        ("9am", time(9)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("12.30am", time(0, 30)),
        ("12.30pm", time(12, 30)),
        ("11.59pm", time(23, 59)),
        ("4:30", time(4, 30)),
        ("0:05", time(0, 5)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
        ("noon", time(12)),
        ("12 noon", time(12)),
        ("midday", time(12)),
        ("midnight", time(0)),
        ("at 9:15", time(9, 15)),
        ("half past 9", time(9, 30)),
        ("half past nine", time(9, 30)),
        ("half 9", time(9, 30)),
        ("Half past 12", time(12, 30)),
        ("half past 4", time(16, 30)),
        ("half past 6", time(18, 30)),
        ("half past 7", time(7, 30)),
        ("half past 4 in the morning", time(4, 30)),
        ("half past 9 in the evening", time(21, 30)),
        ("half past 16", time(16, 30)),
        ("quarter to 10", time(9, 45)),
        ("a quarter to ten", time(9, 45)),
        ("quarter past 10", time(10, 15)),
        ("quarter to 1", time(12, 45)),
        ("quarter to 12am", time(11, 45)),
        ("quarter to 7", time(18, 45)),
        ("quarter past 7", time(7, 15)),
        ("20 to 4", time(15, 40)),
        ("20 to 4 pm", time(15, 40)),
        ("20 minutes to 4", time(15, 40)),
        ("five past nine", time(9, 5)),
        ("twenty five to ten", time(9, 35)),
        ("5 to 13", time(12, 55)),
        ("4 o'clock", time(16)),
        ("9 o’clock", time(9)),
        ("7 o'clock", time(7)),
        ("9 oclock am", time(9)),
        ("8 at night", time(20)),
        ("9 in the morning", time(9)),
        ("3 in the afternoon", time(15)),
    ],
)
def test_a_time_of_day_reads_however_it_is_typed(text: str, expected: time | None) -> None:
    if expected is None:
        with pytest.raises(Unreadable):
            read_time(text)
    else:
        assert read_time(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "9",
        "16",
        "24:00",
        "25:00",
        "9:60",
        "2460",
        "13am",
        "0pm",
        "9:5",
        "9:155",
        "half",
        "half to 4",
        "quarter past",
        "70 past 4",
        "20 to 0",
        "am",
        "4 am pm",
        "2 at night",
        "midnight pm",
        "nine-ish",
        "yesterday",
        "9:15 9:15",
        "-4:30",
        "٤:٣٠pmx",
        "9:15" * 40,
    ],
)
def test_a_time_of_day_that_cannot_be_meant_is_not_guessed(text: str) -> None:
    with pytest.raises(Unreadable, match="Try 9:15"):
        read_time(text)


@pytest.mark.parametrize(
    ("text", "past", "ahead"),
    [
        ("today", "2026-03-12", "2026-03-12"),
        ("yesterday", "2026-03-11", "2026-03-11"),
        ("tomorrow", "2026-03-13", "2026-03-13"),
        ("the day before yesterday", "2026-03-10", "2026-03-10"),
        ("the day after tomorrow", "2026-03-14", "2026-03-14"),
        ("mon", "2026-03-09", "2026-03-16"),
        ("Monday", "2026-03-09", "2026-03-16"),
        ("on Tues.", "2026-03-10", "2026-03-17"),
        ("WEDS", "2026-03-11", "2026-03-18"),
        ("thu", "2026-03-12", "2026-03-12"),
        ("this fri", "2026-03-06", "2026-03-13"),
        ("last thu", "2026-03-05", "2026-03-05"),
        ("next thu", "2026-03-19", "2026-03-19"),
        ("next tue", "2026-03-17", "2026-03-17"),
        ("last tue", "2026-03-10", "2026-03-10"),
        ("tuesday week", "2026-03-24", "2026-03-24"),
        ("thursday week", "2026-03-26", "2026-03-26"),
        ("5/3", "2026-03-05", "2027-03-05"),
        ("05/03", "2026-03-05", "2027-03-05"),
        ("12/3", "2026-03-12", "2026-03-12"),
        ("13/3", "2025-03-13", "2026-03-13"),
        ("5.3", "2026-03-05", "2027-03-05"),
        ("5/3/26", "2026-03-05", "2026-03-05"),
        ("5/3/2025", "2025-03-05", "2025-03-05"),
        ("5.3.2025", "2025-03-05", "2025-03-05"),
        ("5-3-25", "2025-03-05", "2025-03-05"),
        ("31/12", "2025-12-31", "2026-12-31"),
        ("1/1", "2026-01-01", "2027-01-01"),
        ("5 March", "2026-03-05", "2027-03-05"),
        ("5march", "2026-03-05", "2027-03-05"),
        ("March 5", "2026-03-05", "2027-03-05"),
        ("5th of March", "2026-03-05", "2027-03-05"),
        ("on the 5th of march, 2025", "2025-03-05", "2025-03-05"),
        ("5 Mar. 2025", "2025-03-05", "2025-03-05"),
        ("3 sept", "2025-09-03", "2026-09-03"),
        ("22nd feb", "2026-02-22", "2027-02-22"),
        ("the 5th", "2026-03-05", "2026-04-05"),
        ("the 12th", "2026-03-12", "2026-03-12"),
        ("the 31st", "2026-01-31", "2026-03-31"),
        ("2026-03-05", "2026-03-05", "2026-03-05"),
        ("2026/3/5", "2026-03-05", "2026-03-05"),
        ("29/2/2024", "2024-02-29", "2024-02-29"),
        ("Thu 5 March", "2026-03-05", "2026-03-05"),
        ("Thursday, 26 March", "2026-03-26", "2026-03-26"),
        ("Wed 12 March 2025", "2025-03-12", "2025-03-12"),
        ("3 days ago", "2026-03-09", "2026-03-09"),
        ("3d", "2026-03-09", "2026-03-15"),
        ("a week ago", "2026-03-05", "2026-03-05"),
        ("2 weeks ago", "2026-02-26", "2026-02-26"),
        ("a fortnight ago", "2026-02-26", "2026-02-26"),
        ("2 weeks", "2026-02-26", "2026-03-26"),
        ("in 2 weeks", "2026-03-26", "2026-03-26"),
        ("in two weeks' time", "2026-03-26", "2026-03-26"),
        ("in a fortnight", "2026-03-26", "2026-03-26"),
        ("in 3 months", "2026-06-12", "2026-06-12"),
        ("a couple of days ago", "2026-03-10", "2026-03-10"),
        ("1 month ago", "2026-02-12", "2026-02-12"),
    ],
)
def test_a_day_reads_as_the_last_one_or_when_looking_ahead_the_next(text: str, past: str, ahead: str) -> None:
    assert read_day(text, TODAY).isoformat() == past
    assert read_day(text, TODAY, ahead=True).isoformat() == ahead


@pytest.mark.parametrize(
    "text",
    [
        "",
        "29/2",
        "31/4",
        "30/2/2024",
        "0/3",
        "5/13",
        "5/0",
        "32/1",
        "13/13/2026",
        "5 smarch",
        "march",
        "2026",
        "5",
        "2026-13-01",
        "2026-02-30",
        "in 2 weeks ago",
        "tod",
        "someday",
        "4pm",
        "today 4pm",
        "today pm",
        "5/3/1066",
        "32nd",
        "0th",
        "fri 12 march 2026",
        "in 99999999 days",
        "99999999999999999999/3",
        "mo",
        "week",
        "last week",
    ],
)
def test_a_day_there_is_not_is_not_guessed(text: str) -> None:
    with pytest.raises(Unreadable, match=r"Try .* 5 March"):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "past", "ahead"),
    [
        ("5 March", "2026-03-05", "2026-03-05"),
        ("12 March", "2026-03-12", "2026-03-12"),
        ("1 April", "2026-04-01", "2026-04-01"),
        ("11 September", "2025-09-11", "2026-09-11"),  # 182 days ago, 183 ahead
        ("12 September", "2025-09-12", "2025-09-12"),  # 181 days ago
        ("5 March 2027", "2027-03-05", "2027-03-05"),
        ("monday", "2026-03-09", "2026-03-16"),
        ("8 months", "2025-07-12", "2026-11-12"),
        ("yesterday", "2026-03-11", "2026-03-11"),
    ],
)
def test_a_day_that_may_be_either_is_the_nearest_such_date(text: str, past: str, ahead: str) -> None:
    assert read_nearest_day(text, TODAY).isoformat() == past
    assert read_nearest_day(text, TODAY, ahead=True).isoformat() == ahead


def test_the_nearest_29th_of_february_is_a_real_one() -> None:
    for ahead in (False, True):
        assert read_nearest_day("29 Feb", date(2024, 3, 1), ahead) == date(2024, 2, 29)
    with pytest.raises(Unreadable):
        read_nearest_day("30 Feb", TODAY)


@pytest.mark.parametrize(("today", "expected"), [(date(2024, 3, 1), "2024-02-29"), (date(2025, 2, 28), "2024-02-29")])
def test_the_29th_of_february_reads_where_the_last_one_was_real(today: date, expected: str) -> None:
    assert read_day("29/2", today).isoformat() == expected


def test_the_last_day_of_a_month_is_used_where_the_month_is_shorter() -> None:
    assert read_day("a month ago", date(2026, 3, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:15", "2026-03-12 09:15"),
        ("16:30", "2026-03-12 16:30"),
        ("today 9.15", "2026-03-12 09:15"),
        ("9.15 today", "2026-03-12 09:15"),
        ("yesterday 4pm", "2026-03-11 16:00"),
        ("Yesterday, at 4 p.m.", "2026-03-11 16:00"),
        ("4pm yesterday", "2026-03-11 16:00"),
        ("  YESTERDAY   4PM  ", "2026-03-11 16:00"),
        ("yesterday at half past 4", "2026-03-11 16:30"),
        ("yesterday quarter to 10", "2026-03-11 09:45"),
        ("yesterday noon", "2026-03-11 12:00"),
        ("yesterday midnight", "2026-03-11 00:00"),
        ("mon 10:15", "2026-03-09 10:15"),
        ("mon 1015", "2026-03-09 10:15"),
        ("thu 10:15", "2026-03-12 10:15"),
        ("thu 16:00", "2026-03-05 16:00"),
        ("last thu 10:15", "2026-03-05 10:15"),
        ("5/3 9am", "2026-03-05 09:00"),
        ("5 March 9am", "2026-03-05 09:00"),
        ("9am 5 March", "2026-03-05 09:00"),
        ("9:15 on the 5th of March", "2026-03-05 09:15"),
        ("5 March 2025 16:30", "2025-03-05 16:30"),
        ("5 March 1630", "2026-03-05 16:30"),
        ("5 March 2025 1630", "2025-03-05 16:30"),
        ("March 5, 9.15", "2026-03-05 09:15"),
        ("2026-03-05 09:15", "2026-03-05 09:15"),
        ("2026-03-05T09:15", "2026-03-05 09:15"),
        ("2026-03-05T09:15Z", "2026-03-05 09:15"),
        ("2026-03-05T09:15:00+01:00", "2026-03-05 08:15"),
        ("Thu 5 March, 09:15", "2026-03-05 09:15"),
        ("3 days ago 4pm", "2026-03-09 16:00"),
        ("a week ago at 3pm", "2026-03-05 15:00"),
        ("tomorrow 4pm", "2026-03-13 16:00"),
        ("next tue 3pm", "2026-03-17 15:00"),
        ("this morning 9:15", "2026-03-12 09:15"),
        ("9 this morning", "2026-03-12 09:00"),
        ("yesterday evening 8", "2026-03-11 20:00"),
        ("yesterday evening 8pm", "2026-03-11 20:00"),
        ("last night 10", "2026-03-11 22:00"),
        ("last night 10pm", "2026-03-11 22:00"),
        ("10 last night", "2026-03-11 22:00"),
        ("tonight 8pm", "2026-03-12 20:00"),
        ("fri afternoon 3.30", "2026-03-06 15:30"),
        # On a dial, and today: whichever half of the day has happened.
        ("half past 9", "2026-03-12 09:30"),
        ("half past 1", "2026-03-12 13:30"),
        ("half past 4", "2026-03-12 04:30"),
        ("2 o'clock", "2026-03-12 14:00"),
        # A day alone: its noon, or now when that comes first.
        ("5/3", "2026-03-05 12:00"),
        ("2026-03-05", "2026-03-05 12:00"),
        ("yesterday", "2026-03-11 12:00"),
        ("mon", "2026-03-09 12:00"),
        ("today", "2026-03-12 12:00"),
        ("29 February 2024", "2024-02-29 12:00"),
    ],
)
def test_a_moment_reads_as_the_last_one_there_was(text: str, expected: str) -> None:
    assert heard(text) == expected


def test_today_alone_is_now_while_noon_is_still_to_come() -> None:
    assert heard("today", datetime(2026, 3, 12, 9, tzinfo=UTC)) == "2026-03-12 09:00"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "[/]",
        "9",
        "25:00",
        "31/4 9am",
        "29/2",
        "32 March",
        "soon",
        "this morning",
        "last night",
        "tonight",
        "yesterday yesterday",
        "4pm 5pm",
        "yesterday 4pm 5/3",
        "yesterday pm",
        "am",
        "yesterday 25:00",
        "9-10",
        "5m5",
        "last night 2am",
        "tonight 2",
        "0001-01-01T00:00+14:00",
        "2026-02-30T09:15",
        "9999999 min ago",
        "x" * 100_000,
    ],
)
def test_a_moment_that_cannot_be_meant_says_what_works_and_quotes_nothing(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_moment(text, NOW, LONDON)
    assert str(refused.value) == "I could not read that as a time. Try 9:15, yesterday 4pm or 5 March 9am."


@pytest.mark.parametrize("text", ["fri 12 march", "fri 12 march 9am", "9am Fri 12 March 2026", "mon 5/3 10:15"])
def test_a_date_on_another_weekday_is_pointed_out(text: str) -> None:
    for read in (read_moment, read_ahead):
        with pytest.raises(Unreadable) as refused:
            read(text, NOW, LONDON)
        assert str(refused.value) == OTHER_WEEKDAY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16:30", "2026-03-12 16:30"),
        ("tomorrow 11:00", "2026-03-13 11:00"),
        ("tomorrow 2pm", "2026-03-13 14:00"),
        ("tomorrow half past 4", "2026-03-13 16:30"),
        ("tomorrow morning 9", "2026-03-13 09:00"),
        ("mon 10:15", "2026-03-16 10:15"),
        ("thu 10:15", "2026-03-19 10:15"),
        ("thu 16:00", "2026-03-12 16:00"),
        ("next tue 10:15", "2026-03-17 10:15"),
        ("tuesday week 3pm", "2026-03-24 15:00"),
        ("in 2 weeks 14:30", "2026-03-26 14:30"),
        ("in 2 weeks at 2.30pm", "2026-03-26 14:30"),
        ("2 weeks 14:30", "2026-03-26 14:30"),
        ("5/3 9am", "2027-03-05 09:00"),
        ("26/3 10am", "2026-03-26 10:00"),
        ("26 March 10am", "2026-03-26 10:00"),
        ("Thu 26 March, 10:00", "2026-03-26 10:00"),
        ("the 26th at 10", None),
        ("the 26th at 10am", "2026-03-26 10:00"),
        ("2h", "2026-03-12 16:20"),
        ("in 2 hours", "2026-03-12 16:20"),
        ("2 hours ago", "2026-03-12 12:20"),
        ("half past 3", "2026-03-12 15:30"),
        ("yesterday 4pm", "2026-03-11 16:00"),
        ("Thu 5 March 2026, 9am", "2026-03-05 09:00"),
        ("2026-04-01T09:15", "2026-04-01 09:15"),
        ("tonight 8", "2026-03-12 20:00"),
    ],
)
def test_a_planned_moment_reads_as_the_next_one(text: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(Unreadable):
            planned(text)
    else:
        assert planned(text) == expected


@pytest.mark.parametrize("text", ["tomorrow", "next tue", "in 2 weeks", "26/3", "26 March"])
def test_a_planned_day_without_its_time_asks_for_the_time(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        planned(text)
    assert str(refused.value) == NO_TIME_YET


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29 March 2026 00:59", datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        ("29 March 2026 01:00", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),  # skipped: said 02:00
        ("29 March 2026 01:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # skipped: said 02:30
        ("29 March 2026 02:00", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        ("25 October 2026 00:59", datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        ("25 October 2026 01:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # twice: the first
        ("25 October 2026 02:00", datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
    ],
)
def test_wall_times_around_a_clock_change_read_as_agreed(text: str, expected: datetime) -> None:
    for read in (read_moment, read_ahead):
        assert read(text, NOW, LONDON) == expected


def test_hours_ago_are_hours_that_went_by_even_across_a_clock_change() -> None:
    morning = datetime(2026, 3, 29, 8, tzinfo=UTC)
    assert heard("12h", morning) == "2026-03-28 20:00"


def test_today_is_the_day_of_the_journals_own_zone() -> None:
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert heard("0:15", late) == "2026-07-02 00:15"
    assert read_moment("0:15", late, LONDON) == datetime(2026, 7, 1, 23, 15, tzinfo=UTC)


def instants(first: int, last: int) -> st.SearchStrategy[datetime]:
    """Instants of those years, to the second."""
    seconds = [int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (first, last)]
    return st.integers(*seconds).map(lambda second: datetime.fromtimestamp(second, UTC))


WORDS = """
in a an 0 1 5 12 29 31 99 999 2026 1630 9:15 25:61 5/3 29/2 31/4/20 2026-03-05 2026-02-30 march feb
thu mon week days h min month ago next last today yesterday tonight am pm night noon half past to
quarter o'clock 5th 32nd time couple of , . [ ] ² ½ ٣ \u200b
"""

TYPED = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(WORDS.split()), max_size=6).map(" ".join),
)


@given(text=TYPED, now=instants(1990, 2100))
@settings(max_examples=400, deadline=None)
@example(text="999 months ago", now=datetime(1990, 1, 1, tzinfo=UTC))
def test_whatever_is_typed_either_reads_or_is_unreadable(text: str, now: datetime) -> None:
    readers: list[Callable[[], object]] = [
        lambda: read_moment(text, now, LONDON),
        lambda: read_ahead(text, now, LONDON),
        lambda: read_day(text, now.date()),
        lambda: read_time(text),
    ]
    for read in readers:
        with suppress(Unreadable):
            assert read() is not None


@given(day=st.dates(date(1990, 1, 1), date(2100, 1, 1)), today=st.dates(date(1990, 1, 1), date(2100, 1, 1)))
@settings(deadline=None)
@example(day=date(2026, 3, 26), today=TODAY)
@example(day=date(2024, 2, 29), today=date(2024, 1, 1))
def test_a_day_said_in_words_reads_back_as_that_day(day: date, today: date) -> None:
    for words in (day_words(day, today), long_day(day, today)):
        assert read_day(words, today) == day
        assert read_day(words, today, ahead=True) == day


@given(instant=instants(2020, 2035), now=instants(2020, 2035))
@settings(deadline=None)
def test_an_instant_said_in_words_reads_back_to_the_minute(instant: datetime, now: datetime) -> None:
    minute = instant.replace(second=0, microsecond=0)
    once = minute.astimezone(LONDON).replace(fold=0).astimezone(UTC)
    for read in (read_moment, read_ahead):
        assert read(by_words(instant, now, LONDON), now, LONDON) == once


@pytest.mark.parametrize(
    ("day", "short", "full"),
    [
        (date(2026, 3, 12), "today", "Thursday 12 March"),
        (date(2026, 3, 13), "tomorrow", "Friday 13 March"),
        (date(2026, 3, 11), "yesterday", "Wednesday 11 March"),
        (date(2026, 3, 10), "Tue 10 March", "Tuesday 10 March"),
        (date(2025, 3, 12), "Wed 12 March 2025", "Wednesday 12 March 2025"),
        (date(2027, 1, 1), "Fri 1 January 2027", "Friday 1 January 2027"),
    ],
)
def test_a_day_is_said_with_its_year_only_when_it_is_another(day: date, short: str, full: str) -> None:
    assert day_words(day, TODAY) == short
    assert long_day(day, TODAY) == full


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        (datetime(2026, 3, 12, 16, 30, tzinfo=UTC), "today, 16:30"),
        (datetime(2026, 3, 13, 0, 0, tzinfo=UTC), "tomorrow, 00:00"),
        (datetime(2026, 3, 19, 17, 0, tzinfo=UTC), "Thu 19 March, 17:00"),
        (datetime(2026, 3, 30, 16, 0, tzinfo=UTC), "Mon 30 March, 17:00"),
    ],
)
def test_an_instant_is_said_on_the_journals_clock(instant: datetime, expected: str) -> None:
    assert by_words(instant, NOW, LONDON) == expected


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (timedelta(0), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(seconds=60), "1 min"),
        (timedelta(minutes=40), "40 min"),
        (timedelta(minutes=59, seconds=59), "59 min"),
        (timedelta(hours=1), "1 h"),
        (timedelta(hours=2, minutes=10), "2 h 10 min"),
        (timedelta(hours=7, minutes=55), "7 h 55 min"),
        (timedelta(hours=23), "23 h"),
        (timedelta(hours=23, minutes=59), "23 h 59 min"),
        (timedelta(hours=24), "24 h"),
        (timedelta(hours=31, minutes=20), "31 h"),
        (timedelta(hours=47, minutes=29), "47 h"),
        (timedelta(hours=48), "2 days"),
        (timedelta(days=3), "3 days"),
        (timedelta(days=3, hours=13), "4 days"),
        (timedelta(days=13), "13 days"),
        (timedelta(days=14), "2 weeks"),
        (timedelta(days=24), "3 weeks"),
        (timedelta(minutes=-40), "40 min"),
    ],
)
def test_a_length_is_said_as_finely_as_it_matters(length: timedelta, expected: str) -> None:
    assert length_words(length) == expected
