"""Each field of the JSON journal is read strictly, and what cannot be read is named with its place."""

import json
from typing import Any

import pytest

from carecompanion.domain.records import LISTS
from carecompanion.sharing.fields import fields_of
from carecompanion.sharing.interchange import Refused, read_journal

A, B, C, D, E, F, G, H, K, L = (f"0195a3f2-5c1e-7b60-8a4d-00000000000{digit}" for digit in "abcdef0123")
NOWHERE = "0195a3f2-5c1e-7b60-8a4d-ffffffffffff"
NINE = "2026-03-09T09:00:00+00:00"

AN_INSTANT = "an instant is needed here, as in 2026-03-09T09:12:00+00:00."
ITS_OFFSET = "an instant needs its offset, as in 2026-03-09T09:12:00+00:00."
A_ROUTE = "one of these words is needed here: phone, mobile, text, email, letter, online, in_person."
AN_ANSWER = "one of these words is needed here: yes, partly, no."
UNKNOWN = "this version of carecompanion does not know this field."
LOST = "this refers to something that is not in the journal."
LOST_QUESTION = "this answers a question that is not in the journal."
LOST_PERSON = "this names somebody who is not in the journal."
TWO_THINGS = "this says both that you were told and that you were never told."
NO_DUE_AND_DUE = "this says that there is no due time beside one."
A_TIME = ": a reply time is at least 1."
DAYS = " Days of the week run from 0 (Monday) to 6 (Sunday)."

SOUND: dict[str, list[dict[str, Any]]] = {
    "people": [{"id": A, "name": "Dana Whitfield", "role": "CPN"}],
    "coordinations": [{"id": D, "person_id": A, "began_on": "2026-01-01"}],
    "agreements": [{"id": E, "starts_on": "2026-01-05", "routes": []}],
    "contacts": [{"id": B, "about": "The letter to my GP"}],
    "attempts": [{"id": C, "contact_id": B, "at": NINE, "route": "text", "outcome": "sent"}],
    "changes": [{"id": F, "what": "A new day", "effective_on": "2026-01-05"}],
    "updates": [{"id": G, "what": "A new dose", "told_on": "2026-01-05", "recipients": []}],
    "own_traits": [{"id": H, "name": "Clear", "question": "Was it clear?", "began_on": "2026-01-05"}],
    "appointments": [{"id": K, "planned_at": NINE, "status": "went_ahead"}],
    "left_out": [{"id": L, "entry_id": K, "trait": H, "reason": "Snow", "left_out_at": NINE}],
}


def journal(**parts: Any) -> str:
    return json.dumps({"format": "carecompanion.journal", "version": 1} | parts)


@pytest.mark.parametrize(
    ("name", "fields", "problem"),
    [
        ("people", {"id": "7"}, "(“id”): an id is a UUID, as in 0195a3f2-5c1e-7b60-8a4d-3f9c2e1b7d05."),
        ("people", {"id": None}, "(“id”): this is missing."),
        ("people", {"name": 7}, "(“name”): text in quotes is needed here."),
        ("people", {"name": "\ud83e"}, "(“name”): this text holds half of a character, which nothing can show."),
        ("people", {"age\x1b": 1}, "(“age\ufffd”): " + UNKNOWN),
        ("people", {"k" * 41: 1}, f"(“{'k' * 39}…”): " + UNKNOWN),
        ("people", {"keep_out": 1}, "(“keep_out”): true or false is needed here."),
        ("contacts", {"due_at": "2026-03-09T09:12:00"}, "(“due_at”): " + ITS_OFFSET),
        ("contacts", {"due_at": "2026-03-09"}, "(“due_at”): " + AN_INSTANT),
        ("contacts", {"due_at": "2026-02-30T09:12:00Z"}, "(“due_at”): there is no such day or time."),
        ("contacts", {"due_at": "0999-12-31T23:59:00Z"}, "(“due_at”): the year lies between 1000 and 8999."),
        ("contacts", {"no_due_at": "yes"}, "(“no_due_at”): true or false is needed here."),
        ("contacts", {"no_due_at": True, "due_at": NINE}, "(“no_due_at”): " + NO_DUE_AND_DUE),
        ("agreements", {"starts_on": "5/1/26"}, "(“starts_on”): a date is needed here, as in 2026-03-09."),
        ("agreements", {"starts_on": "2026-02-29"}, "(“starts_on”): there is no such day."),
        ("agreements", {"opens": "9"}, "(“opens”): a time of day is needed here, as in 09:00."),
        ("agreements", {"opens": "25:00"}, "(“opens”): there is no such time of day."),
        ("agreements", {"routes": "text"}, "(“routes”): a list, in [ ], is needed here."),
        ("agreements", {"routes": ["text", "fax"]}, "(“routes”, 2): " + A_ROUTE),
        ("agreements", {"reply_within": 1.5}, "(“reply_within”): a whole number is needed here."),
        ("agreements", {"reply_within": True}, "(“reply_within”): a whole number is needed here."),
        ("agreements", {"reply_within": 100_001}, "(“reply_within”): a number here is at most 100,000."),
        ("agreements", {"reply_within": 0}, A_TIME),
        ("agreements", {"weekdays": []}, ": an agreement needs at least one day of the week."),
        ("agreements", {"weekdays": [7], "reply_within": 0}, A_TIME + DAYS),
        ("coordinations", {"ended_on": "2025-12-31"}, ": this ends before it begins."),
        ("coordinations", {"person_id": NOWHERE}, "(“person_id”): " + LOST),
        ("changes", {"told_on": "2026-01-01", "never_told": True}, ": " + TWO_THINGS),
        ("updates", {"recipients": [{"person_id": A, "knew": "maybe"}]}, "(“recipients”, 1, “knew”): " + AN_ANSWER),
        ("updates", {"recipients": [{"person_id": A}, {"person_id": A}]}, ": somebody is named twice in one update."),
        ("updates", {"recipients": [{"person_id": NOWHERE}]}, "(“recipients”): " + LOST_PERSON),
        ("appointments", {"own": [{"trait_id": H, "answer": "maybe"}]}, "(“own”, 1, “answer”): " + AN_ANSWER),
        ("appointments", {"own": [{"trait_id": NOWHERE, "answer": "yes"}]}, "(“own”): " + LOST_QUESTION),
        ("appointments", {"own": [{"trait_id": H, "answer": "no"}] * 2}, ": one question has two answers here."),
        ("own_traits", {"question": " "}, ": a trait needs a question."),
        ("own_traits", {"retired_on": "2026-01-04"}, ": this ends before it begins."),
        ("left_out", {"entry_id": NOWHERE}, "(“entry_id”): " + LOST),
        ("left_out", {"entry_id": A}, "(“entry_id”): " + LOST),
        ("left_out", {"trait": "punctual"}, "(“trait”): this names a trait that is not in the journal."),
        ("left_out", {"put_back_at": "2026-03-09T08:59:00Z"}, ": this was put back before it was left out."),
    ],
)
def test_every_fault_is_named_with_its_place(name: str, fields: dict[str, Any], problem: str) -> None:
    read_journal(journal(**SOUND))
    with pytest.raises(Refused) as refused:
        read_journal(journal(**SOUND | {name: [SOUND[name][0] | fields]}))
    place = f"{name}, entry 1{' ' if problem.startswith('(') else ''}"
    assert refused.value.problems[0] == place + problem


def test_only_what_may_be_left_out_is_optional() -> None:
    kinds: dict[str, type] = dict(LISTS)
    needed = {name: {key for key, field in fields_of(kind).items() if field.required} for name, kind in kinds.items()}
    assert needed == {
        "people": {"id", "name", "role"},
        "coordinations": {"id", "person_id", "began_on"},
        "agreements": {"id", "starts_on", "routes"},
        "own_traits": {"id", "name", "question", "began_on"},
        "contacts": {"id", "about"},
        "attempts": {"id", "contact_id", "at", "route", "outcome"},
        "replies": {"id", "contact_id", "at", "kind"},
        "appointments": {"id", "planned_at", "status"},
        "points": {"id", "text", "raised_at"},
        "promises": {"id", "text", "made_on"},
        "changes": {"id", "what", "effective_on"},
        "updates": {"id", "what", "told_on", "recipients"},
        "absences": {"id", "person_id", "from_on"},
        "notes": {"id", "at", "kind", "text"},
        "left_out": {"id", "entry_id", "trait", "reason", "left_out_at"},
        "reviews": {"id"},
        "review_points": {"id", "review_id", "side", "brought"},
        "role_answers": {"id", "item", "answered_on"},
        "letters": {"id", "kind", "begun_on", "brought"},
        "letter_steps": {"id", "letter_id", "kind", "happened_on"},
        "shared_copies": {"id", "at", "document", "file_format", "names", "dates"},
    }
