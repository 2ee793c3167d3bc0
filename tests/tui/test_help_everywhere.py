"""Help now is a key away on every screen there is: no screen can be written and forgotten."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import Screen

from carecompanion.store import Journal
from carecompanion.tui.app import CareCompanion
from carecompanion.tui.choosing import Choosing
from carecompanion.tui.door import Hidden, TooSmall
from carecompanion.tui.key_press import KeyPressed, PressKey, TryKey
from carecompanion.tui.keymap import BY_ID
from carecompanion.tui.parts.styled_once import StyledOnce
from carecompanion.tui.unlock import Unlock
from tests.tui.driving import NOW, at_the_door
from tests.tui.walking import screens

WITHOUT: dict[type[Screen[Any]], str] = {
    StyledOnce: "others are built on it",
    Hidden: "shows that nothing is there",
    TooSmall: "has no room for it",
    Choosing: "begins with words being typed",
    KeyPressed: "names whatever key is pressed",
    TryKey: "the same",
    PressKey: "the same",
    Unlock: "a passphrase may hold a !, so only the key for while typing",
}
"""The screens on which "!" does not lead to help now, each with the reason."""


def bindings(screen: type[Screen[Any]]) -> Iterator[Binding]:
    """Its keys, and those of what it is built on."""
    for each in screen.__mro__:
        yield from (binding for binding in vars(each).get("BINDINGS", ()) if isinstance(binding, Binding))


def leads_to_help(screen: type[Screen[Any]]) -> bool:
    return any(each.id == "help_now" and each.action == "app.help_now" for each in bindings(screen))


@pytest.mark.parametrize("screen", screens(), ids=lambda each: each.__name__)
def test_one_key_leads_to_help_now(screen: type[Screen[Any]]) -> None:
    assert leads_to_help(screen) is (screen not in WITHOUT)


@pytest.mark.parametrize("screen", screens(), ids=lambda each: each.__name__)
def test_no_screen_takes_the_key_of_help_now_for_something_else(screen: type[Screen[Any]]) -> None:
    taken = {key for each in bindings(screen) if each.action != "app.help_now" for key in each.key.split(",")}
    assert not taken & {BY_ID["help_now"].keys, BY_ID["help_now_typing"].keys}


def test_while_typing_the_key_goes_before_everything_else() -> None:
    (binding,) = [each for each in CareCompanion.BINDINGS if isinstance(each, Binding) and each.id == "help_now_typing"]
    assert binding.priority


async def test_it_is_there_before_unlocking(tmp_path: Path) -> None:
    def door() -> Screen[Journal]:
        return Unlock(tmp_path, lambda: NOW)

    async with at_the_door(door) as session:
        await session.type("!")
        assert not session.says("Samaritans 116 123")
        await session.press("ctrl+g")
        assert session.says("Samaritans 116 123")
