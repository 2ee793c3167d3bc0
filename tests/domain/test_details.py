from dataclasses import replace
from typing import Any

import pytest

from carecompanion.domain.details import Detail, Fact, Section
from carecompanion.domain.records import (
    Absence,
    Attempt,
    Change,
    LeftOut,
    Note,
    OwnAnswer,
    OwnTrait,
    Point,
    Promise,
    Recipient,
    Record,
    Update,
)
from tests.domain.given import DANA, at, day, new, visit
from tests.domain.told import NEED, STRANGE, section, told

NOW = at("2026-03-12 14:20")


@pytest.mark.parametrize(
    ("fields", "foot"),
    [
        ({}, ""),
        ({"written_at": at("2026-03-11 16:32")}, "Written Wednesday 11 March, 16:32"),
        ({"written_at": at("2025-03-11 16:32"), "written_by": "me"}, "Written Tuesday 11 March 2025, 16:32"),
        (
            {"written_at": at("2026-03-11 16:32"), "written_by": "Sam Lowe"},
            "Written Wednesday 11 March, 16:32 by Sam Lowe",
        ),
        ({"written_by": "Sam Lowe", "keep_out": True}, "Written by Sam Lowe\nKept out of anything you share"),
    ],
)
def test_the_foot_says_when_and_by_whom_it_was_written(fields: dict[str, Any], foot: str) -> None:
    assert told(new(Note, at=NOW, text="x", **fields)).foot == foot


WHAT_WAS_TYPED: list[tuple[Record, str]] = [
    (new(Note, at=NOW, text=STRANGE), ""),
    (new(Note, at=NOW, text="x", private=STRANGE), "For you only"),
    (new(Point, raised_at=NOW, text=STRANGE), ""),
    (new(Promise, made_on=day("2026-03-01"), text=STRANGE), ""),
    (new(Change, effective_on=day("2026-03-01"), what=STRANGE), ""),
    (new(Change, effective_on=day("2026-03-01"), what="x", note=STRANGE), "Note"),
    (new(Update, told_on=day("2026-03-01"), what=STRANGE), ""),
    (new(Absence, from_on=day("2026-03-01"), person_id="dana", note=STRANGE), "Note"),
    (visit("2026-03-11 14:00", note=STRANGE), "What was said"),
    (visit("2026-03-11 14:00", did_not_say=STRANGE), "What you did not say"),
    (visit("2026-03-11 14:00", "cancelled_by_service", reason=STRANGE), "The reason given"),
    (new(Attempt, contact_id=NEED.id, at=NOW, route="text", outcome="sent", note=STRANGE), "What happened"),
]


@pytest.mark.parametrize(("record", "heading"), WHAT_WAS_TYPED)
def test_what_was_typed_is_kept_exactly(record: Record, heading: str) -> None:
    assert Fact(STRANGE) in section(told(record), heading)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            new(Note, at=at("2026-03-10 19:40"), text="Slept", kind="hard"),
            Detail("Hard thing", "Tuesday 10 March, 19:40", (Section("", (Fact("Slept"),)),), ""),
        ),
        (
            new(
                Point,
                raised_at=at("2026-03-06 10:05"),
                text="A copy",
                outcome="acted_on",
                outcome_on=day("2026-03-09"),
                contact_id=NEED.id,
            ),
            Detail(
                "You asked for",
                "Friday 6 March, 10:05",
                (
                    Section("", (Fact("A copy"),)),
                    Section("What came of it", (Fact("Acted on, Monday 9 March", "met", "Listens"),)),
                    Section("Asked at", (Fact("The letter to my GP"),)),
                ),
                "",
            ),
        ),
        (
            new(Promise, made_on=day("2026-03-06"), text="Ring", by_person_id="dana", due_on=day("2026-03-10")),
            Detail(
                "Promise by Dana",
                "Friday 6 March",
                (
                    Section("", (Fact("Ring"),)),
                    Section(
                        "What came of it",
                        (Fact("2 days late", "missed", "Keeps time"), Fact("Due Tuesday 10 March")),
                    ),
                ),
                "",
            ),
        ),
        (
            new(
                Change,
                what="A new worker",
                kind="worker",
                effective_on=day("2026-03-05"),
                told_on=day("2026-03-04"),
                reason_given="no",
                my_say="partly",
            ),
            Detail(
                "Change: who you see",
                "From Thursday 5 March",
                (
                    Section("", (Fact("A new worker"),)),
                    Section(
                        "How it was done",
                        (
                            Fact("You were told Wednesday 4 March", "met", "Communicates"),
                            Fact("You were not told why", "missed", "Communicates"),
                            Fact("You partly had a say", "partly", "Listens"),
                        ),
                    ),
                ),
                "",
            ),
        ),
        (
            new(
                Update,
                what="A new dose",
                told_on=day("2026-03-03"),
                recipients=(Recipient(person_id="dana", knew="no"), Recipient(person_id="ade")),
            ),
            Detail(
                "Update",
                "Told Tuesday 3 March",
                (
                    Section("", (Fact("A new dose"),)),
                    Section(
                        "Who knew",
                        (Fact("Dana did not know", "missed", "Communicates"), Fact("Ade: not known yet", "open")),
                    ),
                ),
                "",
            ),
        ),
        (
            new(
                Absence,
                person_id="dana",
                from_on=day("2026-03-02"),
                to_on=day("2026-03-04"),
                told_before="yes",
                cover_named="no",
                cover_worked="no",
            ),
            Detail(
                "Dana away",
                "Monday 2 March to Wednesday 4 March",
                (
                    Section(
                        "Cover",
                        (
                            Fact("You were told before", "met", "Accessible"),
                            Fact("Nobody was named to cover", "missed", "Accessible"),
                            Fact("The cover did not work", "missed"),
                        ),
                    ),
                ),
                "",
            ),
        ),
    ],
)
def test_every_other_kind_of_entry_is_told_whole(record: Record, expected: Detail) -> None:
    assert told(record) == expected


def test_a_promise_by_somebody_else_names_no_trait() -> None:
    promise = new(Promise, made_on=day("2026-03-06"), text="Ring", by_person_id="okafor", outcome="kept")
    assert section(told(promise), "What came of it") == (Fact("Kept", "met"),)


def test_a_change_nobody_told_of_says_so() -> None:
    change = new(Change, what="x", effective_on=day("2026-03-05"), never_told=True)
    assert section(told(change), "How it was done") == (Fact("You were never told", "missed", "Communicates"),)


def test_a_point_names_the_visit_it_was_raised_at() -> None:
    home = visit("2026-03-11 14:00")
    point = new(Point, raised_at=at("2026-03-11 14:05"), text="x", appointment_id=home.id)
    assert section(told(point, home), "Asked at") == (Fact("The visit on Wednesday 11 March, 14:00"),)


def test_a_person_is_no_entry_of_the_journal() -> None:
    with pytest.raises(TypeError, match="no entry"):
        told(DANA)


def test_a_visit_tells_what_was_asked_for_promised_and_news_at_it() -> None:
    seen = visit("2026-03-11 14:00")
    came = (
        new(Point, raised_at=at("2026-03-11 14:20"), text="A copy", appointment_id=seen.id),
        new(Promise, made_on=day("2026-03-11"), text="Will ring", appointment_id=seen.id, outcome="kept"),
        new(Update, told_on=day("2026-03-11"), what="New tablets", appointment_id=seen.id),
        new(Promise, made_on=day("2026-03-13"), text="Not said yet", appointment_id=seen.id),
    )
    whole = told(seen, *came)
    assert section(whole, "You asked for") == (Fact("A copy", aside="waiting"),)
    assert section(whole, "Promised") == (Fact("Will ring", aside="kept"),)
    assert section(whole, "For the team to know") == (Fact("New tablets"),)


@pytest.mark.parametrize(
    ("record", "heading"),
    [
        (new(Promise, made_on=day("2026-03-06"), text="x", contact_id=NEED.id), "Said at"),
        (new(Update, told_on=day("2026-03-06"), what="x", contact_id=NEED.id), "From"),
    ],
)
def test_what_came_from_a_contact_names_it(record: Record, heading: str) -> None:
    assert section(told(record), heading) == (Fact("The letter to my GP"),)


def test_the_answers_to_ones_own_questions_stand_with_the_others() -> None:
    own = OwnTrait(id="own", name="Clear", question="Was it clear [/]?", began_on=day("2026-01-01"))
    seen = visit("2026-03-11 14:00", own=(OwnAnswer(trait_id="own", answer="partly"),))
    assert section(told(seen, own), "How it went") == (Fact("Was it clear [/]? Partly", "partly", "Clear"),)


def test_what_an_entry_is_left_out_of_is_told_with_the_reason_until_it_is_put_back() -> None:
    seen = visit("2026-03-10 14:00")
    left = new(LeftOut, entry_id=seen.id, trait="organisation", reason=STRANGE, left_out_at=at("2026-03-11 09:00"))
    assert section(told(seen, left), "Left out of") == (Fact(f"Keeps time: {STRANGE}"),)
    assert not section(told(seen, replace(left, put_back_at=at("2026-03-12 09:00"))), "Left out of")
