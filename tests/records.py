"""Hypothesis strategies for valid records of every kind, and for books of them that agree with one another."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeVar, get_args, get_origin

from hypothesis import strategies as st

from carecompanion.domain.book import Book
from carecompanion.domain.records import (
    LISTS,
    Absence,
    Agreement,
    Appointment,
    Attempt,
    Brought,
    CareReview,
    Change,
    Contact,
    Coordination,
    LeftOut,
    Letter,
    OwnAnswer,
    OwnTrait,
    Person,
    Promise,
    Recipient,
    Record,
    ReviewPoint,
    Update,
)
from carecompanion.domain.settings import Settings
from carecompanion.domain.shapes import hints, members
from carecompanion.domain.traits import TRAITS
from carecompanion.sharing.frozen import frozen
from tests.sharing.documents import DOCUMENTS

R = TypeVar("R", bound=Record)
Fields = dict[str, Any]

IDS = st.uuids(version=4).map(str)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
DAYS = st.dates(date(2019, 1, 1), date(2031, 12, 31))
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-5, minutes=-30))])
INSTANTS = st.datetimes(datetime(2019, 1, 1), datetime(2031, 12, 31), timezones=ZONES)  # noqa: DTZ001  # given zones
CLOCK_TIMES = st.times()
WHOLE_NUMBERS = st.integers(1, 1000)

PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: WORDS,
    bool: st.booleans(),
    int: WHOLE_NUMBERS,
    date: DAYS,
    datetime: INSTANTS,
    time: CLOCK_TIMES,
    NoneType: st.none(),
}


def any_settings() -> st.SearchStrategy[Settings]:
    """Settings of any kind that make sense."""
    zones = st.sampled_from(["Europe/London", "UTC", "Asia/Kolkata"])
    return _drawn(Settings, {"time_zone": zones}).map(lambda fields: Settings(**fields))


def any_record(kind: type[R]) -> st.SearchStrategy[R]:
    """A valid record of that kind; what it refers to exists nowhere."""
    named: type = kind
    return _fields(named).map(lambda fields: kind(**_sensible(kind, fields)))


@st.composite
def any_book(draw: st.DrawFn, most: int = 3) -> Book:
    """A book of at most `most` records to a list, which refer only to one another and which the JSON journal accepts.

    Every contact has an attempt and a due time, so that reading the book back has nothing left to work out.
    """
    lists: dict[str, dict[str, Any]] = {}
    for name, kind in LISTS.items():
        fewest = 1 if kind is Person else 0
        possible = all(lists[_list_of(reference)] for reference in _references(kind, needed=True))
        size = 1 if name in ONE else most
        records = draw(st.lists(any_record(kind), min_size=fewest, max_size=size, unique_by=_id)) if possible else []
        lists[name] = {record.id: _referring(draw, record, lists) for record in records}
    lists["coordinations"] = _apart(lists["coordinations"])
    lists["agreements"] = _one_a_day(lists["agreements"])
    lists["attempts"] |= _first_attempts(draw, lists)
    once = {(one.entry_id, one.trait): one for one in lists["left_out"].values()}
    lists["left_out"] = {one.id: one for one in once.values()}
    _follow_the_attempts(draw, lists)
    return Book(settings=draw(any_settings()), **lists)  # type: ignore[arg-type]  # names are LISTS'


@cache
def _fields(kind: type) -> st.SearchStrategy[Fields]:
    return _drawn(kind, {})


def _drawn(kind: type, given: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Fields]:
    drawn = {name: _for(name, hint) for name, hint in hints(kind).items()}
    return st.fixed_dictionaries(drawn | dict(given))


def _for(name: str, hint: object) -> st.SearchStrategy[Any]:
    if name == "id" or name.endswith("_id"):
        return st.none() | IDS if NoneType in members(hint) else IDS
    if name == "document":
        return DOCUMENTS.map(frozen)
    if name == "weekdays":
        return st.none() | st.lists(st.integers(0, 6), min_size=1, unique=True).map(tuple)
    return st.one_of([_member(part) for part in members(hint)])


def _member(part: Any) -> st.SearchStrategy[Any]:
    if get_origin(part) is Literal:
        return st.sampled_from(get_args(part))
    if get_origin(part) is tuple:
        return st.lists(_member(get_args(part)[0]), max_size=3, unique=True).map(tuple)
    if part in (Recipient, OwnAnswer, Brought):
        return _drawn(part, {}).map(lambda fields: part(**fields))
    return PLAIN[part]


ONE = ("reviews", "role_answers", "letters", "letter_steps", "shared_copies")
"""Lists of which one record is enough in a book of any kind; each more makes drawing one slower."""

ORDERED = {
    Coordination: ("began_on", "ended_on"),
    Absence: ("from_on", "to_on"),
    Promise: ("made_on", "due_on"),
    OwnTrait: ("began_on", "retired_on"),
    LeftOut: ("left_out_at", "put_back_at"),
    CareReview: ("first_day", "last_day"),
}


def _sensible(kind: type, fields: Fields) -> Fields:
    fields = dict(fields)
    first, last = ORDERED.get(kind, (None, None))
    if kind is CareReview and None in (fields["first_day"], fields["last_day"]):
        fields |= {"first_day": None, "last_day": None}
    if first and last and fields[last] is not None:
        fields |= {first: min(fields[first], fields[last]), last: max(fields[first], fields[last])}
    if kind is Agreement and (fields["opens"] or time(9)) >= (fields["closes"] or time(17)):
        fields |= {"opens": None, "closes": None}
    if kind is Change and fields["never_told"]:
        fields |= {"told_on": None}
    return fields


def _references(kind: type, *, needed: bool) -> list[str]:
    """The fields that refer to a record; those that must, or those that may."""
    named = {name: hint for name, hint in hints(kind).items() if name.endswith("_id")}
    return [name for name, hint in named.items() if (NoneType in members(hint)) is not needed]


def _list_of(reference: str) -> str:
    nouns = {
        "person": "people",
        "contact": "contacts",
        "appointment": "appointments",
        "entry": "attempts",
        "review": "reviews",
        "letter": "letters",
    }
    for noun, name in nouns.items():
        if noun in reference:
            return name
    return "appointments"


def _referring(draw: st.DrawFn, record: Record, lists: Mapping[str, Mapping[str, Record]]) -> Record:
    """The record with each of its references drawn from what was drawn before it."""
    kind = type(record)
    drawn: Fields = {}
    for name in _references(kind, needed=True):
        drawn[name] = draw(st.sampled_from(sorted(lists[_list_of(name)])))
    for name in _references(kind, needed=False):
        drawn[name] = draw(st.sampled_from([None, *sorted(lists.get(_list_of(name), ()))]))
    if isinstance(record, Update):
        people = draw(st.permutations(sorted(lists["people"])))
        pairs = zip(people, record.recipients, strict=False)
        drawn["recipients"] = tuple(replace(recipient, person_id=person) for person, recipient in pairs)
    if isinstance(record, Appointment):
        traits = zip(draw(st.permutations(sorted(lists["own_traits"]))), record.own, strict=False)
        drawn["own"] = tuple(replace(answer, trait_id=trait) for trait, answer in traits)
    if isinstance(record, ReviewPoint | Letter):
        entries = zip(draw(st.permutations(sorted(lists["attempts"]))), record.brought, strict=False)
        drawn["brought"] = tuple(Brought(entry_id=entry) for entry, _ in entries)
    if isinstance(record, LeftOut):
        drawn["trait"] = draw(st.sampled_from([*TRAITS, *sorted(lists["own_traits"])]))
    if isinstance(record, Contact):
        drawn["due_at"] = record.due_at or draw(INSTANTS)
    return replace(record, **drawn)


def _apart(coordinations: Mapping[str, Coordination]) -> dict[str, Coordination]:
    """Those that no earlier one overlaps; an open end reaches only to the next."""
    kept: list[Coordination] = []
    for one in sorted(coordinations.values(), key=lambda each: (each.began_on, each.id)):
        last = kept[-1] if kept else None
        if last and (last.ended_on is None or last.ended_on > one.began_on):
            kept[-1] = replace(last, ended_on=one.began_on)
        kept.append(one)
    return {one.id: one for one in kept}


def _one_a_day(agreements: Mapping[str, Agreement]) -> dict[str, Agreement]:
    return {one.id: one for one in {one.starts_on: one for one in agreements.values()}.values()}


def _first_attempts(draw: st.DrawFn, lists: Mapping[str, Mapping[str, Any]]) -> dict[str, Attempt]:
    """An attempt for every contact that has none yet."""
    tried = {attempt.contact_id for attempt in lists["attempts"].values()}
    lonely = [contact for contact in lists["contacts"] if contact not in tried]
    drawn = [replace(draw(any_record(Attempt)), contact_id=contact, to_person_id=None) for contact in lonely]
    return {attempt.id: attempt for attempt in drawn}


def _follow_the_attempts(draw: st.DrawFn, lists: dict[str, dict[str, Any]]) -> None:
    """Move replies and closings that come before their contact's first attempt, and let visits be moved to others."""
    first: dict[str, datetime] = {}
    for attempt in lists["attempts"].values():
        first[attempt.contact_id] = min(attempt.at, first.get(attempt.contact_id, attempt.at))
    for key, contact in lists["contacts"].items():
        closed_at = contact.closed_at and max(contact.closed_at, first[key])
        lists["contacts"][key] = replace(contact, closed_at=closed_at)
    for key, reply in lists["replies"].items():
        lists["replies"][key] = replace(reply, at=max(reply.at, first[reply.contact_id]))
    for key, visit in lists["appointments"].items():
        others = [None, *sorted(set(lists["appointments"]) - {key})]
        lists["appointments"][key] = replace(visit, moved_to_id=draw(st.sampled_from(others)))


def _id(record: Record) -> str:
    return record.id
