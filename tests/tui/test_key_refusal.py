"""Which keys can be chosen, by what name they go, and which two acts would clash."""

import pytest

from carecompanion.tui.key_clash import clashes, swapped, without_usual
from carecompanion.tui.key_name import key_name
from carecompanion.tui.key_refusal import CHOOSABLE, refusal
from carecompanion.tui.keymap import BY_ID, KEYS, in_use, keys_of, shown, use


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("k", "k"),
        ("K", "K"),
        ("upper_k", "K"),
        ("question_mark", "?"),
        ("slash", "/"),
        ("backslash", "\\"),
        ("minus", "-"),
        ("plus", "+"),
        ("full_stop", "."),
        ("pound_sign", "£"),
        ("ctrl+t", "ctrl+t"),
        ("ctrl+left_square_bracket", "ctrl+left square bracket"),
        ("pageup", "page up"),
        ("up", "↑"),
        ("shift+up", "shift+↑"),
        ("space", "space"),
        ("tab", "tab"),
        ("f5", "f5"),
        ("alt+x", "alt+x"),
        ("ä", "ä"),
    ],
)
def test_a_key_has_a_name_a_person_can_read(key: str, name: str) -> None:
    assert key_name(key) == name


def test_the_usual_keys_are_shown_by_their_names() -> None:
    for key in KEYS:
        if "," not in key.keys:
            assert key.shown == key_name(key.keys)


@pytest.mark.parametrize(
    "key",
    [
        *("ctrl+c", "ctrl+z", "ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket", "ctrl+a", "ctrl+b"),
        *("alt+x", "ctrl+alt+x", "f1", "f12", "shift+f3", "ctrl+shift+x", "ctrl+K", "super+x"),
        *("enter", "escape", "tab", "shift+tab", "backspace", "up", "left", "home", "pagedown", "space", "delete"),
        "insert",
    ],
)
def test_a_key_that_is_never_bound_is_refused_for_every_act_with_the_reason(key: str) -> None:
    for act in CHOOSABLE:
        assert refusal(key, act.id).endswith("."), act.id


@pytest.mark.parametrize("key", ["k", "K", "z", "ä", "full_stop", "semicolon", "slash", "ctrl+t", "ctrl+y", "7"])
def test_letters_signs_and_ctrl_can_be_chosen(key: str) -> None:
    assert refusal(key, "contact") == ""


@pytest.mark.parametrize("act", ["hide_typing", "help_now_typing", "palette_typing", "save", "more", "close"])
def test_what_has_to_work_while_typing_needs_ctrl_and_leaves_lines_alone(act: str) -> None:
    for key in ("k", "7", "full_stop", "ctrl+u", "ctrl+k", "ctrl+x"):
        assert refusal(key, act)
    assert refusal("ctrl+t", act) == ""


@pytest.mark.parametrize("act", ["hide", "help_now", "keys", "palette"])
def test_what_works_on_sheets_needs_a_sign(act: str) -> None:
    for key in ("k", "K", "1", "9"):
        assert refusal(key, act)
    for key in ("semicolon", "0", "number_sign"):
        assert refusal(key, act) == ""


def test_answers_and_the_keys_of_lists_stay_as_they_are() -> None:
    fixed = {"open", "back", "yes", "no", "enter_save", "next_line", "move", "page"}
    assert not fixed & {key.id for key in CHOOSABLE}
    assert {"contact", "find", "save", "move_down", "type", "leave_out", "hide_typing"} <= {key.id for key in CHOOSABLE}


@pytest.mark.parametrize(
    ("act", "key", "others"),
    [
        ("contact", "k", ["move_up"]),
        ("contact", "z", []),
        ("contact", "n", ["note"]),
        ("type", "w", []),
        ("whose", "x", []),
        ("trash", "t", ["type"]),
        ("save", "ctrl+n", ["more"]),
        ("find", "full_stop", []),
    ],
)
def test_keys_clash_where_both_acts_work_on_one_screen(act: str, key: str, others: list[str]) -> None:
    found = clashes({act: key}, act)
    assert set(others) <= set(found) if others else found == [], found


def test_two_that_clash_can_change_places() -> None:
    assert swapped({}, "contact", "n") == {"contact": "n", "note": "c"}
    assert swapped({"contact": "n", "note": "c"}, "contact", "c") == {}
    assert without_usual({"contact": "c", "note": "z"}) == {"note": "z"}


def test_keys_in_use_are_the_chosen_ones_and_what_always_stays() -> None:
    try:
        assert use({"contact": "z", "move_up": "i", "keys": "number_sign"}) == {
            "contact": "z",
            "move_up": "up,i",
            "keys": "number_sign,f1",
        }
        assert (shown("contact"), shown("move_up"), shown("keys")) == ("z", "↑", "#")
        assert keys_of("contact", "note") == ["z", "n"]
        assert in_use("contact").words == BY_ID["contact"].words
    finally:
        use({})
    assert shown("contact") == "c"
