"""The words for letters: what each kind asks, its parts with a gentle hint each, and what steps are called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from carecompanion.domain.lines import first_line
from carecompanion.domain.names import DETERMINERS, with_role
from carecompanion.domain.records import Letter
from carecompanion.domain.settings import Settings
from carecompanion.domain.vocabulary import LetterKind, LetterStepKind, Route

PartName = Literal["happened", "involved", "affected", "look_into", "wanted", "enclosed"]


@dataclass(frozen=True, slots=True)
class PartWords:
    """One part of a letter: its heading there, what its box is called, and a hint on what to write."""

    heading: str
    label: str
    hint: str


PARTS: Mapping[PartName, PartWords] = {
    "happened": PartWords("What happened", "What happened", "Plain facts: when and where, in the order they came."),
    "involved": PartWords("Who was involved", "Who was involved", "Names or roles, as far as you know them."),
    "affected": PartWords("How it affected me", "How it affected you", "What it meant for you, in your own words."),
    "look_into": PartWords(
        "What I would like you to look into", "What to look into", "The questions you want an answer to."
    ),
    "wanted": PartWords(
        "What I would like to happen",
        "What you would like to happen",
        "Something definite that can be done helps most.",
    ),
    "enclosed": PartWords("What I enclose", "What you enclose", "Copies of letters or notes, if you send any."),
}
"""What a letter holds beside names, places and days."""

ASKED_IN: Mapping[LetterKind, tuple[PartName, ...]] = {
    "change": ("happened", "affected", "wanted"),
    "concern": ("happened", "involved", "affected", "look_into", "wanted", "enclosed"),
    "care_plan": ("wanted",),
    "in_touch": ("happened", "affected", "wanted"),
    "thanks": ("happened", "affected"),
}
"""The parts each kind asks for; one that has words shows in any kind."""

HINTS: Mapping[tuple[LetterKind, PartName], str] = {
    ("change", "happened"): "What has not been working. Plain facts help more than blame.",
    ("change", "wanted"): "Such as: to meet somebody new, and a handover.",
    ("care_plan", "wanted"): "Such as: by post, or at our next visit.",
    ("in_touch", "happened"): "How it goes now, if you like to say so.",
    ("in_touch", "wanted"): "Such as: a reply within 2 working days, and who covers.",
    ("thanks", "happened"): "What was good, and when.",
    ("thanks", "affected"): "What a difference it made.",
}
"""Hints that differ from the usual one."""

BEGUN: Mapping[LetterStepKind, str] = {
    "acknowledged": "They said they have it",
    "met": "You met about it",
    "answered": "They answered in full",
    "settled": "It was settled",
    "next_stage": "You took it to the next stage",
    "withdrawn": "You withdrew it",
    "other": "Something else happened",
}
"""What each step was, as a sentence."""

SENT_BY: Mapping[Route, str] = {
    "letter": "by post",
    "email": "by email",
    "in_person": "handed over",
    "online": "online",
}
"""How a letter goes."""


@dataclass(frozen=True, slots=True, repr=False)
class KindWords:
    """What one kind of letter is: as its title, to choose, as it begins, and as what its contact is about.

    `{role}` stands for the person's own word for the role.
    """

    subject: str
    choice: str
    opening: str
    about: str


KINDS: Mapping[LetterKind, KindWords] = {
    "change": KindWords(
        "Asking for a change of {role}",
        "ask for a change of {role}",
        "I am writing to ask for a change of {role}.",
        "asking for a change of {role}",
    ),
    "concern": KindWords(
        "Raising a concern", "raise a concern", "I am writing to raise a concern.", "raising a concern"
    ),
    "care_plan": KindWords(
        "Asking for a copy of my care plan",
        "ask for my care plan",
        "Please could I have a copy of my care plan.",
        "asking for my care plan",
    ),
    "in_touch": KindWords(
        "Agreeing how and how soon we get in touch",
        "agree how we get in touch",
        "I would like us to agree how we get in touch, and how soon I can expect a reply.",
        "how we get in touch",
    ),
    "thanks": KindWords("Thank you", "say thank you", "I am writing to say thank you.", "thank you"),
}


def subject(kind: LetterKind, settings: Settings) -> str:
    """What a letter is about, as its title: "Asking for a change of care co-ordinator"."""
    return with_role(KINDS[kind].subject, settings)


def kind_words(kind: LetterKind, settings: Settings) -> str:
    """A kind to choose: "ask for a change of care co-ordinator"."""
    return with_role(KINDS[kind].choice, settings)


def opening(kind: LetterKind, settings: Settings) -> str:
    """How a letter begins."""
    return with_role(KINDS[kind].opening, settings)


def about(kind: LetterKind, settings: Settings) -> str:
    """What the contact is about that sending a letter begins."""
    return with_role(KINDS[kind].about, settings)


def hint(kind: LetterKind, part: PartName) -> str:
    """What to write in a part of a letter of that kind."""
    return HINTS.get((kind, part), PARTS[part].hint)


def to_whom(letter: Letter) -> str:
    """Whom a letter is to, inside a sentence: "Dana", "the team manager, Elm House"; "" for nobody in particular."""
    line = first_line(letter.to or "").rstrip(" ,")
    first, _, rest = line.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in DETERMINERS and rest else line


def parts_of(letter: Letter) -> Iterator[tuple[PartName, str]]:
    """The parts of a letter that have words, in its order."""
    for name in PARTS:
        words = getattr(letter, name)
        if words and words.strip():
            yield name, words
