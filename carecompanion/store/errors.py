"""What can go wrong with a journal's file, each with a sentence for the person."""

# ruff: noqa: N818  # named for what happened to the person, not for the machinery
from carecompanion.domain.guessing import AGAIN
from carecompanion.language import _

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


class StoreError(Exception):
    """The file did not do what was asked; its text says what did not happen, what is safe and what to do."""

    sentence = _("That did not work. Everything saved before is safe – try again.")

    def __init__(self, sentence: str | None = None) -> None:
        super().__init__(sentence or self.sentence)


class WrongPassphrase(StoreError):
    """The passphrase is not the one the key file was sealed with."""

    sentence = AGAIN


class KeyFileDamaged(StoreError):
    """Both copies of the key file are damaged or gone."""

    sentence = _(
        "The key file of this journal is damaged or missing, so no passphrase can be checked. "
        "What you wrote is safe – open the journal with your recovery code."
    )


class JournalDamaged(StoreError):
    """The key is right and the file does not answer to it, or is no journal at all."""

    sentence = _(
        "This journal file is damaged, or is not a journal, so it was not opened. "
        "Nothing was changed – keep the file as it is, and open a copy of it if you have one."
    )


class ForeignCode(StoreError):
    """The recovery code is well written and belongs to another journal, or is one this journal had before."""

    sentence = _(
        "This recovery code belongs to another journal, or was replaced by a new one, so it did not open this one. "
        "Nothing is lost – look for the code you wrote down for this journal."
    )
    perhaps = _(
        "This recovery code did not open this journal: it belongs to another one, or the journal file is damaged. "
        "Nothing was changed – look for the code of this journal, or open a copy of the file if you have one."
    )


class Closed(StoreError):
    """Something was to be saved after the journal had been closed."""

    sentence = _(
        "The journal is closed, so this was not saved. Everything saved before is safe – open it and try again."
    )


class WrongCode(StoreError):
    """The recovery code has a slip in it; `group` counts from 1, None when no single group can be named."""

    sentence = _(
        "This recovery code has a slip in it. "
        "Nothing is lost – it is seven groups of five characters: compare them with what you wrote down."
    )

    def __init__(self, group: int | None = None) -> None:
        self.group = group
        super().__init__(self._named(group) if group else None)

    @staticmethod
    def _named(group: int) -> str:
        named = _("The {ordinals} group of this recovery code has a slip in it.").format(ordinals=ORDINALS[group - 1])
        return _("{named} Nothing is lost – compare it with what you wrote down.").format(named=named)


class NoJournal(StoreError):
    """There is no journal in the folder."""

    sentence = _(
        "There is no journal here, so none was opened. Nothing was changed – set one up, or choose its folder."
    )


class AlreadyThere(StoreError):
    """A new journal was asked for where there is one."""

    sentence = _(
        "There is a journal here already, so no new one was made. It is unchanged – open it, or choose another folder."
    )


class OpenElsewhere(StoreError):
    """Another process has the journal open."""

    sentence = _(
        "This journal is open in another window, so it was not opened here. "
        "Nothing is lost – close it there, then try again."
    )


class NewerVersion(StoreError):
    """A newer version of the program has written the file."""

    sentence = _(
        "This journal was made by a newer version of this program, so it was not opened. "
        "Nothing was changed – install the newest version, then try again."
    )


class ReadOnly(StoreError):
    """The folder or a file in it cannot be written to."""

    sentence = _(
        "This journal’s folder cannot be written to, so nothing new can be kept there. "
        "What is in it is safe – allow writing to the folder, or choose another one."
    )


class DiskFull(StoreError):
    """There is no room left on the disk."""

    sentence = _(
        "The disk is full, so this was not saved. Everything saved before is safe – make some room and try again."
    )


class MovedAway(StoreError):
    """The file that is open no longer lies in the folder, or another lies there."""

    sentence = _(
        "The journal file was moved or replaced while it was open, so this was not saved. "
        "Everything saved before is safe in that file – put it back, then try again."
    )


class NotSaved(StoreError):
    """The disk or the file refused; the change may or may not be in the file, so the same one may be kept again."""

    sentence = _("The disk refused, so this may not be saved. Everything saved before is safe – try again.")


class DoesNotFit(StoreError):
    """A record refers to one that is not in the journal."""

    sentence = _(
        "This refers to something that is not in the journal, so it was not saved. "
        "Everything saved before is safe – choose again what it belongs to."
    )


class NotRead(StoreError):
    """The disk refused while the journal was being opened."""

    sentence = _(
        "The journal could not be read just now. Nothing was changed – check the disk it is on, then try again."
    )


class CannotBeHeld(StoreError):
    """A text holds half a character, as some programs paste it, or a number is beyond all reason."""

    sentence = _(
        "This holds a character or a number that no file can hold, so it was not saved. "
        "Everything saved before is safe – write it another way."
    )


class NotEncrypted(StoreError):
    """The database library in use does not encrypt."""

    sentence = _(
        "What is installed here cannot encrypt, so the journal was not opened. "
        "Nothing was changed – install carecompanion afresh."
    )


class NotEnoughMemory(StoreError):
    """Checking the passphrase needs more memory than is free."""

    sentence = _(
        "There is too little free memory to check the passphrase. "
        "Nothing is lost – close other programs, then try again."
    )
