from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from carecompanion.domain.measures import MEASURES
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Contact, OwnAnswer, OwnTrait, Record
from carecompanion.domain.tally import Tally
from carecompanion.domain.traits import TRAITS, ResponseTime, TraitAssessment, assess, usually_agreed
from carecompanion.domain.vocabulary import Answer
from tests.domain.given import (
    ADE,
    DANA_THEN_ADE,
    agreed,
    at,
    book,
    day,
    new,
    outcome,
    reasons,
    replied,
    tried,
    visit,
)

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


def summed_up(found: ResponseTime) -> tuple[int, int, int, timedelta | None, timedelta | None]:
    return found.contacts, found.answered, found.waiting, found.median, found.longest


def test_the_typical_reply_time_of_the_worked_example_is_26_hours() -> None:
    answered = [asked(answered=hours) for hours in (2, 5, 20, 26, 50)]
    begun_later = new(Contact, about="letter")
    late_attempt = replace(tried(begun_later, "2026-03-02 09:00"), at=BEGAN + timedelta(hours=70))
    found = response_time(*answered, asked(), [begun_later, late_attempt])
    assert summed_up(found) == (7, 5, 2, timedelta(hours=26), timedelta(hours=100))


@pytest.mark.parametrize(
    ("contacts", "expected"),
    [
        ([], (0, 0, 0, None, None)),
        ([asked(answered=3)] * 1, (1, 1, 0, None, timedelta(hours=3))),
        ([asked(answered=h) for h in (1, 2, 3, 4)], (4, 4, 0, None, timedelta(hours=4))),
        ([asked(answered=h) for h in (1, 2, 3, 4, 5)], (5, 5, 0, timedelta(hours=3), timedelta(hours=5))),
        (
            [asked(answered=1), asked(answered=2), asked(), asked(), asked()],
            (5, 2, 3, None, timedelta(hours=100)),
        ),
        (
            [asked(answered=1), asked(answered=2), asked(answered=3), asked(closed=60), asked(answered=70, closed=60)],
            (5, 3, 0, timedelta(hours=3), timedelta(hours=60)),
        ),
    ],
)
def test_response_time_counts_those_still_waiting_and_those_closed(
    contacts: list[list[Record]], expected: tuple[int, int, int, timedelta | None, timedelta | None]
) -> None:
    assert summed_up(response_time(*contacts)) == expected


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


OWN = OwnTrait(id="own", name="Clear", question="Was it clear?", began_on=day("2026-02-01"))


def of_own(own: OwnTrait, *records: Record, period: Period = MARCH) -> TraitAssessment | None:
    """A trait of one's own as it stands at the end of March; None when it is not shown."""
    found = assess(book(own, *records), period, at("2026-03-31 12:00")).traits
    return next((trait for trait in found if trait.id == own.id), None)


def said(planned_at: str, answer: Answer | None, person_id: str = "dana", **fields: Any) -> Record:
    """A visit with what was answered to OWN."""
    own = (OwnAnswer(trait_id="own", answer=answer),) if answer else ()
    return visit(planned_at, person_id=person_id, own=own, **fields)


@pytest.mark.parametrize(
    ("asked_of", "record", "counts_as"),
    [
        (None, said("2026-03-02 10:00", "yes"), "met"),
        (None, said("2026-03-02 10:00", "partly"), "partly"),
        (None, said("2026-03-02 10:00", "no", "okafor"), "missed"),
        (None, said("2026-03-02 10:00", None), "not_answered"),
        (None, said("2026-03-02 10:00", "yes", status="they_did_not_come"), None),
        (None, said("2026-04-02 10:00", "yes"), None),
        ("dana", said("2026-03-02 10:00", None, "okafor"), None),
        ("dana", said("2026-03-02 10:00", "no", "okafor"), "missed"),
        ("dana", said("2026-03-02 10:00", None), "not_answered"),
    ],
)
def test_a_trait_of_ones_own_counts_what_was_answered_about_visits(
    asked_of: str | None, record: Record, counts_as: str | None
) -> None:
    trait = of_own(replace(OWN, person_id=asked_of), record)
    assert trait is not None
    assert outcome(trait.headline) == counts_as
    assert trait.own == replace(OWN, person_id=asked_of)


def test_a_question_is_not_said_to_be_unanswered_before_it_was_asked_or_after() -> None:
    asked = replace(OWN, began_on=day("2026-03-10"), retired_on=day("2026-03-20"))
    visits = [said(f"2026-03-{number} 10:00", None) for number in ("09", "10", "20", "21")]
    trait = of_own(asked, *visits, said("2026-03-05 10:00", "yes"))
    assert trait is not None
    assert reasons(trait.headline) == ["not_answered", "not_answered"]
    assert [excluded.record for excluded in trait.headline.excluded] == visits[1:3]


def test_a_trait_no_longer_asked_about_is_shown_while_it_has_answers_in_the_period() -> None:
    retired = replace(OWN, retired_on=day("2026-03-20"))
    answered = said("2026-03-05 10:00", "yes")
    assert of_own(retired, answered) is not None
    assert of_own(retired, said("2026-03-05 10:00", None)) is None
    assert of_own(retired, answered, period=Period(day("2026-03-06"), day("2026-03-31"))) is None
    assert of_own(replace(OWN, retired_on=day("2026-03-31"))) is not None


def test_the_five_come_first_and_own_traits_in_the_order_in_which_they_began() -> None:
    later = replace(OWN, id="later", began_on=day("2026-02-02"))
    found = assess(book(later, OWN), MARCH, at("2026-03-31 12:00")).traits
    assert [trait.id for trait in found] == [*TRAITS, "own", "later"]


@pytest.mark.parametrize("headlines_only", [True, False])
@pytest.mark.parametrize("trait", [*TRAITS, "own"])
def test_one_trait_alone_is_what_it_is_among_the_others(trait: str, headlines_only: bool) -> None:
    written = book(OWN, said("2026-03-05 10:00", "yes", listened="no"))
    now = at("2026-03-31 12:00")
    alone = assess(written, MARCH, now, headlines_only=headlines_only, trait=trait).traits
    among = assess(written, MARCH, now, headlines_only=headlines_only).traits
    assert alone == tuple(each for each in among if each.id == trait)


def test_the_time_before_is_told_with_the_trend() -> None:
    answered = [*visits("2026-02", *["yes"] * 5), *visits("2026-03", *["no"] * 5)]
    headline = listening(*answered, period=Period(day("2026-03-01"), day("2026-03-28"))).headline
    assert (headline.trend, headline.before) == ("not_as_good", Tally(5, 0, 5))


@pytest.mark.parametrize(
    ("hours", "usual"), [((), None), ((24,), 24), ((4, 24, 24), 24), ((4, 4, 24), 4), ((24, 4), 24)]
)
def test_the_agreed_time_most_contacts_had_is_the_middle_one(hours: tuple[int, ...], usual: int | None) -> None:
    book_of = book(*asked(answered=1))
    for number, length in enumerate(hours):
        contact = new(Contact, about="letter", due_at=BEGAN + timedelta(days=number, hours=length))
        sent = replace(tried(contact, "2026-03-02 09:00"), at=BEGAN + timedelta(days=number))
        book_of = book_of.keeping(contact, sent)
    clock = usually_agreed(assess(book_of, MARCH, at("2026-03-31 12:00")).response_time)
    assert (clock.agreed if clock else None) == (timedelta(hours=usual) if usual else None)
