from dataclasses import replace
from datetime import timedelta

import pytest

from carecompanion.domain.measures import MEASURES
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Contact, Record
from carecompanion.domain.traits import TRAITS, ResponseTime, TraitAssessment, assess
from tests.domain.given import ADE, DANA_THEN_ADE, agreed, at, book, day, new, replied, tried, visit

MARCH = Period(day("2026-03-01"), day("2026-03-31"))
BEGAN = at("2026-03-02 09:00")


def listening(*visits: Record, period: Period = MARCH, now: str = "2026-03-31 12:00") -> TraitAssessment:
    found = assess(book(*visits), period, at(now)).traits
    return next(trait for trait in found if trait.id == "listening")


def visits(month: str, *answers: str) -> list[Record]:
    return [visit(f"{month}-{number:02} 10:00", listened=answer) for number, answer in enumerate(answers, start=1)]


def asked(answered: float | None = None, closed: float | None = None) -> list[Record]:
    """A contact begun on 2 March at 09:00, answered or closed after so many hours, or neither."""
    closed_at = None if closed is None else BEGAN + timedelta(hours=closed)
    contact = new(Contact, about="prescription", closed_at=closed_at)
    attempt = tried(contact, "2026-03-02 09:00")
    if answered is None:
        return [contact, attempt]
    return [contact, attempt, replace(replied(contact, "2026-03-02 09:00"), at=BEGAN + timedelta(hours=answered))]


def response_time(*contacts: list[Record], hours: float = 100) -> ResponseTime:
    """As seen so many hours after they began."""
    records = [record for contact in contacts for record in contact]
    return assess(book(*records), MARCH, BEGAN + timedelta(hours=hours)).response_time


def test_the_five_traits_come_in_order_with_all_their_measures() -> None:
    found = assess(book(), MARCH, at("2026-03-31 12:00"))
    assert tuple(trait.id for trait in found.traits) == TRAITS
    assert [each.id for trait in found.traits for each in trait.measurements] == [measure.id for measure in MEASURES]
    headlines = [trait.headline.id for trait in found.traits]
    assert headlines == ["knew_latest", "as_arranged", "listened", "comfortable", "replied_in_time"]
    assert all(trait.headline in trait.measurements and trait.headline.word == "nothing" for trait in found.traits)


def test_an_assessment_says_what_it_is_of() -> None:
    whole = book(team=DANA_THEN_ADE)
    found = assess(whole, MARCH, at("2026-03-31 12:00"), "ade")
    assert (found.as_of, found.period, found.coordinator) == (at("2026-03-31 12:00"), MARCH, ADE)
    assert assess(whole, MARCH, at("2026-03-31 12:00")).coordinator is None


def test_a_chosen_co_ordinator_is_judged_by_their_own_days() -> None:
    days = ("2026-03-01 10:00", "2026-03-12 10:00", "2026-03-13 10:00")
    people = ("dana", "ade", "ade")
    kept = [visit(planned, person_id=person, listened="yes") for planned, person in zip(days, people, strict=True)]
    whole, now = book(*kept, team=DANA_THEN_ADE), at("2026-03-31 12:00")
    counts = {chosen: assess(whole, MARCH, now, chosen).traits[2].headline.tally.of for chosen in (None, "dana", "ade")}
    assert counts == {None: 3, "dana": 1, "ade": 2}


@pytest.mark.parametrize(
    ("before", "present", "trend"),
    [
        ("no no no no no", "yes yes yes yes yes", "better"),
        ("yes yes yes yes yes", "no no no no no", "not_as_good"),
        ("yes no yes no yes", "no yes no yes no", "about_the_same"),
        ("no no no no", "yes yes yes yes yes", None),
        ("no no no no no", "yes yes yes yes", None),
    ],
)
def test_lately_compares_with_the_same_number_of_days_before(before: str, present: str, trend: str | None) -> None:
    found = listening(*visits("2026-02", *before.split()), *visits("2026-03", *present.split()))
    assert found.headline.trend == trend
    assert all(each.trend is None for each in found.measurements if each.id != "listened")


def test_lately_is_worked_out_at_the_same_now() -> None:
    """What was recorded for the days before counts as it stands now."""
    period = Period(day("2026-03-08"), day("2026-03-14"))
    first_week, second_week = (
        visits("2026-03", *["no"] * 5),
        [visit(f"2026-03-{n:02} 10:00", listened="yes") for n in range(8, 13)],
    )
    assert listening(*first_week, *second_week, period=period).headline.trend == "better"
    assert listening(*first_week, *second_week, period=period, now="2026-03-11 12:00").headline.trend is None


def test_months_are_those_of_the_period_each_with_its_verdicts_in_order() -> None:
    answered = [*visits("2026-01", "yes", "partly", "no"), *visits("2026-03", "no", "yes")]
    period = Period(day("2025-12-20"), day("2026-03-31"))
    assert [(month.first, month.verdicts) for month in listening(*answered, period=period).months] == [
        (day("2025-12-01"), ()),
        (day("2026-01-01"), ("met", "partly", "missed")),
        (day("2026-02-01"), ()),
        (day("2026-03-01"), ("missed", "met")),
    ]


def test_the_typical_reply_time_of_the_worked_example_is_26_hours() -> None:
    answered = [asked(answered=hours) for hours in (2, 5, 20, 26, 50)]
    begun_later = new(Contact, about="letter")
    late_attempt = replace(tried(begun_later, "2026-03-02 09:00"), at=BEGAN + timedelta(hours=70))
    found = response_time(*answered, asked(), [begun_later, late_attempt])
    assert found == ResponseTime(7, 5, 2, timedelta(hours=26), timedelta(hours=100))


@pytest.mark.parametrize(
    ("contacts", "expected"),
    [
        ([], ResponseTime(0, 0, 0, None, None)),
        ([asked(answered=3)] * 1, ResponseTime(1, 1, 0, None, timedelta(hours=3))),
        ([asked(answered=h) for h in (1, 2, 3, 4)], ResponseTime(4, 4, 0, None, timedelta(hours=4))),
        ([asked(answered=h) for h in (1, 2, 3, 4, 5)], ResponseTime(5, 5, 0, timedelta(hours=3), timedelta(hours=5))),
        (
            [asked(answered=1), asked(answered=2), asked(), asked(), asked()],
            ResponseTime(5, 2, 3, None, timedelta(hours=100)),
        ),
        (
            [asked(answered=1), asked(answered=2), asked(answered=3), asked(closed=60), asked(answered=70, closed=60)],
            ResponseTime(5, 3, 0, timedelta(hours=3), timedelta(hours=60)),
        ),
    ],
)
def test_response_time_counts_those_still_waiting_and_those_closed(
    contacts: list[list[Record]], expected: ResponseTime
) -> None:
    assert response_time(*contacts) == expected


def test_response_time_leaves_out_contacts_whose_clock_never_started() -> None:
    contact = new(Contact, about="letter")
    never = [contact, tried(contact, "2026-03-02 09:00", "no_answer"), replied(contact, "2026-03-02 10:00")]
    assert response_time(asked(answered=2), never).contacts == 1


def test_response_time_counts_contacts_with_and_without_a_due_time() -> None:
    assert response_time(asked(answered=2), [agreed(reply_within=1), *asked(answered=4)]).answered == 2


def test_elapsed_hours_run_through_the_clock_change() -> None:
    contact = new(Contact, about="letter")
    over_the_change = [contact, tried(contact, "2026-03-28 12:00"), replied(contact, "2026-03-29 12:00")]
    assert response_time(over_the_change, hours=1000).longest == timedelta(hours=23)


def test_a_period_from_the_first_day_of_the_calendar_can_be_assessed() -> None:
    period = Period(day("0001-01-01"), day("2026-03-31"))
    assert listening(*visits("2026-03", *["yes"] * 6), period=period).headline.tally.of == 6
