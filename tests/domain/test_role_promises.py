"""What the role promises: what holds where, what the journal knows already, and what is left to ask."""

from typing import Any, get_args

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import Letter, RoleAnswer
from carecompanion.domain.review_questions import NOT_AGREED
from carecompanion.domain.role_promises import (
    ASKED_ALREADY,
    ROLE,
    known_from_journal,
    promised,
    question,
    role_questions,
)
from carecompanion.domain.sample import sample_book
from carecompanion.domain.vocabulary import RoleItem, RoleWord
from tests.domain.given import agreed, at, book, day, new, visit

NOW = at("2026-03-12 14:20")
ONLY_SOME = {"after_hospital", "stand_in", "written_plan", "review_when_asked"}


def answered(item: RoleItem, answer: RoleWord | None, on: str = "2026-03-10", **fields: Any) -> RoleAnswer:
    return new(RoleAnswer, item=item, answer=answer, answered_on=day(on), **fields)


def asked(whole: Book) -> dict[str, str]:
    return dict(role_questions(whole, whole, NOW))


def test_every_item_has_its_words() -> None:
    assert set(ROLE) == set(get_args(RoleItem))


def test_what_a_review_asks_of_an_agreement_is_asked_in_the_same_words() -> None:
    for item, name in (("how_to_reach", "routes"), ("reply_time", "reply_within"), ("cover", "cover")):
        assert ROLE[item].question == NOT_AGREED[name]  # type: ignore[index]  # they are items


@pytest.mark.parametrize(
    ("nation", "written_in", "only"),
    [
        ("scotland", None, set()),
        ("northern_ireland", None, set()),
        ("england_and_wales", None, ONLY_SOME),
        ("england_and_wales", "england", {"after_hospital"}),
        ("england_and_wales", "wales", {"stand_in", "written_plan", "review_when_asked"}),
    ],
)
def test_what_holds_in_one_country_only_is_listed_there(nation: Any, written_in: Any, only: set[str]) -> None:
    letter = new(Letter, kind="thanks", begun_on=day("2026-01-01"), written_in=written_in)
    items = {each.item for each in promised(book(letter, nation=nation), NOW)}
    assert items & ONLY_SOME == only
    assert len(items - ONLY_SOME) == 10


def test_nothing_is_asked_while_nothing_is_said() -> None:
    assert role_questions(Book(), Book(), NOW) == ()


@pytest.mark.parametrize(("answer", "asks"), [("yes", False), (None, False), ("no", True), ("not_sure", True)])
def test_no_and_not_sure_bring_a_plain_question(answer: RoleWord | None, asks: bool) -> None:
    found = asked(book(answered("crisis_plan", answer)))
    assert found == ({"role crisis_plan": "Could we write down a crisis plan?"} if asks else {})


@pytest.mark.parametrize(("answer", "waits"), [("yes", False), (None, True), ("no", True), ("not_sure", True)])
def test_what_was_asked_is_said_as_such_until_it_is_so(answer: RoleWord | None, waits: bool) -> None:
    found = asked(book(answered("plan_copy", answer, asked_on=day("2026-03-08"))))
    assert found == ({"role plan_copy": ASKED_ALREADY.format("Could I have a copy of my care plan?")} if waits else {})


def test_the_last_answer_holds() -> None:
    earlier, later = answered("advocacy", "no", "2026-01-01"), answered("advocacy", "yes", "2026-03-01")
    assert asked(book(later, earlier)) == {}


@pytest.mark.parametrize(
    ("records", "item", "known"),
    [
        ((), "named_person", "Dana"),
        ((agreed(routes=("text", "in_person")),), "how_to_reach", "text, in person"),
        ((agreed(reply_within=24, reply_unit="hours"),), "reply_time", "within 24 hours"),
        ((agreed(cover=" Duty desk\nsecond"),), "cover", "Duty desk"),
        ((visit("2026-03-26 10:00", "planned", kind="review"),), "next_review", "Thursday 26 March"),
    ],
)
def test_what_the_journal_knows_is_offered_and_not_asked_again(records: Any, item: RoleItem, known: str) -> None:
    whole = book(*records, answered(item, "not_sure"))
    assert known_from_journal(whole, NOW)[item] == known
    (found,) = [each for each in promised(whole, NOW) if each.item == item]
    assert (found.answer, found.is_from_journal) == ("yes", True)
    assert asked(whole) == {}
    assert list(asked(book(*records, answered(item, "no")))) == [f"role {item}"]


def test_a_review_that_has_been_or_was_called_off_is_not_the_next_one() -> None:
    gone = (visit("2026-03-02 10:00", kind="review"), visit("2026-03-26 10:00", "cancelled_by_me", kind="review"))
    assert "next_review" not in known_from_journal(book(*gone), NOW)


def test_an_answer_that_is_kept_out_leads_to_no_question_but_what_it_knows_is_not_asked() -> None:
    whole = book(agreed(cover="Duty desk", keep_out=True), answered("cover", "not_sure"))
    shared = whole.without(*whole.agreements.values())
    assert role_questions(shared, whole, NOW) == ()


def test_questions_use_the_persons_own_word_for_the_role() -> None:
    whole = book(answered("named_person", "no"), role_word="key worker")
    (first, *_) = promised(whole, NOW)
    assert question(first, whole) == "Who is my key worker?"


def test_the_sample_has_questions_of_both_kinds() -> None:
    found = asked(sample_book(NOW))
    assert list(found) == ["role plan_copy", "role crisis_plan", "role advocacy", "role way_on_record"]
    assert found["role way_on_record"].startswith("I have asked this before")
