from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from carecompanion.domain import measures
from carecompanion.domain.evidence import Measurement
from carecompanion.domain.periods import Period
from carecompanion.domain.records import OwnTrait, Record
from carecompanion.domain.tally import Tally, Trend
from carecompanion.domain.traits import assess
from carecompanion.domain.working_out import RULES, how, how_soon
from tests.domain.given import agreed, at, book, day
from tests.domain.test_moments import TODAY
from tests.domain.test_trait_words import measured
from tests.domain.test_traits import BEGAN, asked

MARCH = Period(day("2026-03-01"), day("2026-03-31"))
NOW = at("2026-03-31 12:00")
NO_WORD = "We choose no word until there are at least 5."
DAYS = "We look at 31 days, from Sunday 1 March to today."


def told(
    measurement: Measurement, *records: Record, coordinator_id: str | None = None, **settings: Any
) -> tuple[str, ...]:
    """How a figure of March 2026 was worked out, as told on its last day."""
    kept = book(*records, **settings)
    return how(measurement, kept, assess(kept, MARCH, NOW, coordinator_id)).paragraphs


def test_a_figure_is_told_with_its_own_numbers() -> None:
    day_and_night = agreed(reply_within=24)
    assert told(measured("replied_in_time", 9, 0, 3, left_out=1), day_and_night) == (
        "We look at each time you got in touch and a reply time was agreed. It is a yes when an answer came in that "
        "time. It is a no when it came later, or when the time ran out without one.",
        "Agreed now: a reply within 24 hours. What you sent before is held to what was agreed on its own day.",
        DAYS,
        "12 count: 9 yes, 3 no. 1 is left out: not known.",
        "With only 12, the true figure could be anywhere from nearly six in ten to nearly nine in ten.",
        "“Usually” means that even the low end is more than half.",
    )


def test_how_a_visit_felt_is_labelled_so() -> None:
    felt, rule, days, count, width, _word = told(measured("listened", 6, 2, 2), role_word="key worker")
    assert felt == "This is how it felt to you."
    assert "with your key worker" in rule
    assert (days, count) == (DAYS, "10 count: 6 yes, 2 partly, 2 no.")
    assert width.endswith("Partly counts as half.")


def test_without_a_word_for_the_role_the_usual_one_is_said() -> None:
    assert "with your care co-ordinator" in told(measured("went_ahead", 6, 2, 2), role_word=" ")[0]


def test_the_journals_own_graces_are_named() -> None:
    odd: dict[str, Any] = {"late_grace_minutes": 1, "gap_grace_days": 5}
    assert "no more than 1 minute late" in told(measured("as_arranged", 3, 0, 0), **odd)[0]
    assert "with 5 days to spare" in told(measured("regular", 3, 0, 0), **odd)[0]


@pytest.mark.parametrize(
    ("measure", "record", "said"),
    [
        ("replied_in_time", agreed(reply_within=2, reply_unit="working_days"), "a reply within 2 working days"),
        ("replied_in_time", agreed(), "No reply time is agreed now."),
        ("regular", agreed(meet_every_days=14), "every 2 weeks, so a gap of up to 17 days is as agreed."),
        ("regular", agreed(), "How often to meet is not agreed now."),
        ("full_time", agreed(usual_minutes=50), "Of the usual 50 minutes, nine tenths are 45."),
        ("as_arranged", agreed(usual_minutes=45), "Of the usual 45 minutes, nine tenths are 41."),
        ("set_up", agreed("2026-01-09"), "It was agreed on Friday 9 January."),
    ],
)
def test_what_is_agreed_stands_in_the_rule(measure: str, record: Record, said: str) -> None:
    assert said in told(measured(measure, 3, 0, 0), record)[1]


def test_working_days_are_those_of_the_nation_and_the_persons_own() -> None:
    closed: dict[str, Any] = {"nation": "scotland", "closed_days": (day("2026-04-03"), day("2026-04-07"))}
    said = "Working days are Monday to Friday, less the bank holidays of Scotland and your 2 closed days."
    assert told(measured("fair_notice", 3, 0, 0), **closed)[1] == said


def test_the_days_of_a_chosen_co_ordinator_are_said() -> None:
    said = "We look at 31 days, from Sunday 1 March to today, and of those at the days on which Dana was your "
    assert told(measured("kind", 3, 0, 0), coordinator_id="dana")[2] == f"{said}care co-ordinator."


@pytest.mark.parametrize(
    ("trend", "said"),
    [
        ("better", "Better lately: it was 2 of 9 times in the 31 days before. That is better by more than chance"),
        ("not_as_good", "Not as good lately: it was 2 of 9 times in the 31 days before. That is less good by more"),
        ("about_the_same", "About the same: it was 2 of 9 times in the 31 days before. The difference is one that"),
    ],
)
def test_lately_is_told_with_the_time_before(trend: Trend, said: str) -> None:
    assert told(replace(measured("kind", 6, 0, 2), trend=trend, before=Tally(2, 0, 9)))[-1].startswith(said)


def test_entries_left_out_are_counted_by_their_reasons() -> None:
    counted = measured("knew_latest", 6, 0, 2, left_out=3)
    one, two, three = counted.excluded
    mixed = replace(counted, excluded=(one, two, replace(three, why="left_out")))
    assert told(mixed)[2] == "8 count: 6 yes, 2 no. 3 are left out: not known (2), you left it out (1)."


def test_how_soon_replies_came_says_what_is_done_with_those_still_waiting() -> None:
    contacts = [asked(answered=hours) for hours in (2, 5, 20, 26)] + [asked(), asked(closed=30)]
    kept = book(*(record for contact in contacts for record in contact))
    found = how_soon(kept, assess(kept, MARCH, BEGAN + timedelta(hours=100)))
    assert found.counted == "6 count: 4 answered, 1 still waiting, 1 that you closed without an answer."
    assert "Replies typically came in 20 h." in found.follows[-1]


def test_too_few_entries_get_no_range_and_no_word() -> None:
    assert told(measured("knew_latest", 3, 0, 1))[2:] == (
        "4 count: 3 yes, 1 no.",
        "We choose no word until there are at least 5.",
    )


def test_nothing_at_all_still_says_what_would_count() -> None:
    assert told(measured("knew_latest", 0, 0, 0)) == (
        RULES["knew_latest"],
        DAYS,
        "We choose no word until there are at least 5.",
    )


def test_a_checklist_has_no_range_and_no_word() -> None:
    assert told(measured("set_up", 3, 0, 1))[2:] == (DAYS, "4 count: 3 yes, 1 no.")


def test_a_narrow_range_is_one_figure() -> None:
    assert told(measured("kind", 4400, 0, 600))[-2] == "With 5000, the true figure is most likely close to nine in ten."


def test_a_trait_of_ones_own_is_told_by_its_question_and_is_not_labelled_a_feeling() -> None:
    own = OwnTrait(id="own", name="Clear", question="Was it {clear}?", began_on=TODAY)
    rule, _days, count, *_ = told(replace(measured("listened", 6, 0, 2), id="own", own=own))
    assert rule == "We look at each visit that went ahead, where you answered your own question: “Was it {clear}?”"
    assert count == "8 count: 6 yes, 2 no."


@pytest.mark.parametrize("measure", [measure.id for measure in measures.MEASURES])
def test_every_measure_can_be_told_without_percentages_or_blame(measure: str) -> None:
    every = " ".join(told(measured(measure, 6, 1, 3, left_out=2)))
    assert "{" not in every
    assert not any(word in every.lower() for word in ("%", "per cent", "fail", "breach", "overdue", "score", "poor"))
