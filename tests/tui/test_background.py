"""What the terminal says of its background is heard, and never taken for what is typed."""

from collections.abc import Iterable
from time import monotonic

import pytest
from textual import events
from textual.message import Message

from carecompanion.tui import background
from carecompanion.tui.background import COUNTS, BackgroundHeard, Listening, is_light

LIGHT = "\x1b]11;rgb:fafa/f7f7/f1f1\x1b\\"
DARK = "\x1b]11;rgb:1a/1d/21\a"
WITH_ALPHA = "\x1b]11;rgba:ffff/ffff/ffff/8000\x1b\\"


def told(messages: Iterable[Message]) -> list[str]:
    """What was heard: keys by their letters, and the background by a word."""
    heard: list[str] = []
    for message in messages:
        if isinstance(message, BackgroundHeard):
            heard.append("light" if message.light else "dark")
        elif isinstance(message, events.Key):
            heard.append(message.key)
    return heard


def heard(*parts: str, since: float | None = 0.0) -> list[str]:
    """What is heard when this comes in, one part after the other, so many seconds after it asked."""
    asked_at = None if since is None else monotonic() - since
    listening = Listening(lambda: asked_at)
    return [each for part in parts for each in told(listening.feed(part))]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((LIGHT,), ["light"]),
        ((DARK,), ["dark"]),
        ((WITH_ALPHA,), ["light"]),
        (("a" + LIGHT + "b",), ["a", "light", "b"]),
        ((LIGHT + DARK,), ["light", "dark"]),
        (("\x1b[A" + DARK + "\r",), ["up", "dark", "enter"]),
        *((("x", LIGHT[:cut], LIGHT[cut:], "y"), ["x", "light", "y"]) for cut in range(1, len(LIGHT))),
        (tuple(DARK), ["dark"]),
    ],
)
def test_an_answer_whole_or_in_parts_is_heard_and_nothing_of_it_is_typed(
    parts: tuple[str, ...], expected: list[str]
) -> None:
    assert heard(*parts) == expected


@pytest.mark.parametrize("since", [COUNTS, 60.0, None])
def test_an_answer_that_comes_late_or_unasked_changes_nothing_and_is_not_typed(since: float | None) -> None:
    assert heard("a" + LIGHT + "b", since=since) == ["a", "b"]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("\x1b", ["escape"]),
        ("\x1b]", ["right_square_bracket"]),
        ("a\x1b", ["a", "escape"]),
    ],
)
def test_a_key_that_could_begin_an_answer_is_a_key_after_a_moment(
    typed: str, keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(background, "monotonic", lambda: now)
    monkeypatch.setattr("textual._parser.get_time", lambda: now)
    listening = Listening(lambda: 100.0)
    seen = told(listening.feed(typed))
    for _ in range(3):
        now += 0.11
        seen += told(listening.tick())
    assert seen == keys


def test_after_an_answer_keys_wait_for_nothing_until_it_is_asked_again() -> None:
    asked_at = monotonic()
    listening = Listening(lambda: asked_at)
    assert told(listening.feed(DARK)) == ["dark"]
    assert told(listening.feed("\x1b[A")) == ["up"]
    assert told(listening.feed("\x1b")) == []
    assert listening._held == ""
    assert told(listening.feed("[A")) == ["up"]
    asked_at += 0.01
    assert told(listening.feed(LIGHT[:9])) == []
    assert told(listening.feed(LIGHT[9:])) == ["light"]


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        (("00", "00", "00"), False),
        (("ffff", "ffff", "ffff"), True),
        (("f", "f", "f"), True),
        (("1a1a", "1d1d", "2121"), False),
        (("fdf6", "f6e3", "e3e3"), True),  # Solarized's light ground
        (("0000", "2b2b", "3636"), False),  # and its dark one
        (("7676", "7676", "7676"), True),  # black on it has 4.62 to 1, white 4.54
        (("7474", "7474", "7474"), False),
    ],
)
def test_a_background_is_light_where_black_stands_out_better_than_white(
    colour: tuple[str, str, str], light: bool
) -> None:
    assert is_light(*colour) is light
