"""The figures of the traits as JSON."""

import json

from carecompanion.domain.periods import Period
from carecompanion.domain.traits import assess
from carecompanion.sharing.figures import figures
from tests.domain.given import at, book, day, visit


def test_what_is_left_out_says_why_in_words() -> None:
    asked = visit("2026-03-11 14:00", id="unanswered")
    march = Period(day("2026-03-01"), day("2026-03-31"))
    document = json.loads(figures(assess(book(asked), march, at("2026-03-31 12:00"))))
    (knew_latest,) = (each for each in document["traits"][0]["measures"] if each["id"] == "knew_latest")
    assert knew_latest["excluded"] == [{"id": "unanswered", "why": "not answered"}]
    assert (knew_latest["of"], knew_latest["lower"], knew_latest["upper"]) == (0, None, None)
