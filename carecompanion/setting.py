"""The settings command: each said with what it is for, or one of them changed."""

import argparse

from carecompanion import options
from carecompanion.asking import CLEARS, Asker, Ended, Say, Stuck
from carecompanion.backups import back_up_daily
from carecompanion.domain.settings_lines import SETTINGS, changed, said
from carecompanion.filling import UNDO
from carecompanion.options import Declined
from carecompanion.sharing.plain_lines import harmless, stopped

HOW = "carecompanion settings NAME VALUE changes one, and without VALUE it is asked for."
NOTHING_CHANGED = "Nothing was changed"
CUT_OFF = f"{NOTHING_CHANGED}: the answers ended too early."


def settings(asked: argparse.Namespace, say: Say) -> str:
    """Every setting, or one of them changed; answers with what it is now. Raises Declined."""
    now, asker = options.clock(asked)(), Asker(say)
    with options.unlocked(asked) as journal:
        was = journal.book.settings
        if asked.name is None:
            lines = (f"{name}: {stopped(said(was, name))} {each.why}" for name, each in SETTINGS.items())
            return "\n".join((*map(harmless, lines), HOW))
        given = _given(asked, asker, said(was, asked.name))
        try:
            new = changed(was, asked.name, given, journal.book.day_of(now))
        except ValueError as nonsense:
            raise Declined(f"{NOTHING_CHANGED}. {nonsense}") from None
        is_now = harmless(f"{SETTINGS[asked.name].name}: {stopped(said(new, asked.name))}")
        if new == was:
            return f"{NOTHING_CHANGED}. {is_now}"
        journal.keep(settings=new, at=now)
        return " ".join(filter(None, ("Saved.", is_now, UNDO, back_up_daily(journal, now))))


def _given(asked: argparse.Namespace, asker: Asker, now: str) -> str:
    """The value from the command, or else what is answered."""
    if asked.value is not None:
        return str(asked.value)
    setting = SETTINGS[asked.name]
    asker.tell(f"{setting.name}: {setting.why}", stopped(f"Now: {now}"))
    try:
        given = asker.answer()
    except (Ended, Stuck):
        raise Declined(CUT_OFF) from None
    if not given.strip():
        raise Declined(f"{NOTHING_CHANGED}.")
    return given if given.strip() != CLEARS else CLEARS
