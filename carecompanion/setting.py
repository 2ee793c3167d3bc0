"""The settings command: each said with what it is for, or one of them changed."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion import options
from carecompanion.asking import CLEARS, TOO_EARLY, YES_OR_NO, Asker, Say, or_declined
from carecompanion.domain.choice_lines import CHOICES
from carecompanion.domain.settings_lines import SETTINGS, changed, said
from carecompanion.filling import kept
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.sharing.plain_lines import harmless, stopped

if TYPE_CHECKING:
    from carecompanion.store import Journal

HOW = _("carecompanion settings NAME VALUE changes one, and without VALUE it is asked for.")
NOTHING_CHANGED = _("Nothing was changed")
SECOND_PLACE = "second-place"
NO_FOLDER = "none"


@dataclass(frozen=True)
class Held:
    """One thing that is set: what it is called and for, how it is now, and what keeps another value of it."""

    name: str
    why: str
    now: Callable[[], str]
    keep: Callable[[str], None]
    is_yes_or_no: bool = False


def settings(asked: argparse.Namespace, say: Say) -> str:
    """Every setting, or one of them changed; answers with what it is now. Raises Declined."""
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal:
        there = dict(_held(journal, now))
        if asked.name is None:
            lines = (f"{name}: {stopped(each.now())} {each.why}" for name, each in there.items())
            return "\n".join((*map(harmless, lines), HOW))
        each = there[asked.name]
        was = each.now()
        given = str(asked.value) if asked.value is not None else _given(each, asker)
        try:
            each.keep(given)
        except ValueError as nonsense:
            raise Declined(f"{NOTHING_CHANGED}. {nonsense}") from None
        is_now = harmless(f"{each.name}: {stopped(each.now())}")
        if each.now() == was:
            return f"{NOTHING_CHANGED}. {is_now}"
        return kept(f"{_('Saved.')} {is_now}", journal, now)


def _held(journal: "Journal", now: datetime) -> Iterator[tuple[str, Held]]:
    """What is set, by the names a command gives it."""
    for name, setting in SETTINGS.items():
        yield name, Held(setting.name, setting.why, partial(_said, journal, name), partial(_set, journal, now, name))
    for name, line in CHOICES.items():
        chosen, keep = partial(_chosen, journal, name), partial(_choose, journal, now, name)
        yield name, Held(line.name, line.why, chosen, keep, line.is_yes_or_no)
    why = _("A stick, or a folder that is copied elsewhere: each backup goes there too, when it is there.")
    yield SECOND_PLACE, Held(_("A second place for backups"), why, partial(_place, journal), partial(_put, journal))


def _said(journal: "Journal", name: str) -> str:
    return said(journal.book.settings, name)


def _set(journal: "Journal", now: datetime, name: str, typed: str) -> None:
    new = changed(journal.book.settings, name, typed, journal.book.day_of(now))
    if new != journal.book.settings:
        journal.keep(settings=new, at=now)


def _chosen(journal: "Journal", name: str) -> str:
    return CHOICES[name].said(journal.choices())


def _choose(journal: "Journal", now: datetime, name: str, typed: str) -> None:
    line, was = CHOICES[name], journal.choices()
    new = line.read(typed, was)
    if line.said({**was, **new}) != line.said(was):
        journal.keep(chosen=new, at=now)


def _place(journal: "Journal") -> str:
    place = journal.second_place()
    return str(place.folder) if place else NO_FOLDER


def _put(journal: "Journal", typed: str) -> None:
    """Another folder, or none; one that is set already stays with what is known of it."""
    given = typed.strip()
    folder = None if given in ("", CLEARS, NO_FOLDER) else Path(given).expanduser().absolute()
    if _place(journal) != (NO_FOLDER if folder is None else str(folder)):
        journal.set_second_place(folder)


def _given(each: Held, asker: Asker) -> str:
    """What is answered, where the command gave no value."""
    with or_declined(NOTHING_CHANGED, TOO_EARLY):
        if each.is_yes_or_no:
            return asker.choice(f"{each.name}: {each.why}", YES_OR_NO, each.now())
        asker.tell(f"{each.name}: {each.why}", stopped(_("Now: {now}").format(now=each.now())))
        given = asker.answer()
    if not given.strip():
        raise Declined(f"{NOTHING_CHANGED}.")
    return given if given.strip() != CLEARS else CLEARS
