"""A letter was sent: how and when, and by when an answer is due. That begins a contact, which waits on Today."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from carecompanion.domain.concern_routes import COUNTRIES, ConcernRoute, country
from carecompanion.domain.contradictions import against
from carecompanion.domain.letter_words import SENT_BY
from carecompanion.domain.moments import by_words
from carecompanion.domain.names import at_start
from carecompanion.domain.records import Letter
from carecompanion.domain.sending import letter_due_at, sent, sent_at
from carecompanion.domain.sheets.asks import NOW, MomentAsk, moment_text
from carecompanion.domain.vocabulary import Route, WrittenIn
from carecompanion.language import _
from carecompanion.sharing.routes import route_of
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.when import When

HOW: dict[Route, str] = {"letter": "p", "email": "e", "in_person": "h", "online": "o"}
WHERE = (Option("e", "england", _("England")), Option("w", "wales", _("Wales")))
THANKED = _("A thank-you letter waits for nothing.")
WITHOUT_TIME = _("No reply time is agreed, so it waits without a time.")
AHEAD = _("That is still ahead. Press this once it is sent.")
BEFORE = _("A reply to it is older than that.")


class SentSheet(Form):
    """`was` is the letter: the sheet is filled in from how it was sent, if it was."""

    NAME = "letter_sent"
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("save")), "next_line")
    was: Letter

    def heading(self) -> str:
        """What is being written down."""
        return _("You sent this letter")

    def lines(self) -> ComposeResult:
        """How, when, and where its service is when that is needed and not known."""
        was = self.was
        ways = [Option(key, route, at_start(SENT_BY[route])) for route, key in HOW.items()]
        known = was.route if was.route in HOW else "letter"
        yield Field(_("How"), Choice(ways, known, id="how"))
        if was.kind == "concern" and country(self.book, was) is None:
            yield Field(_("Service in"), Choice(WHERE, None, id="written_in"))
        at = sent_at(was, self.book)
        held = NOW if at is None else moment_text(at, self.book)
        yield When(MomentAsk(name="when", label=_("When"), held=held, at=at), self.book, self.now)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """What is waited for from now on, and until when."""
        if self.was.kind == "thanks":
            return (THANKED,)
        at = self.query_one(When).moment_so_far
        route = self._route()
        if at is None or (self.was.kind == "concern" and route is None):
            return ()
        due = letter_due_at(self.book, self.was, at, route)
        if due is None:
            return (WITHOUT_TIME,)
        said = (
            _("They usually say that they have it") if self.was.kind == "concern" else _("A reply is due, as agreed,")
        )
        return f"{said} ", (_("by {by_words}").format(by_words=by_words(due, self.now, self.book.zone)), "bold"), "."

    def written(self) -> Written:
        """The letter as sent, and the contact that waits."""
        at = self.query_one(When).moment
        if at > self.now:
            raise Unclear("when", AHEAD)
        route = self._route()
        if self.was.kind == "concern" and route is None:
            raise Unclear("written_in", _("Is the service in England or in Wales? The days differ."))
        how = next(route for route in HOW if route == self.value("how"))
        records = sent(self.was, how, at, route, self.book, self.now)
        for _clash in against(self.book, *records):
            raise Unclear("when", BEFORE)
        words = "".join(piece if isinstance(piece, str) else piece[0] for piece in self.outcome())
        return Written(records, words)

    def _route(self) -> ConcernRoute | None:
        where = country(self.book, self.was)
        if where is None and self.query("#written_in"):
            where = self._chosen()
        return route_of(where) if where else None

    def _chosen(self) -> WrittenIn | None:
        return next((where for where in COUNTRIES if where == self.value("written_in")), None)
