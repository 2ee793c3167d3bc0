"""Every key of the program: what it is called, what it does in words, and where it works."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from textual.binding import Binding

from carecompanion.tui.key_name import key_name

Group = Literal["Go to", "Write down", "In a list", "Any time", "Here"]


@dataclass(frozen=True, slots=True)
class Key:
    """One act: `keys` as Textual names them, `shown` as a person reads them, `short` for narrow windows."""

    id: str
    keys: str
    shown: str
    words: str
    short: str
    group: Group


KEYS: tuple[Key, ...] = (
    Key("today", "1", "1", "Today", "Today", "Go to"),
    Key("journal", "2", "2", "Journal", "Journal", "Go to"),
    Key("traits", "3", "3", "Traits", "Traits", "Go to"),
    Key("team", "4", "4", "Team", "Team", "Go to"),
    Key("review", "5", "5", "Review", "Review", "Go to"),
    Key("safety", "6", "6", "Safety", "Safety", "Go to"),
    Key("settings", "7", "7", "Settings", "Settings", "Go to"),
    Key("back", "escape", "esc", "back", "back", "Go to"),
    Key("contact", "c", "c", "I got in touch", "contact", "Write down"),
    Key("reply", "r", "r", "they replied", "reply", "Write down"),
    Key("visit", "v", "v", "how a visit went", "visit", "Write down"),
    Key("note", "n", "n", "note", "note", "Write down"),
    Key("appointment", "a", "a", "appointment", "appointment", "Write down"),
    Key("something", "s", "s", "asked for, promised, …", "more", "Write down"),
    Key("move", "down,up,j,k", "↑ ↓", "move", "move", "In a list"),
    Key("open", "enter", "enter", "open", "open", "In a list"),
    Key("page", "pagedown,pageup,home,end", "page keys", "a page, first, last", "page", "In a list"),
    Key("type", "t", "t", "type (Journal)", "type", "In a list"),
    Key("period", "p", "p", "period (Journal, Traits)", "period", "In a list"),
    Key("narrow", "f", "f", "filters (Journal)", "filters", "In a list"),
    Key("whose", "t", "t", "whose time (Traits)", "whose", "In a list"),
    Key("own_trait", "a", "a", "add your own (Traits)", "add", "In a list"),
    Key("how", "w", "w", "how this is worked out (Traits)", "how?", "In a list"),
    Key("change", "e", "e", "change, what came of it", "change", "In a list"),
    Key("delete", "d", "d", "delete", "delete", "In a list"),
    Key("bring", "b", "b", "bring to review", "bring", "In a list"),
    Key("before", "w", "w", "what it was before", "before", "In a list"),
    Key("trash", "x", "x", "what was deleted (Journal)", "deleted", "In a list"),
    Key("leave_out", "o", "o", "leave out, put back", "leave out", "In a list"),
    Key("add_person", "a", "a", "add someone (Team)", "add", "In a list"),
    Key("agreement", "g", "g", "what was agreed (Team)", "agreed", "In a list"),
    Key("put_in", "space", "space", "put in or leave out (Review)", "in/out", "In a list"),
    Key("reword", "e", "e", "reword (Review)", "reword", "In a list"),
    Key("move_point", "shift+down,shift+up,J,K", "shift+↑↓", "move (Review)", "move", "In a list"),
    Key("own_point", "a", "a", "add your own (Review)", "add", "In a list"),
    Key("preview", "p", "p", "how it will read (Review)", "read", "In a list"),
    Key("care_review", "g", "g", "when and who (Review)", "when", "In a list"),
    Key("save_copy", "x", "x", "save a copy (Review)", "save", "In a list"),
    Key("walk", "w", "w", "go through it together (Review)", "together", "In a list"),
    Key("rehearse", "t", "t", "practise (Review)", "practise", "In a list"),
    Key("letters", "l", "l", "letters (Review)", "letters", "In a list"),
    Key("role", "o", "o", "what the role promises (Review)", "promised", "In a list"),
    Key("shared", "h", "h", "what you shared (Review)", "shared", "In a list"),
    Key("find", "slash", "/", "find", "find", "Any time"),
    Key("undo", "u", "u", "undo", "undo", "Any time"),
    Key("redo", "ctrl+r", "ctrl+r", "do it again", "redo", "Any time"),
    Key("hide", "0", "0", "hide the screen", "hide", "Any time"),
    Key("hide_typing", "ctrl+l", "ctrl+l", "hide while typing", "hide", "Any time"),
    Key("help_now", "exclamation_mark", "!", "help now", "help now", "Any time"),
    Key("help_now_typing", "ctrl+g", "ctrl+g", "help now while typing", "help, typing", "Any time"),
    Key("palette", "colon", ":", "find anything to do", "anything", "Any time"),
    Key("palette_typing", "ctrl+p", "ctrl+p", "the same while typing", "anything", "Any time"),
    Key("keys", "question_mark,f1", "?", "keys", "keys", "Any time"),
    Key("close", "ctrl+q", "ctrl+q", "close", "close", "Any time"),
    Key("move_up", "up,k", "↑", "up", "up", "Here"),
    Key("move_down", "down,j", "↓", "down", "down", "Here"),
    Key("page_up", "pageup", "page up", "a page up", "page up", "Here"),
    Key("page_down", "pagedown", "page down", "a page down", "page down", "Here"),
    Key("first", "home", "home", "to the first", "first", "Here"),
    Key("last", "end", "end", "to the last", "last", "Here"),
    Key("beside", "right,l", "→", "to what is beside it", "beside", "Here"),
    Key("beside_back", "left,h", "←", "back from beside it", "back", "Here"),
    Key("point_up", "shift+up,K", "shift+↑", "move it up", "move up", "Here"),
    Key("point_down", "shift+down,J", "shift+↓", "move it down", "move down", "Here"),
    Key("save", "ctrl+s", "ctrl+s", "save", "save", "Here"),
    Key("enter_save", "enter", "enter", "save", "save", "Here"),
    Key("more", "ctrl+n", "ctrl+n", "more lines", "more", "Here"),
    Key("next_line", "tab", "tab", "next line", "next line", "Here"),
    Key("cancel", "escape", "esc", "cancel", "cancel", "Here"),
    Key("back_to_draft", "escape", "esc", "back, kept as a draft", "back, kept", "Here"),
    Key("to_list", "enter", "enter", "go to the list", "list", "Here"),
    Key("clear_line", "ctrl+u", "ctrl+u", "clear", "clear", "Here"),
    Key("stop_finding", "escape", "esc", "stop finding", "stop", "Here"),
    Key("forget_view", "ctrl+t", "ctrl+t", "forget the name", "forget", "Here"),
    Key("put_back", "enter", "enter", "put it back", "put back", "Here"),
    Key("replied_now", "enter", "enter", "they replied just now", "yes, just now", "Here"),
    Key("earlier", "t", "t", "earlier than that, or more to say", "earlier", "Here"),
    Key("no_longer", "x", "x", "no longer waiting", "stop", "Here"),
    Key("did_not_happen", "x", "x", "it did not happen", "did not happen", "Here"),
    Key("not_now", "d", "d", "not now", "not now", "Here"),
    Key("another_visit", "o", "o", "another visit", "another", "Here"),
    Key("yes", "y", "y", "yes", "yes", "Here"),
    Key("partly", "p", "p", "partly", "partly", "Here"),
    Key("no", "n", "n", "no", "no", "Here"),
    Key("not_sure", "m", "m", "not sure", "not sure", "Here"),
    Key("asked_today", "t", "t", "I asked today", "asked", "Here"),
    Key("begin_letter", "a", "a", "begin a letter", "begin", "Here"),
    Key("was_sent", "m", "m", "it was sent", "sent", "Here"),
    Key("add_step", "a", "a", "what came of it", "came of it", "Here"),
    Key("bring_along", "b", "b", "bring entries along", "bring", "Here"),
    Key("take_along", "space,enter", "space", "put in or take out", "in, out", "Here"),
    Key("skip", "s", "s", "skip", "skip", "Here"),
    Key("go_back", "backspace", "backspace", "go back", "back", "Here"),
    Key("question_before", "up", "↑", "question before", "before", "Here"),
    Key("question_after", "down", "↓", "next question", "next", "Here"),
    Key("arranged", "w", "w", "when and where", "when", "Here"),
    Key("unlock", "enter", "enter", "open", "open", "Here"),
    Key("open_this", "enter", "enter", "open this", "open", "Here"),
    Key("read_round", "r", "r", "read what can be read", "read", "Here"),
    Key("newest_backup", "b", "b", "the newest backup", "backup", "Here"),
    Key("leave_damaged", "escape", "esc", "leave it as it is", "leave", "Here"),
    Key("back_up_now", "b", "b", "back up now", "back up", "Here"),
    Key("second_place", "s", "s", "a second place", "second place", "Here"),
    Key("press_key", "enter", "enter", "choose a key", "choose", "Here"),
    Key("usual_key", "x", "x", "usual key", "usual", "Here"),
    Key("usual_keys", "a", "a", "all usual keys", "all usual", "Here"),
    Key("try_key", "t", "t", "try a key", "try", "Here"),
    Key("show_typed", "ctrl+r", "ctrl+r", "show what I type", "show", "Here"),
    Key("offer", "ctrl+o", "ctrl+o", "words for me", "words", "Here"),
    Key("forgotten", "ctrl+f,f1", "ctrl+f", "I have forgotten it", "forgotten", "Here"),
    Key("next_step", "enter", "enter", "next", "next", "Here"),
    Key("skip_step", "ctrl+s", "ctrl+s", "skip for now", "skip", "Here"),
    Key("no_passphrase", "ctrl+n", "ctrl+n", "without one", "without", "Here"),
    Key("stop_here", "escape", "esc", "stop here", "stop", "Here"),
    Key("practise", "p", "p", "practise", "practise", "Here"),
    Key("next_point", "space,enter,right,down,pagedown", "space", "next", "next", "Here"),
    Key("point_before", "left,up,backspace,pageup", "←", "before", "before", "Here"),
    Key("rests_on", "w", "w", "what it rests on", "why", "Here"),
    Key("next_page", "right,l", "→", "next page", "page", "Here"),
    Key("page_before", "left,h", "←", "page before", "before", "Here"),
    Key("look_through", "v", "v", "look first", "look", "Here"),
    Key("folder", "f", "f", "another folder", "folder", "Here"),
    Key("other_name", "enter", "enter", "save it under that name", "save", "Here"),
    Key("step_back", "shift+tab", "shift+tab", "back", "back", "Here"),
)

BY_ID = {key.id: key for key in KEYS}

MOVING = ("move_up", "move_down", "page_up", "page_down", "first", "last", "beside", "beside_back", "move", "page")
"""What goes through a list or a page, and does nothing to it."""

KEPT_BESIDE = {"move_up": "up", "move_down": "down", "beside": "right", "beside_back": "left", "keys": "f1"}
"""The keys that stay with an act whatever is chosen for it."""

TYPING = {"hide_typing": "hide", "help_now_typing": "help_now", "palette_typing": "palette"}
"""The acts that have a key of their own while words are typed, and the act each of them is."""


_chosen: dict[str, Key] = {}
"""What a person chose in place of the usual keys; one program has one keyboard."""


_times_chosen = 0


def times_chosen() -> int:
    """How often other keys came into use: what names keys is drawn anew when it has grown."""
    return _times_chosen


def use(chosen: Mapping[str, str]) -> dict[str, str]:
    """From now on these keys stand for these acts, in place of the usual; answers with all the keys of each act.

    Arrows, and whatever else is no letter or sign of an act's own, go on working beside the chosen key.
    """
    global _times_chosen
    _times_chosen += 1
    _chosen.clear()
    for id_, chosen_key in chosen.items():
        usual = BY_ID[id_]
        beside = KEPT_BESIDE.get(id_, "")
        keys = f"{beside},{chosen_key}" if id_ in MOVING else f"{chosen_key},{beside}"
        shown_as = usual.shown if id_ in MOVING else key_name(chosen_key)
        _chosen[id_] = replace(usual, keys=keys.strip(","), shown=shown_as)
    return {id_: key.keys for id_, key in _chosen.items()}


def in_use(id_: str) -> Key:
    """An act with the key it has now."""
    return _chosen.get(id_) or BY_ID[id_]


def shown(id_: str) -> str:
    """The key an act has now, as a person reads it."""
    return in_use(id_).shown


def keys_of(*ids: str) -> list[str]:
    """Every key these acts have now, as Textual names them."""
    return [key for id_ in ids for key in in_use(id_).keys.split(",")]


def bind(id_: str, action: str, words: str | None = None, *, priority: bool = False) -> Binding:
    """The binding of a named key to an action; `words` where the act is called otherwise here."""
    key = BY_ID[id_]
    return Binding(key.keys, action, words or key.words, key_display=key.shown, id=id_, show=False, priority=priority)


ANYWHERE = [bind(id_, f"app.{id_}") for id_ in ("hide", "help_now", "keys", "palette")]
"""What works wherever no words are being typed."""
