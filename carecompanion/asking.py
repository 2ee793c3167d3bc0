"""Asking line by line: a question in plain lines, its choices numbered, and its answer read from standard input."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from carecompanion.domain.lines import cut
from carecompanion.domain.names import at_start
from carecompanion.domain.sheets.asks import Option
from carecompanion.domain.whole_numbers import whole_number
from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.sharing.plain_lines import harmless, stopped

Say = Callable[[str], None]

CLEARS = "-"
"""Answers that a line is to hold nothing."""
YES, NO = "yes", "no"
YES_OR_NO = (Option("n", NO, _("No")), Option("y", YES, _("Yes")))
LONGEST_HELD = 200
CHOOSE = _("Please choose one by its number, or by the beginning of its words.")
CHOOSE_SEVERAL = _("Please choose by numbers with commas between them, or by the beginning of their words.")
NOTHING_THERE = _("There is no choice like that.")
SEVERAL_BEGIN_SO = _("More than one begins like that.")
NOTHING_CHOSEN, TOO_EARLY = _("nothing was chosen."), _("the answers ended too early.")
"""What is said of answers that ended before the last question."""
SEVERAL = _("Numbers with commas between them.")
WORDS_END = _("As many lines as you like; an empty line ends them.")


class Ended(Exception):  # noqa: N818  # what happened to the answers
    """There are no more answers: their input ended, or the person left."""


class Stuck(Exception):  # noqa: N818  # what happened to the answers
    """An answer that cannot be understood, where nobody can be asked again; its text is a sentence on why."""


@contextmanager
def or_declined(nothing: str, ended: str = NOTHING_CHOSEN) -> Iterator[None]:
    """Refuse when the answers end, or one cannot be understood. `nothing` is as in "Nothing was kept"."""
    try:
        yield
    except Ended:
        raise Declined(f"{nothing}: {ended}") from None
    except Stuck as stuck:
        raise Declined(f"{nothing}. {stuck}") from None


@dataclass(frozen=True)
class Asker:
    """Says questions, and reads answers. At a terminal it asks again until it understands."""

    say: Say

    def tell(self, *lines: str) -> None:
        """Say lines, each harmless to a terminal whoever wrote it."""
        for line in lines:
            self.say(harmless(line))

    def answer(self) -> str:
        """One line of the answers. Raises Ended."""
        try:
            line = sys.stdin.readline()
        except (OSError, UnicodeDecodeError, KeyboardInterrupt):
            raise Ended from None
        if not line:
            raise Ended
        return line.rstrip("\r\n")

    def again(self, sentence: str) -> None:
        """Say why an answer will not do, to be given another. Raises Stuck where it comes through a pipe."""
        if not sys.stdin.isatty():
            raise Stuck(sentence)
        self.tell(sentence)

    def words(self, question: str, held: str = "") -> str:
        """A line of words; an empty one keeps what is held, and "-" clears it."""
        self.tell(" ".join(part for part in (stopped(question), now(held)) if part))
        given = self.answer()
        if given.strip() == CLEARS:
            return ""
        return given if given.strip() else held

    def long_words(self, question: str, held: str = "") -> str:
        """Lines of words up to an empty one; with none of them, what is held."""
        self.tell(" ".join(part for part in (stopped(question), WORDS_END, now(held)) if part))
        given: list[str] = []
        while (line := self.answer()).strip():
            given.append(line)
        if [line.strip() for line in given] == [CLEARS]:
            return ""
        return "\n".join(given) or held

    def choice(self, question: str, options: Sequence[Option], held: str | None = None) -> str:
        """The value of one of the options; an empty line keeps the one that is held, when there is one."""
        chosen = next((option for option in options if option.value == held), None)
        self.tell(" ".join(part for part in (stopped(question), now(chosen.words if chosen else "")) if part))
        self.tell(*(f"{number}. {at_start(option.words)}" for number, option in enumerate(options, 1)))
        while True:
            given = self.answer().strip()
            if not given and chosen is not None:
                return chosen.value
            found = named(given, options) if given else []
            if given == CLEARS and any(option.value == "" for option in options):
                return ""
            if len(found) == 1:
                return found[0].value
            self.again(f"{_why_not(given, found)} {CHOOSE}".strip())

    def several(self, question: str, options: Sequence[Option], held: Sequence[str]) -> list[str]:
        """The values of any number of options; an empty line keeps those that are held."""
        chosen = ", ".join(option.words for option in options if option.value in held)
        self.tell(f"{stopped(question)} {SEVERAL} {now(chosen)}".rstrip())
        self.tell(*(f"{number}. {at_start(option.words)}" for number, option in enumerate(options, 1)))
        while True:
            given = self.answer().strip()
            if not given:
                return list(held)
            if given == CLEARS:
                return []
            found = [named(part.strip(), options) for part in re.split("[,;]", given) if part.strip()]
            if found and all(len(each) == 1 for each in found):
                values = {each[0].value for each in found}
                return [option.value for option in options if option.value in values]
            self.again(CHOOSE_SEVERAL)

    def yes(self, question: str) -> bool:
        """Whether the answer is yes; an empty one is no."""
        return self.choice(question, YES_OR_NO, NO) == YES


def now(held: str) -> str:
    """What a line holds, before it is asked: as in "Now: at home."; "" when it holds nothing."""
    return stopped(_("Now: {held}").format(held=cut(held, LONGEST_HELD))) if held.strip() else ""


def named(given: str, options: Sequence[Option]) -> list[Option]:
    """The options that an answer may mean: a number, the whole words, the beginning of words, or else their letter."""
    if given.isascii() and given.isdigit():
        place = whole_number(given, 1, len(options))
        return [options[place - 1]] if place else []
    asked = " ".join(given.casefold().split())
    whole = [option for option in options if option.words.casefold() == asked]
    begun = [option for option in options if option.words.casefold().startswith(asked)]
    lettered = [option for option in begun or options if option.key == asked]
    return whole or (lettered if len(begun) != 1 and lettered else begun)


def _why_not(given: str, found: Sequence[Option]) -> str:
    if not given:
        return ""
    return SEVERAL_BEGIN_SO if found else NOTHING_THERE
