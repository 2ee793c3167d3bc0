"""The review itself: who is to be there, the days it looks at, and when a copy came."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period, period
from carecompanion.domain.records import CareReview
from carecompanion.domain.review_words import span_words
from carecompanion.domain.sheets.asks import TODAY, Ask, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.language import _
from carecompanion.sharing.deciding import care_review
from carecompanion.sharing.review_pages import Prepared


class CareReviewSheet(Sheet):
    """Who is to be there, the days it looks at, and when a copy of what was written down came."""

    NAME = "care_review"
    was: CareReview | None

    def __init__(
        self, found: Prepared, usual: Period, book: Book, now: datetime, *, ways: Mapping[str, str] | None = None
    ) -> None:
        self._review = care_review(found, book, now)
        super().__init__(book, now, was=book.reviews.get(self._review.id), ways=ways)
        self._usual, self._since = usual, span_words(usual)
        self._is_since_review = period("since_review", found.review.book, now) == usual

    @property
    def draft_name(self) -> str:
        """One draft, whichever review is in hand."""
        return self.NAME

    def heading(self) -> str:
        """What is being written down."""
        return _("Your review")

    def asks(self) -> Iterator[Ask]:
        """Who, from when to when, the copy."""
        was = self._review
        who, asked = _("names, or who they are to you"), _("Who do you want there?")
        yield Ask(name="who_there", label=_("I want there"), held=was.who_there or "", hint=who, aloud=asked)
        usual, asked = _("as usual"), _("From which day does it look back?")
        yield self.on("first_day", _("Looks from"), was.first_day, hint=usual, aloud=asked)
        asked = _("Up to which day?")
        yield self.on("last_day", _("to"), was.last_day, hint=TODAY, either=True, aloud=asked)
        copy, asked = _("the day, once it has come"), _("When did your copy come?")
        yield self.on("copy", _("Copy came"), was.copy_received_on, hint=copy, aloud=asked)

    def outcome(self) -> Pieces:
        """The days it looks at."""
        try:
            days = self._days()
        except Unclear:
            return ()
        if days is None:
            told = _("since the last review") if self._is_since_review else _("the last 3 months")
            return (_("It looks at {since}: {told}.").format(since=self._since, told=told),)
        return (_("It looks at {span_words}.").format(span_words=span_words(days)),)

    @property
    def changes_nothing(self) -> bool:
        """Whether nothing was typed."""
        return self.is_untouched("who_there", "first_day", "last_day", "copy")

    def written(self) -> Written:
        """The review."""
        days, copy = self._days(), self.past_day("copy")
        fields = {
            "appointment_id": self._review.appointment_id,
            "first_day": days.first if days else None,
            "last_day": days.last if days else None,
            "who_there": self.words("who_there", "who_there"),
            "copy_received_on": copy,
        }
        made = self.made(CareReview, **fields)
        return Written((made,), _("It looks at {days}.").format(days=span_words(days) if days else self._since))

    def _days(self) -> Period | None:
        """The days that were typed, one filled in where the other was not; None without any. Raises Unclear."""
        first, last = self.past_day("first_day"), self.day("last_day")
        if first is None and last is None:
            return None
        first, last = first or self._usual.first, last or self.today
        if last < first:
            raise Unclear("last_day", _("That is before the first day."))
        return Period(first, last)
