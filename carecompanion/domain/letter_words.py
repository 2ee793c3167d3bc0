"""The words for letters: what each kind asks, its parts with a gentle hint each, and what steps are called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from carecompanion.domain.lines import first_line
from carecompanion.domain.names import DETERMINERS, with_role
from carecompanion.domain.records import Letter
from carecompanion.domain.settings import Settings
from carecompanion.domain.vocabulary import LetterKind, LetterStepKind, Route
from carecompanion.language import _

PartName = Literal["happened", "involved", "affected", "look_into", "wanted", "enclosed"]


@dataclass(frozen=True, slots=True)
class PartWords:
    """One part of a letter: its heading there, what its box is called, a hint on what to write, and its question."""

    heading: str
    label: str
    hint: str
    aloud: str


PARTS: Mapping[PartName, PartWords] = {
    "happened": PartWords(
        _("What happened"),
        _("What happened"),
        _("Plain facts: when and where, in the order they came."),
        _("What happened?"),
    ),
    "involved": PartWords(
        _("Who was involved"),
        _("Who was involved"),
        _("Names or roles, as far as you know them."),
        _("Who was involved?"),
    ),
    "affected": PartWords(
        _("How it affected me"),
        _("How it affected you"),
        _("What it meant for you, in your own words."),
        _("How did it affect you?"),
    ),
    "look_into": PartWords(
        _("What I would like you to look into"),
        _("What to look into"),
        _("The questions you want an answer to."),
        _("What would you like them to look into?"),
    ),
    "wanted": PartWords(
        _("What I would like to happen"),
        _("What you would like to happen"),
        _("Something definite that can be done helps most."),
        _("What would you like to happen?"),
    ),
    "enclosed": PartWords(
        _("What I enclose"),
        _("What you enclose"),
        _("Copies of letters or notes, if you send any."),
        _("What do you enclose?"),
    ),
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
    ("change", "happened"): _("What has not been working. Plain facts help more than blame."),
    ("change", "wanted"): _("Such as: to meet somebody new, and a handover."),
    ("care_plan", "wanted"): _("Such as: by post, or at our next visit."),
    ("in_touch", "happened"): _("How it goes now, if you like to say so."),
    ("in_touch", "wanted"): _("Such as: a reply within 2 working days, and who covers."),
    ("thanks", "happened"): _("What was good, and when."),
    ("thanks", "affected"): _("What a difference it made."),
}
"""Hints that differ from the usual one."""

BEGUN: Mapping[LetterStepKind, str] = {
    "acknowledged": _("They said they have it"),
    "met": _("You met about it"),
    "answered": _("They answered in full"),
    "settled": _("It was settled"),
    "next_stage": _("You took it to the next stage"),
    "withdrawn": _("You withdrew it"),
    "other": _("Something else happened"),
}
"""What each step was, as a sentence."""

SENT_BY: Mapping[Route, str] = {
    "letter": _("by post"),
    "email": _("by email"),
    "in_person": _("handed over"),
    "online": _("online"),
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
        _("Asking for a change of {role}"),
        _("ask for a change of {role}"),
        _("I am writing to ask for a change of {role}."),
        _("asking for a change of {role}"),
    ),
    "concern": KindWords(
        _("Raising a concern"), _("raise a concern"), _("I am writing to raise a concern."), _("raising a concern")
    ),
    "care_plan": KindWords(
        _("Asking for a copy of my care plan"),
        _("ask for my care plan"),
        _("Please could I have a copy of my care plan."),
        _("asking for my care plan"),
    ),
    "in_touch": KindWords(
        _("Agreeing how and how soon we get in touch"),
        _("agree how we get in touch"),
        _("I would like us to agree how we get in touch, and how soon I can expect a reply."),
        _("how we get in touch"),
    ),
    "thanks": KindWords(_("Thank you"), _("say thank you"), _("I am writing to say thank you."), _("thank you")),
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
    first, _between, rest = line.partition(" ")
    return f"{first.lower()} {rest}" if first.lower() in DETERMINERS and rest else line


def parts_of(letter: Letter) -> Iterator[tuple[PartName, str]]:
    """The parts of a letter that have words, in its order."""
    for name in PARTS:
        words = getattr(letter, name)
        if words and words.strip():
            yield name, words
