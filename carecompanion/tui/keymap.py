"""Every key of the program: what it is called, what it does in words, and where it works."""

from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

Group = Literal["Go to", "Write down", "In a list", "Any time", "In Review", "Here"]


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
    Key("back", "escape", "esc", "back", "back", "Go to"),
    Key("contact", "c", "c", "I got in touch", "contact", "Write down"),
    Key("reply", "r", "r", "they replied", "reply", "Write down"),
    Key("visit", "v", "v", "how a visit went", "visit", "Write down"),
    Key("note", "n", "n", "note", "note", "Write down"),
    Key("appointment", "a", "a", "appointment", "appointment", "Write down"),
    Key("something", "s", "s", "asked for, promised, …", "more", "Write down"),
    Key("move", "up,down,k,j", "↑ ↓", "move", "move", "In a list"),
    Key("open", "enter", "enter", "open", "open", "In a list"),
    Key("page", "pageup,pagedown,home,end", "page keys", "a page, first, last", "page", "In a list"),
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
    Key("find", "slash", "/", "find", "find", "Any time"),
    Key("undo", "u", "u", "undo", "undo", "Any time"),
    Key("redo", "ctrl+r", "ctrl+r", "do it again", "redo", "Any time"),
    Key("hide", "0", "0", "hide the screen", "hide", "Any time"),
    Key("hide_typing", "ctrl+l", "ctrl+l", "hide while typing", "hide", "Any time"),
    Key("help_now", "exclamation_mark", "!", "help now", "help now", "Any time"),
    Key("help_now_typing", "ctrl+g", "ctrl+g", "help now while typing", "help, typing", "Any time"),
    Key("keys", "question_mark,f1", "?", "keys", "keys", "Any time"),
    Key("close", "ctrl+q", "ctrl+q", "close", "close", "Any time"),
    Key("put_in", "space", "space", "put in or leave out", "in/out", "In Review"),
    Key("reword", "e", "e", "reword", "reword", "In Review"),
    Key("move_point", "shift+up,shift+down,K,J", "shift+↑↓", "move", "move", "In Review"),
    Key("own_point", "a", "a", "add your own", "add", "In Review"),
    Key("preview", "p", "p", "how it will read", "read", "In Review"),
    Key("care_review", "g", "g", "when and who", "when", "In Review"),
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
    Key("show_typed", "ctrl+r", "ctrl+r", "show what I type", "show", "Here"),
    Key("offer", "ctrl+o", "ctrl+o", "words for me", "words", "Here"),
    Key("forgotten", "ctrl+f,f1", "ctrl+f", "I have forgotten it", "forgotten", "Here"),
    Key("next_step", "enter", "enter", "next", "next", "Here"),
    Key("skip_step", "ctrl+s", "ctrl+s", "skip for now", "skip", "Here"),
    Key("no_passphrase", "ctrl+n", "ctrl+n", "without one", "without", "Here"),
    Key("stop_here", "escape", "esc", "stop here", "stop", "Here"),
    Key("step_back", "shift+tab", "shift+tab", "back", "back", "Here"),
)

BY_ID = {key.id: key for key in KEYS}


def bind(id_: str, action: str, words: str | None = None, *, priority: bool = False) -> Binding:
    """The binding of a named key to an action; `words` where the act is called otherwise here."""
    key = BY_ID[id_]
    return Binding(key.keys, action, words or key.words, key_display=key.shown, id=id_, show=False, priority=priority)
