import re
from collections.abc import Iterator

from carecompanion.domain import moments, today, wording
from carecompanion.domain.agreed import NO_REPLY_TIME, NOT_STARTED
from carecompanion.domain.review_questions import NOT_AGREED
from carecompanion.domain.working_out import MEANINGS
from tests.domain.given import agreed
from tests.domain.test_response_words import timed
from tests.domain.test_trait_words import measured
from tests.domain.test_working_out import told

HARDEST = 9.0
"""The highest reading grade a sentence may have."""


def test_every_word_is_reached_through_the_one_door() -> None:
    assert sorted(wording.__all__) == sorted(set(wording.__all__))
    assert all(hasattr(wording, name) for name in wording.__all__)


def test_every_sentence_reads_easily() -> None:
    too_hard = {text: round(grade(text), 1) for text in sentences() if grade(text) > HARDEST}
    assert too_hard == {}


def test_all_of_it_together_reads_at_grade_six_or_below() -> None:
    assert grade(" ".join(sentences())) <= 6.0


def sentences() -> Iterator[str]:
    """Paragraphs and sentences of the domain that people read."""
    yield from (moments.NO_MOMENT, moments.NO_MOMENT_AHEAD, moments.NO_DAY, moments.NO_TIME)
    yield from (moments.NO_TIME_YET, moments.OTHER_WEEKDAY, NO_REPLY_TIME, NOT_STARTED, *today.WELCOME)
    yield "Dana agreed to reply within 2 working days: by Monday."
    yield "No reply time is agreed with Dana, so this will not count as late."
    yield from NOT_AGREED.values()
    yield from (f"It {meaning}" for meaning in MEANINGS.values())
    for measure in wording.MEASURES:
        yield f"{wording.statement(measured(measure, 7, 2, 1))}."
        yield from told(measured(measure, 7, 2, 1, left_out=2), agreed(reply_within=24, meet_every_days=14))
    for found in (timed([2, 5, 20, 26, 50], [30, 100]), timed([5], [7, 9, 10, 11]), timed([1], [], closed=1)):
        yield wording.response_words(found)
    for trait in wording.TRAITS.values():
        yield f"{trait.name}. {trait.meaning}."


def grade(text: str) -> float:
    """The Flesch-Kincaid grade (Kincaid and others 1975, Naval Technical Training Command RBR 8-75)."""
    words = re.findall(r"[a-z']+|\d[\d:.]*", text.lower())
    stops = max(1, len(re.findall(r"[.?!:](?=\s|$|”)", text)))
    return 0.39 * len(words) / stops + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """About how many syllables a word has: its groups of vowels, less a silent e at the end."""
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith(("e", "ed", "es")) and not word.endswith(("le", "ted", "ded", "ses", "ces", "ges"))
    return max(1, groups - silent)
