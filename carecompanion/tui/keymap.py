"""Every key of the program: what it is called, what it does in words, and where it works."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from textual.binding import Binding

from carecompanion.language import _
from carecompanion.tui.key_name import key_name

GO_TO, WRITE_DOWN, IN_A_LIST, ANY_TIME, HERE = _("Go to"), _("Write down"), _("In a list"), _("Any time"), _("Here")
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
    Key("today", "1", "1", _("Today"), _("Today"), GO_TO),
    Key("journal", "2", "2", _("Journal"), _("Journal"), GO_TO),
    Key("traits", "3", "3", _("Traits"), _("Traits"), GO_TO),
    Key("team", "4", "4", _("Team"), _("Team"), GO_TO),
    Key("review", "5", "5", _("Review"), _("Review"), GO_TO),
    Key("safety", "6", "6", _("Safety"), _("Safety"), GO_TO),
    Key("settings", "7", "7", _("Settings"), _("Settings"), GO_TO),
    Key("back", "escape", "esc", _("back"), _("back"), GO_TO),
    Key("contact", "c", "c", _("I got in touch"), _("contact"), WRITE_DOWN),
    Key("reply", "r", "r", _("they replied"), _("reply"), WRITE_DOWN),
    Key("visit", "v", "v", _("how a visit went"), _("visit"), WRITE_DOWN),
    Key("note", "n", "n", _("note"), _("note"), WRITE_DOWN),
    Key("appointment", "a", "a", _("appointment"), _("appointment"), WRITE_DOWN),
    Key("something", "s", "s", _("asked for, promised, …"), _("more"), WRITE_DOWN),
    Key("move", "down,up,j,k", "↑ ↓", _("move"), _("move"), IN_A_LIST),
    Key("open", "enter", "enter", _("open"), _("open"), IN_A_LIST),
    Key("page", "pagedown,pageup,home,end", _("page keys"), _("a page, first, last"), _("page"), IN_A_LIST),
    Key("type", "t", "t", _("type (Journal)"), _("type"), IN_A_LIST),
    Key("period", "p", "p", _("period (Journal, Traits)"), _("period"), IN_A_LIST),
    Key("narrow", "f", "f", _("filters (Journal)"), _("filters"), IN_A_LIST),
    Key("whose", "t", "t", _("whose time (Traits)"), _("whose"), IN_A_LIST),
    Key("own_trait", "a", "a", _("add your own (Traits)"), _("add"), IN_A_LIST),
    Key("how", "w", "w", _("how this is worked out (Traits)"), _("how?"), IN_A_LIST),
    Key("change", "e", "e", _("change, what came of it"), _("change"), IN_A_LIST),
    Key("delete", "d", "d", _("delete"), _("delete"), IN_A_LIST),
    Key("bring", "b", "b", _("bring to review"), _("bring"), IN_A_LIST),
    Key("before", "w", "w", _("what it was before"), _("before"), IN_A_LIST),
    Key("trash", "x", "x", _("what was deleted (Journal)"), _("deleted"), IN_A_LIST),
    Key("leave_out", "o", "o", _("leave out, put back"), _("leave out"), IN_A_LIST),
    Key("add_person", "a", "a", _("add someone (Team)"), _("add"), IN_A_LIST),
    Key("agreement", "g", "g", _("what was agreed (Team)"), _("agreed"), IN_A_LIST),
    Key("put_in", "space", "space", _("put in or leave out (Review)"), _("in/out"), IN_A_LIST),
    Key("reword", "e", "e", _("reword (Review)"), _("reword"), IN_A_LIST),
    Key("move_point", "shift+down,shift+up,J,K", "shift+↑↓", _("move (Review)"), _("move"), IN_A_LIST),
    Key("own_point", "a", "a", _("add your own (Review)"), _("add"), IN_A_LIST),
    Key("preview", "p", "p", _("how it will read (Review)"), _("read"), IN_A_LIST),
    Key("care_review", "g", "g", _("when and who (Review)"), _("when"), IN_A_LIST),
    Key("save_copy", "x", "x", _("save a copy (Review)"), _("save"), IN_A_LIST),
    Key("walk", "w", "w", _("go through it together (Review)"), _("together"), IN_A_LIST),
    Key("rehearse", "t", "t", _("practise (Review)"), _("practise"), IN_A_LIST),
    Key("letters", "l", "l", _("letters (Review)"), _("letters"), IN_A_LIST),
    Key("role", "o", "o", _("what the role promises (Review)"), _("promised"), IN_A_LIST),
    Key("shared", "h", "h", _("what you shared (Review)"), _("shared"), IN_A_LIST),
    Key("find", "slash", "/", _("find"), _("find"), ANY_TIME),
    Key("undo", "u", "u", _("undo"), _("undo"), ANY_TIME),
    Key("redo", "ctrl+r", "ctrl+r", _("do it again"), _("redo"), ANY_TIME),
    Key("hide", "0", "0", _("hide the screen"), _("hide"), ANY_TIME),
    Key("hide_typing", "ctrl+l", "ctrl+l", _("hide while typing"), _("hide"), ANY_TIME),
    Key("help_now", "exclamation_mark", "!", _("help now"), _("help now"), ANY_TIME),
    Key("help_now_typing", "ctrl+g", "ctrl+g", _("help now while typing"), _("help, typing"), ANY_TIME),
    Key("palette", "colon", ":", _("find anything to do"), _("anything"), ANY_TIME),
    Key("palette_typing", "ctrl+p", "ctrl+p", _("the same while typing"), _("anything"), ANY_TIME),
    Key("keys", "question_mark,f1", "?", _("keys"), _("keys"), ANY_TIME),
    Key("close", "ctrl+q", "ctrl+q", _("close"), _("close"), ANY_TIME),
    Key("move_up", "up,k", "↑", _("up"), _("up"), HERE),
    Key("move_down", "down,j", "↓", _("down"), _("down"), HERE),
    Key("page_up", "pageup", _("page up"), _("a page up"), _("page up"), HERE),
    Key("page_down", "pagedown", _("page down"), _("a page down"), _("page down"), HERE),
    Key("first", "home", "home", _("to the first"), _("first"), HERE),
    Key("last", "end", "end", _("to the last"), _("last"), HERE),
    Key("beside", "right,l", "→", _("to what is beside it"), _("beside"), HERE),
    Key("beside_back", "left,h", "←", _("back from beside it"), _("back"), HERE),
    Key("point_up", "shift+up,K", "shift+↑", _("move it up"), _("move up"), HERE),
    Key("point_down", "shift+down,J", "shift+↓", _("move it down"), _("move down"), HERE),
    Key("save", "ctrl+s", "ctrl+s", _("save"), _("save"), HERE),
    Key("enter_save", "enter", "enter", _("save"), _("save"), HERE),
    Key("more", "ctrl+n", "ctrl+n", _("more lines"), _("more"), HERE),
    Key("next_line", "tab", "tab", _("next line"), _("next line"), HERE),
    Key("cancel", "escape", "esc", _("cancel"), _("cancel"), HERE),
    Key("back_to_draft", "escape", "esc", _("back, kept as a draft"), _("back, kept"), HERE),
    Key("to_list", "enter", "enter", _("go to the list"), _("list"), HERE),
    Key("clear_line", "ctrl+u", "ctrl+u", _("clear"), _("clear"), HERE),
    Key("stop_finding", "escape", "esc", _("stop finding"), _("stop"), HERE),
    Key("forget_view", "ctrl+t", "ctrl+t", _("forget the name"), _("forget"), HERE),
    Key("put_back", "enter", "enter", _("put it back"), _("put back"), HERE),
    Key("replied_now", "enter", "enter", _("they replied just now"), _("yes, just now"), HERE),
    Key("earlier", "t", "t", _("earlier than that, or more to say"), _("earlier"), HERE),
    Key("no_longer", "x", "x", _("no longer waiting"), _("stop"), HERE),
    Key("did_not_happen", "x", "x", _("it did not happen"), _("did not happen"), HERE),
    Key("not_now", "d", "d", _("not now"), _("not now"), HERE),
    Key("another_visit", "o", "o", _("another visit"), _("another"), HERE),
    Key("yes", "y", "y", _("yes"), _("yes"), HERE),
    Key("partly", "p", "p", _("partly"), _("partly"), HERE),
    Key("no", "n", "n", _("no"), _("no"), HERE),
    Key("not_sure", "m", "m", _("not sure"), _("not sure"), HERE),
    Key("asked_today", "t", "t", _("I asked today"), _("asked"), HERE),
    Key("begin_letter", "a", "a", _("begin a letter"), _("begin"), HERE),
    Key("was_sent", "m", "m", _("it was sent"), _("sent"), HERE),
    Key("add_step", "a", "a", _("what came of it"), _("came of it"), HERE),
    Key("bring_along", "b", "b", _("bring entries along"), _("bring"), HERE),
    Key("take_along", "space,enter", "space", _("put in or take out"), _("in, out"), HERE),
    Key("skip", "s", "s", _("skip"), _("skip"), HERE),
    Key("go_back", "backspace", "backspace", _("go back"), _("back"), HERE),
    Key("question_before", "up", "↑", _("question before"), _("before"), HERE),
    Key("question_after", "down", "↓", _("next question"), _("next"), HERE),
    Key("arranged", "w", "w", _("when and where"), _("when"), HERE),
    Key("unlock", "enter", "enter", _("open"), _("open"), HERE),
    Key("open_this", "enter", "enter", _("open this"), _("open"), HERE),
    Key("read_round", "r", "r", _("read what can be read"), _("read"), HERE),
    Key("newest_backup", "b", "b", _("the newest backup"), _("backup"), HERE),
    Key("leave_damaged", "escape", "esc", _("leave it as it is"), _("leave"), HERE),
    Key("back_up_now", "b", "b", _("back up now"), _("back up"), HERE),
    Key("second_place", "s", "s", _("a second place"), _("second place"), HERE),
    Key("press_key", "enter", "enter", _("choose a key"), _("choose"), HERE),
    Key("usual_key", "x", "x", _("usual key"), _("usual"), HERE),
    Key("usual_keys", "a", "a", _("all usual keys"), _("all usual"), HERE),
    Key("try_key", "t", "t", _("try a key"), _("try"), HERE),
    Key("show_typed", "ctrl+r", "ctrl+r", _("show what I type"), _("show"), HERE),
    Key("offer", "ctrl+o", "ctrl+o", _("words for me"), _("words"), HERE),
    Key("forgotten", "ctrl+f,f1", "ctrl+f", _("I have forgotten it"), _("forgotten"), HERE),
    Key("next_step", "enter", "enter", _("next"), _("next"), HERE),
    Key("skip_step", "ctrl+s", "ctrl+s", _("skip for now"), _("skip"), HERE),
    Key("no_passphrase", "ctrl+n", "ctrl+n", _("without one"), _("without"), HERE),
    Key("stop_here", "escape", "esc", _("stop here"), _("stop"), HERE),
    Key("practise", "p", "p", _("practise"), _("practise"), HERE),
    Key("next_point", "space,enter,right,down,pagedown", "space", _("next"), _("next"), HERE),
    Key("point_before", "left,up,backspace,pageup", "←", _("before"), _("before"), HERE),
    Key("rests_on", "w", "w", _("what it rests on"), _("why"), HERE),
    Key("next_page", "right,l", "→", _("next page"), _("page"), HERE),
    Key("page_before", "left,h", "←", _("page before"), _("before"), HERE),
    Key("look_through", "v", "v", _("look first"), _("look"), HERE),
    Key("folder", "f", "f", _("another folder"), _("folder"), HERE),
    Key("other_name", "enter", "enter", _("save it under that name"), _("save"), HERE),
    Key("step_back", "shift+tab", "shift+tab", _("back"), _("back"), HERE),
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
