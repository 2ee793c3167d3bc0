"""A letter was sent: how and when, and by when an answer is due. That begins a contact, which waits on Today."""

from collections.abc import Iterator

from carecompanion.domain.concern_routes import COUNTRIES, ConcernRoute, country
from carecompanion.domain.contradictions import against
from carecompanion.domain.letter_words import SENT_BY
from carecompanion.domain.moments import by_words
from carecompanion.domain.names import at_start
from carecompanion.domain.records import Letter
from carecompanion.domain.sending import letter_due_at, sent, sent_at
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.domain.vocabulary import Route
from carecompanion.language import _
from carecompanion.sharing.routes import route_of

HOW: dict[Route, str] = {"letter": "p", "email": "e", "in_person": "h", "online": "o"}
WHERE = (Option("e", "england", _("England")), Option("w", "wales", _("Wales")))
WHICH_COUNTRY = _("In which country is the service?")
THANKED = _("A thank-you letter waits for nothing.")
WITHOUT_TIME = _("No reply time is agreed, so it waits without a time.")
BEFORE = _("A reply to it is older than that.")


class SentSheet(Sheet):
    """`was` is the letter: the sheet is filled in from how it was sent, if it was."""

    NAME = "letter_sent"
    was: Letter

    def heading(self) -> str:
        """What is being written down."""
        return _("You sent this letter")

    def asks(self) -> Iterator[Ask]:
        """How, when, and where its service is when that is needed and not known."""
        was = self.was
        ways = [Option(key, route, at_start(SENT_BY[route])) for route, key in HOW.items()]
        known = was.route if was.route in HOW else "letter"
        yield ChoiceAsk(name="how", label=_("How"), held=known, options=ways, aloud=_("How was it sent?"))
        if was.kind == "concern" and country(self.book, was) is None:
            yield ChoiceAsk(name="written_in", label=_("Service in"), options=WHERE, must=True, aloud=WHICH_COUNTRY)
        yield self.when(sent_at(was, self.book))

    def outcome(self) -> Pieces:
        """What is waited for from now on, and until when."""
        if self.was.kind == "thanks":
            return (THANKED,)
        at, route = self.moment_so_far(), self._route()
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
        at = self.moment()
        if at > self.now:
            raise Unclear("when", _("That is still ahead. {ways}").format(ways=self.ways["once_sent"]))
        route = self._route()
        if self.was.kind == "concern" and route is None:
            raise Unclear("written_in", _("Is the service in England or in Wales? The days differ."))
        how = next(route for route in HOW if route == self.value("how"))
        records = sent(self.was, how, at, route, self.book, self.now)
        for _clash in against(self.book, *records):
            raise Unclear("when", BEFORE)
        return Written(records, self.outcome_words())

    def _route(self) -> ConcernRoute | None:
        where = country(self.book, self.was) or self.one_of("written_in", COUNTRIES)
        return route_of(where) if where else None
