"""Filling a sheet in line by line, and keeping what it comes to; what is cut off on the way is kept half-written."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from carecompanion.asking import CLEARS, Asker, Ended, Stuck, named, now
from carecompanion.backups import back_up_daily
from carecompanion.domain.book import LIST_NAMES
from carecompanion.domain.names import at_start
from carecompanion.domain.sheets.asks import (
    ELSE,
    Ask,
    ChoiceAsk,
    SeveralAsk,
    Unclear,
    WhoAsk,
    WordsAsk,
)
from carecompanion.domain.sheets.check_in import STILL_AHEAD, CheckInSheet, QuestionAsk
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Sheet
from carecompanion.domain.visit_questions import SKIPPED, Question
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.sharing.plain_lines import stopped

if TYPE_CHECKING:
    from carecompanion.store import Journal

COMMANDS = {
    "appointment": _("carecompanion add appointment writes down what is planned."),
    "planned": _("carecompanion add appointment writes down what is planned."),
    "somebody": _("carecompanion add person adds someone."),
    "answered": _("with yes, partly or no"),
    "how_it_went": _("with carecompanion add visit"),
    "put_back": _("carecompanion leave-out puts it back."),
    "came_of_it": _("carecompanion change does that."),
    "once_sent": _("Say so once it is sent."),
    "no_words": _("An empty line leaves them as they were, and carecompanion review --change also deletes the point."),
}
"""By which commands the acts are reached that a sheet speaks of."""

HOW = _("An empty line leaves a line as it is, and - empties it.")
MORE = _("Is there more to say?")
FILLED_IN = _("What was half-written before is filled in.")
HALF_WRITTEN = _(
    "What you wrote is kept as half-written: the same command brings it back, and so does its sheet on the screens."
)
CUT_OFF = _("Nothing was kept: the answers ended too early.")
UNDO = _("carecompanion undo takes it back.")
UNCHANGED = _("Nothing was changed.")
BY_LETTER = _("Please answer with a letter, or with the beginning of the words.")
MINUTES = re.compile(r"(\d{1,3}) ?(?:m|min|mins|minutes)?", re.ASCII)


def write(asker: Asker, journal: "Journal", sheet: Sheet, at: datetime) -> str:
    """Ask what a sheet asks and keep it; answers with what was kept and what that means. Raises Declined."""
    return keep(journal, fill_in(asker, journal, sheet), sheet, at)


def fill_in(asker: Asker, journal: "Journal", sheet: Sheet) -> Written:
    """What the answers come to. Raises Declined, with what was half-written kept, when they end or cannot be read."""
    sheet.begin()
    draft = journal.draft(sheet.draft_name)
    lead = [stopped(sheet.lead)] if sheet.lead else []
    asker.tell(stopped(" – ".join(filter(None, sheet.heading().split("   ")))), *lead, HOW)
    if draft is not None:
        sheet.fill(draft)
        asker.tell(FILLED_IN)
    try:
        return _filled(asker, sheet)
    except Ended:
        raise Declined(_left(journal, sheet, CUT_OFF)) from None
    except Stuck as stuck:
        raise Declined(_left(journal, sheet, _("Nothing was kept. {stuck}").format(stuck=stuck))) from None


def keep(journal: "Journal", written: Written, sheet: Sheet, at: datetime) -> str:
    """Keep what a sheet came to, as the screens do."""
    there = (journal.book.list(LIST_NAMES[type(record)]).get(record.id) == record for record in written.records)
    if sheet.changes_nothing or (not written.without and all(there)):
        journal.drop_draft(sheet.draft_name)
        return UNCHANGED
    journal.keep(*written.records, without=written.without, at=at)
    journal.drop_draft(sheet.draft_name)
    return kept(_("Saved. {said}").format(said=written.said), journal, at)


def kept(said: str, journal: "Journal", at: datetime) -> str:
    """What was kept, how it is taken back, and what there is to say of the day's backup."""
    return " ".join(filter(None, (said, UNDO, back_up_daily(journal, at))))


def _left(journal: "Journal", sheet: Sheet, sentence: str) -> str:
    half = sheet.half_written()
    if half is None:
        return sentence
    journal.keep_draft(sheet.draft_name, half)
    return f"{sentence} {HALF_WRITTEN}"


def _filled(asker: Asker, sheet: Sheet) -> Written:
    for ask in sheet.lines.values():
        if not ask.more:
            _ask(asker, sheet, ask)
    if any(ask.more for ask in sheet.lines.values()) and asker.yes(MORE):
        for ask in sheet.lines.values():
            if ask.more:
                _ask(asker, sheet, ask)
    while True:
        try:
            return sheet.written()
        except Unclear as unclear:
            asker.again(str(unclear))
            _ask(asker, sheet, _line_of(sheet, unclear.field))
        except ValueError as nonsense:  # a record that makes no sense, in a sentence
            raise Stuck(str(nonsense)) from None


def _ask(asker: Asker, sheet: Sheet, ask: Ask) -> None:
    """Ask one line, until nothing stands against what it holds."""
    while sheet.needed(ask.name):
        before = sheet.typed
        given = dict(_answers(asker, sheet, ask))
        sheet.typed = {**before, **given}
        trouble = _trouble(sheet, ask) if any(before[name] != text for name, text in given.items()) else ""
        if not trouble:
            sheet.follow(ask.name)
            echo = ask.echo(given[ask.name], sheet.book, sheet.now)
            asker.tell(*([_("That is {echo}.").format(echo=echo.removeprefix("= "))] if echo else []))
            return
        asker.again(trouble)
        sheet.typed = before


def _answers(asker: Asker, sheet: Sheet, ask: Ask) -> Iterator[tuple[str, str]]:
    """What is answered, by the names of the lines."""
    held = sheet.typed.get(ask.name, "")
    match ask:
        case QuestionAsk():
            yield ask.name, _of_visit(asker, sheet, ask, held)
        case WhoAsk():
            chosen = asker.choice(_question(sheet, ask), ask.options, held) if ask.people else ELSE
            yield ask.name, chosen
            if chosen == ELSE:
                called = _("What are they called: {hint}").format(hint=ask.hint)
                question = called if ask.people else _question(sheet, ask)
                yield ask.other, asker.words(question, sheet.typed.get(ask.other, ""))
        case SeveralAsk():
            several = asker.several(_question(sheet, ask), ask.options, [each for each in held.split(",") if each])
            yield ask.name, ",".join(several)
        case ChoiceAsk():
            yield ask.name, asker.choice(_question(sheet, ask), ask.offered, held) if ask.options else held
        case WordsAsk():
            yield ask.name, asker.long_words(_question(sheet, ask), held)
        case _:
            yield ask.name, asker.words(_question(sheet, ask), held)


def _of_visit(asker: Asker, sheet: Sheet, ask: QuestionAsk, held: str) -> str:
    """What is answered about a visit: one of three words, minutes where they can be said, or that it is skipped."""
    question = ask.question
    stands = now(question.said(held, ask.planned_minutes)) if held else ""
    asker.tell(f"{question.asked} {stands}".rstrip())
    asker.tell(*(f"{option.key}. {option.words}" for option in question.options))
    if question.number:
        asker.tell(stopped(at_start(question.number)))
    while True:
        given = asker.answer().strip().casefold()
        read = _read(given, question) if given else held or SKIPPED
        if read is None:
            asker.again(BY_LETTER)
        elif isinstance(sheet, CheckInSheet) and question.minutes == "minutes_late" and _is_ahead(sheet, read):
            asker.again(STILL_AHEAD)
        else:
            return read


def _read(given: str, question: Question) -> str | None:
    """A letter or minutes; None when it is neither."""
    minutes = MINUTES.fullmatch(given)
    if minutes and question.minutes is not None:
        return str(int(minutes[1]))
    if given.isdigit():
        return None
    found = named(given, question.options)
    return SKIPPED if given == CLEARS else found[0].key if len(found) == 1 else None


def _is_ahead(sheet: CheckInSheet, given: str) -> bool:
    return given.isdigit() and sheet.is_still_ahead(int(given))


def _trouble(sheet: Sheet, ask: Ask) -> str:
    """What stands against what a line holds; "" when nothing does, or only something on another line."""
    try:
        sheet.written()
    except Unclear as unclear:
        return str(unclear) if unclear.field in ask.holds else ""
    except ValueError:
        return ""
    return ""


def _line_of(sheet: Sheet, field: str) -> Ask:
    return next(ask for ask in sheet.lines.values() if field in ask.holds)


def _question(sheet: Sheet, ask: Ask) -> str:
    """As in "About: a few words, if you like", "On which day? The day, if you like"."""
    asked = ask.aloud or ask.asks or ask.label
    if isinstance(ask, WhoAsk) and ask.people:
        return asked
    hint = sheet.hint(ask.name)
    hint = at_start(hint) if asked.endswith("?") else hint
    return f"{asked}{'' if asked.endswith('?') else ':'} {hint}" if hint else asked
