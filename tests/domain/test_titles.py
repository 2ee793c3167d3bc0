import pytest

from carecompanion.domain.kinds import REPLIES
from carecompanion.domain.lines import first_line
from carecompanion.domain.records import Absence, Attempt, Contact, Note, Record, Reply
from carecompanion.domain.titles import kind_word, title
from carecompanion.domain.vocabulary import AttemptOutcome, NoteKind, ReplyKind, Route
from tests.domain.given import at, book, day, new, visit

NOW = at("2026-03-12 14:20")
NEED = new(Contact, about="moving Friday's visit")


def said(record: Record) -> str:
    return title(record, book(NEED), NOW)


@pytest.mark.parametrize(
    ("route", "outcome", "word"),
    [
        ("text", "sent", "Text"),
        ("phone", "spoke", "Call"),
        ("mobile", "no_answer", "Call"),
        ("phone", "voicemail", "Voicemail"),
        ("mobile", "voicemail", "Voicemail"),
        ("email", "sent", "Email"),
        ("letter", "sent", "Letter"),
        ("in_person", "message", "In person"),
        ("online", "sent", "Online"),
    ],
)
def test_an_attempt_is_named_by_how_it_was_made(route: Route, outcome: AttemptOutcome, word: str) -> None:
    assert kind_word(new(Attempt, contact_id=NEED.id, at=NOW, route=route, outcome=outcome)) == word


@pytest.mark.parametrize(("kind", "word"), [("note", "Note"), ("good", "Good thing"), ("hard", "Hard thing")])
def test_a_note_is_named_by_its_kind(kind: NoteKind, word: str) -> None:
    assert kind_word(new(Note, at=NOW, text="x", kind=kind)) == word


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ({"to_person_id": "dana"}, "Dana – moving Friday's visit"),
        ({"to_person_id": "okafor"}, "Dr Okafor – moving Friday's visit"),
        ({"to": "duty desk"}, "Duty desk – moving Friday's visit"),
        ({"to": "  "}, "moving Friday's visit"),
        ({}, "moving Friday's visit"),
    ],
)
def test_an_attempt_is_titled_by_whom_it_was_for_and_its_need(to: dict[str, str], expected: str) -> None:
    assert said(new(Attempt, contact_id=NEED.id, at=NOW, route="text", outcome="sent", **to)) == expected


@pytest.mark.parametrize(
    ("kind", "by", "name"),
    [
        ("spoke", {"by_person_id": "dana"}, "Dana"),
        ("message", {"by": "duty desk"}, "Duty desk"),
        ("missed_call", {"by_person_id": "ade"}, "Ade"),
        ("letter", {}, "The team"),
    ],
)
def test_a_reply_is_titled_by_who_replied_and_how(kind: ReplyKind, by: dict[str, str], name: str) -> None:
    assert said(new(Reply, contact_id=NEED.id, at=NOW, kind=kind, **by)) == f"{name} {REPLIES[kind]}"


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (visit("2026-03-11 14:00", place="at home"), "Dana, at home"),
        (visit("2026-03-11 14:00", kind="routine"), "Dana"),
        (visit("2026-03-11 14:00", person_id="okafor", kind="medical"), "Dr Okafor, medication review"),
        (visit("2026-03-11 14:00", person_id=None, with_="Priya", place="psychology"), "Priya, psychology"),
        (visit("2026-03-11 14:00", person_id=None, with_="whole team", kind="review"), "Whole team, care review"),
        (visit("2026-03-11 14:00", person_id=None, place="Elm House"), "Elm House"),
        (visit("2026-03-11 14:00", person_id=None), "Visit"),
        (visit("2026-03-11 14:00", person_id=None, kind="other"), "Appointment"),
    ],
)
def test_a_visit_is_titled_by_whom_it_was_with_and_where(record: Record, expected: str) -> None:
    assert said(record) == expected


def test_an_absence_says_until_when_where_that_is_known() -> None:
    assert (
        said(new(Absence, person_id="dana", from_on=day("2026-03-12"), to_on=day("2026-03-13")))
        == "Dana, until tomorrow"
    )
    assert said(new(Absence, person_id="dana", from_on=day("2026-03-12"))) == "Dana"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("one line", "one line"),
        ("the first\nthe second", "the first"),
        ("\n\n  the first with words\r\nthe second", "the first with words"),
        ("a\u2028b", "a"),
        ("tab\there", "tab here"),
        ("bell\x07 and \x1b[31m red", "bell  and  [31m red"),
        ("meds [see note] [/] [@click=app.bell]x[/]", "meds [see note] [/] [@click=app.bell]x[/]"),
        ("👩‍⚕️ smiled", "👩‍⚕️ smiled"),
        ("דנה באה", "דנה באה"),
        ("two  spaces", "two  spaces"),
        ("   \n ", ""),
        ("x" * 100_000, "x" * 100_000),
    ],
)
def test_a_title_is_the_first_line_as_typed_and_never_cut(typed: str, shown: str) -> None:
    assert first_line(typed) == shown
    assert said(new(Note, at=NOW, text=typed)) == shown
