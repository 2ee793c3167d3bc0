from collections.abc import Mapping
from typing import get_args

import pytest

from carecompanion.domain import kinds, vocabulary
from carecompanion.domain.kinds import attempt_word, visit_word
from carecompanion.domain.periods import PeriodChoice
from carecompanion.domain.records import Appointment, Attempt
from carecompanion.domain.vocabulary import AttemptOutcome, Route
from tests.domain.test_moments import NOW


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (kinds.ANSWERS, vocabulary.Answer),
        (kinds.ROUTES, vocabulary.Route),
        (kinds.ATTEMPTS, vocabulary.Route),
        (kinds.ATTEMPT_OUTCOMES, vocabulary.AttemptOutcome),
        (kinds.REPLIES, vocabulary.ReplyKind),
        (kinds.VISITS, vocabulary.AppointmentKind),
        (kinds.VISIT_STATUSES, vocabulary.AppointmentStatus),
        (kinds.POINT_OUTCOMES, vocabulary.PointOutcome),
        (kinds.PROMISE_OUTCOMES, vocabulary.PromiseOutcome),
        (kinds.CHANGES, vocabulary.ChangeKind),
        (kinds.NOTES, vocabulary.NoteKind),
        (kinds.NATIONS, vocabulary.Nation),
        (kinds.PERIODS, PeriodChoice),
    ],
)
def test_every_word_of_the_journal_has_words_for_people(words: Mapping[str, str], ids: object) -> None:
    assert set(words) == set(get_args(ids))


@pytest.mark.parametrize(
    ("route", "outcome", "word"),
    [
        ("text", "sent", "Text"),
        ("phone", "spoke", "Call"),
        ("mobile", "no_answer", "Call"),
        ("phone", "voicemail", "Voicemail"),
        ("in_person", "message", "In person"),
    ],
)
def test_an_attempt_is_called_by_its_way_or_as_a_voicemail(route: Route, outcome: AttemptOutcome, word: str) -> None:
    assert attempt_word(Attempt(id="a", contact_id="c", at=NOW, route=route, outcome=outcome)) == word


def test_an_appointment_of_no_kind_is_a_visit() -> None:
    assert visit_word(Appointment(id="v", planned_at=NOW)) == "visit"
    assert visit_word(Appointment(id="v", planned_at=NOW, kind="review")) == "care review"
