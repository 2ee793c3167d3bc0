from dataclasses import replace

import pytest

from carecompanion.domain import measures
from carecompanion.domain.records import OwnTrait
from carecompanion.domain.settings import Settings
from carecompanion.domain.working_out import RULES, how
from tests.domain.test_moments import TODAY
from tests.domain.test_trait_words import measured


def test_a_figure_is_told_with_its_own_numbers() -> None:
    assert how(measured("replied_in_time", 9, 0, 3, left_out=1), Settings()) == (
        "We look at each time you got in touch and a reply time was agreed. It is a yes when an answer came in that "
        "time. It is a no when it came later, or when the time ran out without one.",
        "12 count: 9 yes, 3 no. 1 is left out, with the reason beside it.",
        "With only 12, the true figure could be anywhere from nearly six in ten to nearly nine in ten.",
        "“Usually” means that even the low end is more than half.",
    )


def test_how_a_visit_felt_is_labelled_so() -> None:
    told = how(measured("listened", 6, 2, 2), Settings(role_word="key worker"))
    assert told[0] == "This is how it felt to you."
    assert "with your key worker" in told[1]
    assert told[2] == "10 count: 6 yes, 2 partly, 2 no."
    assert told[3].endswith("Partly counts as half.")


def test_without_a_word_for_the_role_the_usual_one_is_said() -> None:
    assert "with your care co-ordinator" in how(measured("went_ahead", 6, 2, 2), Settings(role_word=" "))[0]


def test_the_journals_own_graces_are_named() -> None:
    odd = Settings(late_grace_minutes=1, gap_grace_days=5)
    assert "no more than 1 minute late" in how(measured("as_arranged", 3, 0, 0), odd)[0]
    assert "with 5 days to spare" in how(measured("regular", 3, 0, 0), odd)[0]


def test_too_few_entries_get_no_range_and_no_word() -> None:
    told = how(measured("knew_latest", 3, 0, 1), Settings())
    assert told[1:] == ("4 count: 3 yes, 1 no.", "We choose no word until there are at least 5.")


def test_nothing_at_all_still_says_what_would_count() -> None:
    told = how(measured("knew_latest", 0, 0, 0), Settings())
    assert told == (RULES["knew_latest"], "We choose no word until there are at least 5.")


def test_a_checklist_has_no_range_and_no_word() -> None:
    assert how(measured("set_up", 3, 0, 1), Settings())[1:] == ("4 count: 3 yes, 1 no.",)


def test_a_narrow_range_is_one_figure() -> None:
    told = how(measured("kind", 4400, 0, 600), Settings())
    assert told[-2] == "With 5000, the true figure is most likely close to nine in ten."


def test_a_trait_of_ones_own_is_told_by_its_question_and_is_not_labelled_a_feeling() -> None:
    own = OwnTrait(id="own", name="Clear", question="Was it {clear}?", began_on=TODAY)
    told = how(replace(measured("listened", 6, 0, 2), id="own", own=own), Settings())
    assert told[0] == "We look at each visit that went ahead, where you answered your own question: “Was it {clear}?”"
    assert told[1] == "8 count: 6 yes, 2 no."


@pytest.mark.parametrize("measure", [measure.id for measure in measures.MEASURES])
def test_every_measure_can_be_told_without_percentages_or_blame(measure: str) -> None:
    told = " ".join(how(measured(measure, 6, 1, 3, left_out=2), Settings()))
    assert "{" not in told
    assert not any(word in told.lower() for word in ("%", "per cent", "fail", "breach", "overdue", "score", "poor"))
