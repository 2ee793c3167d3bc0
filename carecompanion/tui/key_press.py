"""Pressing a key to choose it for an act, or to see what this terminal sends for it."""

from collections.abc import Mapping

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.names import at_start
from carecompanion.language import _
from carecompanion.tui.acts import ACTS
from carecompanion.tui.key_clash import clashes, key_of, swapped
from carecompanion.tui.key_name import key_name
from carecompanion.tui.key_refusal import FIXED, IN_LISTS, REASONS, refusal, refused
from carecompanion.tui.keymap import BY_ID, bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import bold, muted, say
from carecompanion.tui.parts.styled_once import StyledOnce

ANY_KEY = _("Some keys never arrive, and some arrive as another: then this says nothing, or the other’s name.")


class KeyPressed(ModalScreen[dict[str, str] | None], StyledOnce):
    """Every key but esc is for this sheet, which says something of it."""

    AUTO_FOCUS = ""
    BINDINGS = [bind("cancel", "dismiss")]

    @property
    def asked(self) -> tuple[str, str]:
        """What is asked for, and what is worth knowing of it."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """What is asked, what was pressed."""
        with Column(id="sheet"):
            yield Static(say(bold(self.asked[0]), "\n", muted(self.asked[1])), id="title")
            yield Static(say(""), id="outcome")
            yield KeyBar((), (("cancel", _("back")),))

    def on_key(self, event: events.Key) -> None:
        """Look at the key."""
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        self.pressed(event.key)

    def pressed(self, key: str) -> None:
        """What follows from the key."""
        raise NotImplementedError

    def tell(self, words: str) -> None:
        """Say it where it is looked for."""
        self.query_one("#outcome", Static).update(say(words))


class TryKey(KeyPressed):
    """Names whatever key is pressed."""

    @property
    def asked(self) -> tuple[str, str]:
        """Any key."""
        return _("Press any key to see its name"), _("Nothing is done by it here. {any_key}").format(any_key=ANY_KEY)

    def pressed(self, key: str) -> None:
        """Its name, and whether an act can have it."""
        self.tell(
            _("This terminal sends “{key_name}”. {can_be_chosen}").format(
                key_name=key_name(key), can_be_chosen=self._can_be_chosen(key)
            )
        )

    def _can_be_chosen(self, key: str) -> str:
        why = REASONS.get(key) or (IN_LISTS if key in FIXED else refusal(key, "redo"))
        return _("It cannot be chosen. {why}").format(why=why) if why else _("It can be chosen for an act.")


class PressKey(KeyPressed):
    """Answers with all the keys, once this act has the key that was pressed; None when nothing was chosen.

    A key that another act has where both work is asked about: pressed once more, the two change places.
    """

    def __init__(self, act: str, chosen: Mapping[str, str]) -> None:
        super().__init__()
        self._act, self._chosen = act, chosen
        self._asked_about = ""

    @property
    def asked(self) -> tuple[str, str]:
        """The key for the act."""
        now = key_name(key_of(self._chosen, self._act))
        return _("Press the key for “{words_of}”").format(words_of=words_of(self._act)), _("It has {now} now.").format(
            now=now
        )

    def pressed(self, key: str) -> None:
        """Take the key, say why it cannot be taken, or say which act has it."""
        if why := refused(key, self._act):
            self.tell(why)
            return
        others = clashes({**self._chosen, self._act: key}, self._act)
        new = swapped(self._chosen, self._act, key)
        if not others:
            self.dismiss(new)
        elif any(refusal(new[other], other) for other in others if other in new) or any(
            clashes(new, each) for each in (self._act, *others)
        ):
            self.tell(
                _("“{key_name}” is the key for {named}, which cannot have the other. Try another key.").format(
                    key_name=key_name(key), named=_named(others)
                )
            )
        elif key == self._asked_about:
            self.dismiss(new)
        else:
            self._asked_about = key
            other = key_name(key_of(self._chosen, self._act))
            self.tell(
                _(
                    "“{key_name}” is the key for {named}. Press it once more, and that gets {other} "
                    "in its place; or try another key."
                ).format(key_name=key_name(key), named=_named(others), other=other)
            )


def words_of(act: str) -> str:
    """An act in plain words."""
    return ACTS[act].words if act in ACTS else at_start(BY_ID[act].words)


def _named(acts: list[str]) -> str:
    return _(" and ").join(f"“{words_of(act)}”" for act in acts)
