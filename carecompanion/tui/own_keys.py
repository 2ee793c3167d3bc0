"""The sheets that change what opens the journal: the passphrase, and the recovery code."""

from carecompanion.language import _
from carecompanion.tui.key_sheet import KeySheet

OLDER = _("Older copies of your journal still open with what opened them before.")


class ChangePassphrase(KeySheet):
    """Another passphrase; the recovery code stays."""

    TITLE = _("Change the passphrase")
    WORDS = _("Your recovery code stays the same. {older}").format(older=OLDER)
    DONE = _("Your passphrase is changed.")
    WAIT = _("Changing the passphrase …")
    GO_ON = _("change it")

    def act(self, now: str, new: str) -> str | None:
        """Keep the same root under it."""
        self.journal.change_passphrase(new)
        return None


class ForgottenPassphrase(ChangePassphrase):
    """A new passphrase, for a journal that was just opened by its recovery code."""

    TITLE = _("Your journal is open. Choose a new passphrase")
    WORDS = _("Three or four ordinary words are good. Your recovery code stays the same.")
    DONE = _("Your journal has a new passphrase.")
    LEAVE = _("not now")

    def asks_now(self) -> bool:
        """The code was enough."""
        return False


class AddPassphrase(KeySheet):
    """A first passphrase, and a new recovery code with it: the key lay in the open beside the journal until now."""

    TITLE = _("Add a passphrase")
    WORDS = _("It locks everything you write here. A new recovery code comes with it. {older}").format(older=OLDER)
    DONE = _("Your journal has a passphrase now, and a new recovery code.")
    WAIT = _("Locking your journal …")
    GO_ON = _("add it")

    def act(self, now: str, new: str) -> str | None:
        """A new root, under it."""
        return self.journal.renew(new, at=self.clock())


class NewCode(KeySheet):
    """A new recovery code; the passphrase stays."""

    TITLE = _("Make a new recovery code")
    WORDS = _(
        "For when somebody may have seen the one you have, which then opens your journal no more. {older}"
    ).format(older=OLDER)
    DONE = _("Your journal has a new recovery code.")
    WAIT = _("Making a new code …")
    NOW = _("The passphrase you have now. It stays the same.")
    ASKS_NEW = False
    GO_ON = _("make it")

    def prove(self, now: str) -> None:
        """The code would not do here: the new root is kept under what is typed."""
        self.journal.prove_passphrase(now)

    def act(self, now: str, new: str) -> str | None:
        """A new root, under the passphrase there is."""
        return self.journal.renew(now or None, at=self.clock())
