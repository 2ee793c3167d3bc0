"""Help topics: short pages of plain words, told as the README tells them, or taken from the rules.

A key stands as its act's id in braces: whoever shows a topic puts in the key the act has now.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from carecompanion.domain.measures import MEASURES
from carecompanion.domain.settings import Settings
from carecompanion.domain.trait_words import LEVELS, TRAITS
from carecompanion.domain.trait_words import MEASURES as MEASURE_WORDS
from carecompanion.domain.working_out import MEANINGS, WAITS_RULE, rule_of
from carecompanion.language import _
from carecompanion.sharing.privacy import PARTS, TITLE


@dataclass(frozen=True, slots=True, repr=False)
class Topic:
    """A page: its title, other words it is looked for by, and its paragraphs, each below a heading or none."""

    id: str
    title: str
    also: str
    paragraphs: tuple[tuple[str, str], ...]


TOLD: tuple[Topic, ...] = (
    Topic(
        "begin",
        _("How to begin"),
        _("start first help"),
        (
            (
                _("You got in touch"),
                _(
                    "Got in touch with them? Press {contact}, then {open}: a text, to your co-ordinator, just now. The "
                    "line above the keys says by when they agreed to reply. Other ways and people "
                    "have a letter or a digit "
                    "of their own."
                ),
            ),
            (_("They replied"), _("They replied? {reply}, then {open}.")),
            (
                _("A visit"),
                _(
                    "After a visit press {visit} and answer five questions with {yes}, {partly}, {no} or {skip} (yes, "
                    "partly, no, skip), then {open}. A number typed at the first two is minutes: "
                    "how late it began, how "
                    "long it lasted."
                ),
            ),
            (
                _("The rest"),
                _(
                    "{something} is for the rest: what you asked for, what somebody promised and by "
                    "when, a change, news "
                    "the team needs to know, somebody away, a new co-ordinator."
                ),
            ),
        ),
    ),
    Topic(
        "drafts",
        _("What a draft is, and when things are saved"),
        _("save lost words half-written crash"),
        (
            (
                "",
                _(
                    "Everything is saved as you go. {cancel} never loses words: what is "
                    "half-written is kept every second, "
                    "through a crash or a power cut too, and is there when you open that sheet again."
                ),
            ),
        ),
    ),
    Topic(
        "hiding",
        _("How hiding works"),
        _("lock private blank screen minutes"),
        (
            (
                "",
                _(
                    "{hide} hides the screen at once. After five minutes without a key it hides by "
                    "itself; a line says so "
                    "half a minute before, and any key keeps it open. Hidden, only the time shows. "
                    "Any key leads to your "
                    "passphrase, and from there to where you were."
                ),
            ),
        ),
    ),
    Topic(
        "undo",
        _("How undo works, and getting back what was deleted"),
        _("mistake wrong delete restore trash"),
        (
            (
                _("Undo"),
                _(
                    "{undo} takes back what was done or set last, and says what that was. It goes "
                    "on as far back as you "
                    "like, also after closing and opening again. {redo} does it again."
                ),
            ),
            (
                _("Deleting"),
                _(
                    "{delete} says what deleting an entry changes, and {delete} once more deletes "
                    "it. {trash} in Journal "
                    "shows what was deleted: {open} puts it back in its place, {delete} deletes it for good."
                ),
            ),
            (
                _("Changes"),
                _("An entry that was changed says when, and {before} on its page shows what it was before."),
            ),
        ),
    ),
    Topic(
        "finding",
        _("How finding works"),
        _("search look filter"),
        (
            (
                "",
                _(
                    "{find} from anywhere looks for words as you type them, in everything you wrote and in names: the "
                    "beginning of a word is enough, in any order, with or without accents."
                ),
            ),
        ),
    ),
    Topic(
        "when",
        _("What you can type as a time"),
        _("date day hour when"),
        (
            (
                "",
                _(
                    "In “When” lines type what you would say: just now, 20 min ago, 9:15, half past "
                    "9, yesterday 4pm, mon "
                    "10:15, 5/3 (day before month), 5 March 9am; below the line stands what was understood."
                ),
            ),
        ),
    ),
)
"""What the README tells too; a test compares them."""


def topics(settings: Settings) -> Iterator[Topic]:
    """Every page, the first ones first."""
    yield from TOLD
    for trait, words in TRAITS.items():
        figures = [measure.id for measure in MEASURES if measure.trait == trait]
        told = tuple((MEASURE_WORDS[figure].said, rule_of(figure, settings)) for figure in figures)
        yield Topic(
            f"trait {trait}",
            _("How “{name}” is worked out").format(name=words.name),
            _("{meaning} trait figures").format(meaning=words.meaning),
            told,
        )
    yield Topic(
        "waits", _("How soon replies came, and how that is worked out"), _("wait reply time"), (("", WAITS_RULE),)
    )
    levels = tuple(
        (LEVELS[word].capitalize(), _("This {meaning}").format(meaning=meaning)) for word, meaning in MEANINGS.items()
    )
    yield Topic("words", _("How the words for a figure are chosen"), _("usually sometimes sure level"), levels)
    protects = tuple((part.heading, point) for part in PARTS for point in part.points)
    yield Topic("privacy", TITLE, _("private safe encrypted secret"), protects)
