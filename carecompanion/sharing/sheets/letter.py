"""A letter as it is written: a line or a box to each part, with a hint; what was typed in the last one comes along."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import get_args

from carecompanion.domain.book import Book
from carecompanion.domain.concern_routes import COUNTRIES, ONLY, country
from carecompanion.domain.letter_words import ASKED_IN, PARTS, PartName, hint, kind_words
from carecompanion.domain.records import Brought, Letter, Record
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Option, WordsAsk
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.domain.timeline import entry_for
from carecompanion.domain.vocabulary import LetterKind, WrittenIn
from carecompanion.language import _, ngettext
from carecompanion.sharing.routes import route_of
from carecompanion.sharing.sheets.letter_sent import WHICH_COUNTRY

KEYS: Mapping[LetterKind, str] = {"change": "c", "concern": "r", "care_plan": "p", "in_touch": "g", "thanks": "t"}
WHERE = (Option("e", "england", _("England")), Option("w", "wales", _("Wales")), Option("n", "", _("not said")))
TO_HINT = _("Whom it is to; below that their address, if it goes by post.")
KEPT = _("It is yours until you send it. Nothing is sent from here.")


class LetterSheet(Sheet):
    """Which parts are asked follows the kind; one that has words is asked in any."""

    NAME = "letter"
    SOMETIMES = ("happened_on", *PARTS)
    was: Letter | None

    def __init__(
        self,
        book: Book,
        now: datetime,
        *,
        was: Letter | None = None,
        ways: Mapping[str, str] | None = None,
        brought: tuple[Brought, ...] = (),
        kind: LetterKind = "change",
    ) -> None:
        super().__init__(book, now, was=was, ways=ways)
        self._begins = was or _begun(book, now, kind, brought)
        self._to = self._begins.to or ""
        """Whom it was filled in with last."""

    def heading(self) -> str:
        """What is being written."""
        return _("A letter") if self.was is None else _("Your letter")

    def own_asks(self) -> Iterator[Ask]:
        """Which letter, to and from whom, and its parts."""
        was = self._begins
        kinds = [Option(key, kind, kind_words(kind, self.book.settings)) for kind, key in KEYS.items()]
        label, asked = _("This is to"), _("What is the letter to do?")
        yield ChoiceAsk(name="kind", label=label, held=was.kind, options=kinds, must=True, aloud=asked)
        only = ONLY[self.book.settings.nation]
        if only is None or was.written_in not in (None, only):
            countries = _countries(was.written_in)
            label = _("Service in")
            held = was.written_in or ""
            yield ChoiceAsk(name="written_in", label=label, held=held, options=countries, aloud=WHICH_COUNTRY)
        yield WordsAsk(name="to", label=_("To"), held=was.to or "")
        yield Ask(name="my_name", label=_("Your name"), held=was.my_name or "", hint=_("as you sign"))
        reach, asked = _("such as: text 07700 900123"), _("How can they reach you?")
        yield Ask(name="reach_me", label=_("Reach you by"), held=was.reach_me or "", hint=reach, aloud=asked)
        named, asked = _("its name, and where it is"), _("Which service?")
        yield Ask(name="service", label=_("Service"), held=was.service or "", hint=named, aloud=asked)
        began, asked = _("the day it began, if you like"), _("On which day did it happen?")
        yield self.on("happened_on", _("Happened on"), was.happened_on, hint=began, aloud=asked)
        for name, part in PARTS.items():
            yield WordsAsk(name=name, label=part.label, held=getattr(was, name) or "", aloud=part.aloud)

    @property
    def kind(self) -> LetterKind:
        """Which letter it is."""
        return next(kind for kind in get_args(LetterKind) if kind == self.value("kind"))

    def needed(self, name: str) -> bool:
        """What the kind asks for, and whatever has words."""
        if name in PARTS:
            return name in ASKED_IN[self.kind] or bool(self.value(name))
        return name != "happened_on" or self.kind not in ("care_plan", "thanks") or bool(self.value(name))

    def hint(self, name: str) -> str:
        """What to write in a line, as the kind and the country have it."""
        if name == "to":
            return f"{TO_HINT}{self._first_help()}"
        part: PartName | None = next((part for part in PARTS if part == name), None)
        return hint(self.kind, part) if part else super().hint(name)

    def follow(self, name: str) -> None:
        """Another kind may usually go to somebody else."""
        usual = self.usual_to() if name == "kind" else None
        if usual is not None:
            self.typed = {**self.typed, "to": usual}

    def usual_to(self) -> str | None:
        """Whom the last letter of this kind was to, where nobody was typed; None where all stays as it is."""
        usual = last_to(self.book, self.kind) or ""
        if self.was is not None or usual == self._to or self.value("to") != self._to.strip():
            return None
        self._to = usual
        return usual

    def outcome(self) -> Pieces:
        """That nothing leaves this computer."""
        return (KEPT,) if self._begins.sent_at is None else ()

    def written(self) -> Written:
        """The letter."""
        begins = self._begins
        fields = {name: self.words(name, name) for name in ("to", "my_name", "reach_me", "service", *PARTS)}
        letter = self.made(
            Letter,
            kind=self.kind,
            begun_on=begins.begun_on,
            written_in=self._written_in,
            happened_on=self.past_day("happened_on"),
            brought=begins.brought,
            **fields,
        )
        return Written((letter,), KEPT if self.was is None else _("Your letter is changed."))

    @property
    def _written_in(self) -> WrittenIn | None:
        return self.one_of("written_in", COUNTRIES) if self.has("written_in") else self._begins.written_in

    def _first_help(self) -> str:
        """Where to get help first with a concern."""
        where = self._written_in
        if where is None or self.kind not in ("concern", "change"):
            return ""
        return _(" First help: {said}.").format(said=route_of(where).first_help.said)


def last_to(book: Book, kind: LetterKind) -> str | None:
    """Whom the last letter of a kind was to, with the address."""
    letters = (each for each in book.letters.values() if each.kind == kind and (each.to or "").strip())
    last = max(letters, key=lambda each: (each.begun_on, each.id), default=None)
    return last.to if last else None


def _first_day(brought: tuple[Brought, ...], book: Book, now: datetime) -> date | None:
    """The day of the earliest of some entries; None without any that has been."""
    return min((day for day in _days(brought, book) if day <= book.day_of(now)), default=None)


def can_rest_on(entry: Record, shared: Book) -> bool:
    """Whether an entry can stand in a letter: it is in what may be shared, with all it belongs to."""
    return shared.record(entry.id) is not None


def resting_on(letter: Letter, entries: Iterable[str], book: Book, now: datetime) -> Letter:
    """The letter with the entries of these ids; where it has no day yet, that of the first of them."""
    brought = tuple(Brought(entry_id=key) for key in entries)
    return replace(letter, brought=brought, happened_on=letter.happened_on or _first_day(brought, book, now))


def are_in(many: int) -> str:
    """How many entries are in."""
    if not many:
        return _("No entries are in yet.")
    return ngettext("{many} entry is in.", "{many} entries are in.", many).format(many=many)


def _begun(book: Book, now: datetime, kind: LetterKind, brought: tuple[Brought, ...]) -> Letter:
    """A letter as it begins: with what the last one had that stays, and the day of the first entry it rests on."""
    last = max(book.letters.values(), key=lambda each: (each.begun_on, each.id), default=None)
    begun = Letter(
        id="",
        kind=kind,
        begun_on=book.day_of(now),
        written_in=country(book),
        to=last_to(book, kind),
        happened_on=_first_day(brought, book, now),
        brought=brought,
    )
    return replace(begun, my_name=last.my_name, reach_me=last.reach_me, service=last.service) if last else begun


def _days(brought: tuple[Brought, ...], book: Book) -> Iterator[date]:
    for each in brought:
        record = book.record(each.entry_id)
        if record is not None:
            yield entry_for(record, book).day


def _countries(this: WrittenIn | None) -> list[Option]:
    """England or Wales; and where a letter's service is now, when that is elsewhere."""
    elsewhere = [Option("o", this, COUNTRIES[this])] if this in ("scotland", "northern_ireland") else []
    return [*WHERE, *elsewhere]
