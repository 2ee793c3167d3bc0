"""Everything there is to do, go to and read, as offers: acts, people, traits, settings, help."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.screen import ModalScreen

from carecompanion.domain.lines import first_line
from carecompanion.domain.records import Person
from carecompanion.domain.settings import Settings
from carecompanion.domain.trait_words import TRAITS
from carecompanion.language import _
from carecompanion.sharing.help_topics import Topic, topics
from carecompanion.tui.acts import ACTS, NOT_OPEN, ON_A_TRAIT, ON_AN_ENTRY, WRITING, Act
from carecompanion.tui.here import active, here, run
from carecompanion.tui.keymap import IN_A_LIST, in_use
from carecompanion.tui.offer import HELP, ITS_TRAITS, PEOPLE, SETTINGS, Do, Offer
from carecompanion.tui.place import Place
from carecompanion.tui.why_not import why_not

if TYPE_CHECKING:
    from carecompanion.tui.app import CareCompanion

GROUPS: dict[str, str] = {IN_A_LIST: _("Look and change")}
"""Under which heading acts stand, where it is another than their group's."""
EVERYWHERE = ("help_now", "hide", "close", "keys")
"""The acts that the program itself has, wherever one is."""


def everything(app: "CareCompanion") -> list[Offer]:
    """All of it, each thing once; what cannot be done now says why."""
    beside = () if app.journal is None else (*_people(app), *_traits(app), *_settings(app))
    sheet = [offer for offer in here(app.screen) if offer.id not in (*ACTS, "back")]
    there: dict[str, Offer] = {}
    for offer in (*sheet, *_acts(app), *beside, *_help(app)):
        there.setdefault(offer.id, offer)
    return list(there.values())


def _acts(app: "CareCompanion") -> Iterator[Offer]:
    for name, act in ACTS.items():
        why, do = _way(app, name, act)
        key = in_use(name)
        yield Offer(name, act.words, do, key.shown, act.also, GROUPS.get(key.group, key.group), why)


def _way(app: "CareCompanion", name: str, act: Act) -> tuple[str, Do]:
    """Why an act cannot be done now, "" when it can; and how it is done."""
    place = _place(app)
    can = active(app.screen).get(name)
    if can is not None and (app.screen is not place or _own(app.screen, name) is None):
        return why_not(name, app.screen), partial(run, app, can)
    if name in EVERYWHERE:
        return "", partial(app.run_action, name)
    if app.journal is None or place is None:
        return NOT_OPEN, _nothing
    if not _can_be_left(app):
        return WRITING, _nothing
    if not act.place and _own(place, name) is None:
        return ON_A_TRAIT if name == "leave_out" else ON_AN_ENTRY, _nothing
    return why_not(name, place), partial(_there, app, name, act.place)


async def _there(app: "CareCompanion", name: str, at: str) -> None:
    """Do an act in the place where it is done, or on the place that shows."""
    await _leave_pages(app)
    if at and _own(app.screen, name) is None:
        await _to(app, at)
    binding = _own(app.screen, name)
    if binding is not None:
        await app.run_action(binding.action, app.screen)


def _people(app: "CareCompanion") -> Iterator[Offer]:
    for person in app.journal.book.people.values() if app.journal else ():
        yield _beside(
            app, Offer(person.id, first_line(person.name), partial(_show, app, person), "", person.role, PEOPLE)
        )


async def _show(app: "CareCompanion", person: Person) -> None:
    """Somebody in Team."""
    await _leave_pages(app)
    if isinstance(app.screen, Place):
        app.screen.show_in("team", person)


def _traits(app: "CareCompanion") -> Iterator[Offer]:
    own = app.journal.book.own_traits.values() if app.journal else ()
    names = {name: (words.name, words.meaning) for name, words in TRAITS.items()}
    for key, (name, also) in (*names.items(), *((each.id, (first_line(each.name), "")) for each in own)):
        yield _beside(app, Offer(f"trait {key}", name, partial(_whole, app, key), "", also, ITS_TRAITS))


async def _whole(app: "CareCompanion", trait: str) -> None:
    """A trait whole, over the five."""
    await _leave_pages(app)
    await _to(app, "traits")
    if isinstance(app.screen, Place) and (whole := app.screen.deeper(trait)) is not None:
        await app.push_screen(whole)


def _settings(app: "CareCompanion") -> Iterator[Offer]:
    """Everything that can be set: the rows of Safety and of Settings, what is on both once."""
    from carecompanion.tui import safety, settings

    if app.journal is None:
        return
    for row in safety.rows_of(app.journal, app.clock):
        if row.key not in ("privacy", "hiding"):  # a help topic too; in Settings too
            yield _row(app, "safety", row.key, row.words, "")
    for setting in settings.rows_of(app.journal, app):
        yield _row(app, "settings", setting.key, setting.words, f"{setting.why} {ALSO.get(setting.key, '')}")


ALSO = {
    "hints": "tips",
    "keyboard": _("shortcuts remap"),
    "reading": _("screen reader braille blind"),
    "theme": _("dark light contrast"),
}
"""What else a setting may be looked for by."""


def _row(app: "CareCompanion", page: str, row: str, words: str, also: str) -> Offer:
    return _beside(app, Offer(f"setting {row}", words, partial(_set, app, page, row), "", also, SETTINGS))


async def _set(app: "CareCompanion", page: str, row: str) -> None:
    """A row of Safety or Settings, opened."""
    await _leave_pages(app)
    await app.run_action(f"{page}({row!r})", app.screen)


def _help(app: "CareCompanion") -> Iterator[Offer]:
    settings = app.journal.book.settings if app.journal else Settings()
    for topic in topics(settings):
        yield Offer(f"help {topic.id}", topic.title, partial(_read, app, topic), "", topic.also, HELP)


async def _read(app: "CareCompanion", topic: Topic) -> None:
    """A page over whatever shows."""
    from carecompanion.tui.help_page import help_page

    await app.push_screen(help_page(topic))


def _beside(app: "CareCompanion", offer: Offer) -> Offer:
    """What leads elsewhere, which waits while something is being written here."""
    if _can_be_left(app):
        return offer
    return Offer(offer.id, offer.words, _nothing, offer.key, offer.also, offer.group, WRITING)


async def _to(app: "CareCompanion", place: str) -> None:
    """To a place, as its digit leads there: what is open deeper in it is left."""
    await app.switch_mode(place)
    while len(app.screen_stack) > 1:
        await app.pop_screen()


async def _leave_pages(app: "CareCompanion") -> None:
    while isinstance(app.screen, ModalScreen):
        await app.screen.dismiss(None)


def _can_be_left(app: "CareCompanion") -> bool:
    """Whether nothing is open but pages, on which nothing is being written."""
    over = [screen for screen in app.screen_stack if isinstance(screen, ModalScreen)]
    return _place(app) is not None and all(getattr(screen, "nothing_to_lose", False) for screen in over)


def _place(app: "CareCompanion") -> Place | None:
    """The place that shows, or is below what does."""
    return next((screen for screen in reversed(app.screen_stack) if isinstance(screen, Place)), None)


def _own(screen: object, name: str) -> Binding | None:
    """The binding by which a screen itself does an act, under whatever key."""
    kinds = (vars(kind).get("BINDINGS", ()) for kind in type(screen).__mro__)
    named = (each for bindings in kinds for each in bindings if isinstance(each, Binding) and each.id == name)
    return next(named, None)


async def _nothing() -> None:
    """What cannot be done now."""
