from datetime import UTC, date, datetime

from carecompanion.domain.periods import Period
from carecompanion.domain.records import Change, Contact, Point
from carecompanion.domain.window import Window
from tests.domain.given import DANA_THEN_ADE, at, book, day, new, tried, visit


def march(*records: object, now: str = "2026-03-20 12:00", coordinator_id: str | None = None) -> Window:
    whole = book(*records, team=DANA_THEN_ADE)  # type: ignore[arg-type]  # records
    return Window(whole, Period(day("2026-03-01"), day("2026-03-31")), at(now), coordinator_id)


def test_entries_come_in_order_of_time_with_their_local_days() -> None:
    later, earlier = visit("2026-03-09 10:00"), visit("2026-03-01 00:00")
    assert march(later, earlier).visits == [(earlier, day("2026-03-01")), (later, day("2026-03-09"))]


def test_entries_of_one_instant_come_in_order_of_id() -> None:
    twins = [visit("2026-03-09 10:00", id=name) for name in ("b", "a", "c")]
    assert [record.id for record, _ in march(*twins).visits] == ["a", "b", "c"]


def test_who_was_co_ordinator_on_a_day() -> None:
    window = march()
    days = ("2024-12-31", "2025-01-01", "2026-03-01", "2026-03-02", "2026-03-09", "2026-03-10", "2030-01-01")
    assert [window.coordinator_on(day(each)) for each in days] == [None, "dana", "dana", None, None, "ade", "ade"]
    assert march(coordinator_id="ade").is_role_held(day("2026-03-10"))
    assert not march(coordinator_id="ade").is_role_held(day("2026-03-09"))
    assert window.is_role_held(day("2026-03-09"))


def test_a_contact_without_its_record_is_passed_over() -> None:
    contact = new(Contact, about="lost")
    assert march(tried(contact, "2026-03-09 10:00")).clocks == []


def test_kept_visits_reach_beyond_the_period_but_not_beyond_now() -> None:
    kept = [visit("2025-05-01 10:00"), visit("2026-03-20 12:00", person_id="ade")]
    not_kept = [visit("2026-03-20 12:01", person_id="ade"), visit("2025-05-02 10:00", "cancelled_by_me")]
    window = march(*kept, *not_kept, visit("2025-05-03 10:00", person_id="okafor"))
    assert [record for record, _ in window.kept_visits] == kept


def test_a_period_may_reach_to_the_ends_of_the_calendar() -> None:
    whole = book(
        visit("2026-03-09 10:00"),
        new(Point, text="tablets", raised_at=at("2026-03-09 10:00")),
        new(Change, what="new clinic", effective_on=day("2026-03-09")),
        time_zone="Asia/Kolkata",
    )
    window = Window(whole, Period(date.min, date.max), datetime(2026, 4, 1, tzinfo=UTC))
    assert (len(window.visits), len(window.points), len(window.changes)) == (1, 1, 1)
