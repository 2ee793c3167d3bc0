"""When it is time to check the recovery code."""

from datetime import UTC, datetime, timedelta

import pytest

from carecompanion.domain.code_dates import CodeDates

MADE = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


@pytest.mark.parametrize(
    ("checked", "now", "due"),
    [
        (None, MADE, False),
        (None, MADE + 30 * DAY - SECOND, False),
        (None, MADE + 30 * DAY, True),
        (MADE + 20 * DAY, MADE + 30 * DAY, False),
        (MADE + 20 * DAY, MADE + 50 * DAY - SECOND, False),
        (MADE + 20 * DAY, MADE + 50 * DAY, True),
        (None, MADE - DAY, False),
    ],
)
def test_it_is_due_thirty_days_after_it_was_made_or_last_checked(
    checked: datetime | None, now: datetime, due: bool
) -> None:
    assert CodeDates(made_at=MADE, checked_at=checked).is_due(now) is due
