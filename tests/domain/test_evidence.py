import pytest

from carecompanion.domain.evidence import Counted, Excluded, Measurement, by_answer
from carecompanion.domain.tally import Tally, Verdict
from carecompanion.domain.vocabulary import Answer
from tests.domain.given import day, visit

VISIT, ON = visit("2026-03-09 10:00"), day("2026-03-09")


@pytest.mark.parametrize(("answer", "verdict"), [("yes", "met"), ("partly", "partly"), ("no", "missed")])
def test_an_answer_counts_for_what_it_says(answer: Answer, verdict: Verdict) -> None:
    assert by_answer(VISIT, ON, answer) == Counted(VISIT, ON, verdict)


def test_what_was_not_answered_is_left_out_with_its_reason() -> None:
    assert by_answer(VISIT, ON, None) == Excluded(VISIT, ON, "not_answered")
    assert by_answer(VISIT, ON, None, "not_known", part="okafor") == Excluded(VISIT, ON, "not_known", "okafor")


def test_a_measurement_tallies_what_counts() -> None:
    counted = tuple(Counted(VISIT, ON, verdict) for verdict in ("met", "met", "partly", "missed", "met"))
    found = Measurement("listened", counted, (Excluded(VISIT, ON, "not_answered"),))
    assert found.tally == Tally(3, 1, 5)
    assert (found.word, found.sureness) == ("sometimes", "not_sure_yet")
    assert found.interval is not None


def test_a_measurement_of_nothing_says_so() -> None:
    found = Measurement("listened", (), ())
    assert (found.tally, found.word, found.interval, found.sureness) == (Tally(0, 0, 0), "nothing", None, None)


def test_a_checklist_has_no_word_but_an_interval() -> None:
    found = Measurement("set_up", (Counted(VISIT, ON, "met"),), (), checklist=True)
    assert (found.word, found.sureness) == (None, None)
    assert found.interval is not None
