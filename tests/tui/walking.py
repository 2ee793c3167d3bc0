"""Every place and sheet of the program, by the keys that lead there from Today, and what its last line offers there."""

from collections.abc import Sequence

from carecompanion.tui.keymap import Key
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.place import Place
from tests.tui.driving import Session

PLACES: dict[str, Sequence[str]] = {
    "today": (),
    "today, an entry": ("down",),
    "today, what is asked": ("end",),
    "journal": ("2",),
    "finding": ("2", "slash", "l"),
    "found": ("2", "slash", "l", "enter"),
    "nothing found": ("2", "slash", "z", "z", "z", "enter"),
    "an entry": ("2", "enter"),
    "what to show": ("2", "f"),
    "deleting": ("2", "d"),
    "trash, empty": ("2", "x"),
    "traits": ("3",),
    "own trait in hand": ("3", "end"),
    "working out": ("3", "w"),
    "own trait": ("3", "a"),
    "a trait": ("3", "enter"),
    "a trait, an entry": ("3", "enter", "end"),
    "evidence": ("3", "enter", "enter"),
    "leaving out": ("3", "enter", "end", "o"),
    "team": ("4",),
    "a person": ("4", "enter"),
    "somebody new": ("4", "a"),
    "changing somebody": ("4", "e"),
    "agreement": ("4", "g"),
    "review": ("5",),
    "saving a copy": ("5", "x"),
    "going through": ("5", "w"),
    "practising": ("5", "t"),
    "letters": ("5", "l"),
    "a new letter": ("5", "l", "n"),
    "what the role promises": ("5", "o"),
    "shared": ("5", "h"),
    "review, when": ("5", "g"),
    "own point": ("5", "a"),
    "rewording": ("5", "e"),
    "settings": ("7",),
    "colours": ("7", "enter"),
    "safety": ("6",),
    "a passphrase": ("6", "enter", "l"),
    "a new code": ("6", "down", "enter"),
    "checking the code": ("6", "down", "down", "enter"),
    "backups": ("6", "down", "down", "down", "enter"),
    "a second place": ("6", "down", "down", "down", "enter", "s"),
    "hiding": ("6", "end", "up", "enter"),
    "privacy": ("6", "end", "enter"),
    "contact": ("c",),
    "which reply": ("r",),
    "reply": ("r", "t"),
    "closing": ("r", "x"),
    "visit": ("v",),
    "visit, a number": ("v", "5"),
    "visit, answered": ("v", "y", "y", "y", "y", "y"),
    "did not happen": ("v", "x"),
    "another visit": ("v", "o"),
    "note": ("n",),
    "appointment": ("a",),
    "asked": ("s",),
    "promise": ("s", "p"),
    "change": ("s", "c"),
    "update": ("s", "n"),
    "absence": ("s", "w"),
    "handover": ("s", "h"),
    "help now": ("exclamation_mark",),
    "what can be done": ("question_mark",),
    "everything": ("colon",),
    "help": ("colon", *"undo", "space", *"works", "enter"),
    "keys": ("colon", *"own", "space", *"keys", "enter"),
    "pressing a key": ("colon", *"own", "space", *"keys", "enter", "enter"),
    "trying a key": ("colon", *"own", "space", *"keys", "enter", "t"),
}


async def go(session: Session, name: str) -> None:
    """From wherever, nothing typed, to a place or a sheet."""
    for _ in range(8):
        if isinstance(session.app.screen, Place) and len(session.app.screen_stack) == 1:
            break
        await session.press("escape")
    for key in ("2", "escape", "escape", "1", "home"):
        await session.pilot.press(key)
    await session.press(*PLACES[name])


def bar(session: Session) -> KeyBar:
    """The last line of the screen that shows."""
    return session.app.screen.query(KeyBar).last(KeyBar)


def hints(session: Session) -> list[tuple[int, range, Key]]:
    """What it offers: the line, the columns and the act of each hint that is drawn."""
    bar(session).render()
    return list(bar(session)._reach)
