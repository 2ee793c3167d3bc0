"""Every key of the program: what it is called, what it does in words, and where it works."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from textual.binding import Binding

from carecompanion.tui.key_name import key_name

GO_TO, WRITE_DOWN, IN_A_LIST, ANY_TIME, HERE = "Go to", "Write down", "In a list", "Any time", "Here"
"""The groups of keys, as the sheet of keys and the README head them."""


@dataclass(frozen=True, slots=True)
class Key:
    """One act: `keys` as Textual names them, `shown` as a person reads them, `short` for narrow windows."""

    id: str
    keys: str
    shown: str
    words: str
    short: str
    group: str


KEYS: tuple[Key, ...] = (
    Key("today", "1", "1", "Today", "Today", GO_TO),
    Key("journal", "2", "2", "Journal", "Journal", GO_TO),
    Key("traits", "3", "3", "Traits", "Traits", GO_TO),
    Key("team", "4", "4", "Team", "Team", GO_TO),
    Key("review", "5", "5", "Review", "Review", GO_TO),
    Key("safety", "6", "6", "Safety", "Safety", GO_TO),
    Key("settings", "7", "7", "Settings", "Settings", GO_TO),
    Key("back", "escape", "esc", "back", "back", GO_TO),
    Key("contact", "c", "c", "I got in touch", "contact", WRITE_DOWN),
    Key("reply", "r", "r", "they replied", "reply", WRITE_DOWN),
    Key("visit", "v", "v", "how a visit went", "visit", WRITE_DOWN),
    Key("note", "n", "n", "note", "note", WRITE_DOWN),
    Key("appointment", "a", "a", "appointment", "appointment", WRITE_DOWN),
    Key("something", "s", "s", "asked for, promised, …", "more", WRITE_DOWN),
    Key("move", "down,up,j,k", "↑ ↓", "move", "move", IN_A_LIST),
    Key("open", "enter", "enter", "open", "open", IN_A_LIST),
    Key("page", "pagedown,pageup,home,end", "page keys", "a page, first, last", "page", IN_A_LIST),
    Key("type", "t", "t", "type (Journal)", "type", IN_A_LIST),
    Key("period", "p", "p", "period (Journal, Traits)", "period", IN_A_LIST),
    Key("narrow", "f", "f", "filters (Journal)", "filters", IN_A_LIST),
    Key("whose", "t", "t", "whose time (Traits)", "whose", IN_A_LIST),
    Key("own_trait", "a", "a", "add your own (Traits)", "add", IN_A_LIST),
    Key("how", "w", "w", "how this is worked out (Traits)", "how?", IN_A_LIST),
    Key("change", "e", "e", "change, what came of it", "change", IN_A_LIST),
    Key("delete", "d", "d", "delete", "delete", IN_A_LIST),
    Key("bring", "b", "b", "bring to review", "bring", IN_A_LIST),
    Key("before", "w", "w", "what it was before", "before", IN_A_LIST),
    Key("trash", "x", "x", "what was deleted (Journal)", "deleted", IN_A_LIST),
    Key("leave_out", "o", "o", "leave out, put back", "leave out", IN_A_LIST),
    Key("add_person", "a", "a", "add someone (Team)", "add", IN_A_LIST),
    Key("agreement", "g", "g", "what was agreed (Team)", "agreed", IN_A_LIST),
    Key("put_in", "space", "space", "put in or leave out (Review)", "in/out", IN_A_LIST),
    Key("reword", "e", "e", "reword (Review)", "reword", IN_A_LIST),
    Key("move_point", "shift+down,shift+up,J,K", "shift+↑↓", "move (Review)", "move", IN_A_LIST),
    Key("own_point", "a", "a", "add your own (Review)", "add", IN_A_LIST),
    Key("preview", "p", "p", "how it will read (Review)", "read", IN_A_LIST),
    Key("care_review", "g", "g", "when and who (Review)", "when", IN_A_LIST),
    Key("save_copy", "x", "x", "save a copy (Review)", "save", IN_A_LIST),
    Key("walk", "w", "w", "go through it together (Review)", "together", IN_A_LIST),
    Key("rehearse", "t", "t", "practise (Review)", "practise", IN_A_LIST),
    Key("letters", "l", "l", "letters (Review)", "letters", IN_A_LIST),
    Key("role", "o", "o", "what the role promises (Review)", "promised", IN_A_LIST),
    Key("shared", "h", "h", "what you shared (Review)", "shared", IN_A_LIST),
    Key("find", "slash", "/", "find", "find", ANY_TIME),
    Key("undo", "u", "u", "undo", "undo", ANY_TIME),
    Key("redo", "ctrl+r", "ctrl+r", "do it again", "redo", ANY_TIME),
    Key("hide", "0", "0", "hide the screen", "hide", ANY_TIME),
    Key("hide_typing", "ctrl+l", "ctrl+l", "hide while typing", "hide", ANY_TIME),
    Key("help_now", "exclamation_mark", "!", "help now", "help now", ANY_TIME),
    Key("help_now_typing", "ctrl+g", "ctrl+g", "help now while typing", "help, typing", ANY_TIME),
    Key("palette", "colon", ":", "find anything to do", "anything", ANY_TIME),
    Key("palette_typing", "ctrl+p", "ctrl+p", "the same while typing", "anything", ANY_TIME),
    Key("keys", "question_mark,f1", "?", "keys", "keys", ANY_TIME),
    Key("close", "ctrl+q", "ctrl+q", "close", "close", ANY_TIME),
    Key("move_up", "up,k", "↑", "up", "up", HERE),
    Key("move_down", "down,j", "↓", "down", "down", HERE),
    Key("page_up", "pageup", "page up", "a page up", "page up", HERE),
    Key("page_down", "pagedown", "page down", "a page down", "page down", HERE),
    Key("first", "home", "home", "to the first", "first", HERE),
    Key("last", "end", "end", "to the last", "last", HERE),
    Key("beside", "right,l", "→", "to what is beside it", "beside", HERE),
    Key("beside_back", "left,h", "←", "back from beside it", "back", HERE),
    Key("point_up", "shift+up,K", "shift+↑", "move it up", "move up", HERE),
    Key("point_down", "shift+down,J", "shift+↓", "move it down", "move down", HERE),
    Key("save", "ctrl+s", "ctrl+s", "save", "save", HERE),
    Key("enter_save", "enter", "enter", "save", "save", HERE),
    Key("more", "ctrl+n", "ctrl+n", "more lines", "more", HERE),
    Key("next_line", "tab", "tab", "next line", "next line", HERE),
    Key("cancel", "escape", "esc", "cancel", "cancel", HERE),
    Key("back_to_draft", "escape", "esc", "back, kept as a draft", "back, kept", HERE),
    Key("to_list", "enter", "enter", "go to the list", "list", HERE),
    Key("clear_line", "ctrl+u", "ctrl+u", "clear", "clear", HERE),
    Key("stop_finding", "escape", "esc", "stop finding", "stop", HERE),
    Key("forget_view", "ctrl+t", "ctrl+t", "forget the name", "forget", HERE),
    Key("put_back", "enter", "enter", "put it back", "put back", HERE),
    Key("replied_now", "enter", "enter", "they replied just now", "yes, just now", HERE),
    Key("earlier", "t", "t", "earlier than that, or more to say", "earlier", HERE),
    Key("no_longer", "x", "x", "no longer waiting", "stop", HERE),
    Key("did_not_happen", "x", "x", "it did not happen", "did not happen", HERE),
    Key("not_now", "d", "d", "not now", "not now", HERE),
    Key("another_visit", "o", "o", "another visit", "another", HERE),
    Key("yes", "y", "y", "yes", "yes", HERE),
    Key("partly", "p", "p", "partly", "partly", HERE),
    Key("no", "n", "n", "no", "no", HERE),
    Key("not_sure", "m", "m", "not sure", "not sure", HERE),
    Key("asked_today", "t", "t", "I asked today", "asked", HERE),
    Key("begin_letter", "a", "a", "begin a letter", "begin", HERE),
    Key("was_sent", "m", "m", "it was sent", "sent", HERE),
    Key("add_step", "a", "a", "what came of it", "came of it", HERE),
    Key("bring_along", "b", "b", "bring entries along", "bring", HERE),
    Key("take_along", "space,enter", "space", "put in or take out", "in, out", HERE),
    Key("skip", "s", "s", "skip", "skip", HERE),
    Key("go_back", "backspace", "backspace", "go back", "back", HERE),
    Key("question_before", "up", "↑", "question before", "before", HERE),
    Key("question_after", "down", "↓", "next question", "next", HERE),
    Key("arranged", "w", "w", "when and where", "when", HERE),
    Key("unlock", "enter", "enter", "open", "open", HERE),
    Key("open_this", "enter", "enter", "open this", "open", HERE),
    Key("read_round", "r", "r", "read what can be read", "read", HERE),
    Key("newest_backup", "b", "b", "the newest backup", "backup", HERE),
    Key("leave_damaged", "escape", "esc", "leave it as it is", "leave", HERE),
    Key("back_up_now", "b", "b", "back up now", "back up", HERE),
    Key("second_place", "s", "s", "a second place", "second place", HERE),
    Key("press_key", "enter", "enter", "choose a key", "choose", HERE),
    Key("usual_key", "x", "x", "usual key", "usual", HERE),
    Key("usual_keys", "a", "a", "all usual keys", "all usual", HERE),
    Key("try_key", "t", "t", "try a key", "try", HERE),
    Key("show_typed", "ctrl+r", "ctrl+r", "show what I type", "show", HERE),
    Key("offer", "ctrl+o", "ctrl+o", "words for me", "words", HERE),
    Key("forgotten", "ctrl+f,f1", "ctrl+f", "I have forgotten it", "forgotten", HERE),
    Key("next_step", "enter", "enter", "next", "next", HERE),
    Key("skip_step", "ctrl+s", "ctrl+s", "skip for now", "skip", HERE),
    Key("no_passphrase", "ctrl+n", "ctrl+n", "without one", "without", HERE),
    Key("stop_here", "escape", "esc", "stop here", "stop", HERE),
    Key("practise", "p", "p", "practise", "practise", HERE),
    Key("next_point", "space,enter,right,down,pagedown", "space", "next", "next", HERE),
    Key("point_before", "left,up,backspace,pageup", "←", "before", "before", HERE),
    Key("rests_on", "w", "w", "what it rests on", "why", HERE),
    Key("next_page", "right,l", "→", "next page", "page", HERE),
    Key("page_before", "left,h", "←", "page before", "before", HERE),
    Key("look_through", "v", "v", "look first", "look", HERE),
    Key("folder", "f", "f", "another folder", "folder", HERE),
    Key("other_name", "enter", "enter", "save it under that name", "save", HERE),
    Key("step_back", "shift+tab", "shift+tab", "back", "back", HERE),
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
