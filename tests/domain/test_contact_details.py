from dataclasses import replace
from typing import Any

import pytest

from carecompanion.domain.details import Fact, Section
from carecompanion.domain.kinds import REPLIES
from carecompanion.domain.records import (
    Attempt,
    Record,
    Reply,
)
from tests.domain.given import at, new, tried
from tests.domain.told import NEED, STRANGE, section, told


def text(instant: str, **fields: Any) -> Attempt:
    described = {"route": "text", "outcome": "sent", "to_person_id": "dana"} | fields
    return new(Attempt, contact_id=NEED.id, at=at(instant), **described)


def reply(instant: str, **fields: Any) -> Reply:
    described = {"kind": "spoke", "by_person_id": "dana"} | fields
    return new(Reply, contact_id=NEED.id, at=at(instant), **described)


LONG: tuple[Attempt | Reply, ...] = (
    text("2026-03-09 09:00", route="phone", outcome="no_answer", to_person_id=None, to="duty desk"),
    text("2026-03-09 09:12", note="Please ring after 2"),
    reply("2026-03-09 09:13", kind="automatic"),
    text("2026-03-10 08:00", route="phone", outcome="voicemail"),
    reply("2026-03-10 12:12", settled="partly", told_next="yes", note="She will write to the GP"),
    text("2026-03-11 10:00", route="in_person", outcome="spoke"),
)


@pytest.mark.parametrize("opened_from", [NEED, *LONG])
def test_a_contact_is_one_thread_wherever_it_is_opened(opened_from: Record) -> None:
    found = told(opened_from, *LONG)
    assert (found.title, found.subtitle) == ("The letter to my GP", "Call to the duty desk, Monday 9 March, 09:00")
    assert section(found, "What happened") == (
        Fact("Call to the duty desk: no answer", aside="Mon 9 March, 09:00"),
        Fact("Text to Dana", aside="Mon 9 March, 09:12"),
        Fact("Please ring after 2"),
        Fact(f"Dana {REPLIES['automatic']}", aside="Mon 9 March, 09:13"),
        Fact("Voicemail to Dana", aside="Tue 10 March, 08:00"),
        Fact(f"Dana {REPLIES['spoke']}", aside="Tue 10 March, 12:12"),
        Fact("She will write to the GP"),
        Fact("It partly settled things", "partly", "Accessible"),
        Fact("You were told what happens next", "met"),
        Fact("In person, Dana: got through", aside="Yesterday, 10:00"),
    )
    assert section(found, "The reply") == (
        Fact("The reply came 3 h late", "missed", "Accessible"),
        Fact("Agreed by", aside="Tue 10 March, 09:12"),
    )


def test_a_contact_is_told_as_it_stood() -> None:
    found = told(NEED, *LONG, now="2026-03-09 10:00")
    assert len(section(found, "What happened")) == 4
    assert section(found, "The reply")[0] == Fact("No reply yet, 23 h 12 min left", "open")


@pytest.mark.parametrize(
    ("events", "timed", "expected"),
    [
        ((text("2026-03-12 11:10"),), True, Fact("No reply yet, 20 h 50 min left", "open")),
        ((text("2026-03-12 11:10"),), False, Fact("No reply yet, after 3 h 10 min", "open")),
        ((text("2026-03-11 11:20"),), True, Fact("No reply yet, 3 h late", "missed", "Accessible")),
        (
            (text("2026-03-11 11:20"), reply("2026-03-11 13:30")),
            True,
            Fact("The reply came in 2 h 10 min", "met", "Accessible"),
        ),
        ((text("2026-03-11 11:20"), reply("2026-03-11 13:30")), False, Fact("The reply came in 2 h 10 min")),
        ((text("2026-03-11 11:20", outcome="spoke"),), True, Fact("You got through at once", "met", "Accessible")),
        (
            (tried(NEED, "2026-03-11 11:20", "no_answer"),),
            True,
            Fact("Nothing was left or sent yet, so no reply is due"),
        ),
    ],
)
def test_a_contact_says_how_it_stands(events: tuple[Record, ...], timed: bool, expected: Fact) -> None:
    assert section(told(NEED, *events, timed=timed), "The reply")[0] == expected


def test_without_an_agreed_time_a_contact_says_so() -> None:
    assert section(told(NEED, text("2026-03-12 11:10"), timed=False), "The reply")[-1] == Fact(
        "No reply time was agreed"
    )


@pytest.mark.parametrize(
    ("closed", "first"),
    [
        ("2026-03-10 09:11", Fact("You stopped waiting", aside="Tue 10 March, 09:11")),
        ("2026-03-10 09:12", Fact("No reply in the agreed time", "missed", "Accessible")),
    ],
)
def test_a_closed_contact_says_when_and_why(closed: str, first: Fact) -> None:
    found = told(replace(NEED, closed_at=at(closed), closed_why="It came by post"), text("2026-03-09 09:12"))
    assert section(found, "The reply")[0] == first
    assert section(found, "Why you stopped waiting") == (Fact("It came by post"),)


def test_private_words_of_a_thread_stand_apart_for_the_person_only() -> None:
    sent, back = (
        text("2026-03-09 09:12", private="I was crying"),
        reply("2026-03-09 10:00", private="She sounded cross"),
    )
    found = told(sent, back, replace(NEED, private="About mum"))
    assert found.sections[-1] == Section(
        "For you only", (Fact("About mum"), Fact("I was crying"), Fact("She sounded cross"))
    )


@pytest.mark.parametrize(
    ("kept_out", "opened_from", "foot"),
    [
        ((False, False), "attempt", ""),
        ((True, False), "attempt", "Kept out of anything you share"),
        ((False, True), "attempt", "Kept out of anything you share"),
        ((False, True), "contact", "Kept out in part of anything you share"),
    ],
)
def test_a_thread_says_whether_it_is_kept_out(kept_out: tuple[bool, bool], opened_from: str, foot: str) -> None:
    need = replace(NEED, keep_out=kept_out[0])
    sent = text("2026-03-09 09:12", keep_out=kept_out[1])
    opened: tuple[Record, Record] = (sent, need) if opened_from == "attempt" else (need, sent)
    assert told(*opened).foot == foot


def test_what_a_contact_is_about_is_its_title_exactly() -> None:
    assert told(replace(NEED, about=STRANGE), text("2026-03-09 09:12")).title == STRANGE
