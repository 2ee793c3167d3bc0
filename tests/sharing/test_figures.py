"""The figures of the traits as JSON."""

import json

from carecompanion.domain.periods import Period
from carecompanion.domain.records import LeftOut, OwnAnswer, OwnTrait
from carecompanion.domain.traits import assess
from carecompanion.sharing.figures import figures
from tests.domain.given import at, book, day, new, visit


def test_what_is_left_out_says_why_in_words() -> None:
    asked = visit("2026-03-11 14:00", id="unanswered")
    march = Period(day("2026-03-01"), day("2026-03-31"))
    document = json.loads(figures(assess(book(asked), march, at("2026-03-31 12:00"))))
    (knew_latest,) = (each for each in document["traits"][0]["measures"] if each["id"] == "knew_latest")
    assert knew_latest["excluded"] == [{"id": "unanswered", "why": "not answered"}]
    assert (knew_latest["of"], knew_latest["lower"], knew_latest["upper"]) == (0, None, None)


def test_a_trait_of_ones_own_comes_last_with_its_name_and_question() -> None:
    own = OwnTrait(id="own", name="Clear", question="Was it clear?", began_on=day("2026-01-01"))
    said = visit("2026-03-11 14:00", id="said", own=(OwnAnswer(trait_id="own", answer="yes"),))
    march = Period(day("2026-03-01"), day("2026-03-31"))
    trait = json.loads(figures(assess(book(own, said), march, at("2026-03-31 12:00"))))["traits"][-1]
    assert (trait["id"], trait["name"], trait["question"], trait["headline"]) == (
        "own",
        "Clear",
        "Was it clear?",
        "own",
    )
    assert [(measure["id"], measure["met"], measure["counted"]) for measure in trait["measures"]] == [
        ("own", 1, ["said"])
    ]


def test_what_the_person_left_out_says_their_reason() -> None:
    asked = visit("2026-03-11 14:00", id="asked", listened="no")
    left = new(LeftOut, entry_id="asked", trait="listening", reason="snow", left_out_at=at("2026-03-12 10:00"))
    march = Period(day("2026-03-01"), day("2026-03-31"))
    document = json.loads(figures(assess(book(asked, left), march, at("2026-03-31 12:00"))))
    listened = document["traits"][2]["measures"][0]
    assert listened["excluded"] == [{"id": "asked", "why": "left out", "reason": "snow"}]
