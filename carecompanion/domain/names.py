"""What people are called: by their short names, in sentences and at their start."""

from datetime import date

from carecompanion.domain.book import Book
from carecompanion.domain.lines import first_line
from carecompanion.domain.records import Appointment, Person
from carecompanion.domain.settings import Settings
from carecompanion.language import _

TITLES = {"dr", "mr", "mrs", "miss", "ms", "mx", "prof", "professor", "sister", "nurse", "rev", "sir", "dame"}
"""A name that begins with one of these is said whole."""

PLACES = {
    *("desk", "team", "line", "service", "office", "reception", "hub", "ward"),
    *("clinic", "surgery", "practice", "pharmacy", "unit", "house", "centre"),
}
"""A name that ends with one of these is no person's: it is said whole, with "the" inside a sentence."""

DETERMINERS = {"the", "a", "an", "my", "our", "your", "their", "his", "her"}
NOBODY_NAMED = _("the team")


def short_name(person: Person, book: Book) -> str:
    """The first name where it is enough; else the whole: with a title, of a place or role, or shared by two people."""
    words = person.name.split()
    if (
        len(words) < 2
        or _plain(words[0]) in TITLES
        or words[0] in DETERMINERS
        or _is_place(words)
        or not words[-1][:1].isupper()
    ):
        return person.name.strip()
    others = (other for other in book.people.values() if other.id != person.id)
    shared = any(other.name.split()[:1] and _plain(other.name.split()[0]) == _plain(words[0]) for other in others)
    return person.name.strip() if shared else words[0]


def who(book: Book, person_id: str | None, said: str | None = None) -> str:
    """Somebody inside a sentence: "Dana", "Dr Okafor", "the duty desk"; "the team" when nobody was named."""
    name = _name(book, person_id, said)
    words = name.split()
    if not _is_place(words) or words[0].lower() in DETERMINERS:
        return name or NOBODY_NAMED
    first = words[0].lower() if words[0].istitle() else words[0]
    return " ".join(("the", first, *words[1:]))


def called(book: Book, person_id: str | None, said: str | None = None) -> str:
    """Somebody on their own, or at the start of a sentence: "Dana", "Duty desk", "The team"."""
    return at_start(_name(book, person_id, said) or NOBODY_NAMED)


def visitor(appointment: Appointment, book: Book) -> str:
    """Whoever an appointment is with, inside a sentence."""
    return who(book, appointment.person_id, appointment.with_)


def at_start(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def role_line(person: Person, book: Book, day: date) -> str:
    """What somebody is in the team on a day: "Care co-ordinator, CPN", "Psychiatrist"."""
    role = person.role.strip()
    if book.coordinator_on(day) != person:
        return at_start(role)
    own = role_word(book.settings)
    return at_start(own) if not role or _plain(role) == _plain(own) else f"{at_start(own)}, {role}"


def role_word(settings: Settings) -> str:
    """What the person calls the one who looks after their care."""
    return settings.role_word.strip() or Settings().role_word


def with_role(words: str, settings: Settings) -> str:
    """The words with that in place of "{role}", on one line."""
    return words.replace("{role}", first_line(role_word(settings)))


def _name(book: Book, person_id: str | None, said: str | None) -> str:
    person = book.people.get(person_id) if person_id else None
    return short_name(person, book) if person else " ".join((said or "").split())


def _is_place(words: list[str]) -> bool:
    return bool(words) and _plain(words[-1]) in PLACES


def _plain(word: str) -> str:
    return word.strip(".,").casefold()
