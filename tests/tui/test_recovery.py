"""The recovery code at first run: shown once, two groups typed back, or knowingly put off."""

from pathlib import Path

import pytest

from carecompanion.tui.first_run.recovery import CodeTypedBack
from carecompanion.tui.first_run.setting_up import SettingUp
from tests.tui.driving import NOW, at_the_door
from tests.tui.setting_up import Door, asked_groups, code_on, without_passphrase

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path / "journal")


async def test_a_wrong_group_is_named_and_the_code_can_be_looked_at_again(door: Door) -> None:
    async with at_the_door(door) as session:
        await without_passphrase(session)
        code = code_on(session)
        assert len(code) == 7
        await session.press("enter")
        assert not any(group in session.text for group in code)
        one, other = asked_groups(session)
        await session.paste(code[one - 1].replace("0", "o").replace("1", "l"))
        await session.press("tab")
        await session.paste("00000")
        await session.press("enter")
        assert session.says(f"The {ORDINALS[other - 1]} group does not match.")
        await session.press("shift+tab", "shift+tab")
        assert code_on(session) == code
        await session.press("enter", "tab", "ctrl+u")
        await session.paste(code[other - 1])
        await session.press("enter")
        assert session.says("Where do you live?")
        assert session.app.clipboard == ""


async def test_the_code_is_put_off_only_knowingly(door: Door) -> None:
    async with at_the_door(door) as session:
        await without_passphrase(session)
        await session.press("ctrl+s")
        assert session.says("It is shown only now.")
        await session.press("ctrl+s")
        assert session.says("Where do you live?")


def test_the_two_groups_asked_for_are_never_just_the_first_two(tmp_path: Path) -> None:
    setting_up = SettingUp(tmp_path, lambda: NOW)
    setting_up.code = "-".join("ABCDEFG")
    pairs = {CodeTypedBack(setting_up)._asked for _ in range(500)}
    assert (0, 1) not in pairs
    assert all(first < second for first, second in pairs)
    assert len(pairs) > 10


async def test_a_group_that_does_not_match_is_replaced_by_typing_it_again(door: Door) -> None:
    async with at_the_door(door) as session:
        await without_passphrase(session)
        code = code_on(session)
        await session.press("enter")
        one, other = asked_groups(session)
        await session.paste("00000")
        await session.press("tab")
        await session.paste("11111")
        for number in (one, other):
            await session.press("enter")
            assert session.says(f"The {ORDINALS[number - 1]} group does not match.")
            await session.paste(code[number - 1])
        await session.press("enter")
        assert session.says("Where do you live?")
