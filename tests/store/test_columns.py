"""Fields as columns hold them, and back."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecompanion.domain.records import LISTS, Agreement, Note, Recipient, Record, Update
from carecompanion.domain.settings import Settings
from carecompanion.store.columns import read, read_records, written
from tests.records import any_record, any_settings

NINE_ABROAD = datetime(2026, 3, 9, 9, 12, tzinfo=timezone(timedelta(hours=2)))


def test_columns_hold_plain_text_and_whole_numbers() -> None:
    agreement = Agreement(
        id="a",
        written_at=NINE_ABROAD,
        starts_on=date(2026, 3, 9),
        routes=("phone", "in_person"),
        opens=time(9),
        weekdays=(0, 4),
        written=True,
    )
    values = {name: value for name, value in written(agreement).items() if value is not None}
    assert values == {
        "id": "a",
        "written_at": "2026-03-09T07:12:00+00:00",
        "keep_out": 0,
        "starts_on": "2026-03-09",
        "routes": '["phone","in_person"]',
        "opens": "09:00:00",
        "weekdays": "[0,4]",
        "written": 1,
    }


def test_the_recipients_of_an_update_are_one_column() -> None:
    knew = Recipient(person_id="p", knew="partly", checked_on=date(2026, 3, 9))
    column = written(Update(id="u", what="new tablets", told_on=date(2026, 3, 2), recipients=(knew,)))["recipients"]
    assert column == '[{"person_id":"p","knew":"partly","checked_on":"2026-03-09"}]'


@given(st.sampled_from(list(LISTS.values())).flatmap(any_record))
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    back = read_records(type(record), [tuple(written(record).values())], {})
    assert back == {record.id: record}
    (same,) = back.values()
    same.__post_init__()
    assert written(same) == written(record)


@given(any_settings())
def test_settings_come_back_as_they_were(settings: Settings) -> None:
    assert read(Settings, written(settings)) == settings


def test_no_rows_are_no_records() -> None:
    assert read_records(Note, [], {}) == {}


WRONG: list[tuple[str, Any]] = [
    ("kind", "whisper"),
    ("kind", None),
    ("at", "yesterday"),
    ("at", 7),
    ("written_at", "2026-13-01T00:00:00+00:00"),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_value_that_makes_no_sense_is_not_let_in(name: str, value: object) -> None:
    values = written(Note(id="n", at=datetime(2026, 3, 9, tzinfo=UTC), text="words")) | {name: value}
    with pytest.raises((ValueError, TypeError)):
        read_records(Note, [tuple(values.values())], {})
