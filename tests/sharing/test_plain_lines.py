"""Plain lines: sentences that end, and nothing that could steer a terminal."""

import pytest

from carecompanion.domain.timeline import Line
from carecompanion.sharing.plain_lines import entry_words, harmless, plain, stopped, under


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plain", "plain"),
        ("\x1b[2J\x07gone\x9b31m\x7f", "\ufffd[2J\ufffdgone\ufffd31m\ufffd"),
        ("one\ntwo\r\nthree\u2028four\x85five\tsix", "one two three four five six"),
        ("[b]bold[/b] ● 👩‍⚕️ תודה  רבה\u200f\u00a0é", "[b]bold[/b] ● 👩‍⚕️ תודה  רבה\u200f\u00a0é"),
        ("ends in space \n", "ends in space"),
    ],
)
def test_a_line_is_one_line_and_steers_nothing_and_says_the_rest_as_it_was_typed(text: str, said: str) -> None:
    assert harmless(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on time", "on time."),
        ("on time ", "on time."),
        ("Is it?", "Is it?"),
        ("Done.", "Done."),
        ("so …", "so …"),
        ("you said “yes!”", "you said “yes!”"),
        ("you said “yes”", "you said “yes”."),
        ("bag (blue)", "bag (blue)."),
        ("well 🙂", "well 🙂."),
        ("ठीक।", "ठीक।"),
        ("", ""),
    ],
)
def test_a_sentence_is_stopped_once(text: str, said: str) -> None:
    assert stopped(text) == said


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            Line("14:00", "Visit", "Dana, at home", "late · cut short", "missed"),
            "Visit: Dana, at home. Late and cut short, 14:00.",
        ),
        (Line("19:40", "Note", "Well?", "", "none"), "Note: Well? 19:40."),
        (Line("", "Promise", "Ring", "1 day left", "open"), "Promise: Ring. 1 day left."),
        (Line("", "Away", "", "", "none"), "Away."),
    ],
)
def test_an_entry_says_when_last_of_all(said: Line, words: str) -> None:
    assert entry_words(said, said.time) == words


def test_blocks_stand_apart_by_an_empty_line_and_a_heading_stands_over_something() -> None:
    assert plain((("a", "b"), (), under("Nothing", ()), under("Some", ["c"]))) == ("a", "b", "", "Some", "c")
    assert plain(()) == ()
