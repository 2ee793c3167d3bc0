"""Every place and sheet of the program, by the keys that lead there from Today, and what is offered there."""

from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from textual.screen import Screen
from textual.widgets import Input, Static

from carecompanion import tui
from carecompanion.tui.keymap import Key, in_use
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.place import Place
from tests.tui.driving import Session

PLACES: dict[str, tuple[str, str]] = {
    "today": ("", "Today"),
    "today, an entry": ("down", "Today"),
    "today, what is asked": ("end", "Today"),
    "journal": ("2", "JournalPlace"),
    "finding": ("2 slash l", "JournalPlace"),
    "found": ("2 slash l enter", "JournalPlace"),
    "nothing found": ("2 slash z z z enter", "JournalPlace"),
    "an entry": ("2 enter", "Page"),
    "bringing": ("3 b", "BringSheet"),
    "what to show": ("2 f", "NarrowSheet"),
    "deleting": ("2 d", "Asking"),
    "trash, empty": ("2 x", "Trash"),
    "traits": ("3", "Traits"),
    "own trait in hand": ("3 end", "Traits"),
    "working out": ("3 w", "Page"),
    "own trait": ("3 a", "OwnTraitSheet"),
    "a trait": ("3 enter", "TraitWhole"),
    "a trait, an entry": ("3 enter end", "TraitWhole"),
    "evidence": ("3 enter enter", "Evidence"),
    "leaving out": ("3 enter end o", "LeaveOutSheet"),
    "team": ("4", "Team"),
    "a person": ("4 enter", "Page"),
    "somebody new": ("4 a", "PersonSheet"),
    "changing somebody": ("4 e", "PersonSheet"),
    "agreement": ("4 g", "AgreementSheet"),
    "review": ("5", "Review"),
    "saving a copy": ("5 x", "SaveSheet"),
    "looking first": ("5 x v", "ReadingPage"),
    "how it reads": ("5 p", "ReadingPage"),
    "going through": ("5 w", "Walk"),
    "practising": ("5 t", "Practise"),
    "letters": ("5 l", "Letters"),
    "a new letter": ("5 l a", "LetterSheet"),
    "a letter": ("5 l down enter", "LetterPage"),
    "a letter, changing": ("5 l down enter e", "LetterSheet"),
    "a letter, what came": ("5 l down enter a", "StepSheet"),
    "a letter, sent": ("5 l enter m", "SentSheet"),
    "bringing along": ("5 l down enter b", "BringAlong"),
    "what the role promises": ("5 o", "RolePage"),
    "a promise of the role": ("5 o enter", "RoleSheet"),
    "shared": ("5 h", "Shared"),
    "review, when": ("5 g", "CareReviewSheet"),
    "own point": ("5 a", "OwnPointSheet"),
    "rewording": ("5 e", "RewordSheet"),
    "settings": ("7", "Settings"),
    "colours": ("7 enter", "ThemeSheet"),
    "shapes": ("7 down enter", "ShapesSheet"),
    "role word": ("7 down down enter", "RoleWordSheet"),
    "nation": ("7 down down down enter", "NationSheet"),
    "closed days": ("7 down down down down enter", "ClosedDaysSheet"),
    "late": ("7 down down down down down enter", "LateGraceSheet"),
    "gap": ("7 down down down down down down enter", "GapGraceSheet"),
    "reading mode": ("7 down down down down down down down down enter", "ReadingSheet"),
    "hints": ("7 down down down down down down down down down enter", "HintsSheet"),
    "safety": ("6", "Safety"),
    "a passphrase": ("6 enter l", "AddPassphrase"),
    "a new code": ("6 down enter", "NewCode"),
    "checking the code": ("6 down down enter", "CodeCheck"),
    "backups": ("6 down down down enter", "Backups"),
    "a second place": ("6 down down down enter s", "PlaceSheet"),
    "hiding": ("6 end up enter", "HidingSheet"),
    "privacy": ("6 end enter", "Page"),
    "contact": ("c", "ContactSheet"),
    "which reply": ("r", "WhichReply"),
    "reply": ("r t", "ReplyForm"),
    "closing": ("r x", "ClosingForm"),
    "visit": ("v", "CheckIn"),
    "visit, a number": ("v 5", "CheckIn"),
    "visit, answered": ("v y y y y y", "CheckIn"),
    "changing how it went": ("2 t t e", "CheckInAgain"),
    "did not happen": ("v x", "DidNotHappen"),
    "another visit": ("v o", "WhichVisit"),
    "a visit not in the journal": ("v o down enter", "UnplannedVisit"),
    "note": ("n", "NotePage"),
    "appointment": ("a", "AppointmentSheet"),
    "changing an appointment": ("2 t t down e", "AppointmentSheet"),
    "asked": ("s", "AskedSheet"),
    "promise": ("s p", "PromiseSheet"),
    "change": ("s c", "ChangeSheet"),
    "update": ("s n", "UpdateSheet"),
    "absence": ("s w", "AbsenceSheet"),
    "handover": ("s h", "HandoverSheet"),
    "help now": ("exclamation_mark", "HelpNow"),
    "what can be done": ("question_mark", "Choosing"),
    "everything": ("colon", "Choosing"),
    "help": ("colon u n d o space w o r k s enter", "Page"),
    "keys": ("colon o w n space k e y s enter", "OwnKeyboard"),
    "pressing a key": ("colon o w n space k e y s enter enter", "PressKey"),
    "trying a key": ("colon o w n space k e y s enter t", "TryKey"),
    "what is deleted": ("2 d d x", "Trash"),
}
"""Each by its name: the keys that lead there from Today in a program begun anew, and the class of its screen."""


OF_THE_LINE = {"enter_save", "next_line", "to_list", "clear_line", "next_step", "open", "move", "page", "step_back"}
"""What the line or the list in hand does itself, under a key of the same name."""

ANOTHER_NAME = {
    "stop_finding": "back",
    "back_to_draft": "cancel",
    "put_back": "open",
    "press_key": "open",
    "replied_now": "open",
    "move_point": "point_down",
    "stop_here": "cancel",
}
"""What an act is called where it means something else than elsewhere."""

BESIDE = {"saving a copy": "5 pages", "looking first": "of 5"}
"""What is worked out beside a screen, and said there once it is known."""

ELSEWHERE: dict[str, str] = {
    "StyledOnce, Place, Looking, BesideReview, FromReview, LeadsOn, Form": "others are built on it",
    "KeySheet, KeyPressed, SettingSheet, ChoiceSheet, TryingSheet, Something": "others are built on it",
    "TooSmall, Opening": "in place of others for as long as there is no room, or until the journal is open",
    "ReviewDay": "the sheet of an appointment, while a review has no day",
}
"""The screens that no keys lead to from here, each with the reason."""


def screens() -> list[type[Screen[Any]]]:
    """Every class of a screen that the program has."""
    for module in walk_packages(tui.__path__, "carecompanion.tui."):
        import_module(module.name)
    found: dict[type[Screen[Any]], None] = {}
    waiting: list[Any] = [Screen]
    while waiting:
        for each in waiting.pop().__subclasses__():
            if each not in found:
                found[each] = None
                waiting.append(each)
    return [each for each in found if each.__module__.startswith("carecompanion.")]


async def go(session: Session, name: str) -> None:
    """From wherever, nothing typed, to a place or a sheet."""
    for _ in range(8):
        if isinstance(session.app.screen, Place) and len(session.app.screen_stack) == 1:
            break
        await session.press("escape")
    for key in ("2", "escape", "escape", "1", "home"):
        await session.pilot.press(key)
    await walk(session, name)


async def walk(session: Session, name: str) -> None:
    """From Today to a place or a sheet, until it is there, and what is worked out beside it is said."""
    keys, screen = PLACES[name]
    *before, last = keys.split() or ("home",)
    await session.press(*before)
    await session.press(last)
    if name in BESIDE:
        await session.until(BESIDE[name])
    assert type(session.app.screen).__name__ == screen, f"{name}: {type(session.app.screen).__name__}"


def bar(session: Session) -> KeyBar:
    """The last line of the screen that shows."""
    return session.app.screen.query(KeyBar).last(KeyBar)


def hints(session: Session) -> list[tuple[int, range, Key]]:
    """What it offers: the line, the columns and the act of each hint that is drawn."""
    bar(session).render()
    return list(bar(session)._reach)


def untrue(session: Session) -> list[str]:
    """The hints that are drawn and do nothing here."""
    active = session.app.screen.active_bindings
    by_id = {each.binding.id for each in active.values() if each.enabled}
    focused = session.app.focused
    of_a_line = {"enter_save", "next_step", "unlock"} if isinstance(focused, Choice | Input) else set()
    wrong = []
    for _row, _reach, key in hints(session):
        keys = set(in_use(key.id).keys.split(","))
        is_of_the_line = key.id in OF_THE_LINE and bool(keys & active.keys())
        if ANOTHER_NAME.get(key.id, key.id) not in by_id and key.id not in of_a_line and not is_of_the_line:
            wrong.append(key.id)
    return wrong


def cut_words(session: Session) -> list[str]:
    """What stands around the lines of a sheet and has more rows than show."""
    app, screen = session.app, session.app.screen
    around = [each for name in ("title", "outcome") for each in screen.query(f"#{name}").results(Static)]
    needed = {each.id: each.get_content_height(app.size, app.size, each.content_size.width) for each in around}
    return [str(each.id) for each in around if each.display and needed[each.id] > each.content_size.height]


def cut(session: Session) -> list[str]:
    """What should be in sight and is not: the line itself, its first hint, the way to all others."""
    line, shown = bar(session), [key.id for _, _, key in hints(session)]
    first = next(iter(line.offered), None)
    lost = [name for name in (first, "keys") if name in line.offered and name not in shown]
    is_whole = line.region.y >= 0 and line.region.bottom <= session.app.size.height and line.region.height
    return lost if is_whole else [*lost, "the line"]
