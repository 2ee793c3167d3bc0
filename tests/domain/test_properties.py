"""What holds of every journal's figures: nothing counts twice, and neither order nor what lies elsewhere matters."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from math import sqrt
from random import Random
from typing import Any

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import COUNTING, contradictions
from carecompanion.domain.evidence import Counted, Excluded
from carecompanion.domain.measures import MEASURES
from carecompanion.domain.periods import CHOICES, Period, months_before, period
from carecompanion.domain.records import (
    LISTS,
    Absence,
    Appointment,
    Attempt,
    Change,
    Contact,
    Point,
    Promise,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.traits import TRAITS
from tests.domain.lively import NOW, lively_book
from tests.domain.views import (
    View,
    counted,
    earlier,
    every,
    excluded,
    figures,
    measurements,
    of_every_journal,
    shorter,
)

LEFT_WITH_SOMEBODY = ("spoke", "voicemail", "message", "sent")


def as_few_as_can_be(chance: Random) -> Callable[[int, int], list[int]]:
    return lambda fewest, _: chance.sample(range(1_000_000), fewest)


def test_lively_journals_have_something_to_count_and_to_leave_out() -> None:
    counts: Counter[str] = Counter()
    for seed in range(20):
        book = lively_book(seed, as_few_as_can_be(Random(seed)))
        assert not contradictions(book)
        found = View(book, Period(months_before(NOW.date(), 3), NOW.date()), NOW).assessed()
        counts.update(f"{name} counts" for name, lines in counted(found).items() if lines)
        counts.update(f"{name} leaves out" for name, lines in excluded(found).items() if lines)
    never_left_out = {"set_up", "got_through"}
    wanted = {f"{measure.id} counts" for measure in MEASURES}
    wanted |= {f"{measure.id} leaves out" for measure in MEASURES if measure.id not in never_left_out}
    assert not [name for name in wanted if counts[name] < 5]


@of_every_journal(12)
def test_no_entry_is_in_a_measure_twice(view: View) -> None:
    for each in measurements(view.assessed()):
        entries = Counter((one.record.id, one.part) for one in every(each))
        assert set(entries.values()) <= {1}, each.id


def said_of(met: int, partly: int, of: int) -> tuple[float, float, str]:
    """The interval and the word of a tally, read off the rules once more."""
    if not of:
        return 0, 1, "nothing"
    z, p = 1.2815515655446004, (met + partly / 2) / of
    centre, half = p + z**2 / (2 * of), z * sqrt(p * (1 - p) / of + z**2 / (4 * of**2))
    lower, upper = (end / (1 + z**2 / of) for end in (centre - half, centre + half))
    table = [
        (of < 5, "too_few"),
        (lower >= 0.75, "almost_always"),
        (lower > 0.5, "usually"),
        (upper <= 0.25, "hardly_ever"),
        (upper < 0.5, "less_than_half"),
        (True, "sometimes"),
    ]
    return lower, upper, next(word for holds, word in table if holds)


@of_every_journal(12)
def test_a_figure_adds_up_and_its_word_follows_from_it_alone(view: View) -> None:
    for each in measurements(view.assessed()):
        tally, band = each.tally, each.interval
        assert min(tally.met, tally.partly, tally.missed) >= 0
        assert tally.met + tally.partly + tally.missed == tally.of == len(each.counted)
        lower, upper, word = said_of(tally.met, tally.partly, tally.of)
        assert each.word == (None if each.checklist else word), each.id
        assert (band is None) is (tally.of == 0)
        if band:
            # Of all or nothing an end of the interval is the share itself, but for rounding.
            assert 0 <= band.lower <= tally.share + 1e-12
            assert tally.share - 1e-12 <= band.upper <= 1
            assert (band.lower, band.upper) == pytest.approx((lower, upper), abs=1e-12)


def ordered(book: Book, order: Callable[[list[str]], None]) -> Book:
    """The book with the entries of each list put in as this orders their ids."""
    lists: dict[str, Any] = {}
    for name in LISTS:
        records = book.list(name)
        ids = list(records)
        order(ids)
        lists[name] = {key: records[key] for key in ids}
    return Book(settings=book.settings, **lists)


def doubled(book: Book) -> Book:
    """The book with a second of whatever can happen twice at one instant."""
    records = (record for name in COUNTING if name != "contacts" for record in book.list(name).values())
    return book.keeping(*(replace(record, id=record.id[::-1]) for record in records))


@of_every_journal(10)
def test_the_order_in_which_entries_were_written_down_changes_nothing(view: View) -> None:
    seen = replace(view, book=doubled(view.book))
    found = seen.assessed()
    for order in (list.reverse, seen.chance.shuffle):
        other = ordered(seen.book, order)
        assert seen.assessed(book=other) == found
        for choice in CHOICES:
            assert period(choice, other, seen.now) == period(choice, seen.book, seen.now)


def began_at(view: View, contact_id: str) -> datetime | None:
    """When a contact's clock started, or its first attempt was made if it has not; None when neither has happened."""
    contact = view.book.contacts[contact_id]
    closed_at = contact.closed_at if contact.closed_at and contact.closed_at <= view.now else view.now
    attempts = [one for one in view.book.attempts.values() if one.contact_id == contact_id and one.at <= view.now]
    starting = [one.at for one in attempts if one.outcome in LEFT_WITH_SOMEBODY and one.at <= closed_at]
    return min(starting or [one.at for one in attempts], default=None)


def day_of(view: View, record: Record) -> date | None:
    """The day by which an entry belongs to a period; None when it belongs to none."""
    match record:
        case Contact(id=contact_id) | Attempt(contact_id=contact_id) | Reply(contact_id=contact_id):
            at = began_at(view, contact_id)
            return view.book.day_of(at) if at else None
        case Appointment(planned_at=at) | Point(raised_at=at):
            return view.book.day_of(at)
        case Promise(due_on=due_on, made_on=made_on):
            return due_on or made_on
        case Change(effective_on=day) | Update(told_on=day) | Absence(from_on=day):
            return day
    return None


def cut(view: View, *whole: str) -> Book:
    """The book with only those entries that belong to the period, but for these lists, which stay whole."""
    lists: dict[str, Any] = {}
    for name in COUNTING:
        belonging = ((record, day_of(view, record)) for record in view.book.list(name).values())
        lists[name] = {record.id: record for record, day in belonging if day and day in view.period}
    return replace(view.book, **{name: found for name, found in lists.items() if name not in whole})


@of_every_journal(12)
def test_a_period_counts_what_a_journal_of_that_period_alone_would(view: View) -> None:
    for part in shorter(view):
        found, alone = part.assessed(), part.assessed(book=cut(part))
        # A gap that ends in the period may begin before it, and so may the one that is still open.
        beyond = {"regular"}
        if part.period.last < part.today:
            # A point that is not yet followed up counts once a visit has gone ahead, even beyond the period.
            beyond.add("followed_up")
        for name, lines in counted(found).items():
            if name not in beyond:
                assert counted(alone)[name] == lines
                assert excluded(alone)[name] == excluded(found)[name]
        assert figures(alone)["response_time"] == figures(found)["response_time"]


@of_every_journal(12)
def test_beyond_a_period_only_visits_matter_but_for_how_it_was_lately(view: View) -> None:
    # How it was lately is told by the period before, which this book lacks but for its visits.
    for part in shorter(view):
        found, among_all_visits = part.assessed(), part.assessed(book=cut(part, "appointments"))
        assert counted(among_all_visits) == counted(found)
        assert excluded(among_all_visits) == excluded(found)
        assert [trait.months for trait in among_all_visits.traits] == [trait.months for trait in found.traits]


@of_every_journal(12)
def test_the_parts_of_a_period_add_up_to_it(view: View) -> None:
    days = view.period.days
    places = sorted({0, days, *(view.chance.randrange(days) for _ in range(6))})
    starts = [view.period.first + timedelta(days=place) for place in places]
    parts = [Period(first, after - timedelta(days=1)) for first, after in pairwise(starts)]
    found = [counted(view.assessed(period=part)) for part in parts]
    for name, lines in counted(view.assessed()).items():
        if name != "set_up":  # the checklist is of the last day alone
            assert [line for part in found for line in part.get(name, ())] == lines


@of_every_journal(12)
def test_of_a_chosen_co_ordinator_counts_what_falls_on_their_days(view: View) -> None:
    def holder(one: Counted | Excluded) -> str | None:
        """The gap still open belongs to today, what is in force to the day on which it is looked at."""
        return view.book.coordinator_id_on(one.on if one.part == "open" else day_of(view, one.record) or one.on)

    whole = measurements(replace(view, coordinator_id=None).assessed())
    for person in view.book.people:
        theirs = {each.id: every(each) for each in measurements(replace(view, coordinator_id=person).assessed())}
        for each in whole:
            if each.own is None:  # those of the person's own are not always shown
                assert theirs[each.id] == [one for one in every(each) if holder(one) == person]


def until_now(view: View) -> Book:
    """The book without whatever has not happened yet."""
    book, now, today = view.book, view.now, view.today
    tried = {one.contact_id for one in book.attempts.values() if one.at <= now}
    contacts = {
        one.id: replace(one, closed_at=one.closed_at if one.closed_at and one.closed_at <= now else None)
        for one in book.contacts.values()
        if one.id in tried
    }
    left_out = {
        one.id: replace(one, put_back_at=one.put_back_at if one.put_back_at and one.put_back_at <= now else None)
        for one in book.left_out.values()
        if one.left_out_at <= now
    }
    return replace(
        book,
        contacts=contacts,
        left_out=left_out,
        attempts={one.id: one for one in book.attempts.values() if one.at <= now},
        replies={one.id: one for one in book.replies.values() if one.at <= now and one.contact_id in tried},
        appointments={one.id: one for one in book.appointments.values() if one.planned_at <= now},
        points={one.id: one for one in book.points.values() if one.raised_at <= now},
        promises={one.id: one for one in book.promises.values() if one.made_on <= today},
        changes={one.id: one for one in book.changes.values() if one.effective_on <= today},
        updates={one.id: one for one in book.updates.values() if one.told_on <= today},
        absences={one.id: one for one in book.absences.values() if one.from_on <= today},
        notes={one.id: one for one in book.notes.values() if one.at <= now},
    )


@of_every_journal(15)
def test_what_has_not_happened_yet_is_as_if_not_there(view: View) -> None:
    for seen in earlier(view):
        happened = until_now(seen)
        found, without = seen.assessed(), seen.assessed(book=happened)
        assert figures(without) == figures(found)
        assert excluded(without) == excluded(found)
        for choice in CHOICES:
            assert period(choice, happened, seen.now) == period(choice, seen.book, seen.now)


@of_every_journal(8)
def test_one_trait_alone_is_what_it_is_among_all(view: View) -> None:
    found = view.assessed()
    shown = {trait.id: trait for trait in found.traits}
    for name in (*TRAITS, *view.book.own_traits):
        alone = view.assessed(trait=name)
        (trait,) = alone.traits
        # One of the person's own that is no longer asked about, and was not in the period, is shown when asked for.
        assert trait == shown[name] if name in shown else not trait.headline.counted
        assert alone.response_time == found.response_time
