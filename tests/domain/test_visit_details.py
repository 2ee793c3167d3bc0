from dataclasses import replace
from typing import Any

import pytest

from carecompanion.domain.details import Detail, Fact, Section
from carecompanion.domain.records import (
    Appointment,
    Point,
)
from tests.domain.given import at, new, visit
from tests.domain.told import section, told


def test_a_visit_is_told_whole() -> None:
    home = visit(
        "2026-03-11 14:00",
        place="at home",
        planned_minutes=60,
        minutes_late=20,
        minutes_given=25,
        listened="partly",
        comfortable="yes",
        knew_latest="no",
        note="I asked about the letter to my GP.",
        did_not_say="That I sleep badly.",
        written_at=at("2026-03-11 16:32"),
    )
    letter = new(Point, text="The letter to my GP", raised_at=at("2026-03-11 14:05"), appointment_id=home.id)
    plan = replace(letter, id="later", text="A copy of my plan", raised_at=at("2026-03-11 14:06"), outcome="acted_on")
    assert told(home, letter, plan) == Detail(
        "Visit with Dana, at home",
        "Wednesday 11 March, 14:00 to 15:00",
        (
            Section(
                "How it went",
                (
                    Fact("Started 20 min late", "missed", "Keeps time"),
                    Fact("Lasted 25 of 60 min", "missed", "Keeps time"),
                    Fact("You felt partly listened to", "partly", "Listens"),
                    Fact("You felt comfortable", "met", "Approachable"),
                    Fact("Did not know the latest", "missed", "Communicates"),
                ),
            ),
            Section("What was said", (Fact("I asked about the letter to my GP."),)),
            Section("What you did not say", (Fact("That I sleep badly."),)),
            Section(
                "You asked for",
                (Fact("The letter to my GP", aside="waiting"), Fact("A copy of my plan", aside="acted on")),
            ),
        ),
        "Written Wednesday 11 March, 16:32",
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"minutes_late": 0}, Fact("Started on time", "met", "Keeps time")),
        ({"minutes_late": 10}, Fact("Started 10 min late", "met", "Keeps time")),
        ({"on_time": "partly"}, Fact("Started a bit late", "partly", "Keeps time")),
        ({"minutes_given": 55}, Fact("Lasted 55 min")),
        ({"minutes_given": 55, "full_time": "yes"}, Fact("Lasted 55 min", "met", "Keeps time")),
        ({"full_time": "no"}, Fact("Was cut short", "missed", "Keeps time")),
        ({"kind_to_me": "yes"}, Fact("Was friendly", "met", "Approachable")),
        ({"next_known": "no"}, Fact("You did not know when the next one is", "missed", "Keeps time")),
        ({"put_right": "yes"}, Fact("Somebody said sorry or put it right", "met", "Approachable")),
    ],
)
def test_each_fact_of_a_visit_has_its_words_mark_and_trait(fields: dict[str, Any], expected: Fact) -> None:
    assert section(told(visit("2026-03-11 14:00", **fields)), "How it went") == (expected,)


def test_only_knowing_the_latest_counts_when_a_visit_was_with_somebody_else() -> None:
    other = visit("2026-03-11 14:00", person_id="okafor", minutes_late=0, listened="yes", knew_latest="yes")
    assert [fact.aside for fact in section(told(other), "How it went")] == ["", "", "Communicates"]


def test_a_visit_that_did_not_happen_says_what_became_of_it() -> None:
    later = visit("2026-03-19 14:00", "planned")
    off = visit(
        "2026-03-11 14:00",
        "moved_by_service",
        told_at=at("2026-03-10 09:00"),
        reason="Dana is ill",
        moved_to_id=later.id,
        listened="no",
        put_right="partly",
    )
    found = told(off, later)
    assert section(found, "How it went") == (
        Fact("The visit was moved", "missed", "Keeps time"),
        Fact("You were told Tuesday 10 March, 09:00"),
        Fact("Moved to Thursday 19 March, 14:00"),
        Fact("It was partly put right", "partly", "Approachable"),
    )
    assert section(found, "The reason given") == (Fact("Dana is ill"),)


def test_a_visit_nobody_came_to_without_a_word_says_so() -> None:
    assert section(told(visit("2026-03-11 14:00", "they_did_not_come")), "How it went") == (
        Fact("The visit did not happen", "missed", "Keeps time"),
        Fact("You were not told", "missed", "Keeps time"),
    )


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (visit("2026-03-11 14:00", "i_could_not_go"), Fact("You could not go")),
        (visit("2026-03-11 14:00", "cancelled_by_service", "okafor"), Fact("The visit was cancelled", "missed")),
        (visit("2026-03-13 11:00", "cancelled_by_service"), Fact("The visit was cancelled", "missed")),  # still ahead
    ],
)
def test_a_visit_that_does_not_count_names_no_trait(record: Appointment, expected: Fact) -> None:
    assert section(told(record), "How it went") == (expected,)


def test_a_visit_still_ahead_is_told_without_how_it_went() -> None:
    ahead = visit("2026-03-13 11:00", "planned", person_id=None, with_="duty desk", kind="review")
    assert told(ahead) == Detail("Visit with the duty desk, care review", "Friday 13 March, 11:00", (), "")
