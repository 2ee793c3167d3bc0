"""What the person leaves out of a trait counts nowhere in it, and counts again once it is put back."""

from dataclasses import replace

import pytest

from carecompanion.domain.contradictions import against
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Contact, LeftOut, Record
from carecompanion.domain.traits import Assessment, assess
from tests.domain.given import agreed, at, book, day, new, replied, tried, visit, with_due_times

MARCH = Period(day("2026-03-01"), day("2026-03-31"))
NOW = "2026-03-31 12:00"
LETTER = new(Contact, about="the letter")
RECORDS: tuple[Record, ...] = (
    agreed(reply_within=24),
    LETTER,
    tried(LETTER, "2026-03-02 09:00"),
    replied(LETTER, "2026-03-02 11:00", settled="yes"),
)
VISIT = visit("2026-03-05 10:00", minutes_late=30, listened="no", knew_latest="no")


def left_out(entry: Record, trait: str, since: str = "2026-03-06 09:00", until: str | None = None) -> LeftOut:
    back = at(until) if until else None
    return new(LeftOut, entry_id=entry.id, trait=trait, reason="snow", left_out_at=at(since), put_back_at=back)


def assessed(*records: Record, now: str = NOW) -> Assessment:
    return assess(with_due_times(book(*RECORDS, VISIT, *records)), MARCH, at(now))


def counting(found: Assessment) -> set[str]:
    """The measures in which something counts, but for the checklist."""
    every = (measurement for trait in found.traits for measurement in trait.measurements)
    return {measurement.id for measurement in every if measurement.counted and not measurement.checklist}


ACCESSIBLE = {"replied_in_time", "got_through", "settled"}
ORGANISATION = {"as_arranged", "went_ahead", "on_time"}
EVERY = ACCESSIBLE | ORGANISATION | {"knew_latest", "listened"}


@pytest.mark.parametrize(
    ("entry", "trait", "gone"),
    [
        (LETTER, "accessible", ACCESSIBLE),
        (RECORDS[2], "accessible", {"got_through"}),
        (RECORDS[3], "accessible", {"settled"}),
        (VISIT, "organisation", ORGANISATION),
        (VISIT, "listening", {"listened"}),
        (VISIT, "communication", {"knew_latest"}),
        (LETTER, "organisation", set()),
        (VISIT, "accessible", set()),
    ],
)
def test_an_entry_counts_in_no_measure_of_the_trait_it_is_left_out_of(
    entry: Record, trait: str, gone: set[str]
) -> None:
    assert counting(assessed()) == EVERY
    assert counting(assessed(left_out(entry, trait))) == EVERY - gone


def test_it_is_listed_with_the_others_that_are_left_out_and_says_how() -> None:
    how = left_out(VISIT, "organisation")
    found = next(trait for trait in assessed(how).traits if trait.id == "organisation").headline
    assert [(each.record, each.why, each.left_out) for each in found.excluded] == [(VISIT, "left_out", how)]


def test_a_contact_left_out_of_accessible_is_left_out_of_the_response_time() -> None:
    assert assessed().response_time.contacts == 1
    assert assessed(left_out(LETTER, "accessible")).response_time.contacts == 0


@pytest.mark.parametrize(
    ("now", "counts"),
    [
        ("2026-03-06 08:59", True),
        ("2026-03-06 09:00", False),
        ("2026-03-07 09:59", False),
        ("2026-03-07 10:00", True),
    ],
)
def test_it_is_left_out_from_then_until_it_is_put_back(now: str, counts: bool) -> None:
    found = assessed(left_out(VISIT, "listening", until="2026-03-07 10:00"), now=now)
    assert ("listened" in counting(found)) is counts


def test_a_gap_between_visits_still_ends_at_a_visit_that_is_left_out() -> None:
    often = agreed("2025-02-01", meet_every_days=7)
    first, last = visit("2026-03-02 10:00"), visit("2026-03-12 10:00")
    found = assessed(often, first, last, left_out(VISIT, "organisation"), now="2026-03-13 12:00")
    regular = next(each for trait in found.traits for each in trait.measurements if each.id == "regular")
    assert [(each.record, each.verdict) for each in regular.counted] == [(last, "met")]
    assert [(each.record, each.why) for each in regular.excluded] == [(VISIT, "left_out")]


def test_leaving_out_what_does_not_count_changes_no_figure() -> None:
    planned = replace(VISIT, id="planned", status="cancelled_by_me")
    before, after = assessed(planned), assessed(planned, left_out(planned, "organisation"))
    tallies = [
        [measurement.tally for trait in found.traits for measurement in trait.measurements] for found in (before, after)
    ]
    assert tallies[0] == tallies[1]


@pytest.mark.parametrize("turned_round", [False, True])
def test_an_attempt_left_out_itself_keeps_its_own_reason_when_its_contact_is_left_out_too(turned_round: bool) -> None:
    with_contact, alone = left_out(LETTER, "accessible"), left_out(RECORDS[2], "accessible", since="2026-03-05 09:00")
    written = [with_contact, alone]
    found = assessed(*reversed(written) if turned_round else written)
    got_through, settled = (
        next(each for trait in found.traits for each in trait.measurements if each.id == name)
        for name in ("got_through", "settled")
    )
    assert [each.left_out for each in (*got_through.excluded, *settled.excluded)] == [alone, with_contact]


@pytest.mark.parametrize("ids", [("a", "b"), ("b", "a")])
def test_what_was_put_back_can_be_left_out_again_at_the_same_instant(ids: tuple[str, str]) -> None:
    seen = visit("2026-03-08 14:00")
    now = at("2026-03-12 14:20")
    first, second = (
        LeftOut(id=key, entry_id=seen.id, trait="organisation", reason="Snow", left_out_at=now) for key in ids
    )
    back = replace(first, put_back_at=now)
    assert against(book(seen, back), second) == ()
    assert against(book(seen, first), second) != ()
